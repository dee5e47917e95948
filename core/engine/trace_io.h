// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <filesystem>
#include <stop_token>

namespace diffuscope {

/// A trace as safetensors: one tensor a quantity with the step as its first dimension, latents as F16; recipe,
/// vocabulary pieces and sentences as JSON in the metadata. Throws Error when the file cannot be written; Cancelled when it
/// was told to stop, with the file as it was before.
void writeTrace(const std::filesystem::path& path, const Trace& trace, const std::stop_token& stop = {});
/// Throws Error for a file that is no trace, Cancelled when it was told to stop.
Trace readTrace(const std::filesystem::path& path, const std::stop_token& stop = {});
/// The recipe that a trace file carries, without reading its tensors' content.
Recipe readTraceRecipe(const std::filesystem::path& path);

} // namespace diffuscope
