// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/training_options.h"
#include "core/train/training_run.h"

#include <ATen/Parallel.h>
#include <iomanip>
#include <sstream>

namespace diffuscope::cli {
namespace {

std::string clock(double seconds) {
    std::ostringstream text;
    const auto s = static_cast<long>(seconds);
    text << s / 3600 << ':' << std::setw(2) << std::setfill('0') << s / 60 % 60 << ':' << std::setw(2) << s % 60;
    return text.str();
}

std::string describe(const TrainLogLine& line, double secondsLeft) {
    std::ostringstream text;
    text << std::setprecision(4) << "step " << line.step << "  loss " << line.loss << "  mse " << line.mse << "  nll " << line.nll
         << "  |g| " << line.gradientNorm << "  |m| " << line.absorbingNorm << "  " << static_cast<long>(line.tokensPerSecond)
         << " tokens/s  " << clock(line.seconds) << " done, " << clock(secondsLeft) << " left";
    return text.str();
}

void tell(const TrainingStart& start, const Output& output) {
    if (start.step > 0) output.log("Resuming at step " + std::to_string(start.step) + ".");
    if (start.used < start.all)
        output.log(std::to_string(start.all - start.used) + " of " + std::to_string(start.all) +
                   " training pairs are too long and left out.");
}

int train(const TrainingOptions& options, int threads, const Output& output) {
    const auto plan = options.plan();
    const Interrupt interrupt;
    if (threads > 0) at::set_num_threads(threads);
    TrainingCallbacks callbacks;
    callbacks.onTraining = [&](const TrainingStart& start) { tell(start, output); };
    callbacks.onLine = [&](const TrainLogLine& line, double secondsLeft) { output.progress(describe(line, secondsLeft)); };
    const auto end = runTraining(plan, callbacks, interrupt.token());
    output.print({{"output", plan.output.string()},
                  {"steps", end.step},
                  {"pairs", end.pairs},
                  {"seconds", end.seconds},
                  {"stopped", interrupt.token().stop_requested()}});
    return 0;
}

} // namespace

Command addTrain(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("train", "Train a model from prepared data; on the same folder again it resumes, also as the run "
                                                "that the window began there: what is not given is what it was then");
    auto options = std::make_shared<TrainingOptions>();
    auto threads = std::make_shared<int>(0);
    options->addTo(*app);
    app->add_option("--threads", *threads, "CPU threads (default: all)");
    return {app, [&output, options, threads] { return train(*options, *threads, output); }};
}

} // namespace diffuscope::cli
