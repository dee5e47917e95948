// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/solvers/order_certificate.h"
#include "core/solvers/solver_table.h"

#include <iomanip>
#include <sstream>

namespace diffuscope::cli {
namespace {

std::string line(const OrderRow& row) {
    std::ostringstream text;
    text << (row.ok ? "ok    " : "WRONG ") << std::left << std::setw(16) << row.solver << std::setw(12) << row.mode << std::setw(8)
         << row.schedule << std::setw(16) << row.spacing << "expected " << row.expected << ", measured " << std::fixed
         << std::setprecision(2) << row.measured << std::scientific << "  errors";
    for (const double error : row.errors) text << ' ' << error;
    return text.str();
}

nlohmann::json asJson(const OrderRow& row) {
    return {{"solver", row.solver},
            {"mode", row.mode},
            {"schedule", row.schedule},
            {"spacing", row.spacing},
            {"from", row.from},
            {"to", row.to},
            {"exact_start", row.exactStart},
            {"expected", row.expected},
            {"measured", row.measured},
            {"ok", row.ok},
            {"steps", row.steps},
            {"evaluations", row.evaluations},
            {"errors", row.errors}};
}

int order(std::vector<std::string> solvers, const std::string& device, const Output& output) {
    if (solvers.empty())
        for (const auto& info : solverTable()) solvers.emplace_back(info.name);
    for (const auto& solver : solvers) findSolver(solver); // refused before minutes are spent on the others
    auto rows = nlohmann::json::array();
    bool ok = true;
    for (const auto& solver : solvers)
        for (const auto& one : orderCases(solver)) {
            const auto row = measureOrder(one, device);
            ok = ok && row.ok;
            rows.push_back(asJson(row));
            output.text(line(row));
        }
    if (output.json) output.print(rows);
    return ok ? 0 : 1;
}

} // namespace

Command addOrder(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("order", "Measure the order of convergence on problems with a closed form");
    auto solvers = std::make_shared<std::vector<std::string>>();
    app->add_option("--solver", *solvers, "See 'solvers'; may be given several times (default: all)")->allow_extra_args(false);
    auto device = std::make_shared<std::string>("cpu");
    app->add_option("--device", *device, "cpu or cuda")->capture_default_str();
    return {app, [&output, solvers, device] { return order(*solvers, *device, output); }};
}

} // namespace diffuscope::cli
