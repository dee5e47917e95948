// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studies/ab_examples_model.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QTableView;
class QTextBrowser;

namespace diffuscope {

/// The examples of an A/B test, sorted by the difference of a metric of choice, and the one that is chosen in full.
class AbExamplesView : public QWidget {
    Q_OBJECT
public:
    explicit AbExamplesView(QWidget* parent = nullptr);

    void setResult(const std::shared_ptr<const AbResult>& result, const QString& nameOfA, const QString& nameOfB);
    AbExamplesModel* model() const { return model_; }
    QTableView* table() const { return table_; }
    /// The chosen example in words.
    QString detailText() const;

public slots:
    void setMetric(int metric);
    /// All lines as they are sorted, as tab-separated values.
    void copyTable();

signals:
    void metricChosen(int metric);
    /// The example is to be looked at in the window.
    void opened(const diffuscope::AbExample& example);

protected:
    void changeEvent(QEvent* event) override;

private:
    void createTable();
    void showDetail();
    void open(const QModelIndex& index);
    int currentExample() const;
    void retranslate();

    AbExamplesModel* model_;
    AbExamplesOrder* order_;
    QLabel* metricTitle_;
    QComboBox* metric_;
    QTableView* table_;
    QTextBrowser* detail_;
    QAction *open_, *copy_;
    std::shared_ptr<const AbResult> result_;
    QString a_, b_;
};

} // namespace diffuscope
