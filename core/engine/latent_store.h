// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/halves.h"

#include <cstddef>

namespace diffuscope {

/// Where a run's latents go. A run of 2,000 steps keeps 131 MB of them at L = 128, D = 128 (x and x_0, 16 bits each): from
/// kInMemory bytes on they lie in a file without a name in the temporary folder (TMPDIR, else /var/tmp), mapped, of which
/// the system holds in memory what is looked at. Where no such file can be made they stay in memory.
class LatentStore {
public:
    static constexpr std::size_t kInMemory = std::size_t(32) << 20;

    /// `bytes`: how much will come, about.
    explicit LatentStore(std::size_t bytes);
    ~LatentStore();
    LatentStore(const LatentStore&) = delete;
    LatentStore& operator=(const LatentStore&) = delete;

    /// The values, kept; they outlive the store.
    Halves keep(std::span<const std::uint16_t> values);
    bool onDisk() const { return file_ >= 0; }

private:
    struct Chunk;
    bool addChunk(std::size_t values);

    int file_; ///< −1: none
    std::size_t fileSize_ = 0;
    std::shared_ptr<Chunk> chunk_;
    std::size_t used_ = 0; ///< values in the newest chunk
};

} // namespace diffuscope
