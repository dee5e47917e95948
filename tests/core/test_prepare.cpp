// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/prepare.h"

#include "core/error.h"
#include "core/text/sentencepiece_trainer.h"
#include "core/train/dataset.h"
#include "tests/text/temporary_folder.h"

namespace diffuscope {
namespace {

class Prepare : public testing::Test {
protected:
    void SetUp() override {
        if (!haveSentencePiece()) GTEST_SKIP() << "this build trains no vocabulary";
    }
    /// Pairs that say a noun with each of some verbs.
    std::filesystem::path pairs(const std::string& name, const std::string& noun) const {
        std::string rows;
        for (const char* verb : {"opens", "closes", "moves", "falls", "shines", "waits"}) {
            const auto text = noun + " " + verb;
            rows += nlohmann::json{{"src", text}, {"trg", "the " + text}}.dump() + '\n';
        }
        return folder.write(name, rows);
    }
    PrepareOptions options(const std::string& noun) const {
        PrepareOptions options;
        options.train = pairs(noun + ".jsonl", noun);
        options.output = folder.path() / "data";
        options.vocabSize = 64;
        return options;
    }
    static void silent(const std::string&) {}

    test::TemporaryFolder folder;
};

TEST_F(Prepare, ValidationPairsOfBeforeAreGone) {
    auto first = options("door");
    first.valid = pairs("valid.jsonl", "door");
    prepareData(first, silent);
    EXPECT_EQ(readPreparedData(first.output).valid.size(), 6u);
    prepareData(options("lamp"), silent);
    EXPECT_EQ(readPreparedData(first.output).valid.size(), 0u);
}

TEST_F(Prepare, WhatIsInterruptedIsNotReadAsWhatWasThere) {
    prepareData(options("door"), silent);
    const auto second = options("lamp");
    const auto stopAtEncoding = [](const std::string& line) {
        if (line == "Encoding") throw std::runtime_error("stopped");
    };
    EXPECT_THROW(prepareData(second, stopAtEncoding), std::runtime_error);
    EXPECT_ERROR_SAYING(readPreparedData(second.output), "holds no prepared data");
}

TEST_F(Prepare, PairsThatCannotBeReadLeaveWhatWasThere) {
    const auto first = options("door");
    prepareData(first, silent);
    auto missing = first;
    missing.train = folder.path() / "none.jsonl";
    EXPECT_THROW(prepareData(missing, silent), Error);
    EXPECT_EQ(readPreparedData(first.output).train.size(), 6u);
}

TEST_F(Prepare, ValidationPairsThatCannotBeReadLeaveWhatWasThere) {
    const auto first = options("door");
    prepareData(first, silent);
    auto second = options("lamp");
    second.valid = folder.path() / "none.jsonl";
    EXPECT_ERROR_SAYING(prepareData(second, silent), "none.jsonl");
    EXPECT_EQ(readPreparedData(first.output).train.size(), 6u);
}

TEST_F(Prepare, RefusedRowsOfBothFilesAreTold) {
    auto both = options("door");
    both.valid = folder.write("valid.jsonl", "{\"src\": \"door opens\", \"trg\": \"the door opens\"}\nno pair\n");
    std::string told;
    prepareData(both, [&](const std::string& line) { told += line + '\n'; });
    EXPECT_NE(told.find("valid.jsonl': line 2"), std::string::npos) << told;
}

} // namespace
} // namespace diffuscope
