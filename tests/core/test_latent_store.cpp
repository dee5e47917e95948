// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/latent_store.h"
#include "tests/text/temporary_folder.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <numeric>
#include <optional>

namespace diffuscope {
namespace {

std::vector<std::uint16_t> numbers(size_t count, std::uint16_t first) {
    std::vector<std::uint16_t> values(count);
    std::iota(values.begin(), values.end(), first);
    return values;
}

/// TMPDIR for a test.
class TemporaryFolderIs {
public:
    explicit TemporaryFolderIs(const std::string& path)
        : before_(std::getenv("TMPDIR") ? std::optional<std::string>(std::getenv("TMPDIR")) : std::nullopt) {
        setenv("TMPDIR", path.c_str(), 1);
    }
    ~TemporaryFolderIs() {
        if (before_) setenv("TMPDIR", before_->c_str(), 1);
        else unsetenv("TMPDIR");
    }

private:
    std::optional<std::string> before_;
};

TEST(LatentStore, LittleStaysInMemory) {
    LatentStore store(1000);
    EXPECT_FALSE(store.onDisk());
    const auto values = numbers(500, 7);
    EXPECT_EQ(store.keep(values), Halves(values));
}

TEST(LatentStore, MuchLiesInAFileThatNobodySees) {
    const test::TemporaryFolder folder;
    const TemporaryFolderIs temporary(folder.path().string());
    LatentStore store(LatentStore::kInMemory);
    EXPECT_TRUE(store.onDisk());
    const auto values = numbers(500, 7);
    EXPECT_EQ(store.keep(values), Halves(values));
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(LatentStore, WhatIsKeptOutlivesTheStoreOverManyChunks) {
    std::vector<Halves> kept;
    constexpr size_t kEach = size_t(1) << 20; // 2 MB: eight fill a chunk
    {
        LatentStore store(LatentStore::kInMemory);
        for (std::uint16_t i = 0; i < 20; ++i) kept.push_back(store.keep(numbers(kEach, i)));
        kept.push_back(store.keep(numbers(12 * kEach, 99))); // more than a chunk
    }
    for (std::uint16_t i = 0; i < 20; ++i) {
        EXPECT_EQ(kept[i].size(), kEach);
        EXPECT_EQ(kept[i][0], i);
        EXPECT_EQ(kept[i][kEach - 1], static_cast<std::uint16_t>(i + kEach - 1));
    }
    EXPECT_EQ(kept.back(), Halves(numbers(12 * kEach, 99)));
}

TEST(LatentStore, WithoutAFolderItStaysInMemory) {
    const TemporaryFolderIs temporary("/nowhere");
    LatentStore store(LatentStore::kInMemory);
    EXPECT_FALSE(store.onDisk());
    EXPECT_EQ(store.keep(numbers(9, 1)), Halves(numbers(9, 1)));
}

TEST(Halves, AreEqualByValue) {
    EXPECT_EQ(Halves(), Halves(std::vector<std::uint16_t>{}));
    EXPECT_FALSE(Halves(numbers(3, 0)) == Halves(numbers(3, 1)));
    EXPECT_FALSE(Halves(numbers(3, 0)) == Halves(numbers(4, 0)));
}

} // namespace
} // namespace diffuscope
