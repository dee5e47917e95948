// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's studies of a sampler do, on the command line: the split of its error, the search for its times.
#include "tests/cli/run_cli.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

namespace diffuscope {
namespace {

using test::cli;
using test::kTiny;
using test::TemporaryFolder;

nlohmann::json rowsOf(std::vector<std::string> options) {
    std::vector<std::string> arguments{"errors", "--model", kTiny, "--json"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const auto result = cli(arguments);
    EXPECT_EQ(result.status, 0) << result.err;
    return result.status == 0 ? result.json() : nlohmann::json::array();
}

double solverError(const nlohmann::json& rows) {
    return std::accumulate(rows.begin(), rows.end(), 0.0,
                           [&](double sum, const auto& row) { return sum + row.at("solver_error").template get<double>(); }) /
           static_cast<double>(rows.size());
}

std::string listOf(const nlohmann::json& times) {
    const auto text = times.dump();
    return text.substr(1, text.size() - 2);
}

TEST(CliErrors, MoreStepsErrLessAndTheReferenceNotAtAll) {
    const auto rows = rowsOf({"--solvers", "euler,dpmpp-2m", "--steps", "3,30", "--reference-steps", "60", "what date?"});
    ASSERT_EQ(rows.size(), 4u);
    for (const auto& row : rows) {
        EXPECT_GT(row.at("solver_error").get<double>(), 0.0);
        EXPECT_GT(row.at("rounding_error").get<double>(), 0.0);
        EXPECT_LE(row.at("flips").size(), row.at("positions").get<size_t>());
        EXPECT_EQ(row.at("evaluations"), row.at("steps"));
        EXPECT_EQ(row.at("reference"), rows[0].at("reference"));
    }
    EXPECT_EQ(rows[1].at("solver"), "euler");
    EXPECT_LT(rows[1].at("solver_error").get<double>(), rows[0].at("solver_error").get<double>());
    EXPECT_LT(rows[3].at("solver_error").get<double>(), rows[1].at("solver_error").get<double>()) << "of second order";
    const auto generated = cli({"generate", "--model", kTiny, "--solver", "euler", "--steps", "3", "what date?", "--json"}).json();
    EXPECT_EQ(rows[0].at("sentence"), generated.at("results")[0].at("chosen"));

    const auto itself = rowsOf({"--spacings", "log-snr", "--steps", "60", "--reference-steps", "60", "what date?"});
    ASSERT_EQ(itself.size(), 1u);
    EXPECT_EQ(itself[0].at("solver_error"), 0.0);
    EXPECT_TRUE(itself[0].at("flips").empty());
    EXPECT_EQ(itself[0].at("sentence"), itself[0].at("reference"));
}

TEST(CliErrors, FlipsSayWhereTheyLeftTheReference) {
    const auto result =
        cli({"errors", "--model", kTiny, "--solvers", "ancestral", "--steps", "20", "--reference-steps", "20", "what date?", "--json"});
    ASSERT_EQ(result.status, 0) << result.err;
    EXPECT_NE(result.err.find("draws noise"), std::string::npos) << result.err;
    const auto flips = result.json()[0].at("flips");
    ASSERT_FALSE(flips.empty()) << "noise of its own takes a run elsewhere";
    for (const auto& flip : flips) {
        EXPECT_NE(flip.at("token"), flip.at("reference"));
        EXPECT_GE(flip.at("left_at").get<int>(), 0);
        EXPECT_LE(flip.at("left_at").get<int>(), 20);
    }
    const auto text = cli({"errors", "--model", kTiny, "--solvers", "ancestral", "--steps", "20", "--reference-steps", "20", "what date?"});
    EXPECT_EQ(static_cast<size_t>(std::count(text.out.begin(), text.out.end(), '\n')), 2 + flips.size()) << text.out;
}

TEST(CliErrors, EveryCandidateOfEverySourceIsARow) {
    const TemporaryFolder folder;
    const std::vector<std::string> options{"--input", test::pairsOf(folder, 4), "--limit", "3", "--samples", "2", "--steps",
                                           "2",       "--reference-steps",      "20"};
    const auto rows = rowsOf(options);
    ASSERT_EQ(rows.size(), 6u);
    EXPECT_EQ(rows[5].at("source"), "hello number 2");
    EXPECT_EQ(rows[5].at("sample"), 1);
    EXPECT_NE(rows[4].at("solver_error"), rows[5].at("solver_error")) << "another draw";
    auto apart = options;
    apart.insert(apart.end(), {"--batch", "1"});
    const auto same = rowsOf(apart);
    ASSERT_EQ(same.size(), 6u);
    for (size_t i = 0; i < 6; ++i) {
        EXPECT_EQ(same[i].at("source"), rows[i].at("source"));
        EXPECT_NEAR(same[i].at("solver_error").get<double>(), rows[i].at("solver_error").get<double>(), 1e-2);
    }
}

TEST(CliErrors, RowsThatDoNotFitAreLeftOut) {
    const TemporaryFolder folder;
    std::string longer;
    for (int i = 0; i < 200; ++i) longer += "date ";
    const auto pairs = folder.write("pairs.jsonl", nlohmann::json{{"src", "what date?"}, {"trg", "x"}}.dump() + "\n" +
                                                       nlohmann::json{{"src", longer}, {"trg", "x"}}.dump() + "\n");
    const auto result = cli({"errors", "--model", kTiny, "--input", pairs.string(), "--steps", "2", "--reference-steps", "20", "--json"});
    ASSERT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(result.json().size(), 1u);
    EXPECT_NE(result.err.find("1 rows were left out"), std::string::npos) << result.err;
    EXPECT_EQ(cli({"errors", "--model", kTiny, longer, "--steps", "2", "--reference-steps", "20"}).status, 1);
}

TEST(CliErrors, RefusesWhatCannotBeSplit) {
    const auto status = [](std::vector<std::string> options) {
        std::vector<std::string> arguments{"errors", "--model", kTiny, "--json"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const auto result = cli(arguments);
        EXPECT_TRUE(result.out.empty()) << result.out;
        return result.status;
    };
    EXPECT_EQ(status({}), 1);
    EXPECT_EQ(status({"x", "--input", "/nowhere"}), 1);
    EXPECT_EQ(status({"--input", "/nowhere"}), 1);
    EXPECT_EQ(status({"x", "--solvers", "magic"}), 1);
    EXPECT_EQ(status({"x", "--steps", "0"}), 1);
    EXPECT_EQ(status({"x", "--reference-steps", "5"}), 2);
    EXPECT_EQ(status({"x", "--mbr"}), 2);
}

TEST(CliTimes, TheSearchFindsBetterTimes) {
    const TemporaryFolder folder;
    const auto pairs = test::pairsOf(folder, 3);
    const std::string start = "1,0.9,0.8,0.0005";
    const std::vector<std::string> arguments{"times", "--search", "--model", kTiny,          "--times", start,   "--input",
                                             pairs,   "--limit",  "2",       "--fine-steps", "40",      "--json"};
    const auto result = cli(arguments);
    ASSERT_EQ(result.status, 0) << result.err;
    const auto json = result.json();
    EXPECT_EQ(json.at("spacing"), "custom");
    EXPECT_EQ(json.at("start"), nlohmann::json({1.0, 0.9, 0.8, 0.0005}));
    const auto times = json.at("times").get<std::vector<double>>();
    ASSERT_EQ(times.size(), 4u);
    EXPECT_EQ(times.front(), 1.0);
    EXPECT_EQ(times.back(), 0.0005);
    EXPECT_TRUE(std::is_sorted(times.rbegin(), times.rend()));
    const auto first = json.at("first_distance").get<double>(), best = json.at("distance").get<double>();
    EXPECT_LT(best, first) << "such times can be bettered";
    EXPECT_FALSE(json.at("stopped").get<bool>());
    // What is said of them is so: for this solver the fine run is the one that 'errors' holds a run against.
    const auto distance = [&](const std::string& list) {
        return solverError(rowsOf({"--times", list, "--input", pairs, "--limit", "2", "--reference-steps", "40"}));
    };
    EXPECT_NEAR(distance(start), first, 1e-3);
    EXPECT_NEAR(distance(listOf(json.at("times"))), best, 1e-3);

    folder.write("found.json", result.out);
    const auto run = cli({"generate", "--recipe", (folder.path() / "found.json").string(), "--json"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.json().at("recipe").at("times"), json.at("times"));
    EXPECT_EQ(run.json().at("results").size(), 2u);

    auto equal = arguments;
    equal.insert(equal.end(), {"--equal-error", "--rounds", "1"});
    const auto laid = cli(equal).json().at("start");
    EXPECT_EQ(laid.front(), 1.0);
    EXPECT_NE(laid, json.at("start"));
}

TEST(CliTimes, NoiseAtTheStepsIsLeftOutUnlessItIsToBeKept) {
    const TemporaryFolder folder;
    std::vector<std::string> arguments{"times",    "--search", "--model",       kTiny, "--input",      test::pairsOf(folder, 1),
                                       "--steps",  "2",        "--absorb-rate", "0.5", "--fine-steps", "20",
                                       "--rounds", "1"};
    const auto still = cli(arguments);
    ASSERT_EQ(still.status, 0) << still.err;
    EXPECT_EQ(still.err.find("draws noise"), std::string::npos) << still.err;
    EXPECT_EQ(std::count(still.out.begin(), still.out.end(), ','), 2) << "a list for --times: " << still.out;
    arguments.insert(arguments.end(), {"--keep-noise", "--json"});
    const auto noisy = cli(arguments);
    ASSERT_EQ(noisy.status, 0) << noisy.err;
    EXPECT_NE(noisy.err.find("draws noise"), std::string::npos) << noisy.err;
    EXPECT_EQ(noisy.json().at("recipe").at("absorb_rate"), 0.5);
}

TEST(CliTimes, RefusesWhatCannotBeSearched) {
    const TemporaryFolder folder;
    const auto status = [](const std::vector<std::string>& options) {
        std::vector<std::string> arguments{"times"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const auto result = cli(arguments);
        EXPECT_TRUE(result.out.empty()) << result.out;
        return result.status;
    };
    const auto pairs = test::pairsOf(folder, 1);
    EXPECT_EQ(status({"--search", "--model", kTiny}), 1) << "it brings no samples";
    EXPECT_EQ(status({"--search", "--model", kTiny, "--input", pairs, "--solver", "dpm-adaptive"}), 1);
    EXPECT_EQ(status({"--search", "--model", kTiny, "--input", pairs, "--times", "1,0.0005"}), 1) << "no inner time";
    EXPECT_EQ(status({}), 2);
    EXPECT_EQ(status({"/nowhere"}), 1);
    EXPECT_EQ(status({"/nowhere", "--search"}), 2);
    EXPECT_EQ(status({"/nowhere", "--rounds", "3"}), 2);
    EXPECT_EQ(status({"/nowhere", "--model", kTiny}), 2);
}

} // namespace
} // namespace diffuscope
