// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/official_model.h"

#include "core/error.h"
#include "core/model/transformer_net.h"

#include <algorithm>
#include <tuple>

namespace diffuscope {
namespace {

/// The checkpoint to read: EMA before plain weights, then the highest step (names end in it, with zeros before up to six digits).
std::filesystem::path newestCheckpoint(const std::filesystem::path& folder) {
    std::filesystem::path best;
    const auto rank = [](const std::filesystem::path& path) {
        const auto name = path.stem().string();
        auto step = name.substr(name.find_last_not_of("0123456789") + 1); // npos + 1 is 0
        step.erase(0, std::min(step.find_first_not_of('0'), step.size()));
        return std::tuple(name.rfind("ema", 0) == 0, step.size(), step); // of two numbers the longer one is the higher
    };
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const auto name = entry.path().filename().string();
        const bool named = name.rfind("ema_", 0) == 0 || name.rfind("model", 0) == 0;
        if (entry.path().extension() == ".pt" && named && (best.empty() || rank(entry.path()) > rank(best))) best = entry.path();
    }
    return best;
}

const torch::Tensor* find(const StateDict& tensors, const std::string& name) {
    const auto at = std::find_if(tensors.begin(), tensors.end(), [&](const auto& item) { return item.first == name; });
    return at == tensors.end() ? nullptr : &at->second;
}

const torch::Tensor& need(const StateDict& tensors, const std::string& name) {
    if (const auto* tensor = find(tensors, name)) return *tensor;
    throw Error(translatable("core", "The checkpoint has no tensor '%1'; it is no DiffuSeq checkpoint."), {name});
}

/// Of every published BERT, whose settings the published code starts from.
constexpr int kHeadSize = 64;

/// Sizes that the weights themselves show win over what the JSON files say; they show no number of heads.
void adoptSizes(ModelConfig& config, const StateDict& tensors, bool namesHeads) {
    const auto& words = need(tensors, "word_embedding.weight");
    config.vocabSize = static_cast<int>(words.size(0));
    config.embeddingDim = static_cast<int>(words.size(1));
    config.timeDim = static_cast<int>(need(tensors, "time_embed.0.weight").size(1));
    const auto& positions = need(tensors, "position_embeddings.weight");
    config.maxPositions = static_cast<int>(positions.size(0));
    config.hiddenSize = static_cast<int>(positions.size(1));
    config.absorbingState = find(tensors, "mean_embed") != nullptr;
    if (!namesHeads) config.heads = std::max(1, config.hiddenSize / kHeadSize);
    config.layers = 0;
    while (find(tensors, "input_transformers.layer." + std::to_string(config.layers) + ".output.dense.weight")) ++config.layers;
    if (config.layers > 0)
        config.intermediateSize = static_cast<int>(need(tensors, "input_transformers.layer.0.intermediate.dense.weight").size(0));
}

} // namespace

bool isOfficialModel(const std::filesystem::path& folder) { return !newestCheckpoint(folder).empty(); }

StoredModel readOfficialModel(const std::filesystem::path& folder) {
    StoredModel model;
    model.document = nlohmann::json::object();
    for (const char* name : {"training_args.json", "config.json"})
        if (std::filesystem::exists(folder / name)) model.document.update(readJsonFile(folder / name));
    model.tensors = readTorchFile(newestCheckpoint(folder));
    auto known = model.document;
    known.erase("vocab_size"); // the BERT config's, not the model's
    model.config = modelConfigFromJson([&] {
        auto complete = known;
        complete["vocab_size"] = need(model.tensors, "word_embedding.weight").size(0);
        return complete;
    }());
    adoptSizes(model.config, model.tensors, known.contains("num_attention_heads"));
    model.config = modelConfigFromJson(toJson(model.config)); // which checks them
    return model;
}

void writeOfficialModel(const std::filesystem::path& folder, const StoredModel& model) {
    std::filesystem::create_directories(folder);
    const auto& c = model.config;
    writeJsonFile(folder / "training_args.json", {{"vocab", "bert"},
                                                  {"vocab_size", c.vocabSize},
                                                  {"seq_len", c.seqLen},
                                                  {"hidden_dim", c.embeddingDim},
                                                  {"hidden_t_dim", c.timeDim},
                                                  {"dropout", c.dropout},
                                                  {"diffusion_steps", c.diffusionSteps},
                                                  {"noise_schedule", c.noiseSchedule},
                                                  {"timestep_respacing", ""},
                                                  {"config_name", "bert-base-uncased"},
                                                  {"use_plm_init", "no"},
                                                  {"predict_xstart", true},
                                                  {"rescale_timesteps", c.rescaleTimesteps},
                                                  {"learn_sigma", false},
                                                  {"sigma_small", false},
                                                  {"use_kl", false},
                                                  {"rescale_learned_sigmas", false},
                                                  {"emb_scale_factor", 1.0},
                                                  {"learned_mean_embed", c.absorbingState},
                                                  {"denoise", c.discreteNoise},
                                                  {"denoise_rate", c.denoiseRate},
                                                  {"rejection_rate", 0.0},
                                                  {"reg_rate", 0.01},
                                                  {"notes", ""},
                                                  {"seed", 102}});
    nlohmann::json config = {{"model_type", "bert"},
                             {"hidden_size", c.hiddenSize},
                             {"num_hidden_layers", c.layers},
                             {"num_attention_heads", c.heads},
                             {"intermediate_size", c.intermediateSize},
                             {"max_position_embeddings", c.maxPositions},
                             {"layer_norm_eps", c.layerNormEps},
                             {"hidden_act", "gelu"},
                             {"vocab_size", c.vocabSize},
                             {"text_processor", model.document.value("text_processor", nlohmann::json())}};
    for (const char* ours : {"name", "about", "data", "recommended"}) // which other programs pass over
        if (const auto at = model.document.find(ours); at != model.document.end()) config[ours] = *at;
    writeJsonFile(folder / "config.json", config);
    auto tensors = model.tensors;
    std::erase_if(tensors, [](const auto& item) { return item.first == kSelfConditionName; });
    writeTorchFile(folder / "ema_0.9999_000000.pt", tensors);
}

} // namespace diffuscope
