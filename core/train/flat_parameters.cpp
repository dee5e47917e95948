// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/flat_parameters.h"

namespace diffuscope {

FlatParameters::FlatParameters(torch::nn::Module& net) {
    const torch::NoGradGuard guard;
    auto parameters = net.parameters();
    std::vector<torch::Tensor> flat;
    for (const auto& parameter : parameters) flat.push_back(parameter.detach().flatten());
    values_ = torch::cat(flat);
    const auto gradient = torch::zeros_like(values_);
    std::int64_t start = 0;
    for (auto& parameter : parameters) {
        const auto size = parameter.numel();
        parameter.set_data(values_.narrow(0, start, size).view(parameter.sizes()));
        parameter.mutable_grad() = gradient.narrow(0, start, size).view(parameter.sizes());
        start += size;
    }
    values_.set_requires_grad(true);
    values_.mutable_grad() = gradient;
}

torch::Tensor FlatParameters::clipGradient(double most) {
    const torch::NoGradGuard guard;
    auto& gradient = values_.mutable_grad();
    const auto norm = gradient.norm();
    if (most > 0) gradient.mul_((most / (norm + 1e-6)).clamp_max(1.0));
    return norm;
}

} // namespace diffuscope
