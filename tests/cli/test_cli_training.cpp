// SPDX-License-Identifier: GPL-3.0-or-later
// Training on the command line keeps a plan, so that the run goes on in the window, and that of the window here.
#include "tests/cli/run_cli.h"

#include <gtest/gtest.h>

#if DIFFUSCOPE_HAVE_SENTENCEPIECE

namespace diffuscope {
namespace {

using test::cli;
using test::TemporaryFolder;

class CliTraining : public testing::Test {
protected:
    void SetUp() override {
        std::string lines;
        for (int i = 0; i < 60; ++i) {
            const auto thing = "thing " + std::to_string(i);
            lines += nlohmann::json{{"src", "offer " + thing}, {"trg", "Here is " + thing + " ."}}.dump() + "\n";
        }
        const auto pairs = folder.write("pairs.jsonl", lines).string();
        // Where the window prepares, too.
        const auto prepared = cli({"prepare", "--input", pairs, "--vocab-size", "80", "--output", data, "--json"});
        ASSERT_EQ(prepared.status, 0) << prepared.err;
    }
    test::Result train(std::vector<std::string> options) const {
        std::vector<std::string> arguments{"train", "--output", model, "--json"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        return cli(arguments);
    }
    test::Result begin() const {
        return train({"--data", data, "--steps", "3", "--hidden", "32", "--layers", "1", "--heads", "2", "--seed", "7", "--dropout", "-1"});
    }
    nlohmann::json plan() const { return nlohmann::json::parse(test::contentOf(model + "/plan.json")); }
    void keep(const nlohmann::json& plan) const { folder.write("model/plan.json", plan.dump()); }

    TemporaryFolder folder;
    const std::string model = (folder.path() / "model").string(), data = model + "/prepared";
};

TEST_F(CliTraining, GoesOnAsItWasBegun) {
    const auto begun = begin();
    ASSERT_EQ(begun.status, 0) << begun.err;
    EXPECT_EQ(plan().at("data"), data);
    EXPECT_EQ(plan().at("seed"), 7);
    EXPECT_EQ(plan().at("self_condition"), false);
    EXPECT_EQ(plan().at("changes"), (nlohmann::json{{"hidden", 32}, {"layers", 1}, {"heads", 2}}));
    const auto on = train({"--steps", "5"});
    ASSERT_EQ(on.status, 0) << on.err;
    EXPECT_EQ(on.json().at("steps"), 5);
    EXPECT_NE(on.err.find("Resuming at step 3"), std::string::npos) << on.err;
    EXPECT_EQ(plan().at("steps"), 5);
    EXPECT_EQ(plan().at("changes").at("hidden"), 32);
    // Time takes the place of steps.
    const auto timed = train({"--minutes", "0.000001"});
    ASSERT_EQ(timed.status, 0) << timed.err;
    EXPECT_EQ(timed.json().at("steps"), 5) << "that is over";
    EXPECT_EQ(plan().at("steps"), 0);
}

TEST_F(CliTraining, RefusesATimeThatIsNone) {
    for (const char* minutes : {"nan", "inf", "0"}) EXPECT_EQ(train({"--data", data, "--minutes", minutes}).status, 1) << minutes;
    EXPECT_FALSE(std::filesystem::exists(model + "/plan.json"));
}

TEST_F(CliTraining, GoesOnWithARunOfTheWindow) {
    ASSERT_EQ(begin().status, 0);
    auto windows = plan();
    windows["data"] = "";
    windows["train"] = (folder.path() / "moved.jsonl").string();
    windows["steps"] = 0;
    windows["minutes"] = 0.000001;
    keep(windows);
    const auto whole = train({});
    ASSERT_EQ(whole.status, 0) << whole.err;
    EXPECT_EQ(whole.json().at("steps"), 3) << "its time is over";
    const auto on = train({"--steps", "4"});
    ASSERT_EQ(on.status, 0) << on.err;
    EXPECT_EQ(on.json().at("steps"), 4);
}

TEST_F(CliTraining, GoesOnWithARunThatKeptNoPlan) {
    ASSERT_EQ(begin().status, 0);
    std::filesystem::remove(model + "/plan.json");
    const auto on = train({"--data", data, "--steps", "4", "--hidden", "32", "--layers", "1", "--heads", "2", "--seed", "7"});
    ASSERT_EQ(on.status, 0) << on.err;
    EXPECT_EQ(on.json().at("steps"), 4);
    EXPECT_EQ(plan().at("changes").at("layers"), 1);
}

TEST_F(CliTraining, AnotherRunIsRefusedAndItsPlanNotKept) {
    ASSERT_EQ(begin().status, 0);
    const auto before = plan();
    const auto deeper = train({"--steps", "4", "--layers", "2"});
    EXPECT_EQ(deeper.status, 1);
    EXPECT_NE(deeper.err.find("num_hidden_layers"), std::string::npos) << deeper.err;
    EXPECT_EQ(plan(), before);
    std::filesystem::remove(model + "/plan.json");
    EXPECT_EQ(train({"--data", data, "--steps", "4"}).status, 1) << "not of the same sizes";
    EXPECT_FALSE(std::filesystem::exists(model + "/plan.json"));
    const auto lost = train({"--steps", "4"});
    EXPECT_EQ(lost.status, 1);
    EXPECT_NE(lost.err.find("--data"), std::string::npos) << lost.err;
}

} // namespace
} // namespace diffuscope

#endif
