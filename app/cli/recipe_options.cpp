// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/recipe_options.h"

#include "core/engine/bundled.h"
#include "core/solvers/solver_table.h"

namespace diffuscope::cli {

std::string modelHelp() {
    std::string help = "Model folder, or one that ships:";
    for (const auto& name : bundledModels()) help += ' ' + name;
    return help;
}

template <class T>
CLI::Option* RecipeOptions::add(CLI::App& app, const char* name, const std::vector<const char*>& keys, const std::string& help) {
    return app.add_option_function<T>(
        name,
        [this, keys](const T& value) {
            for (const auto* key : keys) given_[key] = value;
        },
        help);
}

void RecipeOptions::addSamplerTo(CLI::App& app) {
    std::string spacings;
    for (const auto name : spacingNames()) spacings += (spacings.empty() ? "" : ", ") + std::string(name);
    add<std::string>(app, "--solver", {"solver"}, "See 'solvers'");
    add<int>(app, "--steps", {"steps"}, "Solver steps");
    add<int>(app, "--evaluations", {"evaluations"}, "Network evaluations to spend, instead of --steps");
    add<std::string>(app, "--spacing", {"spacing"}, spacings);
    add<std::string>(app, "--mode", {"mode"}, "faithful or as-released");
}

void RecipeOptions::addTo(CLI::App& app) {
    add<std::string>(app, "--model", {"model"}, modelHelp());
    add<std::string>(app, "--device", {"device"}, "cpu (the default) or cuda");
    add<std::uint64_t>(app, "--seed", {"seed"}, "Seed of the noise")->check(CLI::NonNegativeNumber);
    add<int>(app, "--samples", {"samples"}, "Candidates a source; without --mbr and --rerank the first one counts");
    add<std::vector<double>>(app, "--times", {"times"}, "Times of the custom spacing, falling from 1 to 1/T: 1,0.5,0.1")
        ->delimiter(',')
        ->allow_extra_args(false);
    add<double>(app, "--rho", {"rho"}, "Exponent of karras and polyexponential; 0: the published one");
    add<double>(app, "--temperature", {"temperature"}, "Scale of the initial noise, 0 … 10");
    add<double>(app, "--interpolate", {"interpolate"}, "τ of softmax(lm_head / τ) · E in place of x_0; 0: off");
    // DDIM's η and that of the SDE solvers have different defaults, so they are two keys; a solver heeds one of them.
    add<double>(app, "--eta", {"eta", "sde_eta"}, "Stochasticity of ddim and the SDE solvers, 0 … 1");
    add<double>(app, "--s-noise", {"s_noise"}, "Factor of the noise that stochastic solvers add, 0 … 2");
    add<double>(app, "--tolerance", {"tolerance"}, "Relative error that dpm-adaptive allows a step, 1e-6 … 1");
    add<int>(app, "--restarts", {"restarts"}, "How often 'restart' goes back up, 0 … 100");
    add<double>(app, "--absorb-rate", {"absorb_rate"}, "Discrete noise in solvers other than ancestral, 0 (off) … 1");
    add<int>(app, "--canvas", {"canvas"}, "Tokens on the canvas; 0: the model's");
    const auto flag = [&](const char* names, const char* key, const char* help) {
        app.add_flag_function(
            names, [this, key](std::int64_t count) { given_[key] = count > 0; }, help);
    };
    flag("--mbr,!--no-mbr", "mbr", "Choose the candidate with the least Bayes risk");
    flag("--rerank,!--no-rerank", "rerank",
         "Choose among the candidates that leave out or repeat the fewest values of the source, and of these among those with the fewest "
         "doubled words");
    app.add_flag_function(
        "--no-discrete-noise",
        [this](std::int64_t) {
            given_.update({{"discrete_noise", false}, {"absorb_rate", 0.0}});
        },
        "Sampling without discrete noise, whatever the solver");
    flag("--denoise-to-zero", "denoise_to_zero", "End with one more x_0 prediction");
    flag("--clamp", "rounding_clamp", "Round x_0 to the nearest embedding at each step");
}

Recipe RecipeOptions::over(const Recipe& recipe) const {
    auto json = toJson(recipe);
    json.update(given_);
    if (gives("times")) json["spacing"] = "custom";
    if (gives("steps") && !gives("evaluations")) json["evaluations"] = 0; // a budget would decide the steps
    return recipeFromJson(json);
}

Recipe RecipeOptions::overRecommended(const ModelInfo& info) const {
    auto json = toJson(Recipe{});
    json.update(info.recommended);
    return over(recipeFromJson(json));
}

} // namespace diffuscope::cli
