// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solvers/order_certificate.h"
#include "widgets/plot_view.h"

#include <vector>

class QCPGraph;

namespace diffuscope {

/// How the error of the chosen solver falls with the step size on a problem whose solution is known, among the others:
/// the slope is its order. It shows no trace; what it lacks it asks for by wanted().
class OrderView : public PlotView {
    Q_OBJECT
public:
    explicit OrderView(QWidget* parent = nullptr);

    bool needsTrace() const override { return false; }
    QString dataTable() const override;
    QString figureTitle() const override;
    /// The rows of a spacing as far as they are measured, of `total`.
    void setRows(const QString& spacing, const std::vector<OrderRow>& rows, int total);
    /// What stands out; the others are faint.
    void setSolver(const QString& solver);
    QString solver() const { return solver_; }
    QString spacing() const;
    void setSpacing(const QString& spacing);
    /// Of the spacing that is shown.
    const std::vector<OrderRow>& rows() const { return rows_; }
    /// What was measured of the chosen solver, in words.
    QString summary() const;

signals:
    /// The picture can be seen and has no rows for this spacing.
    void wanted(const QString& spacing);

protected:
    void prepare() override;
    void rebuild() override;
    void mark(Place, Place) override {}
    void recolour(const GridTheme& theme) const override;
    void retranslate() override;
    Place placeAt(double, double) const override { return {}; }
    QString valueAt(Place) const override { return summary(); }
    QString valueUnder(double x, double y) const override;
    void rescale() override;
    QString unavailable() const override;

private:
    enum class Role { Other, Faithful, Released };
    struct Series {
        QCPGraph* graph;
        Role role;
    };
    void addSeries(const OrderRow& row, Role role);
    QString describe(const OrderRow& row) const;

    QComboBox* choice_;
    QString solver_ = QStringLiteral("dpmpp-2m");
    QString rowsOf_; ///< the spacing of rows_
    std::vector<OrderRow> rows_;
    std::vector<Series> series_;
    int total_ = 0;
};

} // namespace diffuscope
