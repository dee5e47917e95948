// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/bundled.h"

#include "core/error.h"

#include <cstdlib>

namespace diffuscope {

std::filesystem::path resourceFolder() {
    if (const char* set = std::getenv("DIFFUSCOPE_RESOURCES"); set && *set) return set;
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (auto folder = program; !folder.empty(); folder = folder.parent_path()) {
        for (const auto& candidate : {folder / "share" / "diffuscope", folder / "resources"})
            if (std::filesystem::exists(candidate / "models")) return candidate;
        if (folder == folder.root_path()) break;
    }
    throw Error("The program's resources were not found beside it; set DIFFUSCOPE_RESOURCES to their folder.");
}

std::filesystem::path bundledModel() { return resourceFolder() / "models" / "default"; }

} // namespace diffuscope
