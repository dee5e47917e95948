// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/training_options.h"

#include "core/engine/bundled.h"
#include "core/error.h"

#include <cmath>
#include <limits>

namespace diffuscope::cli {
namespace {

constexpr const char* kChanges = "Changes to the preset";
constexpr double kAboveZero = std::numeric_limits<double>::min();

/// What a run begins with where the command line says nothing.
TrainingPlan beginning() {
    TrainingPlan plan;
    plan.minutes = 0;
    plan.validateMinutes = 20;
    plan.selfCondition = false;
    return plan;
}

} // namespace

template <class T> CLI::Option* TrainingOptions::add(CLI::App& app, const char* name, const char* key, const char* help) {
    return app.add_option_function<T>(
        name, [this, key](const T& value) { given_[key] = value; }, help);
}

void TrainingOptions::addFlag(CLI::App& app, const char* name, const char* key, bool value, const char* help) {
    app.add_flag_function(
        name, [this, key, value](std::int64_t) { given_[key] = value; }, help);
}

template <class T> void TrainingOptions::addChange(CLI::App& app, const char* name, const char* key, T least, const char* help) {
    app.add_option_function<T>(
           name, [this, key, least](const T& value) { given_["changes"][key] = value >= least ? nlohmann::json(value) : nlohmann::json(); },
           help)
        ->group(kChanges);
}

void TrainingOptions::addChangeFlag(CLI::App& app, const char* name, const char* key, const char* help) {
    app.add_flag_function(
           name, [this, key](std::int64_t) { given_["changes"][key] = true; }, help)
        ->group(kChanges);
}

void TrainingOptions::addTo(CLI::App& app) {
    add<std::string>(app, "--data", "data", "Folder made by 'prepare'; a run that goes on knows its own");
    add<std::string>(app, "--output", "output", "Model folder to write")->required();
    add<std::string>(app, "--preset", "preset", "tiny, small or paper")->default_str("tiny");
    add<std::string>(app, "--from", "from",
                     "Native model of the same width and tokenizer to start from; it may have fewer layers (default: random weights)");
    add<double>(app, "--minutes", "minutes", "Training time in all, over all sittings");
    add<std::int64_t>(app, "--steps", "steps", "Optimizer steps in all (instead of --minutes)");
    add<std::uint64_t>(app, "--seed", "seed", "Seed of weights, order and noise")->check(CLI::NonNegativeNumber)->default_str("0");
    add<std::string>(app, "--device", "device", "cpu or cuda")->default_str("cpu");
    add<double>(app, "--validate-minutes", "validate_minutes", "Minutes between validations")->default_str("20");
    addFlag(app, "--no-absorbing", "absorbing", false, "Ablation: no absorbing state (DiffuSeq v1's process)");
    addFlag(app, "--no-discrete-noise", "discrete_noise", false, "Ablation: no discrete noise");
    addChanges(app);
}

void TrainingOptions::addChanges(CLI::App& app) {
    addChange(app, "--learning-rate", "learning_rate", kAboveZero, "AdamW's");
    addChange(app, "--ema", "ema_rate", kAboveZero, "Rate of the weights' moving average");
    addChange(app, "--anchor-weight", "anchor_weight", 0.0, "Weight of the cross-entropy of the prediction; 0: as published");
    addChange(app, "--reg-rate", "reg_rate", 0.0, "Weight of the absorbing state's length");
    addChange(app, "--padding-weight", "padding_weight", 0.0, "Weight of padding in the cross-entropy of the prediction");
    addChange(app, "--dropout", "dropout", 0.0, "Share of activations set to zero while training");
    addChange(app, "--batch-tokens", "batch_tokens", 1, "Tokens a batch");
    addChange(app, "--hidden", "hidden", 1, "Width of the encoder");
    addChange(app, "--layers", "layers", 1, "Layers of the encoder");
    addChange(app, "--heads", "heads", 1, "Attention heads");
    addChange(app, "--embedding", "embedding", 1, "Size D of the word embeddings");
    addChange(app, "--longest-pair", "longest_pair", 1, "Longer pairs are left out, tokens");
    addChange(app, "--canvas", "canvas", 1, "Longest canvas, tokens");
    app.add_flag_function(
           "--self-condition", [this](std::int64_t) { given_["self_condition"] = true; },
           "The network sees its last prediction too (Chen et al. 2022)")
        ->group(kChanges);
    addChangeFlag(app, "--uniform-times", "uniform_times", "Draw diffusion steps evenly instead of by their losses");
    addChangeFlag(app, "--plain-embeddings", "plain_embeddings", "Do not normalise the embeddings");
    addChangeFlag(app, "--no-amp", "no_amp", "All in float32, even where bfloat16 is quicker");
}

TrainingPlan TrainingOptions::plan() const {
    const auto begun = TrainingPlan::toGoOn(given_.at("output").get<std::string>());
    auto json = toJson(begun.value_or(beginning()));
    json.merge_patch(given_); // in the changes, null takes one away
    if (given_.contains("minutes") && !given_.contains("steps")) json["steps"] = 0;
    auto plan = trainingPlanFromJson(json);
    if (plan.steps <= 0 && !(plan.minutes > 0 && std::isfinite(plan.minutes))) throw Error("Say how long to train: --steps or --minutes.");
    if (plan.data.empty() && !begun) throw Error("Say what to learn from: --data names a folder made by 'prepare'.");
    // The plan is kept, and read from other folders.
    if (!plan.data.empty()) plan.data = std::filesystem::absolute(plan.data);
    if (!plan.from.empty() && !isBundled(plan.from)) plan.from = std::filesystem::absolute(plan.from).string();
    return plan;
}

} // namespace diffuscope::cli
