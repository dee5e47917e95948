// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/ab_test.h"

#include <QWidget>
#include <memory>

class QComboBox;
class QLabel;
class QSpinBox;
class QTabWidget;
class QTableView;
class QToolButton;

namespace diffuscope {

class AbExamplesView;
class AbMetricsModel;
class DataFileBox;
class DifferenceView;
class EngineJob;
class Notice;
class RecipePanel;
class RunBar;

/// An A/B test of two of the window's lanes over a data file: metrics with intervals and p-values, and the examples sorted
/// by their difference. It generates on an engine of its own; what it shows belongs to the recipes as they were then.
class AbStudy : public QWidget {
    Q_OBJECT
public:
    explicit AbStudy(RecipePanel* recipe, QWidget* parent = nullptr);
    ~AbStudy() override;

    bool isRunning() const;
    /// Of the last test that came to its end; nullptr before.
    std::shared_ptr<const AbResult> result() const { return result_; }
    AbExamplesView* examples() const { return examples_; }
    AbMetricsModel* metrics() const { return metrics_; }
    DifferenceView* differences() const { return differences_; }
    DataFileBox* data() const { return data_; }
    QString summaryText() const;
    QString noiseText() const;
    QString errorText() const;
    QString emptyText() const;
    /// By the suffix: .json holds all, .csv the examples, with `metrics` the metrics. A sentence for the person.
    QString exportTo(const QString& path, bool metrics) const;

public slots:
    void run();
    void cancel();

signals:
    void said(const QString& sentence);
    void runRequested(const std::vector<diffuscope::Recipe>& lanes);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// Which lanes are compared, and how they were called.
    struct Sides {
        int a = 0, b = 1;
    };
    void createLayout();
    void createResults();
    void restore();
    void save() const;
    void updateLanes();
    void onRemoved(int lane);
    void updateState();
    /// A file that ships is that of lane A's model.
    void fitData();
    void show(const std::shared_ptr<const AbResult>& result, Sides sides);
    void showDifferences();
    void showSummary();
    void chooseMetric(int metric);
    void openExample(const AbExample& example);
    void chooseExport(bool json, bool metrics);
    void retranslate();

    RecipePanel* recipe_;
    EngineJob* job_;
    QComboBox *a_, *b_;
    QLabel *against_, *noise_, *seedsTitle_, *empty_, *summary_;
    DataFileBox* data_;
    QSpinBox* seeds_;
    RunBar* bar_;
    QToolButton* export_;
    std::vector<QAction*> exports_; ///< all as JSON, metrics, examples
    Notice* notice_;
    QTabWidget* tabs_;
    QTableView* table_;
    AbMetricsModel* metrics_;
    DifferenceView* differences_;
    AbExamplesView* examples_;
    std::shared_ptr<const AbResult> result_;
    Sides shown_; ///< of result_
};

} // namespace diffuscope
