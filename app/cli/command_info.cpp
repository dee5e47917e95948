// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/recipe_options.h"
#include "core/engine/engine.h"
#include "core/solvers/solver_table.h"

#include <sstream>

namespace diffuscope::cli {

static nlohmann::json words(std::string_view text) {
    auto result = nlohmann::json::array();
    std::istringstream in{std::string(text)};
    for (std::string word; in >> word;) result.push_back(word);
    return result;
}

Command addInfo(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("info", "Sizes, vocabulary, tokenizer, schedule, absorbing state, training record");
    auto model = std::make_shared<std::string>("bundled");
    app->add_option("MODEL", *model, modelHelp());
    return {app, [&output, model] {
                output.print(toJson(Engine(*model).info()));
                return 0;
            }};
}

Command addSolvers(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("solvers", "The solvers that 'generate' knows");
    return {app, [&output] {
                auto rows = nlohmann::json::array();
                for (const auto& solver : solverTable()) {
                    auto modes = nlohmann::json::array();
                    if (solver.faithful) modes.push_back("faithful");
                    if (solver.asReleased) modes.push_back("as-released");
                    rows.push_back({{"name", solver.name},
                                    {"title", solver.title},
                                    {"order", solver.order},
                                    {"evaluations_per_step", solver.evaluationsPerStep},
                                    {"stochastic", solver.stochastic},
                                    {"modes", modes},
                                    {"reference", solver.reference},
                                    {"options", words(solver.options)}});
                }
                output.print(rows);
                return 0;
            }};
}

} // namespace diffuscope::cli
