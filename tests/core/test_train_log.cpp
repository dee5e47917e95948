// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train_log.h"
#include "tests/text/temporary_folder.h"

namespace diffuscope {
namespace {

class TrainLogTest : public testing::Test {
protected:
    void append(const std::string& text) { std::ofstream(file, std::ios::app) << text; }
    static std::string line(std::int64_t step, double nll) {
        TrainLogLine line;
        line.step = step;
        line.pairs = 10 * step;
        line.seconds = 0.5 * static_cast<double>(step);
        line.nll = nll;
        return toJson(line).dump() + '\n';
    }
    static std::string validation(std::int64_t step, double nll) { return toJson(TrainLogValidation{step, 0, 0, nll, 20}).dump() + '\n'; }

    test::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "train.jsonl";
    TrainLog log{file};
};

TEST_F(TrainLogTest, GrowsByWholeLines) {
    EXPECT_FALSE(log.readOn()) << "it is not there yet";
    append(line(50, 4.0) + line(100, 3.0).substr(0, 20));
    EXPECT_TRUE(log.readOn());
    ASSERT_EQ(log.lines().size(), 1u);
    EXPECT_EQ(log.lines()[0].pairs, 500);
    append(line(100, 3.0).substr(20) + validation(100, 3.5));
    EXPECT_TRUE(log.readOn());
    ASSERT_EQ(log.lines().size(), 2u);
    EXPECT_DOUBLE_EQ(log.lines()[1].nll, 3.0);
    ASSERT_EQ(log.validations().size(), 1u);
    EXPECT_DOUBLE_EQ(log.validations()[0].tokenBleu, 20);
    EXPECT_FALSE(log.readOn());
}

TEST_F(TrainLogTest, WhatIsWrittenAgainCounts) {
    append(line(50, 4.0) + line(100, 3.0) + validation(100, 3.5) + line(150, 2.0));
    append(line(100, 2.9)); // it went on from a checkpoint after step 50
    EXPECT_TRUE(log.readOn());
    ASSERT_EQ(log.lines().size(), 2u);
    EXPECT_DOUBLE_EQ(log.lines()[1].nll, 2.9);
    EXPECT_TRUE(log.validations().empty());
}

TEST_F(TrainLogTest, OlderValidationsLieWhereTheLineBeforeIs) {
    append(line(100, 3.0) + "{\"step\":100,\"valid_nll\":3.5,\"valid_token_bleu\":null}\nnothing\n{}\n");
    EXPECT_TRUE(log.readOn());
    ASSERT_EQ(log.validations().size(), 1u);
    EXPECT_EQ(log.validations()[0].pairs, 1000);
    EXPECT_DOUBLE_EQ(log.validations()[0].seconds, 50);
    EXPECT_EQ(log.lines().size(), 1u) << "what is no line is left out";
}

TEST_F(TrainLogTest, AShorterFileIsAnotherRun) {
    append(line(50, 4.0) + line(100, 3.0));
    EXPECT_TRUE(log.readOn());
    std::ofstream(file, std::ios::trunc) << line(50, 5.0);
    EXPECT_TRUE(log.readOn());
    ASSERT_EQ(log.lines().size(), 1u);
    EXPECT_DOUBLE_EQ(log.lines()[0].nll, 5.0);
}

} // namespace
} // namespace diffuscope
