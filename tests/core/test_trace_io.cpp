// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/bundled.h"
#include "core/engine/cancelled.h"
#include "core/engine/engine.h"
#include "core/engine/trace_io.h"
#include "core/error.h"
#include "core/model/native_model.h"
#include "core/model/official_model.h"
#include "core/model/safetensors.h"
#include "core/text/file_bytes.h"
#include "tests/text/temporary_folder.h"

#include <bit>
#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace diffuscope {
namespace {

TEST(TraceIo, RoundTripKeepsEverything) {
    Engine engine(std::filesystem::path(DIFFUSCOPE_TEST_DATA) / "tiny");
    Recipe recipe;
    recipe.sources = {"what date?"};
    recipe.solver = "ancestral";
    recipe.steps = 4;
    recipe.samples = 2;
    auto trace = engine.run(recipe);
    auto header = std::make_shared<TraceHeader>(*trace.header);
    header->rows[1].values = {{"<city>", "Oslo"}};
    trace.header = header;
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "run.safetensors";
    writeTrace(path, trace);
    const auto again = readTrace(path);
    EXPECT_EQ(readTraceRecipe(path), recipe);
    EXPECT_EQ(again.header->recipe, recipe);
    EXPECT_EQ(*again.header->pieces, *trace.header->pieces);
    EXPECT_EQ(again.header->rows[1].canvas, trace.header->rows[1].canvas);
    EXPECT_TRUE(again.header->rows[0].values.empty());
    EXPECT_EQ(again.header->rows[1].values, trace.header->rows[1].values);
    EXPECT_EQ(again.sentences[1].text, trace.sentences[1].text);
    EXPECT_EQ(*again.header->embeddings, *trace.header->embeddings);
    EXPECT_EQ(again.header->absorbing, trace.header->absorbing);
    ASSERT_EQ(again.steps.size(), trace.steps.size());
    for (size_t i = 0; i < trace.steps.size(); ++i) {
        EXPECT_EQ(again.steps[i]->tokens, trace.steps[i]->tokens);
        EXPECT_EQ(again.steps[i]->distances, trace.steps[i]->distances);
        EXPECT_EQ(again.steps[i]->toAbsorbing, trace.steps[i]->toAbsorbing);
        EXPECT_EQ(again.steps[i]->absorbed, trace.steps[i]->absorbed);
        EXPECT_EQ(again.steps[i]->x, trace.steps[i]->x);
        EXPECT_DOUBLE_EQ(again.steps[i]->absorbProbability, trace.steps[i]->absorbProbability);
        EXPECT_DOUBLE_EQ(again.steps[i]->lambda, trace.steps[i]->lambda);
    }
}

TEST(TraceIo, EveryPartOfAFileIsDescribed) {
    Engine engine(std::filesystem::path(DIFFUSCOPE_TEST_DATA) / "tiny");
    Recipe recipe;
    recipe.sources = {"what date?"};
    recipe.solver = "ancestral";
    recipe.steps = 3;
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "run.safetensors";
    writeTrace(path, engine.run(recipe));
    const auto description = readFileBytes(resourceFolder() / "formats.md");
    const auto file = readSafetensors(path);
    EXPECT_EQ(file.tensors.size(), 10u);
    for (const auto& [name, tensor] : file.tensors) EXPECT_NE(description.find("| `" + name + "` | "), std::string::npos) << name;
    for (const auto& [key, text] : file.metadata) {
        EXPECT_NE(description.find("`" + key + "`"), std::string::npos) << key;
        for (const char* part :
             {"recipe", "pieces", "rows", "absorbing", "steps", "times", "sentences", "chosen", "evaluations", "seconds"})
            EXPECT_TRUE(nlohmann::json::parse(text).contains(part)) << part;
    }
}

TEST(TraceIo, WhatIsStoppedLeavesTheFileAsItWas) {
    Engine engine(std::filesystem::path(DIFFUSCOPE_TEST_DATA) / "tiny");
    Recipe recipe;
    recipe.sources = {"what date?"};
    recipe.steps = 3;
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "run.safetensors";
    writeTrace(path, engine.run(recipe));
    recipe.steps = 4;
    const auto other = engine.run(recipe);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(readTrace(path, stop.get_token()), Cancelled);
    EXPECT_THROW(writeTrace(path, other, stop.get_token()), Cancelled);
    EXPECT_EQ(readTrace(path).header->recipe.steps, 3);
    EXPECT_FALSE(std::filesystem::exists(path.string() + ".part"));
}

TEST(TraceIo, OfAModelWithMoreEmbeddingsThanItsTokenizerHasTokens) {
    const auto tiny = test::dataFolder("tiny");
    const test::TemporaryFolder folder;
    auto model = readOfficialModel(tiny);
    for (auto& [name, tensor] : model.tensors)
        if (name == "word_embedding.weight" || name == "lm_head.weight" || name == "lm_head.bias")
            tensor = torch::cat({tensor, tensor.slice(0, 0, 3)});
    model.config.vocabSize += 3;
    writeNativeModel(folder.path(), model);
    for (const char* name : {"vocab.txt", "tokenizer.json", "tokenizer_config.json"})
        std::filesystem::copy_file(tiny / name, folder.path() / name);
    Recipe recipe;
    recipe.sources = {"what date?"};
    recipe.steps = 2;
    const auto trace = Engine(folder.path()).run(recipe);
    EXPECT_EQ(trace.header->pieces->size(), static_cast<size_t>(model.config.vocabSize));
    writeTrace(folder.path() / "run.safetensors", trace);
    EXPECT_EQ(*readTrace(folder.path() / "run.safetensors").header->embeddings, *trace.header->embeddings);
}

TEST(TraceIo, OtherFilesAreRefused) {
    const test::TemporaryFolder folder;
    std::ofstream(folder.path() / "a") << "hello";
    EXPECT_THROW(readTrace(folder.path() / "a"), Error);
    EXPECT_THROW(readTrace(std::filesystem::path(DIFFUSCOPE_TEST_DATA) / "rounding.safetensors"), Error);
}

/// A trace whose file was changed by `change`.
template <class Change> void expectDamaged(Change change, const std::string& what) {
    Engine engine(std::filesystem::path(DIFFUSCOPE_TEST_DATA) / "tiny");
    Recipe recipe;
    recipe.sources = {"what date?"};
    recipe.steps = 2;
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "run.safetensors";
    writeTrace(path, engine.run(recipe));
    EXPECT_NO_THROW(readTrace(path));
    auto file = readSafetensors(path);
    auto json = nlohmann::json::parse(file.metadata.begin()->second);
    std::map<std::string, torch::Tensor> tensors(file.tensors.begin(), file.tensors.end());
    change(tensors, json);
    file.metadata.begin()->second = json.dump();
    file.tensors.assign(tensors.begin(), tensors.end());
    writeSafetensors(path, file);
    EXPECT_THROW(readTrace(path), Error) << what;
}

TEST(TraceIo, WhatDoesNotFitTogetherIsRefused) {
    expectDamaged([](auto& t, auto&) { t["tokens"] = t["tokens"].to(torch::kUInt8); }, "another type");
    expectDamaged([](auto& t, auto&) { t["tokens"] = t["tokens"] + 1000; }, "tokens beyond the vocabulary");
    expectDamaged([](auto& t, auto&) { t["x"] = t["x"].slice(2, 0, 5).contiguous(); }, "a shorter canvas");
    expectDamaged([](auto& t, auto&) { t["state"] = t["state"].slice(0, 0, 2).contiguous(); }, "a step less");
    expectDamaged([](auto& t, auto&) { t.erase("distances"); }, "no distances");
    expectDamaged([](auto& t, auto&) { t["embeddings"] = t["embeddings"].to(torch::kFloat16); }, "embeddings of another type");
    expectDamaged([](auto&, auto& json) { json["length"] = 0; }, "no positions");
    expectDamaged([](auto&, auto& json) { json["chosen"] = {7}; }, "a choice beyond the rows");
    expectDamaged([](auto&, auto& json) { json["rows"][0]["target"].erase(0); }, "a short row");
    expectDamaged([](auto&, auto& json) { json["absorbing"].erase(0); }, "a short absorbing state");
}

TEST(TraceIo, ADescriptionWithoutARecipeIsRefusedWithASentence) {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "run.safetensors";
    for (const char* description : {"{}", "{"}) {
        TensorFile file;
        file.metadata["diffuscope-trace"] = description;
        writeSafetensors(path, file);
        EXPECT_ERROR_SAYING(readTraceRecipe(path), "is a damaged trace");
    }
}

TEST(Half, ConvertsEveryKindOfNumber) {
    EXPECT_EQ(halfToFloat(0x3c00), 1.0f);
    EXPECT_EQ(halfToFloat(0xc000), -2.0f);
    EXPECT_EQ(halfToFloat(0x7bff), 65504.0f);
    EXPECT_EQ(halfToFloat(0x0001), 0x1p-24f);
    EXPECT_EQ(halfToFloat(0x8000), 0.0f);
    EXPECT_TRUE(std::signbit(halfToFloat(0x8000)));
    EXPECT_TRUE(std::isinf(halfToFloat(0x7c00)));
    EXPECT_TRUE(std::isnan(halfToFloat(0x7e00)));
}

} // namespace
} // namespace diffuscope
