// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/denoiser.h"

namespace diffuscope {

NetDenoiser::NetDenoiser(TransformerNet net) : net_(std::move(net)) { net_->eval(); }

void NetDenoiser::prepare(std::span<const double> timeInputs) {
    const torch::NoGradGuard guard;
    times_.clear();
    const auto inputs = torch::tensor(std::vector<double>(timeInputs.begin(), timeInputs.end()), torch::kFloat64);
    const auto embedded = net_->embedTime(inputs.to(net_->embeddings().device()));
    for (size_t i = 0; i < timeInputs.size(); ++i)
        times_.emplace(timeInputs[i], embedded.slice(0, static_cast<int64_t>(i), static_cast<int64_t>(i) + 1));
}

torch::Tensor NetDenoiser::predict(const torch::Tensor& x, double timeInput, const torch::Tensor& previous) {
    const torch::NoGradGuard guard;
    const auto known = times_.find(timeInput);
    if (known != times_.end()) return net_->forward(x, known->second, previous);
    return net_->forward(x, net_->embedTime(torch::full({1}, timeInput, x.options().dtype(torch::kFloat64))), previous);
}

} // namespace diffuscope
