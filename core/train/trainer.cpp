// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer.h"

#include "core/error.h"
#include "core/model/device.h"
#include "core/model/download.h"
#include "core/train/autocast.h"
#include "core/train/sample_bleu.h"
#include "core/train/warm_start.h"

#include <chrono>
#include <fstream>

namespace diffuscope {
namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t kNllRows = 256;
constexpr int kBleuRows = 64;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

TrainConfig completed(TrainConfig config, const PreparedData& data) {
    config.model.vocabSize = static_cast<int>(data.pieces.size());
    validate(config);
    return config;
}

/// Draws of one step depend on (seed, step) only, so resuming needs no generator state.
std::uint64_t stepSeed(std::uint64_t seed, std::int64_t step) {
    return seed * 0x9E3779B97F4A7C15ull + static_cast<std::uint64_t>(step) * 0xD1B54A32D192ED03ull;
}

TransformerNet makeNet(const TrainConfig& config, const PreparedData& data, const torch::Device& device) {
    torch::manual_seed(config.seed);
    TransformerNet net(config.model);
    if (!config.from.empty()) net->loadStateDict(warmStart(config.from, data.folder, config.model));
    net->setNormaliseEmbeddings(config.normaliseEmbeddings);
    net->to(device);
    net->train();
    return net;
}

/// What samples well from every model that was trained here so far (resources/models/default/README.md, 'Scores').
nlohmann::json usualSampler(const ModelConfig& model) {
    nlohmann::json recipe = {{"solver", "ddim"}, {"steps", 20}, {"temperature", 1.0}, {"interpolate", 0.7}};
    if (model.absorbingState && model.discreteNoise) recipe["absorb_rate"] = 0.8;
    return recipe;
}

/// What the model's file holds: half the bytes, and no sentence tells the difference. The checkpoint keeps every bit.
torch::Tensor stored(const torch::Tensor& tensor) {
    return tensor.is_floating_point() ? tensor.to(torch::kCPU, torch::kFloat16) : tensor.to(torch::kCPU).clone();
}

/// What the run in a folder scored last.
nlohmann::json lastScores(const std::filesystem::path& folder) {
    if (!std::filesystem::exists(folder / "config.json")) return {};
    const auto document = readJsonFile(folder / "config.json");
    const nlohmann::json::json_pointer scores("/training/scores");
    return document.contains(scores) ? document.at(scores) : nlohmann::json();
}

} // namespace

Trainer::Trainer(TrainConfig config, PreparedData data, std::filesystem::path output)
    : config_(completed(std::move(config), data)), data_(std::move(data)), tokenizer_(tokenizerFiles(data_.folder)),
      output_(std::move(output)), device_(deviceNamed(config_.device)),
      schedule_(NoiseSchedule::named(config_.model.noiseSchedule, config_.model.diffusionSteps)), forward_(schedule_, device_),
      net_(makeNet(config_, data_, device_)), parameters_(*net_), ema_(parameters_),
      times_(config_.model.diffusionSteps, config_.lossAwareTimes),
      batches_(data_.train, config_.batch, data_.sep, data_.pad, config_.seed) {
    optimizer_ = std::make_unique<torch::optim::AdamW>(std::vector{parameters_.values()},
                                                       torch::optim::AdamWOptions(config_.learningRate).weight_decay(config_.weightDecay));
    if (usedPairs() == 0)
        throw Error(translatable("core", "No training pair is short enough: all have more than %1 tokens."),
                    {std::to_string(config_.batch.longestPair)});
    std::filesystem::create_directories(output_);
    lock_.emplace(output_ / "train.jsonl");
    if (loadCheckpoint(output_ / "checkpoint", identityOf(config_, data_), *net_, ema_, *optimizer_, times_, position_)) {
        batches_.seek(position_.epoch, position_.batch);
        scores_ = lastScores(output_);
    }
}

double Trainer::fractionDone() const {
    return config_.steps > 0 ? double(position_.step) / double(config_.steps) : position_.seconds / (60.0 * config_.minutes);
}

double Trainer::learningRate() const {
    const double warmup = config_.warmupSteps > 0 ? std::min(1.0, double(position_.step + 1) / config_.warmupSteps) : 1.0;
    return config_.learningRate * warmup * std::max(0.0, 1.0 - fractionDone());
}

LossTerms Trainer::lossOf(const Batch& batch, const TimeSampler::Draw& times, bool selfCondition) {
    const auto ids = batch.ids.to(device_);
    const auto t = times.t.to(device_);
    const auto shape = std::vector<std::int64_t>{ids.size(0), ids.size(1), config_.model.embeddingDim};
    const auto options = torch::TensorOptions(device_);
    LossDraws draws{torch::randn(shape, options), torch::randn(shape, options), {}};
    draws.selfCondition = selfCondition;
    if (config_.model.absorbingState && config_.model.discreteNoise) {
        const auto rate = forward_.absorbProbability(t, config_.model.denoiseRate).unsqueeze(1);
        draws.absorbed = torch::rand({ids.size(0), ids.size(1)}, options) < rate;
    }
    const Autocast autocast(config_.amp && hasQuickBfloat16(device_), device_);
    return trainingLoss(*net_, forward_, ids, batch.target.to(device_), t, draws, config_.loss, data_.pad);
}

Trainer::StepResult Trainer::step() {
    const auto batch = batches_.next();
    const auto seed = stepSeed(config_.seed, position_.step);
    torch::manual_seed(seed);
    std::mt19937_64 random(seed);
    const auto times = times_.draw(static_cast<int>(batch.ids.size(0)), random);

    for (auto& group : optimizer_->param_groups()) static_cast<torch::optim::AdamWOptions&>(group.options()).lr(learningRate());
    parameters_.zeroGradient();
    // Half the steps, as published: the network must also do without, where a run starts.
    const auto terms = lossOf(batch, times, config_.model.selfCondition && random() % 2 == 0);
    const auto loss = (terms.loss * times.weights.to(device_)).mean();
    loss.backward();
    const auto norm = parameters_.clipGradient(config_.gradientClip);
    optimizer_->step();
    ema_.update(parameters_, config_.emaRate, position_.step);

    const auto told = inOneDownload({loss, terms.mse.mean(), terms.predictedNll.mean(), norm, terms.loss});
    const auto figure = [&](size_t at) { return told[at].item<double>(); };
    if (!std::isfinite(figure(3)))
        throw Error(translatable("core", "Training diverged at step %1 (the gradient is not finite); lower the learning rate and resume."),
                    {std::to_string(position_.step)});
    times_.update(times.t, told[4]);

    ++position_.step;
    position_.pairs += batch.ids.size(0);
    position_.epoch = batches_.epoch();
    position_.batch = batches_.position();
    return {figure(0), figure(1), figure(2), figure(3), batch.ids.numel()};
}

void Trainer::log(const nlohmann::json& line) const { std::ofstream(output_ / "train.jsonl", std::ios::app) << line.dump() << '\n'; }

void Trainer::save() {
    saveCheckpoint(output_ / "checkpoint", identityOf(config_, data_), *net_, ema_, *optimizer_, times_, position_);
    ema_.swap(parameters_);
    StoredModel model{config_.model, nlohmann::json::object(), {}};
    for (auto& [name, tensor] : net_->stateDict())
        if (name == "word_embedding.weight" || name == "lm_head.weight")
            model.tensors.emplace_back(name, stored(net_->embeddings().detach()));
        else model.tensors.emplace_back(name, stored(tensor));
    ema_.swap(parameters_);
    model.config.dropout = 0;
    if (std::filesystem::exists(output_ / "config.json")) model.document = readJsonFile(output_ / "config.json");
    model.document["text_processor"] = data_.textProcessor;
    if (!model.document.contains("recommended")) model.document["recommended"] = usualSampler(config_.model);
    model.document["training"] = {{"options", toJson(config_)}, {"data", data_.record},     {"used_pairs", usedPairs()},
                                  {"steps", position_.step},    {"pairs", position_.pairs}, {"hours", position_.seconds / 3600.0},
                                  {"device", config_.device},   {"scores", scores_}};
    writeTokenizer(tokenizer_, output_);
    writeNativeModel(output_, model);
}

std::vector<size_t> Trainer::validationRows() const {
    std::vector<size_t> rows;
    for (size_t i = 0; i < data_.valid.size() && rows.size() < kNllRows; ++i)
        if (data_.valid.canvasLength(i) <= config_.batch.longestPair) rows.push_back(i);
    return rows;
}

double Trainer::validationNll(const std::vector<size_t>& rows) {
    torch::manual_seed(0); // the same draws each time: the figures of one run can be compared
    const auto batch = packBatch(data_.valid, rows, config_.batch.longestCanvas, data_.sep, data_.pad);
    const auto n = static_cast<std::int64_t>(rows.size());
    const auto even = torch::linspace(0, config_.model.diffusionSteps - 1, n).to(torch::kInt64);
    return lossOf(batch, {even, torch::ones({n})}, config_.model.selfCondition).predictedNll.mean().item<double>();
}

void Trainer::validate() {
    const auto rows = validationRows();
    if (rows.empty()) return; // where none fits there is nothing to say
    const torch::NoGradGuard guard;
    ema_.swap(parameters_);
    net_->eval();
    const TrainLogValidation validation{position_.step, position_.pairs, position_.seconds, validationNll(rows),
                                        sampleBleu(net_, config_.model, data_, kBleuRows)};
    net_->train();
    ema_.swap(parameters_);
    scores_ = {{"valid_nll", validation.nll}, {"valid_token_bleu", validation.tokenBleu}};
    log(toJson(validation));
}

void Trainer::run(const TrainCallbacks& callbacks, const std::stop_token& stop) {
    if (config_.steps <= 0 && config_.minutes <= 0) throw Error("Training needs --steps or --minutes.");
    const double before = position_.seconds;
    const auto start = Clock::now();
    double lastSave = before, lastValidation = before, lastReport = before;
    StepResult sum{};
    int count = 0;
    const auto report = [&] {
        TrainLogLine line{position_.step,
                          position_.epoch,
                          position_.pairs,
                          position_.seconds,
                          learningRate(),
                          sum.loss / count,
                          sum.mse / count,
                          sum.nll / count,
                          sum.gradientNorm / count,
                          0,
                          0};
        if (net_->absorbing().defined()) line.absorbingNorm = net_->absorbing().norm().item<double>();
        line.tokensPerSecond = double(sum.tokens) / std::max(1e-9, position_.seconds - lastReport);
        log(toJson(line));
        const double fraction = fractionDone();
        if (callbacks.onReport) callbacks.onReport({line, fraction > 0 ? position_.seconds * (1.0 / fraction - 1.0) : 0.0});
        lastReport = position_.seconds;
        sum = {};
        count = 0;
    };
    while (fractionDone() < 1.0 && !stop.stop_requested()) {
        const auto result = step();
        position_.seconds = before + secondsSince(start);
        sum = {sum.loss + result.loss, sum.mse + result.mse, sum.nll + result.nll, sum.gradientNorm + result.gradientNorm,
               sum.tokens + result.tokens};
        if (++count >= config_.logSteps) report();
        if (position_.seconds - lastSave > 60.0 * config_.saveMinutes) {
            save();
            lastSave = position_.seconds;
        }
        if (position_.seconds - lastValidation > 60.0 * callbacks.validateMinutes) {
            save();
            validate();
            lastValidation = position_.seconds;
        }
    }
    if (count > 0) report();
    save();
    if (!stop.stop_requested()) {
        validate();
        save();
    }
}

} // namespace diffuscope
