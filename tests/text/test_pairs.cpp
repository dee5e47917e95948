// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/text/file_bytes.h"
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

TEST(Pairs, NoMoreIsReadThanIsAskedFor) {
    const test::TemporaryFolder folder;
    const auto path = folder.write("p.jsonl", kRows + "\nnothing\n" + kRows + "\n");
    EXPECT_EQ(readPairsLeniently(path, 2).pairs.size(), 2u);
    EXPECT_EQ(readPairsLeniently(path, 2).refused, 0u); // it lies behind them
    EXPECT_EQ(readPairsLeniently(path, 3).pairs.size(), 3u);
    EXPECT_EQ(readPairsLeniently(path, 3).refused, 1u);
    EXPECT_EQ(readPairsLeniently(path, 9).pairs.size(), 4u);
}

TEST(Pairs, ACountEndsWhenItIsAskedTo) {
    const test::TemporaryFolder folder;
    EXPECT_EQ(countPairs(folder.write("p.jsonl", kRows)), 2u);
    const auto bad = folder.write("bad.jsonl", kRows + "\nnothing\n");
    EXPECT_THROW(countPairs(bad), Error);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(countPairs(bad, stop.get_token()), 1u);
}

TEST(Pairs, MissingFilesFoldersAndCutArchivesAreRefused) {
    const test::TemporaryFolder folder;
    EXPECT_THROW(readPairs(folder.path() / "none"), Error);
    EXPECT_THROW(readPairs(folder.path()), Error);
    folder.write("cut.gz", std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b\x4c", 12));
    EXPECT_THROW(readPairs(folder.path() / "cut.gz"), Error);
}

TEST(Pairs, AnArchiveThatEndsTooEarlyIsRefused) {
    const test::TemporaryFolder folder;
    const auto whole = folder.path() / "whole.jsonl.gz";
    const auto file = gzopen(whole.c_str(), "wb");
    for (int i = 0; i < 20000; ++i) gzprintf(file, "{\"src\": \"%d\", \"trg\": \"%d\"}\n", i, 7 * i % 9973);
    gzclose(file);
    const auto bytes = readFileBytes(whole);
    const auto cut = folder.write("cut.jsonl.gz", bytes.substr(0, bytes.size() / 2));
    EXPECT_EQ(readPairs(whole).size(), 20000u);
    EXPECT_THROW(readPairsLeniently(cut), Error);
}

TEST(FileBytes, WhatFailsLeavesNothingBesideAndTheOldContent) {
    const test::TemporaryFolder folder;
    const auto path = folder.write("a", "old");
    EXPECT_THROW(replaceFile(path,
                             [](const std::filesystem::path& beside) {
                                 std::ofstream(beside) << "half";
                                 throw Error("The disk is full.");
                             }),
                 Error);
    EXPECT_EQ(readFileBytes(path), "old");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
    EXPECT_THROW(writeFileBytes(folder.path() / "none" / "a", "new"), Error);
}

} // namespace
} // namespace diffuscope
