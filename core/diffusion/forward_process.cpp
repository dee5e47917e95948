// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diffusion/forward_process.h"

namespace diffuscope {

ForwardProcess::ForwardProcess(const NoiseSchedule& schedule, const torch::Device& device) {
    const auto alphaBar = torch::tensor(schedule.alphasCumprod(), torch::kFloat64);
    sqrtAlphaBar_ = alphaBar.sqrt().to(torch::kFloat32).to(device);
    sigma_ = (1.0 - alphaBar).sqrt().to(torch::kFloat32).to(device);
    firstSigma_ = std::sqrt(1.0 - schedule.alphasCumprod().front());
    lastAlpha_ = std::sqrt(schedule.alphasCumprod().back());
}

torch::Tensor ForwardProcess::sample(const torch::Tensor& x0, const torch::Tensor& t, const torch::Tensor& noise,
                                     const torch::Tensor& target, const torch::Tensor& absorbing, const torch::Tensor& absorbed) const {
    const auto alpha = sqrtAlphaBar_.index_select(0, t).view({-1, 1, 1}).to(x0.dtype());
    const auto sigma = sigma_.index_select(0, t).view({-1, 1, 1}).to(x0.dtype());
    auto xt = absorbing.defined() ? alpha * (x0 - absorbing) + sigma * noise + absorbing : alpha * x0 + sigma * noise;
    if (absorbing.defined() && absorbed.defined()) xt = torch::where(absorbed.unsqueeze(-1), absorbing.expand_as(xt), xt);
    return torch::where(target.unsqueeze(-1), xt, x0);
}

torch::Tensor ForwardProcess::absorbProbability(const torch::Tensor& t, double rate) const { return sigma_.index_select(0, t) * rate; }

} // namespace diffuscope
