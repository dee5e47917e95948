// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/sample_bleu.h"

#include "core/engine/sampling.h"
#include "core/metrics/sacre_bleu.h"
#include "core/text/packing.h"

#include <numeric>

namespace diffuscope {
namespace {

Recipe validationRecipe() {
    Recipe recipe;
    recipe.solver = "dpmpp-2m";
    recipe.steps = 20;
    recipe.temperature = 0.7;
    recipe.interpolate = 0.5;
    return recipe;
}

std::string idText(const std::vector<std::int32_t>& ids) {
    std::string text;
    for (const auto id : ids) text.append(std::to_string(id)).push_back(' ');
    return text;
}

/// What is generated of a canvas row, or what the data has there.
std::string rowText(const torch::Tensor& ids, const torch::Tensor& target, std::int64_t row, const PreparedData& data) {
    const auto tokens = ids[row].to(torch::kCPU, torch::kInt32).contiguous();
    const auto mask = target[row].to(torch::kCPU, torch::kUInt8).contiguous();
    const auto length = static_cast<size_t>(tokens.numel());
    return idText(generatedIds({tokens.data_ptr<std::int32_t>(), length}, {mask.data_ptr<std::uint8_t>(), length}, data.sep, data.pad));
}

} // namespace

double sampleBleu(const TransformerNet& net, const ModelConfig& config, const PreparedData& data, int rows) {
    std::vector<size_t> pairs;
    for (size_t i = 0; i < data.valid.size() && pairs.size() < static_cast<size_t>(rows); ++i)
        if (data.valid.canvasLength(i) <= config.seqLen) pairs.push_back(i);
    if (pairs.empty()) return 0.0;
    const auto batch = packBatch(data.valid, pairs, config.seqLen, data.sep, data.pad);
    NetDenoiser denoiser(net);
    const auto options = denoiser.table().options();
    const auto schedule = NoiseSchedule::named(config.noiseSchedule, config.diffusionSteps);
    const auto target = batch.target.to(options.device());
    // The answer must not be on the canvas; its positions hold padding, as in generation.
    const auto ids = torch::where(batch.target, torch::full_like(batch.ids, data.pad), batch.ids).to(options.device());
    const SamplingTask task{schedule, denoiser, config, ids, target};
    std::vector<int> numbers(pairs.size());
    std::iota(numbers.begin(), numbers.end(), 0);
    CounterDraws draws(0, numbers, config.seqLen, config.embeddingDim, options);
    const torch::NoGradGuard guard;
    const auto tokens = denoiser.logits(sampleLatents(task, validationRecipe(), draws, {})).argmax(-1);
    std::vector<std::string> candidates, references;
    for (std::int64_t row = 0; row < tokens.size(0); ++row) {
        candidates.push_back(rowText(tokens, batch.target, row, data));
        references.push_back(rowText(batch.ids, batch.target, row, data));
    }
    return corpusBleu(candidates, references);
}

} // namespace diffuscope
