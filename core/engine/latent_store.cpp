// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/latent_store.h"

#include <cstdlib>
#include <string>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace diffuscope {
namespace {

constexpr std::size_t kChunk = std::size_t(16) << 20; ///< bytes mapped at once

/// Its name is gone at once: the file ends with the program, however that ends. −1: none could be made.
int namelessFile() {
    // Not /tmp: on many systems that is memory.
    const char* folder = std::getenv("TMPDIR");
    std::string path = std::string(folder && *folder ? folder : "/var/tmp") + "/diffuscope-latents-XXXXXX";
    const int file = mkstemp(path.data());
    if (file >= 0) unlink(path.c_str());
    return file;
}

} // namespace

struct LatentStore::Chunk {
    std::uint16_t* values = nullptr;
    std::size_t size = 0; ///< values

    Chunk(std::uint16_t* first, std::size_t count) : values(first), size(count) {}
    Chunk(const Chunk&) = delete;
    Chunk& operator=(const Chunk&) = delete;
    ~Chunk() { munmap(values, size * sizeof(*values)); }
};

LatentStore::LatentStore(std::size_t bytes) : file_(bytes >= kInMemory ? namelessFile() : -1) {}

LatentStore::~LatentStore() {
    if (file_ >= 0) close(file_); // what is mapped stays
}

bool LatentStore::addChunk(std::size_t values) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    const auto bytes = (std::max(kChunk, values * sizeof(std::uint16_t)) + page - 1) / page * page;
    // The room is taken now: writing into a map of a full disk would kill the program.
    if (posix_fallocate(file_, static_cast<off_t>(fileSize_), static_cast<off_t>(bytes)) != 0) return false;
    void* map = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file_, static_cast<off_t>(fileSize_));
    if (map == MAP_FAILED) return false;
    fileSize_ += bytes;
    chunk_ = std::make_shared<Chunk>(static_cast<std::uint16_t*>(map), bytes / sizeof(std::uint16_t));
    used_ = 0;
    return true;
}

Halves LatentStore::keep(std::span<const std::uint16_t> values) {
    const bool fits = onDisk() && ((chunk_ && used_ + values.size() <= chunk_->size) || addChunk(values.size()));
    if (!fits) return Halves(std::vector<std::uint16_t>(values.begin(), values.end()));
    auto* first = chunk_->values + used_;
    std::copy(values.begin(), values.end(), first);
    used_ += values.size();
    return {chunk_, {first, values.size()}};
}

} // namespace diffuscope
