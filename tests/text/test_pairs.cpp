// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/text/pairs.h"
#include "tests/text/temporary_folder.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace diffuscope {
namespace {

const std::string kRows = "{\"src\": \"a\", \"trg\": \"b\"}\n\n{\"trg\": \"d\", \"src\": \"c\"}";

TEST(Pairs, PlainAndGzipAreTheSame) {
    const test::TemporaryFolder folder;
    const auto plain = folder.write("p.jsonl", kRows);
    const auto packed = folder.path() / "p.jsonl.gz";
    const auto file = gzopen(packed.c_str(), "wb");
    gzwrite(file, kRows.data(), static_cast<unsigned>(kRows.size()));
    gzclose(file);
    for (const auto& path : {plain, packed}) {
        const auto pairs = readPairs(path);
        ASSERT_EQ(pairs.size(), 2u);
        EXPECT_EQ(pairs[1].source, "c");
        EXPECT_EQ(pairs[1].target, "d");
    }
}

TEST(Pairs, ABadRowIsNamed) {
    const test::TemporaryFolder folder;
    const auto path = folder.write("p.jsonl", kRows + "\n{\"src\": 5, \"trg\": \"x\"}\nnothing\n");
    try {
        readPairs(path);
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("line 4 has no text 'src'"), std::string::npos) << error.what();
    }
    const auto lenient = readPairsLeniently(path);
    EXPECT_EQ(lenient.pairs.size(), 2u);
    EXPECT_EQ(lenient.refused, 2u);
    EXPECT_EQ(lenient.problems.size(), 2u);
}

TEST(Pairs, MissingFilesFoldersAndCutArchivesAreRefused) {
    const test::TemporaryFolder folder;
    EXPECT_THROW(readPairs(folder.path() / "none"), Error);
    EXPECT_THROW(readPairs(folder.path()), Error);
    folder.write("cut.gz", std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b\x4c", 12));
    EXPECT_THROW(readPairs(folder.path() / "cut.gz"), Error);
}

} // namespace
} // namespace diffuscope
