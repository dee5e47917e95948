// SPDX-License-Identifier: GPL-3.0-or-later
// The command line's contract: JSON shape, exit status, clean standard output.
#include "tests/cli/run_cli.h"

#include <fstream>
#include <gtest/gtest.h>

namespace diffuscope {
namespace {

using test::cli;
using test::kData;
using test::kTiny;
using test::TemporaryFolder;

TEST(Cli, MisuseIsTwoAndLeavesStandardOutputClean) {
    for (const auto& arguments : std::vector<std::vector<std::string>>{{},
                                                                       {"dance"},
                                                                       {"generate", "--steps", "many", "x"},
                                                                       {"verify"},
                                                                       {"generate", "--limit", "-1", "x"},
                                                                       {"generate", "--seed", "-1", "x"},
                                                                       {"train", "--output", "/nowhere", "--seed", "-1"}}) {
        const auto result = cli(arguments);
        EXPECT_EQ(result.status, 2) << result.err;
        EXPECT_TRUE(result.out.empty());
        EXPECT_FALSE(result.err.empty());
    }
}

TEST(Cli, RefusalIsOneWithOneSentence) {
    for (const auto& arguments :
         std::vector<std::vector<std::string>>{{"info", "/nowhere", "--json"},
                                               {"generate", "--model", kTiny, "--steps", "0", "x", "--json"},
                                               {"generate", "--model", kTiny, "--solver", "magic", "x", "--json"},
                                               {"generate", "--model", kTiny, "--solver", "ddim", "--eta", "1.5", "x"},
                                               {"generate", "--model", kTiny, "--solver", "sa-solver", "--eta", "-1", "x"},
                                               {"generate", "--model", kTiny, "--tolerance", "nan", "x"},
                                               {"generate", "--model", kTiny, "--spacing", "odd", "x"},
                                               {"generate", "--model", kTiny, "--times", "0.1,0.5", "x"},
                                               {"generate", "--model", kTiny, "--solver", "lms", "--mode", "as-released", "x"},
                                               {"order", "--solver", "runge", "--json"},
                                               {"generate", "--model", kTiny, "--json"},
                                               {"verify", "/tmp", "--json"},
                                               {"train", "--data", "/nowhere", "--output", "/tmp/x", "--steps", "1"}}) {
        const auto result = cli(arguments);
        EXPECT_EQ(result.status, 1) << arguments[0] << ": " << result.err;
        EXPECT_TRUE(result.out.empty()) << result.out;
        EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1) << result.err;
    }
}

TEST(Cli, AResultThatCannotBeWrittenIsOne) {
    const auto into = [](const std::string& arguments) {
        const int status = std::system((test::quoted(DIFFUSCOPE_CLI) + arguments + " >/dev/full 2>/dev/null").c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    };
    EXPECT_EQ(into(" solvers --json"), 1);
    EXPECT_EQ(into(" order --solver euler"), 1);
}

TEST(Cli, HelpIsZero) { EXPECT_EQ(cli({"--help"}).status, 0); }

TEST(Cli, InfoGivesSizes) {
    const auto result = cli({"info", kTiny, "--json"});
    ASSERT_EQ(result.status, 0) << result.err;
    const auto json = result.json();
    EXPECT_EQ(json.at("config").at("vocab_size"), 386);
    EXPECT_EQ(json.at("config").at("noise_schedule"), "sqrt");
    EXPECT_GT(json.at("absorbing_norm").get<double>(), 0.0);
    for (const char* key : {"name", "tokenizer", "parameters", "training", "format"}) EXPECT_TRUE(json.contains(key)) << key;
}

TEST(Cli, SolversListTheTable) {
    const auto json = cli({"solvers", "--json"}).json();
    ASSERT_TRUE(json.is_array());
    std::set<std::string> names;
    for (const auto& solver : json) {
        names.insert(solver.at("name"));
        for (const char* key : {"order", "evaluations_per_step", "stochastic", "modes", "reference"})
            EXPECT_TRUE(solver.contains(key)) << key;
    }
    for (const char* name :
         {"ancestral", "ddim",         "dpm-2s",       "dpm-3s",  "dpmpp-1",     "dpmpp-2m", "dpmpp-3m", "dpmpp-2s",
          "dpmpp-3s",  "dpmpp-2m-sde", "dpmpp-3m-sde", "unipc",   "deis",        "heun",     "euler",    "euler-ancestral",
          "lms",       "ipndm",        "sa-solver",    "restart", "dpm-adaptive"})
        EXPECT_TRUE(names.count(name)) << name;
}

TEST(Cli, OrderMeasuresWhatTheTableClaims) {
    const auto result = cli({"order", "--solver", "dpmpp-2m", "--solver", "ddim", "--json"});
    EXPECT_EQ(result.status, 0) << result.err;
    std::set<std::string> modes, solvers;
    for (const auto& row : result.json()) {
        EXPECT_TRUE(row.at("ok").get<bool>()) << row;
        modes.insert(row.at("mode"));
        solvers.insert(row.at("solver"));
        for (const char* key : {"expected", "measured", "schedule", "spacing", "steps", "evaluations", "errors"})
            EXPECT_TRUE(row.contains(key)) << key;
        EXPECT_EQ(row.at("mode") == "as-released", row.at("expected") == 0) << "the released sampler has no order";
    }
    EXPECT_EQ(modes, (std::set<std::string>{"faithful", "as-released"}));
    EXPECT_EQ(solvers, (std::set<std::string>{"dpmpp-2m", "ddim"}));
}

TEST(Cli, SolverOptionsReachTheRecipe) {
    const auto run = [](std::vector<std::string> options) {
        std::vector<std::string> arguments{"generate", "--model", kTiny, "--json", "what date?"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const auto result = cli(arguments);
        EXPECT_EQ(result.status, 0) << result.err;
        return result.json();
    };
    const auto custom = run({"--times", "1,0.4,0.01", "--solver", "dpm-2m", "--denoise-to-zero", "--absorb-rate", "0.5"});
    EXPECT_EQ(custom.at("evaluations"), 3) << "two steps and the denoising one";
    EXPECT_EQ(custom.at("recipe").at("spacing"), "custom");
    EXPECT_EQ(custom.at("recipe").at("absorb_rate"), 0.5);
    EXPECT_EQ(run({"--solver", "dpmpp-3s", "--evaluations", "7"}).at("evaluations"), 7);
    EXPECT_EQ(run({"--solver", "euler-ancestral", "--steps", "2", "--eta", "0.25"}).at("recipe").at("sde_eta"), 0.25);
    EXPECT_EQ(run({"--solver", "ddim", "--steps", "2", "--eta", "0.25"}).at("recipe").at("eta"), 0.25);
    EXPECT_EQ(run({"--solver", "restart", "--steps", "8", "--spacing", "karras", "--rho", "5", "--restarts", "2", "--s-noise", "1.01"})
                  .at("recipe")
                  .at("restarts"),
              2);
    EXPECT_GE(run({"--solver", "dpm-adaptive", "--steps", "1", "--tolerance", "0.2"}).at("evaluations").get<int>(), 3);
}

TEST(Cli, GenerateGivesRecipeAndResults) {
    const auto result = cli(
        {"generate", "--model", kTiny, "--solver", "dpmpp-2m", "--steps", "4", "--samples", "3", "--seed", "5", "what date?", "--json"});
    ASSERT_EQ(result.status, 0) << result.err;
    const auto json = result.json();
    EXPECT_EQ(json.at("recipe").at("seed"), 5);
    EXPECT_EQ(json.at("evaluations"), 4);
    EXPECT_GT(json.at("seconds").get<double>(), 0.0);
    ASSERT_EQ(json.at("results").size(), 1u);
    EXPECT_EQ(json.at("results")[0].at("source"), "what date?");
    EXPECT_EQ(json.at("results")[0].at("samples").size(), 3u);
    EXPECT_TRUE(json.at("results")[0].at("chosen").is_string());
}

TEST(Cli, WhatJsonPrintedRunsAgain) {
    const TemporaryFolder folder;
    const auto first = cli(
        {"generate", "--model", kTiny, "--solver", "ancestral", "--steps", "5", "--samples", "2", "--seed", "9", "what date?", "--json"});
    ASSERT_EQ(first.status, 0) << first.err;
    folder.write("run.json", first.out);
    const auto recipe = (folder.path() / "run.json").string();
    EXPECT_EQ(cli({"generate", "--recipe", recipe, "--json"}).json().at("results"), first.json().at("results"));
    const auto other = cli({"generate", "--recipe", recipe, "--seed", "10", "--json"});
    EXPECT_EQ(other.json().at("recipe").at("seed"), 10) << other.err;
    EXPECT_NE(other.json().at("results"), first.json().at("results"));
    auto edited = first.json().at("recipe");
    edited["edits"] = {{{"step", 2}, {"row", 0}, {"position", 20}, {"clear", true}}};
    folder.write("run.json", edited.dump());
    EXPECT_EQ(cli({"generate", "--recipe", recipe, "--json"}).json().at("recipe").at("edits"), edited["edits"]);
}

TEST(Cli, GenerateFromAFileWritesRowsAndATrace) {
    const TemporaryFolder folder;
    folder.write("pairs.jsonl",
                 "{\"src\":\"a date\",\"trg\":\"one\"}\n{\"src\":\"what?\",\"trg\":\"two\"}\n{\"src\":\"x\",\"trg\":\"three\"}\n");
    const auto rows = (folder.path() / "out.jsonl").string(), trace = (folder.path() / "run.safetensors").string();
    const auto result = cli({"generate", "--model", kTiny, "--steps", "2", "--input", (folder.path() / "pairs.jsonl").string(), "--limit",
                             "2", "--output", rows, "--trace", trace, "--json"});
    ASSERT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(result.json().at("results").size(), 2u);
    std::ifstream in(rows);
    std::string line;
    std::vector<nlohmann::json> written;
    while (std::getline(in, line)) written.push_back(nlohmann::json::parse(line));
    ASSERT_EQ(written.size(), 2u);
    EXPECT_EQ(written[1].at("reference"), "two");
    EXPECT_EQ(written[1].at("source"), "what?");
    EXPECT_TRUE(written[1].contains("recover"));
    EXPECT_GT(std::filesystem::file_size(trace), 1000u);
}

TEST(Cli, CompareTestsAgainstB) {
    const TemporaryFolder folder;
    std::string a, b;
    for (int i = 0; i < 20; ++i) {
        const auto reference = "this is sentence " + std::to_string(i) + " .";
        a += nlohmann::json{{"recover", "this is nothing"}, {"reference", reference}, {"source", "s"}}.dump() + "\n";
        b += nlohmann::json{{"recover", reference}, {"reference", reference}, {"source", "s"}}.dump() + "\n";
    }
    const auto fileA = folder.write("a.jsonl", a).string(), fileB = folder.write("b.jsonl", b).string();
    const auto result =
        cli({"compare", fileA, fileB, "--metric", "bleu_sacre", "--metric", "rougeL", "--resamples", "200", "--seed", "3", "--json"});
    ASSERT_EQ(result.status, 0) << result.err;
    const auto json = result.json();
    EXPECT_EQ(json.at("items"), 20);
    ASSERT_EQ(json.at("metrics").size(), 2u);
    const auto& bleu = json.at("metrics")[0];
    EXPECT_GT(bleu.at("difference").at("low").get<double>(), 0.0);
    EXPECT_LT(bleu.at("p").get<double>(), 0.01);
    EXPECT_EQ(bleu.at("wins"), 20);
    EXPECT_EQ(json.at("rows").size(), 20u);
    EXPECT_EQ(cli({"compare", fileA, fileB}).status, 0);
    EXPECT_EQ(cli({"compare", fileA, fileB, "--metric", "meteor", "--json"}).status, 1);
}

TEST(Cli, SweepGivesRowsWithIntervalsAndResumes) {
    const TemporaryFolder folder;
    std::string lines;
    for (int i = 0; i < 5; ++i) lines += nlohmann::json{{"src", "date " + std::to_string(i)}, {"trg", "what date is it?"}}.dump() + "\n";
    lines += nlohmann::json{{"src", std::string(2000, 'a') + std::string(300, ' ') + "b c d"}, {"trg", "x"}}.dump() + "\n";
    std::string longer;
    for (int i = 0; i < 200; ++i) longer += "date ";
    lines += nlohmann::json{{"src", longer}, {"trg", "it does not fit"}}.dump() + "\n";
    const auto pairs = folder.write("pairs.jsonl", lines).string(), store = (folder.path() / "run.jsonl").string(),
               csv = (folder.path() / "rows.csv").string();
    const std::vector<std::string> arguments{"sweep",
                                             "--model",
                                             kTiny,
                                             "--input",
                                             pairs,
                                             "--solvers",
                                             "dpmpp-2m,ddim",
                                             "--steps",
                                             "2,3",
                                             "--modes",
                                             "faithful,as-released",
                                             "--seeds",
                                             "2",
                                             "--batch",
                                             "4",
                                             "--resamples",
                                             "20",
                                             "--output",
                                             store,
                                             "--csv",
                                             csv,
                                             "--json"};
    const auto first = cli(arguments);
    ASSERT_EQ(first.status, 0) << first.err;
    const auto rows = first.json();
    ASSERT_EQ(rows.size(), 8u);
    for (const auto& row : rows) {
        for (const char* key : {"solver", "steps", "spacing", "mode", "skipped"}) EXPECT_TRUE(row.contains(key)) << key;
        EXPECT_EQ(row.contains("error"), row.at("solver") == "ddim" && row.at("mode") == "as-released") << row;
        if (row.contains("error")) continue;
        EXPECT_EQ(row.at("evaluations"), row.at("steps"));
        EXPECT_GT(row.at("seconds_per_sentence").get<double>(), 0.0);
        EXPECT_GE(row.at("skipped").get<int>(), 1);
        for (const char* metric : {"bleu_sacre", "bleu_nltk_method4", "rougeL", "length_ratio"})
            EXPECT_LE(row.at(metric).at("low").get<double>(), row.at(metric).at("high").get<double>()) << metric;
    }
    const auto written = test::contentOf(store);
    EXPECT_EQ(cli(arguments).json(), rows) << "taken from the file, seconds too";
    EXPECT_EQ(test::contentOf(store), written);
    EXPECT_EQ(test::contentOf(csv).substr(0, 20), "solver,steps,spacing");
    EXPECT_EQ(cli({"sweep", "--model", kTiny, "--input", pairs, "--solvers", "magic", "--steps", "2"}).status, 1);
    const auto usual = cli({"sweep", "--model", kTiny, "--input", pairs, "--json"}).json();
    ASSERT_EQ(usual.size(), 1u) << "as recommended, else as a recipe by default";
    EXPECT_EQ(usual[0].at("solver"), "dpmpp-2m");
    EXPECT_EQ(usual[0].at("steps"), 20);
}

TEST(Cli, SweepRefusesATableThatCannotBeWrittenAtOnce) {
    const TemporaryFolder folder;
    const auto store = folder.path() / "run.jsonl";
    const auto result = cli({"sweep", "--model", kTiny, "--input", test::pairsOf(folder, 2), "--steps", "2", "--output", store.string(),
                             "--csv", (folder.path() / "none" / "rows.csv").string()});
    EXPECT_EQ(result.status, 1);
    EXPECT_NE(result.err.find("rows.csv"), std::string::npos) << result.err;
    EXPECT_TRUE(result.out.empty()) << "no row was computed: " << result.out;
    EXPECT_FALSE(std::filesystem::exists(store));
}

TEST(Cli, SweepOfAListOfTimesIsOneRow) {
    const TemporaryFolder folder;
    const auto pairs = folder.write("pairs.jsonl", "{\"src\":\"a date\",\"trg\":\"one\"}\n").string();
    const auto rows = [&](std::vector<std::string> options) {
        std::vector<std::string> arguments{"sweep",     "--model", kTiny,     "--input",   pairs,
                                           "--solvers", "ddim",    "--times", "1,0.5,0.1", "--json"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const auto result = cli(arguments);
        EXPECT_EQ(result.status, 0) << result.err;
        return result.json();
    };
    for (const auto& options : std::vector<std::vector<std::string>>{{}, {"--spacings", "custom"}, {"--steps", "2,5,10"}}) {
        const auto list = rows(options);
        ASSERT_EQ(list.size(), 1u);
        EXPECT_EQ(list[0].at("spacing"), "custom");
        EXPECT_EQ(list[0].at("steps"), 2);
        EXPECT_EQ(list[0].at("evaluations"), 2);
    }
    const auto both = rows({"--spacings", "custom,log-snr", "--steps", "3,4"});
    ASSERT_EQ(both.size(), 3u);
    EXPECT_EQ(both[2].at("steps"), 4);
}

TEST(Cli, StepsTakeThePlaceOfARecipesBudget) {
    const TemporaryFolder folder;
    const auto recipe = folder.write("recipe.json", nlohmann::json{{"sources", {"what date?"}}, {"evaluations", 7}}.dump()).string();
    const auto evaluations = [&](std::vector<std::string> options) {
        std::vector<std::string> arguments{"generate", "--model", kTiny, "--recipe", recipe, "--json"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        return cli(arguments).json().at("evaluations");
    };
    EXPECT_EQ(evaluations({}), 7);
    EXPECT_EQ(evaluations({"--steps", "3"}), 3);
    EXPECT_EQ(evaluations({"--steps", "3", "--evaluations", "5"}), 5);
}

TEST(Cli, TimesAreLaidAlongAFineRun) {
    const TemporaryFolder folder;
    const auto trace = (folder.path() / "fine.safetensors").string();
    ASSERT_EQ(cli({"generate", "--model", kTiny, "--steps", "20", "what date?", "--trace", trace, "--json"}).status, 0);
    const auto result = cli({"times", trace, "--steps", "4", "--json"});
    ASSERT_EQ(result.status, 0) << result.err;
    const auto times = result.json().at("times");
    ASSERT_EQ(times.size(), 5u);
    EXPECT_EQ(times[0], 1.0);
    auto list = cli({"times", trace, "--steps", "4"}).out;
    list.pop_back();
    const auto run = cli({"generate", "--model", kTiny, "--times", list, "what date?", "--json"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.json().at("recipe").at("times"), times);
    EXPECT_EQ(run.json().at("evaluations"), 4);
}

TEST(Cli, VerifyAgrees) {
    const auto result = cli({"verify", kData, "--json"});
    EXPECT_EQ(result.status, 0) << result.err;
    const auto json = result.json();
    EXPECT_TRUE(json.at("ok").get<bool>());
    for (const char* key : {"name", "max_abs_error", "tolerance", "ok"}) EXPECT_TRUE(json.at("cases")[0].contains(key)) << key;
}

TEST(Cli, ConvertLeavesNoModelWithoutATokenizer) {
    const TemporaryFolder folder;
    const auto native = (folder.path() / "native").string();
    const auto official = folder.path() / "official";
    ASSERT_EQ(cli({"convert", kTiny, native, "--json"}).status, 0);
    for (const char* name : {"tokenizer.json", "vocab.txt"}) std::filesystem::remove(std::filesystem::path(native) / name);
    EXPECT_EQ(cli({"convert", native, official.string(), "--json"}).status, 1);
    EXPECT_FALSE(std::filesystem::exists(official));
}

TEST(Cli, ConvertBothWaysKeepsWhatIsGenerated) {
    const TemporaryFolder folder;
    const auto native = (folder.path() / "native").string(), official = (folder.path() / "official").string();
    ASSERT_EQ(cli({"convert", kTiny, native, "--json"}).status, 0);
    ASSERT_EQ(cli({"convert", native, official, "--json"}).status, 0);
    std::vector<nlohmann::json> results;
    for (const auto& model : {kTiny, native, official})
        results.push_back(cli({"generate", "--model", model, "--steps", "3", "what date?", "--json"}).json().at("results"));
    EXPECT_EQ(results[0], results[1]);
    EXPECT_EQ(results[0], results[2]);
}

#if DIFFUSCOPE_HAVE_SENTENCEPIECE
TEST(Cli, PrepareTrainGenerate) {
    const TemporaryFolder folder;
    std::ofstream pairs(folder.path() / "pairs.jsonl");
    for (int i = 0; i < 300; ++i)
        pairs << nlohmann::json{{"src", "shop : offer item = thing " + std::to_string(i)},
                                {"trg", "Here is thing " + std::to_string(i) + " ."}}
                     .dump()
              << '\n';
    pairs << "not a row\n";
    pairs.close();
    const auto data = (folder.path() / "data").string(), model = (folder.path() / "model").string();
    const auto prepared =
        cli({"prepare", "--input", (folder.path() / "pairs.jsonl").string(), "--vocab-size", "100", "--output", data, "--json"});
    ASSERT_EQ(prepared.status, 0) << prepared.err;
    EXPECT_EQ(prepared.json().at("train").at("rows"), 300);
    EXPECT_EQ(prepared.json().at("train").at("refused"), 1);
    const auto trained =
        cli({"train", "--data", data, "--output", model, "--steps", "3", "--hidden", "32", "--layers", "1", "--heads", "2", "--json"});
    ASSERT_EQ(trained.status, 0) << trained.err;
    EXPECT_EQ(trained.json().at("steps"), 3);
    const auto resumed =
        cli({"train", "--data", data, "--output", model, "--steps", "5", "--hidden", "32", "--layers", "1", "--heads", "2", "--json"});
    EXPECT_EQ(resumed.json().at("steps"), 5) << resumed.err;
    EXPECT_NE(resumed.err.find("Resuming at step 3"), std::string::npos) << resumed.err;
    EXPECT_EQ(cli({"generate", "--model", model, "--steps", "2", "shop : offer item = thing 7", "--json"}).status, 0);

    const auto again = (folder.path() / "again").string(), deeper = (folder.path() / "deeper").string();
    const auto forgetting = cli({"prepare", "--input", (folder.path() / "pairs.jsonl").string(), "--vocab-size", "100", "--forget-slots",
                                 "0.5", "--output", again, "--json"});
    ASSERT_EQ(forgetting.status, 0) << forgetting.err;
    EXPECT_NEAR(forgetting.json().at("train").at("rows").get<int>(), 400, 50)
        << "a third of the pairs once more: half of them, two thirds of the slots";
    const auto grown = cli({"train", "--data", again, "--output", deeper, "--from", model, "--steps", "2", "--hidden", "32", "--layers",
                            "2", "--heads", "2", "--self-condition", "--json"});
    ASSERT_EQ(grown.status, 0) << grown.err;
    EXPECT_EQ(cli({"generate", "--model", deeper, "--steps", "2", "shop : offer item = thing 7", "--json"}).status, 0);
}
#endif

TEST(Cli, TheBundledModelSpeaks) {
    const auto info = cli({"info", "--json"});
    ASSERT_EQ(info.status, 0) << info.err;
    EXPECT_GT(info.json().at("training").at("hours").get<double>(), 0.0) << "it says how long it was trained";
    const auto result = cli({"generate", "--json", "hotels : offer hotel_name = The Blue Door ; notify_success"});
    ASSERT_EQ(result.status, 0) << result.err;
    const auto json = result.json();
    EXPECT_EQ(json.at("recipe").at("solver"), info.json().at("recommended").at("solver")) << "the model's recommendation is taken";
    const auto sentence = json.at("results")[0].at("chosen").get<std::string>();
    EXPECT_NE(sentence.find(' '), std::string::npos) << sentence;
    EXPECT_EQ(sentence.find('<'), std::string::npos) << "placeholders are put back: " << sentence;
}

} // namespace
} // namespace diffuscope
