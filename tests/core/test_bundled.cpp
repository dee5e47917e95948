// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/bundled.h"
#include "core/text/pairs.h"
#include "tests/text/temporary_folder.h"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>

namespace diffuscope {
namespace {

using Names = std::vector<std::string>;

class Resources {
public:
    Resources() { setenv("DIFFUSCOPE_RESOURCES", folder_.path().c_str(), 1); }
    ~Resources() { unsetenv("DIFFUSCOPE_RESOURCES"); }
    std::filesystem::path path() const { return folder_.path(); }
    void add(const std::filesystem::path& file) const {
        std::filesystem::create_directories((path() / file).parent_path());
        std::ofstream(path() / file) << "{}";
    }

private:
    test::TemporaryFolder folder_;
};

TEST(Bundled, ModelsHaveNamesThatHoldOnEveryMachine) {
    const Resources resources;
    for (const char* name : {"zebra", "default", "ant"}) resources.add(std::filesystem::path("models") / name / "config.json");
    resources.add("models/README.md");
    EXPECT_EQ(bundledModels(), (Names{"bundled", "bundled/ant", "bundled/zebra"}));
    EXPECT_EQ(modelFolder("bundled"), resources.path() / "models" / "default");
    EXPECT_EQ(modelFolder("bundled/ant"), resources.path() / "models" / "ant");
    EXPECT_EQ(modelFolder("/some/where"), "/some/where");
}

TEST(Bundled, DataOfTheDefaultModelComesFirst) {
    const Resources resources;
    for (const char* file :
         {"ants/valid.jsonl.gz", "sgd-nlg/test.jsonl.gz", "sgd-nlg/valid.jsonl.gz", "sgd-nlg/train.jsonl.gz", "ants/README.md"})
        resources.add(std::filesystem::path("data") / file);
    const auto data = resources.path() / "data";
    EXPECT_EQ(bundledData(),
              (std::vector{data / "sgd-nlg" / "valid.jsonl.gz", data / "sgd-nlg" / "test.jsonl.gz", data / "ants" / "valid.jsonl.gz"}));
}

TEST(Bundled, FilesThatShipGiveWayToTheModelsOwnData) {
    const Resources resources;
    for (const char* file : {"ants/valid.jsonl.gz", "sgd-nlg/test.jsonl.gz", "sgd-nlg/valid.jsonl.gz"})
        resources.add(std::filesystem::path("data") / file);
    const auto data = resources.path() / "data";
    const auto model = [&](const char* name, const char* config) {
        resources.add(std::filesystem::path("models") / name / "config.json");
        std::ofstream(resources.path() / "models" / name / "config.json") << config;
        return std::string("bundled/") + name;
    };
    const auto ants = model("ants", R"({"data": "ants"})"), other = model("other", "{}"), lost = model("lost", R"({"data": "lost"})");
    EXPECT_EQ(dataFor(ants, data / "sgd-nlg" / "valid.jsonl.gz"), data / "ants" / "valid.jsonl.gz");
    EXPECT_EQ(dataFor(ants, data / "sgd-nlg" / "test.jsonl.gz"), data / "sgd-nlg" / "test.jsonl.gz") << "ants have no test split";
    EXPECT_EQ(dataFor(ants, "/home/me/mine.jsonl"), "/home/me/mine.jsonl");
    for (const auto& name : {other, lost, std::string("/no/where")})
        EXPECT_EQ(dataFor(name, data / "ants" / "valid.jsonl.gz"), data / "ants" / "valid.jsonl.gz");
}

TEST(Bundled, WithoutResourcesOnlyTheDefaultHasAName) {
    const Resources resources;
    EXPECT_EQ(bundledModels(), Names{"bundled"});
    EXPECT_TRUE(bundledData().empty());
}

TEST(Bundled, EveryModelThatShipsBringsSamples) {
    for (const auto& name : bundledModels()) EXPECT_FALSE(readPairs(modelSamples(modelFolder(name))).empty()) << name;
    for (const auto& name : bundledModels()) EXPECT_TRUE(std::filesystem::exists(dataFor(name, bundledData().front())));
    EXPECT_NE(dataFor("bundled/pronunciation", bundledData().front()), bundledData().front());
    EXPECT_EQ(bundledData().size(), 2 * bundledModels().size()) << "each was trained on data that ships";
}

} // namespace
} // namespace diffuscope
