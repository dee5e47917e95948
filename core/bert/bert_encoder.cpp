// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bert/bert_encoder.h"

#include "core/error.h"
#include "core/model/native_model.h"
#include "core/model/safetensors.h"
#include "core/text/wordpiece_tokenizer.h"

#include <algorithm>

namespace diffuscope {
namespace {

constexpr const char* kLayerNorm = "LayerNorm.";

/// Tensors by their names in BERT: with the prefix that the file uses, and the older names of the norms' parameters.
class BertTensors {
public:
    explicit BertTensors(const std::filesystem::path& file)
        : file_(readSafetensors(file)), prefix_(file_.has("bert.embeddings.word_embeddings.weight") ? "bert." : "") {}

    torch::Tensor at(const std::string& name) const {
        const auto norm = name.find(kLayerNorm);
        if (norm != std::string::npos && !file_.has(prefix_ + name)) {
            const bool weight = name.ends_with("weight");
            return file_.at(prefix_ + name.substr(0, norm) + kLayerNorm + (weight ? "gamma" : "beta")).to(torch::kFloat32);
        }
        return file_.at(prefix_ + name).to(torch::kFloat32);
    }

private:
    TensorFile file_;
    std::string prefix_;
};

ModelConfig configOf(const std::filesystem::path& folder) {
    const auto json = readJsonFile(folder / "config.json");
    const auto type = json.value("model_type", "bert"), activation = json.value("hidden_act", "gelu");
    if (type != "bert" || activation != "gelu")
        throw Error("'" + folder.string() + "' holds a model of type '" + type + "' with activation '" + activation +
                    "'; the metric needs a BERT with 'gelu'.");
    ModelConfig config;
    config.hiddenSize = json.value("hidden_size", config.hiddenSize);
    config.layers = json.value("num_hidden_layers", config.layers);
    config.heads = json.value("num_attention_heads", config.heads);
    config.intermediateSize = json.value("intermediate_size", config.intermediateSize);
    config.layerNormEps = json.value("layer_norm_eps", config.layerNormEps);
    config.dropout = 0.0;
    return config;
}

EncoderLayer layerFrom(const BertTensors& tensors, const ModelConfig& config, int number) {
    EncoderLayer layer(config);
    const torch::NoGradGuard guard;
    for (auto& item : layer->named_parameters()) {
        const auto name = "encoder.layer." + std::to_string(number) + "." + item.key();
        const auto tensor = tensors.at(name);
        if (tensor.sizes() != item.value().sizes()) throw Error("The tensor '" + name + "' has not the size that config.json says.");
        item.value().copy_(tensor);
    }
    layer->eval();
    return layer;
}

} // namespace

struct BertEncoder::Impl {
    std::string name;
    std::shared_ptr<const Tokenizer> tokenizer;
    torch::Tensor words, positions, type, normWeight, normBias; ///< type: of the first segment, [hidden]
    double eps = 0.0;
    std::vector<EncoderLayer> layers; ///< up to the one that is taken
};

BertEncoder::BertEncoder(const std::filesystem::path& folder, int layer) : impl_(std::make_unique<Impl>()) {
    if (!std::filesystem::exists(folder / "model.safetensors"))
        throw Error("'" + folder.string() + "' holds no model.safetensors; it must be the folder of a BERT model.");
    const auto config = configOf(folder);
    if (layer < 0 || layer > config.layers)
        throw Error("The BERT in '" + folder.string() + "' has " + std::to_string(config.layers) + " layers; there is no layer " +
                    std::to_string(layer) + ".");
    const BertTensors tensors(folder / "model.safetensors");
    impl_->name = std::filesystem::weakly_canonical(folder).filename().string();
    impl_->tokenizer = openWordPiece(folder);
    impl_->words = tensors.at("embeddings.word_embeddings.weight");
    impl_->positions = tensors.at("embeddings.position_embeddings.weight");
    impl_->type = tensors.at("embeddings.token_type_embeddings.weight")[0];
    impl_->normWeight = tensors.at("embeddings.LayerNorm.weight");
    impl_->normBias = tensors.at("embeddings.LayerNorm.bias");
    impl_->eps = config.layerNormEps;
    if (impl_->tokenizer->size() > impl_->words.size(0))
        throw Error("The tokenizer in '" + folder.string() + "' has more tokens than the model's embeddings; they do not belong together.");
    const int taken = layer > 0 ? layer : std::max(1, 3 * config.layers / 4);
    for (int i = 0; i < taken; ++i) impl_->layers.push_back(layerFrom(tensors, config, i));
}

BertEncoder::~BertEncoder() = default;

int BertEncoder::layer() const { return static_cast<int>(impl_->layers.size()); }
const std::string& BertEncoder::name() const { return impl_->name; }

torch::Tensor BertEncoder::encode(const std::string& text) const {
    const torch::NoGradGuard guard;
    auto ids = impl_->tokenizer->encode(text);
    const auto room = static_cast<size_t>(impl_->positions.size(0));
    if (ids.size() > room) {
        ids.resize(room);
        ids.back() = impl_->tokenizer->special().sep;
    }
    const auto length = static_cast<std::int64_t>(ids.size());
    const auto index = torch::tensor(std::vector<std::int64_t>(ids.begin(), ids.end()), torch::kInt64);
    auto h = impl_->words.index_select(0, index) + impl_->positions.slice(0, 0, length) + impl_->type;
    h = torch::layer_norm(h, {h.size(1)}, impl_->normWeight, impl_->normBias, impl_->eps).unsqueeze(0);
    for (auto layer : impl_->layers) h = layer(h); // a module's handle: no copy
    return h.squeeze(0);
}

} // namespace diffuscope
