// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "core/engine/bundled.h"
#include "core/error.h"
#include "core/train/trainer.h"

#include <iomanip>
#include <sstream>

namespace diffuscope::cli {
namespace {

struct Options {
    std::string data, output, from, preset = "tiny", device = "cpu";
    double minutes = 0, validateMinutes = 20;
    std::int64_t steps = 0;
    std::uint64_t seed = 0;
    int threads = 0;
    bool noAbsorbing = false, noDiscreteNoise = false, selfCondition = false;
    double learningRate = 0, ema = 0, anchor = -1, reg = -1, padding = -1, dropout = -1;
    int tokens = 0, hidden = 0, layers = 0, heads = 0, embedding = 0, longestPair = 0, canvas = 0;
    bool uniformTimes = false, plainEmbeddings = false, noAmp = false;
};

/// Single fields of the preset that the command line changes.
TrainConfig configOf(const Options& o) {
    auto c = trainPreset(o.preset);
    c.minutes = o.minutes;
    c.steps = o.steps;
    c.seed = o.seed;
    c.device = o.device;
    c.model.absorbingState = !o.noAbsorbing;
    c.model.discreteNoise = !o.noDiscreteNoise && !o.noAbsorbing;
    c.model.selfCondition = o.selfCondition;
    if (o.learningRate > 0) c.learningRate = o.learningRate;
    if (o.ema > 0) c.emaRate = o.ema;
    if (o.anchor >= 0) c.loss.anchorWeight = o.anchor;
    if (o.reg >= 0) c.loss.regRate = o.reg;
    if (o.padding >= 0) c.loss.paddingWeight = o.padding;
    if (o.dropout >= 0) c.model.dropout = o.dropout;
    if (o.tokens > 0) c.batch.tokens = o.tokens;
    if (o.embedding > 0) c.model.embeddingDim = o.embedding;
    if (o.hidden > 0) c.model.hiddenSize = o.hidden, c.model.intermediateSize = 4 * o.hidden;
    if (o.layers > 0) c.model.layers = o.layers;
    if (o.heads > 0) c.model.heads = o.heads;
    if (o.canvas > 0) setCanvas(c, o.canvas);
    if (o.longestPair > 0) c.batch.longestPair = o.longestPair;
    if (o.uniformTimes) c.lossAwareTimes = false;
    if (o.plainEmbeddings) c.normaliseEmbeddings = false;
    c.amp = !o.noAmp;
    if (!o.from.empty()) c.from = modelFolder(o.from);
    return c;
}

std::string clock(double seconds) {
    std::ostringstream text;
    const auto s = static_cast<long>(seconds);
    text << s / 3600 << ':' << std::setw(2) << std::setfill('0') << s / 60 % 60 << ':' << std::setw(2) << s % 60;
    return text.str();
}

std::string describe(const TrainReport& report) {
    const auto& r = report.line;
    std::ostringstream text;
    text << std::setprecision(4) << "step " << r.step << "  loss " << r.loss << "  mse " << r.mse << "  nll " << r.nll << "  |g| "
         << r.gradientNorm << "  |m| " << r.absorbingNorm << "  " << static_cast<long>(r.tokensPerSecond) << " tokens/s  "
         << clock(r.seconds) << " done, " << clock(report.secondsLeft) << " left";
    return text.str();
}

int train(const Options& o, const Output& output) {
    if (o.steps <= 0 && o.minutes <= 0) throw Error("Say how long to train: --steps or --minutes.");
    const Interrupt interrupt;
    if (o.threads > 0) torch::set_num_threads(o.threads);
    Trainer trainer(configOf(o), readPreparedData(o.data), o.output);
    if (trainer.position().step > 0) output.log("Resuming at step " + std::to_string(trainer.position().step) + ".");
    if (const auto left = trainer.allPairs() - trainer.usedPairs(); left > 0)
        output.log(std::to_string(left) + " of " + std::to_string(trainer.allPairs()) + " training pairs are too long and left out.");
    TrainCallbacks callbacks;
    callbacks.validateMinutes = o.validateMinutes;
    callbacks.onReport = [&](const TrainReport& report) { output.progress(describe(report)); };
    trainer.run(callbacks, interrupt.token());
    output.print({{"output", o.output},
                  {"steps", trainer.position().step},
                  {"pairs", trainer.position().pairs},
                  {"seconds", trainer.position().seconds},
                  {"stopped", interrupt.token().stop_requested()}});
    return 0;
}

} // namespace

Command addTrain(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("train", "Train a model from prepared data; on the same folder again it resumes");
    auto o = std::make_shared<Options>();
    app->add_option("--data", o->data, "Folder made by 'prepare'")->required();
    app->add_option("--output", o->output, "Model folder to write")->required();
    app->add_option("--preset", o->preset, "tiny, small or paper")->capture_default_str();
    app->add_option("--from", o->from,
                    "Native model of the same width and tokenizer to start from; it may have fewer layers (default: random weights)");
    app->add_option("--minutes", o->minutes, "Training time in all, over all sittings");
    app->add_option("--steps", o->steps, "Optimizer steps in all (instead of --minutes)");
    app->add_option("--seed", o->seed, "Seed of weights, order and noise")->capture_default_str();
    app->add_option("--device", o->device, "cpu or cuda")->capture_default_str();
    app->add_option("--threads", o->threads, "CPU threads (default: all)");
    app->add_option("--validate-minutes", o->validateMinutes, "Minutes between validations")->capture_default_str();
    app->add_flag("--no-absorbing", o->noAbsorbing, "Ablation: no absorbing state (DiffuSeq v1's process)");
    app->add_flag("--no-discrete-noise", o->noDiscreteNoise, "Ablation: no discrete noise");
    const std::string group = "Changes to the preset";
    app->add_option("--learning-rate", o->learningRate, "AdamW's")->group(group);
    app->add_option("--ema", o->ema, "Rate of the weights' moving average")->group(group);
    app->add_option("--anchor-weight", o->anchor, "Weight of the cross-entropy of the prediction; 0: as published")->group(group);
    app->add_option("--reg-rate", o->reg, "Weight of the absorbing state's length")->group(group);
    app->add_option("--padding-weight", o->padding, "Weight of padding in the cross-entropy of the prediction")->group(group);
    app->add_option("--dropout", o->dropout, "Share of activations set to zero while training")->group(group);
    app->add_option("--batch-tokens", o->tokens, "Tokens a batch")->group(group);
    app->add_option("--hidden", o->hidden, "Width of the encoder")->group(group);
    app->add_option("--layers", o->layers, "Layers of the encoder")->group(group);
    app->add_option("--heads", o->heads, "Attention heads")->group(group);
    app->add_option("--embedding", o->embedding, "Size D of the word embeddings")->group(group);
    app->add_option("--longest-pair", o->longestPair, "Longer pairs are left out, tokens")->group(group);
    app->add_option("--canvas", o->canvas, "Longest canvas, tokens")->group(group);
    app->add_flag("--self-condition", o->selfCondition, "The network sees its last prediction too (Chen et al. 2022)")->group(group);
    app->add_flag("--uniform-times", o->uniformTimes, "Draw diffusion steps evenly instead of by their losses")->group(group);
    app->add_flag("--plain-embeddings", o->plainEmbeddings, "Do not normalise the embeddings")->group(group);
    app->add_flag("--no-amp", o->noAmp, "All in float32, even where bfloat16 is quicker")->group(group);
    return {app, [&output, o] { return train(*o, output); }};
}

} // namespace diffuscope::cli
