// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <torch/torch.h>

namespace diffuscope {

/// "cpu" or "cuda". Throws Error when there is no such device.
torch::Device deviceNamed(const std::string& name);

} // namespace diffuscope
