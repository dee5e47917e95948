// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/compare/best_times.h"
#include "core/engine/trace_io.h"

#include <sstream>

namespace diffuscope::cli {

static std::string joined(const std::vector<double>& times) {
    std::ostringstream text;
    text.precision(17);
    for (size_t i = 0; i < times.size(); ++i) text << (i > 0 ? "," : "") << times[i];
    return text.str();
}

Command addTimes(CLI::App& program, Output& output) {
    auto* app =
        program.add_subcommand("times", "Times of equal local error, measured along a fine run; for --times of 'generate' and 'sweep'");
    auto trace = std::make_shared<std::string>();
    auto steps = std::make_shared<int>(10);
    app->add_option("TRACE", *trace, "Run of many steps, as 'generate --trace' writes it")->required();
    app->add_option("--steps", *steps, "Steps to lay")->capture_default_str();
    return {app, [&output, trace, steps] {
                const auto times = equalErrorTimes(readTrace(*trace), *steps);
                if (output.json) output.print({{"spacing", "custom"}, {"times", times}});
                else output.text(joined(times));
                return 0;
            }};
}

} // namespace diffuscope::cli
