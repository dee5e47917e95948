// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <torch/torch.h>
#include <vector>

namespace diffuscope {

/// "cpu" or "cuda". Throws Error when there is no such device.
torch::Device deviceNamed(const std::string& name);
/// What deviceNamed() takes on this machine, "cpu" first.
std::vector<std::string> deviceNames();

} // namespace diffuscope
