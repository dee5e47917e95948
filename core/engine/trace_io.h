// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <filesystem>

namespace diffuscope {

/// A trace as safetensors: one tensor a quantity with the step as its first dimension, latents as F16; recipe,
/// vocabulary pieces and sentences as JSON in the metadata. Throws Error when the file cannot be written.
void writeTrace(const std::filesystem::path& path, const Trace& trace);
/// Throws Error for a file that is no trace.
Trace readTrace(const std::filesystem::path& path);
/// The recipe that a trace file carries, without reading its tensors' content.
Recipe readTraceRecipe(const std::filesystem::path& path);

} // namespace diffuscope
