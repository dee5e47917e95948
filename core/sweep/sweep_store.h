// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/recipe.h"
#include "core/text/file_lock.h"

#include <filesystem>
#include <optional>

namespace diffuscope {

/// What a batch of a sweep gave.
struct SweepBatch {
    std::vector<std::string> texts; ///< one a source
    double seconds = 0.0;           ///< wall time
    double evaluations = 0.0;       ///< of the network, a sentence with all its candidates
};

/// Finished batches in a file of JSON lines {"key", "recipe", "texts", "seconds", "evaluations"}, so that a sweep goes on
/// where it was left. The key is a digest of the model and of the recipe with its sources; the recipe is written without
/// these. Texts stay in the file: memory holds the place of each.
class SweepStore {
public:
    enum class Access {
        Read, ///< also while another store adds to the file; what is appended goes nowhere
        Add,  ///< by one store at a time, of all programs
    };

    /// Without a file it stores nothing. A last line that was cut short (the program ended while writing) is dropped, a damaged one passed
    /// over. Throws Error when the file cannot be read or is no sweep's; to add, also when it cannot be written or is in use.
    explicit SweepStore(std::filesystem::path file = {}, Access access = Access::Read);

    /// `model` tells one model from another. Throws Error when the file has changed underfoot.
    std::optional<SweepBatch> find(const std::string& model, const Recipe& recipe) const;
    /// Throws Error when the file cannot be written.
    void append(const std::string& model, const Recipe& recipe, const SweepBatch& batch);
    std::size_t size() const { return lines_.size(); }

private:
    struct Line {
        std::uint64_t key;
        std::uintmax_t place; ///< where it begins
    };
    const Line* lineOf(std::uint64_t key) const;

    std::filesystem::path file_;
    std::optional<FileLock> lock_; ///< to add
    /// In one piece on purpose: a node for every batch, each beside some tensor of its time, would splinter the heap.
    std::vector<Line> lines_;
    std::uintmax_t end_ = 0; ///< where the next line goes
};

} // namespace diffuscope
