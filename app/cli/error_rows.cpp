// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/error_rows.h"

#include "core/compare/error_split.h"

#include <iomanip>
#include <sstream>

namespace diffuscope::cli {
namespace {

nlohmann::json flipsOf(const Trace& lane, const Trace& reference, int row, const ErrorSplit& split) {
    const auto final = [row](const Trace& trace, int position) {
        return trace.piece(trace.token(static_cast<int>(trace.steps.size()) - 1, row, position));
    };
    auto flips = nlohmann::json::array();
    for (const auto& one : split.positions) {
        if (!one.flipped) continue;
        const auto& left = *lane.steps[static_cast<size_t>(one.leftAt)];
        flips.push_back({{"position", one.position},
                         {"token", final(lane, one.position)},
                         {"reference", final(reference, one.position)},
                         {"left_at", left.index},
                         {"lambda", left.lambda}});
    }
    return flips;
}

} // namespace

nlohmann::json errorRow(const SweepSetting& setting, const Trace& lane, const Trace& reference, int row) {
    const auto split = splitError(lane, row, reference, row);
    const auto& info = lane.header->rows[static_cast<size_t>(row)];
    auto json = toJson(setting);
    json.update({{"source", lane.header->recipe.sources[static_cast<size_t>(info.source)]},
                 {"sample", info.sample},
                 {"sentence", lane.sentences[static_cast<size_t>(row)].text},
                 {"reference", reference.sentences[static_cast<size_t>(row)].text},
                 {"evaluations", lane.evaluations},
                 {"solver_error", split.solver},
                 {"rounding_error", split.rounding},
                 {"positions", split.positions.size()},
                 {"flips", flipsOf(lane, reference, row, split)}});
    return json;
}

std::string errorHead() {
    std::ostringstream text;
    text << std::left << std::setw(18) << "solver" << std::setw(12) << "mode" << std::setw(16) << "spacing" << std::right << std::setw(6)
         << "steps" << std::setw(7) << "evals" << std::setw(14) << "solver error" << std::setw(10) << "rounding" << std::setw(14)
         << "flips";
    return text.str();
}

std::string errorLine(const nlohmann::json& rows) {
    double solver = 0, rounding = 0;
    size_t flips = 0, positions = 0;
    for (const auto& row : rows) {
        solver += row.at("solver_error").get<double>() / static_cast<double>(rows.size());
        rounding += row.at("rounding_error").get<double>() / static_cast<double>(rows.size());
        flips += row.at("flips").size();
        positions += row.at("positions").get<size_t>();
    }
    const auto& first = rows.front();
    std::ostringstream text;
    text << std::left << std::setw(18) << first.at("solver").get<std::string>() << std::setw(12) << first.at("mode").get<std::string>()
         << std::setw(16) << first.at("spacing").get<std::string>() << std::right << std::setw(6) << first.at("steps").get<int>()
         << std::setw(7) << first.at("evaluations").get<int>() << std::fixed << std::setprecision(3) << std::setw(14) << solver
         << std::setw(10) << rounding << std::setw(14) << std::to_string(flips) + " of " + std::to_string(positions);
    return text.str();
}

std::string flipLine(const nlohmann::json& flip) {
    std::ostringstream text;
    text << "  position " << flip.at("position").get<int>() << ": '" << flip.at("token").get<std::string>() << "', not '"
         << flip.at("reference").get<std::string>() << "', since step " << flip.at("left_at").get<int>() << " (λ " << std::fixed
         << std::setprecision(2) << flip.at("lambda").get<double>() << ')';
    return text.str();
}

} // namespace diffuscope::cli
