// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/metrics/evaluate.h"

namespace diffuscope::cli {

Command addEvaluate(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("evaluate", "Metrics of generated rows; one file holds one candidate an item");
    auto files = std::make_shared<std::vector<std::string>>();
    app->add_option("FILE", *files, "JSON lines {recover, reference, source}")->required();
    return {app, [&output, files] {
                output.print(evaluateFiles({files->begin(), files->end()}));
                return 0;
            }};
}

} // namespace diffuscope::cli
