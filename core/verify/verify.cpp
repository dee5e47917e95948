// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/verify/verify.h"

#include "core/diffusion/losses.h"
#include "core/engine/opened_model.h"
#include "core/engine/sampling.h"
#include "core/error.h"
#include "core/model/device.h"
#include "core/model/safetensors.h"
#include "core/verify/published_times.h"

#include <cmath>
#include <map>
#include <regex>

namespace diffuscope {
namespace {

namespace fs = std::filesystem;

double largestDifference(const torch::Tensor& a, const torch::Tensor& b) {
    return (a.to(torch::kCPU, torch::kFloat64) - b.to(torch::kCPU, torch::kFloat64)).abs().max().item<double>();
}

/// The larger of the two, NaN above all: what is no number is not right.
double worse(double a, double b) { return std::isnan(a) || a > b ? a : b; }

double countOfDifferences(const torch::Tensor& a, const torch::Tensor& b) {
    return (a.to(torch::kCPU, torch::kInt64) != b.to(torch::kCPU, torch::kInt64)).sum().item<double>();
}

/// The draws that the published code made, in its order.
class RecordedDraws : public DrawSource {
public:
    RecordedDraws(torch::Tensor initial, torch::Tensor steps, torch::Tensor absorbed)
        : initial_(std::move(initial)), steps_(std::move(steps)), absorbed_(std::move(absorbed)) {}
    torch::Tensor initial() override { return initial_; }
    torch::Tensor normal(int step) override { return steps_[step]; }
    torch::Tensor absorbed(int step, double) override { return absorbed_[step].to(torch::kBool); }

private:
    torch::Tensor initial_, steps_, absorbed_;
};

/// The reference model.
struct Reference {
    OpenedModel model;
    NoiseSchedule schedule;
    NetDenoiser denoiser;

    Reference(const fs::path& folder, const std::string& device, torch::ScalarType type = torch::kFloat32)
        : model(openModel(folder, device)),
          schedule(NoiseSchedule::named(model.info.config.noiseSchedule, model.info.config.diffusionSteps)), denoiser(model.net) {
        model.net->to(type);
    }

    SamplingTask task(const TensorFile& file) {
        return {schedule, denoiser, model.info.config, file.at("input_ids"), file.at("input_mask") != 0};
    }
    torch::Tensor tokens(const torch::Tensor& x) const { return denoiser.logits(x).argmax(-1); }
};

using Cases = std::vector<VerifiedCase>;

torch::Tensor asTensor(const std::vector<double>& values) { return torch::tensor(values, torch::kFloat64); }

void verifySchedule(const TensorFile& file, Cases& cases) {
    const auto schedule = NoiseSchedule::sqrt(static_cast<int>(file.at("betas").size(0)));
    const auto compare = [&](const char* name, const std::vector<double>& ours) {
        cases.push_back({std::string("schedule/") + name, largestDifference(asTensor(ours), file.at(name)), 1e-12});
    };
    compare("betas", schedule.betas());
    compare("alphas_cumprod", schedule.alphasCumprod());
    compare("model_variance", schedule.modelVariance());
    compare("posterior_mean_coef1", schedule.posteriorMeanCoef1());
    compare("posterior_mean_coef2", schedule.posteriorMeanCoef2());
    compare("posterior_variance", schedule.posteriorVariance());
    const auto steps = evenTimesteps(schedule.steps(), 50);
    cases.push_back(
        {"schedule/respaced50_timesteps", countOfDifferences(torch::tensor(steps, torch::kInt64), file.at("respaced50_timesteps")), 0});
    compare("respaced50_betas", schedule.respaced(steps).betas());
}

void verifyForward(Reference& reference, const TensorFile& file, Cases& cases) {
    const torch::NoGradGuard guard;
    auto& net = *reference.model.net;
    const auto y = net.forward(file.at("x"), net.embedTime(file.at("t")));
    cases.push_back({"forward/y", largestDifference(y, file.at("y")), 1e-4});
    cases.push_back({"forward/logits", largestDifference(net.logits(y, net.embeddings()), file.at("logits")), 1e-4});
}

void verifyLoss(Reference& reference, const TensorFile& file, Cases& cases) {
    const torch::NoGradGuard guard;
    const ForwardProcess forward(reference.schedule, file.at("noise_xt").device());
    const LossDraws draws{file.at("noise_x0"), file.at("noise_xt"), file.at("absorbed") != 0};
    const auto terms = trainingLoss(*reference.model.net, forward, file.at("input_ids"), file.at("input_mask") != 0, file.at("t"), draws,
                                    LossOptions{}, reference.model.tokenizer->special().pad);
    cases.push_back({"loss/mse", largestDifference(terms.mse, file.at("mse")), 1e-4});
    cases.push_back({"loss/nll_predicted", largestDifference(terms.predictedNll, file.at("nll_predicted")), 1e-4});
    cases.push_back({"loss/loss", largestDifference(terms.loss, file.at("loss")), 1e-4});
}

void verifyAncestral(Reference& reference, const TensorFile& file, const std::string& name, bool clamp, Cases& cases) {
    RecordedDraws draws(file.at("initial_noise"), file.at("step_noise"), file.at("step_absorbed"));
    Recipe recipe;
    recipe.solver = "ancestral";
    recipe.mode = Mode::AsReleased;
    recipe.steps = static_cast<int>(file.at("x").size(0));
    recipe.roundingClamp = clamp;
    double x = 0, x0 = 0;
    const auto end = sampleLatents(reference.task(file), recipe, draws, [&](const SampledStep& step) {
        if (step.index > 0) x = worse(x, largestDifference(step.x, file.at("x")[step.index - 1]));
        if (step.index < recipe.steps) x0 = worse(x0, largestDifference(step.x0, file.at("x0")[step.index]));
    });
    cases.push_back({name + "/x", x, 1e-3});
    cases.push_back({name + "/x0", x0, 1e-3});
    cases.push_back({name + "/tokens", countOfDifferences(reference.tokens(end), file.at("tokens")), 0});
}

void verifyReleased(Reference& reference, const TensorFile& file, Cases& cases) {
    for (const int steps : {3, 5, 10, 20}) {
        RecordedDraws draws(file.at("initial_noise"), {}, {});
        Recipe recipe;
        recipe.mode = Mode::AsReleased;
        recipe.steps = steps;
        const auto x = sampleLatents(reference.task(file), recipe, draws, {});
        const auto suffix = "_" + std::to_string(steps);
        cases.push_back({"dpmpp_released/x" + suffix, largestDifference(x, file.at("x" + suffix)), 1e-3});
        cases.push_back({"dpmpp_released/tokens" + suffix, countOfDifferences(reference.tokens(x), file.at("tokens" + suffix)), 0});
    }
}

/// Reads x_dpmpp_multistep2_time_uniform_10 as a recipe; false for another name. The recorded count is one of
/// evaluations, which single-step solvers share out among their steps.
bool recipeOfName(const std::string& name, Recipe& recipe) {
    static const std::map<std::string, std::string> solvers{{"dpmpp_singlestep1", "dpmpp-1"},  {"dpmpp_singlestep2", "dpmpp-2s"},
                                                            {"dpmpp_singlestep3", "dpmpp-3s"}, {"dpmpp_multistep2", "dpmpp-2m"},
                                                            {"dpmpp_multistep3", "dpmpp-3m"},  {"dpm_singlestep1", "ddim"},
                                                            {"dpm_singlestep2", "dpm-2s"},     {"dpm_singlestep3", "dpm-3s"},
                                                            {"dpm_multistep2", "dpm-2m"},      {"dpm_multistep3", "dpm-3m"}};
    static const std::map<std::string, std::string> spacings{
        {"logSNR", "log-snr"}, {"time_uniform", "time-uniform"}, {"time_quadratic", "time-quadratic"}};
    static const std::regex pattern("x_(dpm(?:pp)?_(?:single|multi)step[123])_(logSNR|time_uniform|time_quadratic)_([0-9]+)");
    std::smatch parts;
    if (!std::regex_match(name, parts, pattern) || !solvers.count(parts[1])) return false;
    recipe.solver = solvers.at(parts[1]);
    recipe.spacing = spacings.at(parts[2]);
    recipe.evaluations = std::stoi(parts[3]);
    return true;
}

/// The recorded end of 2,000 third-order steps: what every solver comes to, and no solver's own way of getting there.
Recipe fineRecipe() {
    Recipe recipe;
    recipe.solver = "dpmpp-3m";
    recipe.spacing = "log-snr";
    recipe.steps = 2000;
    return recipe;
}

void verifyFaithful(Reference& reference, const TensorFile& file, const std::string& group, double tolerance, Cases& cases) {
    const auto type = reference.denoiser.table().scalar_type();
    for (const auto& [name, expected] : file.tensors) {
        auto recipe = fineRecipe();
        const bool fine = name == "x_fine" && type == torch::kFloat64; // one minute of float32 would show nothing more
        if (!fine && !recipeOfName(name, recipe)) continue;
        RecordedDraws draws(file.at("initial_noise").to(type), {}, {});
        auto task = reference.task(file);
        const auto plan = type == torch::kFloat64 ? publishedPlan(reference.schedule, recipe) : samplingPlan(reference.schedule, recipe);
        task.plan = &plan;
        cases.push_back({group + "/" + name, largestDifference(sampleLatents(task, recipe, draws, {}), expected), tolerance});
    }
}

void verifyRounding(Reference& reference, const TensorFile& file, Cases& cases) {
    const Rounding rounding(reference.denoiser.table(), reference.denoiser.absorbing());
    const auto& z = file.at("z");
    const auto nearest = rounding.nearest(z, static_cast<int>(file.at("nearest").size(1)));
    cases.push_back({"rounding/nearest", countOfDifferences(nearest.tokens, file.at("nearest")), 0});
    cases.push_back({"rounding/distance", largestDifference(nearest.distances, file.at("distance")), 1e-4});
    cases.push_back(
        {"rounding/distance_to_absorbing", largestDifference(rounding.distanceToAbsorbing(z), file.at("distance_to_absorbing")), 1e-4});
    cases.push_back({"rounding/lm_head_top1", countOfDifferences(reference.tokens(z), file.at("lm_head_top1")), 0});
}

void verifyTokenizer(const fs::path& folder, Cases& cases) {
    const auto tokenizer = openTokenizer(folder);
    double wrong = 0;
    for (const auto& row : readJsonFile(folder / "encodings.json")) {
        const auto ids = row.at("ids").get<std::vector<TokenId>>();
        wrong += tokenizer->encode(row.at("text").get<std::string>()) != ids;
        wrong += tokenizer->decode(ids, true) != row.at("decoded").get<std::string>();
    }
    cases.push_back({"tokenizer/" + folder.filename().string(), wrong, 0});
}

} // namespace

std::vector<VerifiedCase> verifyFolder(const fs::path& folder, const std::string& device) {
    const auto where = deviceNamed(device);
    Cases cases;
    const auto with = [&](const char* name, const auto& check) {
        const auto path = folder / (std::string(name) + ".safetensors");
        if (!fs::exists(path)) return;
        auto file = readSafetensors(path);
        for (auto& item : file.tensors) item.second = item.second.to(where);
        check(file);
    };
    with("schedule", [&](const TensorFile& file) { verifySchedule(file, cases); });
    if (fs::exists(folder / "tiny")) {
        Reference reference(folder / "tiny", device);
        with("forward", [&](const TensorFile& file) { verifyForward(reference, file, cases); });
        with("loss", [&](const TensorFile& file) { verifyLoss(reference, file, cases); });
        with("ddpm", [&](const TensorFile& file) { verifyAncestral(reference, file, "ddpm", false, cases); });
        with("ddpm_clamped", [&](const TensorFile& file) { verifyAncestral(reference, file, "ddpm_clamped", true, cases); });
        with("dpmpp_released", [&](const TensorFile& file) { verifyReleased(reference, file, cases); });
        with("dpmpp_faithful", [&](const TensorFile& file) {
            verifyFaithful(reference, file, "dpmpp_faithful", 1e-3, cases);
            // The recorded runs had float32 times here and there (see published_times.h) and all else in float64.
            Reference exact(folder / "tiny", device, torch::kFloat64);
            verifyFaithful(exact, file, "dpmpp_faithful_float64", 1e-6, cases);
        });
        with("rounding", [&](const TensorFile& file) { verifyRounding(reference, file, cases); });
    }
    for (const char* name : {"tiny", "bert-base-uncased"})
        if (fs::exists(folder / name / "encodings.json")) verifyTokenizer(folder / name, cases);
    if (cases.empty()) throw Error("'" + folder.string() + "' holds no reference cases.");
    return cases;
}

} // namespace diffuscope
