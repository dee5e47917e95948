// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/settle.h"

#ifdef DIFFUSCOPE_HAVE_CUDA_KERNELS
#include "core/cuda/tensors.h"
#endif

namespace diffuscope {

torch::Tensor withNoiseAndMask(const torch::Tensor& y, const Settling& settling, const torch::Tensor& absorbing) {
    auto next = settling.noise.defined() ? y + settling.weight * settling.noise : y;
    if (settling.absorbed.defined()) next = torch::where(settling.absorbed.unsqueeze(-1), absorbing.expand_as(next), next);
    return next;
}

torch::Tensor settle(const torch::Tensor& y, const Settling& settling, const torch::Tensor& absorbing, const torch::Tensor& target,
                     const torch::Tensor& source) {
#ifdef DIFFUSCOPE_HAVE_CUDA_KERNELS
    if (cuda::canTake({y, settling.noise, absorbing, source})) {
        std::vector<cuda::Term> terms{{1.0, y}};
        if (settling.noise.defined()) terms.push_back({settling.weight, settling.noise});
        return cuda::settle(terms, settling.absorbed, absorbing, target, source);
    }
#endif
    return torch::where(target.unsqueeze(-1), withNoiseAndMask(y, settling, absorbing), source);
}

} // namespace diffuscope
