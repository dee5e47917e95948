// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/sweep/sweep.h"

namespace diffuscope {

/// Network evaluations that a sentence takes with all its candidates, about: some solvers decide by themselves. `absorbing` and Error: as evaluationPrice and
/// stepsOf.
double expectedEvaluations(const Recipe& recipe, bool absorbing = true);

/// An engine as a sweep sees it: no traces, the chosen candidate of each source.
class EngineGenerator : public SweepGenerator {
public:
    /// The engine must outlive it.
    explicit EngineGenerator(Engine& engine) : engine_(engine) {}
    std::string model() const override;
    std::optional<Wording> misfit(const std::string& source, int canvas) const override;
    double expectedEvaluations(const Recipe& recipe) const override;
    SweepBatch generate(const Recipe& recipe, std::stop_token stop) override;

private:
    Engine& engine_;
};

} // namespace diffuscope
