// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/engine/engine.h"
#include "core/error.h"
#include "core/memory.h"

#include <iostream>

namespace {

constexpr int kFailed = 1;
constexpr int kMisuse = 2;

int run(const diffuscope::cli::Command& command, const diffuscope::cli::Output& output) {
    try {
        const int status = command.run();
        output.finish();
        return status;
    } catch (const diffuscope::Cancelled&) {
        output.log("Cancelled.");
    } catch (const diffuscope::Error& error) {
        output.log(error.what());
    } catch (const std::exception& error) {
        output.log(std::string("The command failed: ") + error.what());
    }
    return kFailed;
}

} // namespace

int main(int argc, char** argv) {
    using namespace diffuscope::cli;
    diffuscope::keepFreedMemory();
    CLI::App program("Diffuscope: sequence-to-sequence text diffusion (DiffuSeq-v2) on the command line", "diffuscope-cli");
    program.require_subcommand(1);
    Output output;
    const std::vector<Command> commands{addInfo(program, output),    addSolvers(program, output), addGenerate(program, output),
                                        addVerify(program, output),  addOrder(program, output),   addEvaluate(program, output),
                                        addCompare(program, output), addSweep(program, output),   addErrors(program, output),
                                        addTimes(program, output),   addPrepare(program, output), addTrain(program, output),
                                        addConvert(program, output), addBench(program, output)};
    for (const auto& command : commands)
        command.app->add_flag("--json", output.json, "One JSON value on standard output, nothing else there");
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error, std::cerr, std::cerr) == 0 ? 0 : kMisuse;
    }
    for (const auto& command : commands)
        if (command.app->parsed()) return run(command, output);
    return kMisuse;
}
