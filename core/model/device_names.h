// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace diffuscope {

/// What deviceNamed() takes on this machine, "cpu" first.
std::vector<std::string> deviceNames();

} // namespace diffuscope
