// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/device.h"

#include "core/error.h"
#include "core/model/device_names.h"

namespace diffuscope {

torch::Device deviceNamed(const std::string& name) {
    if (name != "cpu" && name != "cuda") throw Error(translatable("core", "The device must be 'cpu' or 'cuda', not '%1'."), {name});
    if (name == "cuda" && !torch::cuda::is_available())
        throw Error(translatable("core", "There is no CUDA device, or this build's LibTorch has no CUDA; choose the device 'cpu'."));
    return torch::Device(name);
}

std::vector<std::string> deviceNames() {
    std::vector<std::string> names{"cpu"};
    if (torch::cuda::is_available()) names.emplace_back("cuda");
    return names;
}

} // namespace diffuscope
