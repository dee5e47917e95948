// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/reference_run.h"

namespace diffuscope {

Recipe referenceRecipe(const Recipe& recipe, int steps) {
    Recipe reference;
    reference.model = recipe.model;
    reference.sources = recipe.sources;
    reference.solver = "dpmpp-2m";
    reference.steps = steps;
    reference.spacing = "log-snr";
    reference.mode = Mode::Faithful;
    reference.seed = recipe.seed;
    reference.samples = recipe.samples;
    reference.temperature = recipe.temperature;
    reference.interpolate = recipe.interpolate;
    reference.roundingClamp = recipe.roundingClamp;
    reference.denoiseToZero = recipe.denoiseToZero;
    reference.canvas = recipe.canvas;
    reference.device = recipe.device;
    return reference;
}

Trace withoutInnerLatents(Trace trace) {
    for (size_t i = 0; i + 1 < trace.steps.size(); ++i) {
        auto step = std::make_shared<TraceStep>(*trace.steps[i]);
        step->x = {};
        step->x0 = {};
        step->state = {};
        step->toAbsorbing = {};
        step->nearAbsorbing = {};
        step->absorbed = {};
        trace.steps[i] = step;
    }
    return trace;
}

} // namespace diffuscope
