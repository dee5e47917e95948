// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace diffuscope {

/// The folder with the program's models and samples: $DIFFUSCOPE_RESOURCES, else share/diffuscope beside an
/// installed program, else resources/ of the source tree that a build folder lies in. Throws Error when none exists.
std::filesystem::path resourceFolder();
/// The model that ships: resourceFolder()/models/default.
std::filesystem::path bundledModel();

} // namespace diffuscope
