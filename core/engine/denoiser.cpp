// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/denoiser.h"

namespace diffuscope {

NetDenoiser::NetDenoiser(TransformerNet net) : net_(std::move(net)) { net_->eval(); }

torch::Tensor NetDenoiser::embedTimes(std::span<const double> inputs) {
    const torch::NoGradGuard guard;
    const auto times = torch::tensor(std::vector<double>(inputs.begin(), inputs.end()), torch::kFloat64);
    return net_->embedTime(times.to(net_->embeddings().device()));
}

torch::Tensor NetDenoiser::predict(const torch::Tensor& x, const torch::Tensor& time, const torch::Tensor& previous) {
    const torch::NoGradGuard guard;
    return net_->forward(x, time, previous);
}

} // namespace diffuscope
