// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>
#include <vector>

namespace diffuscope {

/// The elements of a tensor on any device, row by row, as T; none of an undefined one.
template <class T> std::vector<T> valuesOf(const torch::Tensor& tensor) {
    if (!tensor.defined()) return {};
    const auto flat = tensor.detach().to(torch::kCPU, c10::CppTypeToScalarType<T>::value).contiguous();
    return {flat.template data_ptr<T>(), flat.template data_ptr<T>() + flat.numel()};
}

/// The same values as contiguous float32 on the CPU, without history: a copy only where the tensor is none yet. An undefined
/// one stays so.
inline torch::Tensor plainFloats(const torch::Tensor& tensor) {
    return tensor.defined() ? tensor.detach().to(torch::kCPU, torch::kFloat32).contiguous() : torch::Tensor();
}

} // namespace diffuscope
