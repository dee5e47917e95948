// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solvers/order_certificate.h"

#include <QObject>
#include <map>
#include <thread>
#include <vector>

namespace diffuscope {

/// What is to be measured of all solvers with one spacing, under the schedule of the models: both modes where there are two.
std::vector<OrderRow> orderCasesOf(const QString& spacing);
/// All of it, one after the other.
std::vector<OrderRow> measureOrders(const QString& spacing);

/// Measures orders in the background and keeps them. Destroying it stops it within one solver.
class OrderJob : public QObject {
    Q_OBJECT
public:
    using Rows = std::vector<OrderRow>;

    explicit OrderJob(QObject* parent = nullptr) : QObject(parent) {}
    ~OrderJob() override;

public slots:
    /// Told by measured(), as often as a row is there; at once where it is known. A later spacing takes an earlier one's place.
    void measure(const QString& spacing);

signals:
    void measured(const QString& spacing, const std::vector<diffuscope::OrderRow>& rows, int total);

private:
    void work(const std::stop_token& stop, const QString& spacing);

    std::map<QString, Rows> known_; ///< complete ones; this object's thread only
    std::jthread worker_;
};

} // namespace diffuscope
