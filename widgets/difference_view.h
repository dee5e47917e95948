// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot_view.h"

#include <vector>

class QCPAxisTickerText;
class QCPErrorBars;
class QCPGraph;
class QCPItemStraightLine;

namespace diffuscope {

/// Differences of several metrics, one a line, with their intervals: whether 0 lies within them. It shows no trace.
class DifferenceView : public PlotView {
    Q_OBJECT
public:
    struct Entry {
        QString name;
        double value, low, high;  ///< of one hundred; NaN: there is none
        bool significant = false; ///< a full dot, else an empty one
    };

    explicit DifferenceView(QWidget* parent = nullptr);

    bool needsTrace() const override { return false; }
    QString dataTable() const override;
    QString figureTitle() const override;
    nlohmann::json figureMetadata() const override { return metadata_; }
    /// The first at the top. `one` and `other`: whose difference it is, other − one. `metadata`: what was compared.
    void setEntries(const std::vector<Entry>& entries, const QString& one, const QString& other, const nlohmann::json& metadata = {});
    const std::vector<Entry>& entries() const { return entries_; }

protected:
    void rebuild() override;
    void mark(Place, Place) override {}
    void recolour(const GridTheme& theme) const override;
    void retranslate() override;
    Place placeAt(double, double) const override { return {}; }
    QString valueAt(Place) const override { return {}; }
    QString valueUnder(double x, double y) const override;
    void rescale() override;
    QString unavailable() const override;

private:
    struct Series {
        QCPGraph* dots;
        QCPErrorBars* intervals;
    };
    Series addSeries();

    Series significant_, other_;
    QCPItemStraightLine* zero_;
    std::vector<Entry> entries_;
    nlohmann::json metadata_;
    QString a_ = QStringLiteral("A"), b_ = QStringLiteral("B");
};

} // namespace diffuscope
