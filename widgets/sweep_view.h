// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_row.h"
#include "widgets/plot_view.h"

#include <map>
#include <vector>

class QCPErrorBars;
class QCPGraph;
class QCPItemTracer;

namespace diffuscope {

/// Quality of the settings of a sweep against what they cost, with 95 % intervals and the Pareto front: one line for each
/// solver, mode and spacing. It shows no trace. Settings that failed, and metrics that a row has no figure of, are absent.
class SweepView : public PlotView {
    Q_OBJECT
public:
    enum class Cost { Evaluations, Seconds }; ///< both a sentence

    explicit SweepView(QWidget* parent = nullptr);

    bool needsTrace() const override { return false; }
    QString dataTable() const override;
    QString figureTitle() const override;
    /// The plan, and the rows that are shown.
    nlohmann::json figureMetadata() const override;
    /// `plan`: what figures carry beside the rows; null where it is unknown.
    void setRows(const std::vector<SweepRow>& rows, const nlohmann::json& plan = {});
    /// What solvers are called, by their names; others keep these.
    void setTitles(std::map<std::string, QString> titles);
    const std::vector<SweepRow>& rows() const { return rows_; }

    QString metric() const;
    void setMetric(const QString& name);
    Cost cost() const;
    void setCost(Cost cost);
    /// Of the rows, −1: none.
    int current() const { return current_; }
    void setCurrent(int row);
    /// Indices of the rows on the Pareto front of what is shown, by ascending cost.
    std::vector<std::size_t> front() const;

signals:
    /// Walked to by keys.
    void rowPointed(int row);
    /// Clicked, or Return at the current one.
    void rowChosen(int row);

protected:
    void rebuild() override;
    void mark(Place now, Place hover) override;
    void recolour(const GridTheme& theme) const override;
    void retranslate() override;
    Place placeAt(double, double) const override { return {}; }
    QString valueAt(Place) const override;
    QString valueUnder(double x, double y) const override;
    void clicked(double x, double y) override;
    void rescale() override;
    QString unavailable() const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Series {
        SweepSetting setting; ///< without its steps
        std::vector<std::size_t> rows;
        int colour = 0;
        QCPGraph* graph = nullptr;
        QCPErrorBars* bars = nullptr;
    };
    double costOf(const SweepRow& row) const;
    Estimate estimateOf(const SweepRow& row) const;
    /// Whether it has a place on the axes.
    bool isShown(const SweepRow& row) const;
    std::vector<std::size_t> shownByCost() const;
    std::vector<Series> seriesOf() const;
    void addSeries(Series series);
    void addFront();
    int rowAt(double x, double y) const;
    QString nameOf(const SweepSetting& setting) const;
    QString describe(const SweepRow& row) const;

    QComboBox *metric_, *cost_;
    QCPItemTracer* marker_;
    QCPGraph* front_ = nullptr;
    std::vector<SweepRow> rows_;
    nlohmann::json plan_;
    std::map<std::string, QString> titles_;
    std::vector<Series> series_;
    int current_ = -1;
};

} // namespace diffuscope
