// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/text/packing.h"

#include <gtest/gtest.h>

namespace diffuscope {
namespace {

using Ids = std::vector<std::int32_t>;
using Marks = std::vector<std::uint8_t>;
constexpr int kPad = 0, kCls = 2, kSep = 3;

TEST(Packing, PairsAsThePublishedCodeDoes) {
    const auto canvas = packPair(Ids{kCls, 7, 8, kSep}, Ids{kCls, 9, kSep}, 10, kSep, kPad);
    EXPECT_EQ(canvas.ids, (Ids{kCls, 7, 8, kSep, kSep, kCls, 9, kSep, kPad, kPad}));
    EXPECT_EQ(canvas.target, (Marks{0, 0, 0, 0, 0, 1, 1, 1, 1, 1}));
    EXPECT_FALSE(canvas.cut);
}

TEST(Packing, CutsTheLongerSideFirstAndBothWhenEqual) {
    // Without end marks 4 + 4 tokens on a canvas with room for 5: both lose one twice (4+4 → 3+3 → 2+2).
    const auto equal = packPair(Ids{kCls, 11, 12, 13, kSep}, Ids{kCls, 21, 22, 23, kSep}, 8, kSep, kPad);
    EXPECT_EQ(equal.ids, (Ids{kCls, 11, kSep, kSep, kCls, 21, kSep, kPad}));
    EXPECT_TRUE(equal.cut);
    // 5 + 2 tokens: the source alone loses two.
    const auto longer = packPair(Ids{kCls, 11, 12, 13, 14, kSep}, Ids{kCls, 21, kSep}, 8, kSep, kPad);
    EXPECT_EQ(longer.ids, (Ids{kCls, 11, 12, kSep, kSep, kCls, 21, kSep}));
    const auto target = packPair(Ids{kCls, 11, kSep}, Ids{kCls, 21, 22, 23, 24, kSep}, 8, kSep, kPad);
    EXPECT_EQ(target.ids, (Ids{kCls, 11, kSep, kSep, kCls, 21, 22, kSep}));
}

TEST(Packing, ExactFitIsNotCut) { EXPECT_FALSE(packPair(Ids{kCls, 7, kSep}, Ids{kCls, 9, kSep}, 7, kSep, kPad).cut); }

TEST(Packing, SourceAloneLeavesTheTargetPadded) {
    const auto canvas = packSource(Ids{kCls, 7, kSep}, 7, kSep, kPad);
    EXPECT_EQ(canvas.ids, (Ids{kCls, 7, kSep, kSep, kPad, kPad, kPad}));
    EXPECT_EQ(canvas.target, (Marks{0, 0, 0, 0, 1, 1, 1}));
}

TEST(Packing, ASourceWithoutRoomIsRefusedWithItsLength) {
    try {
        packSource(Ids{kCls, 1, 2, 3, 4, kSep}, 8, kSep, kPad);
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("6 tokens"), std::string::npos) << error.what();
    }
}

TEST(Packing, ACanvasWithoutRoomForAnySourceIsToBlame) {
    try {
        packSource(Ids{kCls, 1, kSep}, 6, kSep, kPad);
        FAIL();
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("canvas of 6 tokens is too small"), std::string::npos) << error.what();
    }
}

TEST(Packing, GeneratedIdsEndAtTheFirstMark) {
    const Marks target{0, 0, 1, 1, 1, 1, 1};
    EXPECT_EQ(generatedIds(Ids{5, kSep, 6, 7, kSep, 8, 9}, target, kSep, kPad), (Ids{6, 7}));
    EXPECT_EQ(generatedIds(Ids{5, kSep, 6, kPad, 8, 8, 9}, target, kSep, kPad), (Ids{6}));
    EXPECT_EQ(generatedIds(Ids{5, kSep, 6, 7, 8, 8, 9}, target, kSep, kPad), (Ids{6, 7, 8, 8, 9}));
}

} // namespace
} // namespace diffuscope
