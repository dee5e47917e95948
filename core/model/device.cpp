// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/device.h"

#include "core/error.h"

namespace diffuscope {

torch::Device deviceNamed(const std::string& name) {
    if (name != "cpu" && name != "cuda") throw Error("The device must be 'cpu' or 'cuda', not '" + name + "'.");
    if (name == "cuda" && !torch::cuda::is_available())
        throw Error("There is no CUDA device, or this build's LibTorch has no CUDA; choose the device 'cpu'.");
    return torch::Device(name);
}

} // namespace diffuscope
