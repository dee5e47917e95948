// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transformer_net.h"

#include "core/error.h"

#include <cmath>

namespace diffuscope {
namespace nn = torch::nn;
namespace F = torch::nn::functional;

namespace {

/// A container that only carries a level of the published names ("attention.self.query").
struct NamedModule : nn::Module {};

std::shared_ptr<nn::Module> group(nn::Module& parent, const std::string& name) {
    return parent.register_module(name, std::make_shared<NamedModule>());
}

std::string shapeText(const torch::Tensor& tensor) {
    std::string text = "[";
    for (int64_t i = 0; i < tensor.dim(); ++i) text += (i ? ", " : "") + std::to_string(tensor.size(i));
    return text + "]";
}

constexpr const char* kEmbeddingName = "word_embedding.weight";
constexpr const char* kHeadName = "lm_head.weight";

} // namespace

EncoderLayerImpl::EncoderLayerImpl(const ModelConfig& config) : heads_(config.heads), dropout_(config.dropout) {
    const int64_t d = config.hiddenSize;
    const auto normOptions = nn::LayerNormOptions({d}).eps(config.layerNormEps);
    const auto attention = group(*this, "attention");
    const auto self = group(*attention, "self");
    query_ = self->register_module("query", nn::Linear(d, d));
    key_ = self->register_module("key", nn::Linear(d, d));
    value_ = self->register_module("value", nn::Linear(d, d));
    const auto attentionOutput = group(*attention, "output");
    attentionOut_ = attentionOutput->register_module("dense", nn::Linear(d, d));
    attentionNorm_ = attentionOutput->register_module("LayerNorm", nn::LayerNorm(normOptions));
    intermediate_ = group(*this, "intermediate")->register_module("dense", nn::Linear(d, config.intermediateSize));
    const auto output = group(*this, "output");
    output_ = output->register_module("dense", nn::Linear(config.intermediateSize, d));
    outputNorm_ = output->register_module("LayerNorm", nn::LayerNorm(normOptions));
}

torch::Tensor EncoderLayerImpl::attend(const torch::Tensor& h) {
    const auto batch = h.size(0), length = h.size(1), width = h.size(2);
    const auto split = [&](const torch::Tensor& projected) {
        return projected.view({batch, length, heads_, width / heads_}).transpose(1, 2);
    };
    const auto q = split(query_(h)), k = split(key_(h)), v = split(value_(h));
#if TORCH_VERSION_MAJOR >= 2
    const auto context = at::scaled_dot_product_attention(q, k, v, {}, is_training() ? dropout_ : 0.0);
#else
    const double scale = 1.0 / std::sqrt(double(width / heads_));
    auto weights = torch::softmax(torch::matmul(q * scale, k.transpose(-1, -2)), -1);
    if (is_training() && dropout_ > 0) weights = torch::dropout(weights, dropout_, true);
    const auto context = torch::matmul(weights, v);
#endif
    return attentionOut_(context.transpose(1, 2).reshape({batch, length, width}));
}

torch::Tensor EncoderLayerImpl::forward(const torch::Tensor& h) {
    const auto drop = [this](const torch::Tensor& x) { return is_training() && dropout_ > 0 ? torch::dropout(x, dropout_, true) : x; };
    const auto attended = attentionNorm_(drop(attend(h)) + h);
    return outputNorm_(drop(output_(F::gelu(intermediate_(attended)))) + attended);
}

TransformerNetImpl::TransformerNetImpl(const ModelConfig& config) : config_(config) {
    const int64_t d = config.hiddenSize, D = config.embeddingDim;
    wordEmbedding_ = register_module("word_embedding", nn::Embedding(config.vocabSize, D));
    lmHeadBias_ = group(*this, "lm_head")->register_parameter("bias", torch::zeros({config.vocabSize}));
    timeEmbed_ = register_module(
        "time_embed", nn::Sequential(nn::Linear(config.timeDim, config.timeDim * 4), nn::SiLU(), nn::Linear(config.timeDim * 4, d)));
    if (D != d) upProjection_ = register_module("input_up_proj", nn::Sequential(nn::Linear(D, d), nn::Tanh(), nn::Linear(d, d)));
    if (config.selfCondition) {
        selfCondition_ = register_module("self_condition", nn::Linear(nn::LinearOptions(D, d).bias(false)));
        torch::nn::init::zeros_(selfCondition_->weight); // so that training can start from a network without it
    }
    const auto encoder = group(*this, "input_transformers");
    const auto layers = group(*encoder, "layer");
    for (int i = 0; i < config.layers; ++i) layers_.push_back(layers->register_module(std::to_string(i), EncoderLayer(config)));
    positionIds_ = register_buffer("position_ids", torch::arange(config.maxPositions, torch::kInt64).unsqueeze(0));
    positions_ = register_module("position_embeddings", nn::Embedding(config.maxPositions, d));
    layerNorm_ = register_module("LayerNorm", nn::LayerNorm(nn::LayerNormOptions({d}).eps(config.layerNormEps)));
    if (D != d) downProjection_ = register_module("output_down_proj", nn::Sequential(nn::Linear(d, d), nn::Tanh(), nn::Linear(d, D)));
    if (config.absorbingState) absorbing_ = register_parameter("mean_embed", torch::randn({D}) / std::sqrt(double(D)));
}

torch::Tensor sinusoidalEmbedding(const torch::Tensor& time, int dim, torch::ScalarType type) {
    const int half = dim / 2;
    const auto wide = type == torch::kFloat64 ? torch::kFloat64 : torch::kFloat32;
    // Float32 on purpose: the published frequencies are, and at t = 1000 their last bit shows in the output. The
    // exponential is taken in float64 and rounded, so that it does not depend on a library's own last bit.
    const auto exponents = torch::arange(half, wide) * -std::log(10000.0) / half;
    const auto frequencies = torch::exp(exponents.to(torch::kFloat64)).to(wide).to(time.device());
    const auto angles = time.to(wide).unsqueeze(1) * frequencies.unsqueeze(0);
    auto embedding = torch::cat({angles.cos(), angles.sin()}, 1);
    return dim % 2 ? F::pad(embedding, F::PadFuncOptions({0, 1})) : embedding;
}

torch::Tensor TransformerNetImpl::embedTime(const torch::Tensor& time) {
    return timeEmbed_->forward(sinusoidalEmbedding(time, config_.timeDim, lmHeadBias_.scalar_type()).to(lmHeadBias_.dtype()));
}

torch::Tensor TransformerNetImpl::forward(const torch::Tensor& x, const torch::Tensor& timeEmbedding, const torch::Tensor& previous) {
    const auto length = x.size(1);
    auto h = upProjection_ ? upProjection_->forward(x) : x;
    if (selfCondition_ && previous.defined()) h = h + selfCondition_(previous);
    h = layerNorm_(h + positions_->weight.slice(0, 0, length) + timeEmbedding.unsqueeze(1));
    if (is_training() && config_.dropout > 0) h = torch::dropout(h, config_.dropout, true);
    for (auto& layer : layers_) h = layer(h);
    return downProjection_ ? downProjection_->forward(h) : h;
}

torch::Tensor TransformerNetImpl::embeddings() const {
    if (!normalise_) return wordEmbedding_->weight;
    return torch::layer_norm(wordEmbedding_->weight, {config_.embeddingDim});
}

torch::Tensor TransformerNetImpl::logits(const torch::Tensor& x, const torch::Tensor& table) const {
    return F::linear(x, table, lmHeadBias_);
}

void TransformerNetImpl::foldNormalisation() {
    if (!normalise_) return;
    const torch::NoGradGuard guard;
    wordEmbedding_->weight.copy_(embeddings());
    normalise_ = false;
}

std::vector<std::pair<std::string, torch::Tensor>> TransformerNetImpl::stateDict() const {
    std::vector<std::pair<std::string, torch::Tensor>> result;
    for (const auto& item : named_parameters()) {
        result.emplace_back(item.key(), item.value().detach());
        if (item.key() == kEmbeddingName) result.emplace_back(kHeadName, item.value().detach());
    }
    result.emplace_back("position_ids", positionIds_);
    return result;
}

void TransformerNetImpl::loadStateDict(const std::vector<std::pair<std::string, torch::Tensor>>& tensors) {
    const torch::NoGradGuard guard;
    std::map<std::string, torch::Tensor> byName(tensors.begin(), tensors.end());
    for (auto& item : named_parameters()) {
        const auto found = byName.find(item.key());
        if (found == byName.end())
            throw Error(translatable("core", "The checkpoint has no tensor '%1', which this network needs."), {item.key()});
        if (found->second.sizes() != item.value().sizes())
            throw Error(translatable("core", "The checkpoint's '%1' has shape %2, the network's has %3."),
                        {item.key(), shapeText(found->second), shapeText(item.value())});
        item.value().copy_(found->second);
    }
}

} // namespace diffuscope
