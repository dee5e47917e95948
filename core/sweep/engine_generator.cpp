// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/engine_generator.h"

#include "core/error.h"
#include "core/text/packing.h"

#include <sstream>

namespace diffuscope {
namespace {

/// Of a solver that decides by itself how often it evaluates.
constexpr int kGuessedEvaluations = 3;

} // namespace

double expectedEvaluations(const Recipe& recipe, bool absorbing) {
    const auto [perStep, extra] = evaluationPrice(recipe, absorbing);
    return recipe.samples * (double(stepsOf(recipe, absorbing)) * (perStep > 0 ? perStep : kGuessedEvaluations) + extra);
}

std::string EngineGenerator::model() const {
    const auto& info = engine_.info();
    std::ostringstream text;
    text.precision(17);
    // The norms change with every step of training, and cost nothing to look at.
    text << info.name << ' ' << info.parameters << ' ' << info.embeddingNorm << ' ' << info.absorbingNorm;
    return text.str();
}

std::optional<Wording> EngineGenerator::misfit(const std::string& source, int canvas) const {
    if (source.find_first_not_of(" \t\r\n") == std::string::npos) return translatable("core", "The source is empty.");
    try {
        const std::vector<std::int32_t> tokens(static_cast<std::size_t>(engine_.sourceLength(source)), 0);
        packSource(tokens, canvas > 0 ? canvas : engine_.info().config.seqLen, 0, 0);
        return std::nullopt;
    } catch (const Error& error) {
        return error.wording();
    }
}

double EngineGenerator::expectedEvaluations(const Recipe& recipe) const {
    return diffuscope::expectedEvaluations(recipe, engine_.info().config.absorbingState);
}

SweepBatch EngineGenerator::generate(const Recipe& recipe, std::stop_token stop) {
    TraceOptions options;
    options.steps = options.latents = false;
    const auto trace = engine_.run(recipe, options, {}, stop);
    SweepBatch batch;
    for (const int row : trace.chosen) batch.texts.push_back(trace.sentences[static_cast<std::size_t>(row)].text);
    batch.seconds = trace.seconds;
    batch.evaluations = double(trace.evaluations) * recipe.samples;
    return batch;
}

} // namespace diffuscope
