// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/edit.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace diffuscope {

/// How a solver treats the process.
/// Faithful: as the solver's own paper defines it, on y = x − m (m: the absorbing state).
/// AsReleased: as the published DiffuSeq-v2 sampler computes it, step for step.
enum class Mode { Faithful, AsReleased };

const char* toString(Mode mode);
/// Throws Error for a name that is neither "faithful" nor "as-released".
Mode modeFromString(const std::string& name);

/// Everything that decides what a run computes: same recipe, same machine, same build, same bits.
/// Its JSON is what session files, figures, traces and the command line carry.
struct Recipe {
    std::string model = "bundled";        ///< model folder, or one that ships (bundledModels)
    std::vector<std::string> sources;     ///< one sentence a row, as the person typed it
    std::string solver = "dpmpp-2m";      ///< a name of solverTable()
    int steps = 20;                       ///< solver steps, 1 … diffusion steps for `ancestral`
    int evaluations = 0;                  ///< > 0: as many steps as these evaluations pay for, instead of `steps`
    std::string spacing = "time-uniform"; ///< a name of spacingNames()
    double rho = 0.0;                     ///< exponent of `karras` and `polyexponential`; 0: the published one
    std::vector<double> times;            ///< spacing `custom`: falling, in [1/T, 1]; decides the steps
    Mode mode = Mode::Faithful;
    std::uint64_t seed = 0;
    int samples = 1;            ///< candidates for each source
    double temperature = 1.0;   ///< scale of the initial noise; 1 is what the theory asks for
    double interpolate = 0.0;   ///< τ > 0: x_0 is replaced by softmax(lm_head(x_0) / τ) · E; 0: off
    double eta = 0.0;           ///< stochasticity of `ddim`: 0 deterministic … 1 as noisy as ancestral
    double sdeEta = 1.0;        ///< η of the SDE solvers (τ of `sa-solver`): 0 their ODE … 1 as their papers
    double noiseScale = 1.0;    ///< factor of the noise that stochastic solvers add at each step; 1 is the theory's
    double tolerance = 0.05;    ///< `dpm-adaptive`: relative error allowed a step
    int restarts = 1;           ///< `restart`: how often it goes back up
    bool discreteNoise = true;  ///< ancestral: absorb positions with probability std · denoise_rate
    double absorbRate = 0.0;    ///< the same for the other solvers, with this rate (ancestral sampling's std); 0: off
    bool denoiseToZero = false; ///< the end is one more x_0 prediction, made from the last state
    bool roundingClamp = false; ///< x_0 is moved to the nearest embedding before each update
    int canvas = 0;             ///< tokens on the canvas; 0: chosen from the source and the model
    bool mbr = false;           ///< choose the candidate with the least Bayes risk
    bool rerank = false;        ///< choose among the candidates that say the source's values best (slotErrors)
    std::string device = "cpu"; ///< "cpu" or "cuda"
    std::vector<Edit> edits;    ///< what a person changed on the way

    bool operator==(const Recipe&) const = default;
};

nlohmann::json toJson(const Recipe& recipe);
/// Unknown keys are refused, missing ones keep their defaults; throws Error naming the key.
Recipe recipeFromJson(const nlohmann::json& json);
/// Refuses values outside their range with a sentence that names the option and the range.
void validate(const Recipe& recipe);

/// What a run costs each row, in network evaluations: steps · perStep + extra.
struct EvaluationPrice {
    int perStep = 1; ///< 0: the solver decides by itself
    int extra = 0;   ///< beside the steps

    bool operator==(const EvaluationPrice&) const = default;
};

/// Of the recipe's solver and options. `absorbing`: the model has an absorbing state; without one there is no discrete noise.
/// Throws Error for an unknown solver. (This and the next in diffuscope_core: they ask the table of solvers.)
EvaluationPrice evaluationPrice(const Recipe& recipe, bool absorbing = true);
/// Steps that the recipe asks for: as many as its list of times has, or its budget pays for, else `steps`. Where times coincide the
/// run takes fewer. Throws Error for a budget that pays for no step, or a solver that has no price.
int stepsOf(const Recipe& recipe, bool absorbing = true);

} // namespace diffuscope
