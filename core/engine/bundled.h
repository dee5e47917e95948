// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace diffuscope {

/// The folder with the program's models and data: $DIFFUSCOPE_RESOURCES, else share/diffuscope beside an
/// installed program, else resources/ of the source tree that a build folder lies in. Throws Error when none exists.
std::filesystem::path resourceFolder();

/// The models that ship, as recipes name them on every machine: "bundled", which is resourceFolder()/models/default, and
/// "bundled/NAME" for each other folder there. Only the first when there are no resources.
std::vector<std::string> bundledModels();
/// Whether a name has the form of one of bundledModels().
bool isBundled(const std::string& model);
/// Where a model lies: one that ships (see bundledModels), or a folder's own path. Throws Error as resourceFolder does.
std::filesystem::path modelFolder(const std::string& model);
/// The validation and test pairs that ship, those of the default model first; none when there are no resources.
std::vector<std::filesystem::path> bundledData();
/// The pairs to study a model with, where nobody has chosen others: a file of bundledData() gives way to the same split of
/// the data that the model's config.json names as its `data`, if that ships. Any other file stays.
std::filesystem::path dataFor(const std::string& model, const std::filesystem::path& file);
/// Pairs of the kind that the model in a folder was trained on, to try it with. Need not exist.
std::filesystem::path modelSamples(const std::filesystem::path& folder);

} // namespace diffuscope
