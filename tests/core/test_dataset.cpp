// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/model/native_model.h"
#include "core/train/dataset.h"
#include "tests/text/temporary_folder.h"

#include <gtest/gtest.h>
#include <set>

namespace diffuscope {
namespace {

constexpr int kPad = 0, kCls = 2, kSep = 3;

/// Pair i: source [CLS] i [SEP], target [CLS] i … i [SEP] with 1 + i % 5 words.
EncodedPairs pairs(int count) {
    EncodedPairs result;
    for (int i = 0; i < count; ++i) {
        std::vector<std::int32_t> target(static_cast<size_t>(1 + i % 5), 10 + i);
        target.insert(target.begin(), kCls);
        target.push_back(kSep);
        result.add({kCls, 10 + i, kSep}, target);
    }
    return result;
}

std::multiset<std::int64_t> wordsOf(const Batch& batch) {
    std::multiset<std::int64_t> words;
    for (std::int64_t b = 0; b < batch.ids.size(0); ++b) words.insert(batch.ids[b][1].item<std::int64_t>());
    return words;
}

BatchOptions options() {
    BatchOptions o;
    o.tokens = 60;
    o.longestPair = 16;
    o.longestCanvas = 20;
    return o;
}

TEST(BatchSource, AnEpochShowsEveryPairOnce) {
    const auto data = pairs(103);
    BatchSource source(data, options(), kSep, kPad, 5);
    std::multiset<std::int64_t> seen;
    while (true) {
        const auto batch = source.next();
        if (source.epoch() > 0) break;
        EXPECT_LE(batch.ids.numel(), 60);
        for (const auto word : wordsOf(batch)) seen.insert(word);
    }
    EXPECT_EQ(seen.size(), 103u);
    EXPECT_EQ(std::set<std::int64_t>(seen.begin(), seen.end()).size(), 103u);
}

TEST(BatchSource, SeekingContinuesWhereItStopped) {
    const auto data = pairs(103);
    BatchSource a(data, options(), kSep, kPad, 5), b(data, options(), kSep, kPad, 5);
    for (int i = 0; i < 40; ++i) a.next();
    b.seek(a.epoch(), a.position());
    for (int i = 0; i < 40; ++i) EXPECT_TRUE(torch::equal(a.next().ids, b.next().ids)) << i;
}

TEST(BatchSource, SeedsGiveDifferentOrders) {
    const auto data = pairs(103);
    BatchSource a(data, options(), kSep, kPad, 5), b(data, options(), kSep, kPad, 6);
    EXPECT_NE(wordsOf(a.next()), wordsOf(b.next()));
}

TEST(BatchSource, LongPairsAreLeftOutOrCut) {
    auto data = pairs(5);
    data.add({kCls, 99, kSep}, std::vector<std::int32_t>(40, 99));
    auto o = options();
    o.cutLong = false;
    EXPECT_EQ(BatchSource(data, o, kSep, kPad, 0).usedPairs(), 5u);
    o.cutLong = true;
    EXPECT_EQ(BatchSource(data, o, kSep, kPad, 0).usedPairs(), 6u);
    o.cutLong = false;
    o.longestPair = 3;
    EXPECT_THROW(BatchSource(data, o, kSep, kPad, 0), Error);
}

TEST(BatchSource, TargetsAreMarkedFromAfterTheSeparator) {
    const auto data = pairs(1);
    const auto batch = packBatch(data, {0}, 8, kSep, kPad);
    EXPECT_TRUE(torch::equal(batch.ids[0], torch::tensor({kCls, 10, kSep, kSep, kCls, 10, kSep, kPad}, torch::kInt64)));
    EXPECT_TRUE(torch::equal(batch.target[0], torch::tensor({false, false, false, false, true, true, true, true})));
}

TEST(EncodedPairs, FileRoundTrip) {
    const test::TemporaryFolder folder;
    const auto data = pairs(7);
    writeEncodedPairs(folder.path() / "p.safetensors", data);
    const auto again = readEncodedPairs(folder.path() / "p.safetensors");
    EXPECT_EQ(again.ids, data.ids);
    EXPECT_EQ(again.offsets, data.offsets);
    EXPECT_EQ(again.target(6), data.target(6));
}

TEST(PreparedData, TokensOutsideTheVocabularyAreRefused) {
    const test::TemporaryFolder folder;
    writeJsonFile(folder.path() / "data.json",
                  {{"pieces", std::vector<std::string>(20, "w")}, {"pad", kPad}, {"cls", kCls}, {"sep", kSep}});
    writeEncodedPairs(folder.path() / "train.safetensors", pairs(10));
    EXPECT_EQ(readPreparedData(folder.path()).train.size(), 10u) << "10 to 19";
    writeEncodedPairs(folder.path() / "valid.safetensors", pairs(11));
    EXPECT_ERROR_SAYING(readPreparedData(folder.path()), "valid.safetensors' holds token 20 of a vocabulary of 20");
    std::filesystem::remove(folder.path() / "valid.safetensors");
    EncodedPairs negative;
    negative.add({kCls, -1, kSep}, {kCls, kSep});
    writeEncodedPairs(folder.path() / "train.safetensors", negative);
    EXPECT_THROW(readPreparedData(folder.path()), Error);
}

} // namespace
} // namespace diffuscope
