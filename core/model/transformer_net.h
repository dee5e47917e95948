// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model_info.h"

#include <torch/torch.h>

namespace diffuscope {

/// One BERT layer (Devlin et al. 2019): post-LN self-attention and GELU feed-forward, no attention mask.
class EncoderLayerImpl : public torch::nn::Module {
public:
    EncoderLayerImpl(const ModelConfig& config);
    /// h: [B, L, hidden]
    torch::Tensor forward(const torch::Tensor& h);

private:
    torch::Tensor attend(const torch::Tensor& h);

    int64_t heads_;
    double dropout_;
    torch::nn::Linear query_{nullptr}, key_{nullptr}, value_{nullptr}, attentionOut_{nullptr};
    torch::nn::LayerNorm attentionNorm_{nullptr}, outputNorm_{nullptr};
    torch::nn::Linear intermediate_{nullptr}, output_{nullptr};
};
TORCH_MODULE(EncoderLayer);

/// The published x_0-prediction network (DiffuSeq-v2's TransformerNetModel) with the published tensor names:
/// up-projection, learned positions, sinusoidal time embedding, BERT encoder, down-projection, and `lm_head`
/// tied to `word_embedding`.
class TransformerNetImpl : public torch::nn::Module {
public:
    explicit TransformerNetImpl(const ModelConfig& config);

    /// x: [B, L, D] state; timeEmbedding: [B or 1, hidden] from embedTime; previous: [B, L, D] the last x_0 prediction,
    /// undefined for none (only a self-conditioned network looks at it). Returns the x_0 prediction [B, L, D].
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& timeEmbedding, const torch::Tensor& previous = {});
    /// time: [N] in 0 … 1000 (float). Returns [N, hidden]; depends on nothing but the time.
    torch::Tensor embedTime(const torch::Tensor& time);
    /// The embedding matrix E [V, D]; each row scaled to zero mean and length √D when normalised (training only;
    /// foldNormalisation() makes it the weight itself).
    torch::Tensor embeddings() const;
    /// x: […, D]; table: embeddings(). Returns […, V].
    torch::Tensor logits(const torch::Tensor& x, const torch::Tensor& table) const;
    /// The learned absorbing state m [D]; undefined without one.
    const torch::Tensor& absorbing() const { return absorbing_; }
    const ModelConfig& config() const { return config_; }

    void setNormaliseEmbeddings(bool on) { normalise_ = on; }
    void foldNormalisation();
    /// The parameters and buffers under their published names (lm_head.weight beside word_embedding.weight).
    std::vector<std::pair<std::string, torch::Tensor>> stateDict() const;
    /// Copies tensors in by name. Throws Error for a missing name or a wrong shape.
    void loadStateDict(const std::vector<std::pair<std::string, torch::Tensor>>& tensors);

private:
    ModelConfig config_;
    bool normalise_ = false;
    torch::nn::Embedding wordEmbedding_{nullptr};
    torch::Tensor lmHeadBias_, absorbing_, positionIds_, frequencies_;
    torch::nn::Sequential timeEmbed_{nullptr}, upProjection_{nullptr}, downProjection_{nullptr};
    torch::nn::Linear selfCondition_{nullptr};
    torch::nn::Embedding positions_{nullptr};
    torch::nn::LayerNorm layerNorm_{nullptr};
    std::vector<EncoderLayer> layers_;
};
TORCH_MODULE(TransformerNet);

/// The matrix of a self-conditioned network that the published one has not.
constexpr const char* kSelfConditionName = "self_condition.weight";

/// Sinusoidal embedding of times [N] → [N, dim]: cosines, then sines, of t · 10000^{−i/(dim/2)}; in float64 for a network
/// of that type, else in float32, as published.
torch::Tensor sinusoidalEmbedding(const torch::Tensor& time, int dim, torch::ScalarType type = torch::kFloat32);

} // namespace diffuscope
