// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <nlohmann/json.hpp>

namespace diffuscope::cli {

/// What a command does once its arguments are read. Returns the exit status: 0 done, 1 refused or failed.
using Action = std::function<int()>;

/// Where commands leave their result: with --json one JSON value on standard output and nothing else there,
/// otherwise text for people. Logs and progress go to standard error.
class Output {
public:
    bool json = false;
    void print(const nlohmann::json& value) const;
    void text(const std::string& line) const;     ///< printed only without --json
    void log(const std::string& line) const;      ///< standard error
    void progress(const std::string& line) const; ///< standard error, on one line when that is a terminal
    void finish() const;                          ///< throws Error when standard output did not take all of it
};

/// Before minutes are spent on what could not be kept. Leaves no file behind that was not there; "" is none. Throws Error.
void requireWritable(const std::string& path);

/// Adds the subcommand to the program; its options write into the returned action's own state.
struct Command {
    CLI::App* app;
    Action run;
};

Command addInfo(CLI::App& program, Output& output);
Command addSolvers(CLI::App& program, Output& output);
Command addGenerate(CLI::App& program, Output& output);
Command addVerify(CLI::App& program, Output& output);
Command addOrder(CLI::App& program, Output& output);
Command addEvaluate(CLI::App& program, Output& output);
Command addCompare(CLI::App& program, Output& output);
Command addSweep(CLI::App& program, Output& output);
Command addErrors(CLI::App& program, Output& output);
Command addTimes(CLI::App& program, Output& output);
Command addPrepare(CLI::App& program, Output& output);
Command addTrain(CLI::App& program, Output& output);
Command addConvert(CLI::App& program, Output& output);
Command addBench(CLI::App& program, Output& output);

} // namespace diffuscope::cli
