// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/order_job.h"

#include "core/solvers/solver_table.h"

namespace diffuscope {

std::vector<OrderRow> orderCasesOf(const QString& spacing) {
    std::vector<OrderRow> cases;
    for (const auto& solver : solverTable())
        for (const auto& order : orderCases(solver.name))
            if (order.schedule == "sqrt" && order.spacing == spacing.toStdString()) cases.push_back(order);
    return cases;
}

std::vector<OrderRow> measureOrders(const QString& spacing) {
    auto rows = orderCasesOf(spacing);
    for (auto& row : rows) row = measureOrder(row);
    return rows;
}

OrderJob::~OrderJob() {
    worker_.request_stop();
    if (worker_.joinable()) worker_.join();
}

void OrderJob::measure(const QString& spacing) {
    if (const auto found = known_.find(spacing); found != known_.end()) {
        emit measured(spacing, found->second, static_cast<int>(found->second.size()));
        return;
    }
    worker_.request_stop(); // the assignment waits for it: a fraction of a second
    worker_ = std::jthread([this, spacing](const std::stop_token& stop) { work(stop, spacing); });
}

void OrderJob::work(const std::stop_token& stop, const QString& spacing) {
    const auto cases = orderCasesOf(spacing);
    const int total = static_cast<int>(cases.size());
    Rows rows;
    for (const auto& order : cases) {
        if (stop.stop_requested()) return;
        rows.push_back(measureOrder(order));
        QMetaObject::invokeMethod(
            this,
            [this, spacing, rows, total] {
                if (static_cast<int>(rows.size()) == total) known_[spacing] = rows;
                emit measured(spacing, rows, total);
            },
            Qt::QueuedConnection);
    }
}

} // namespace diffuscope
