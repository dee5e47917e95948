// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/opened_model.h"
#include "core/error.h"
#include "core/model/official_model.h"
#include "core/model/pickle_reader.h"
#include "core/model/safetensors.h"
#include "tests/text/temporary_folder.h"

#include <fstream>
#include <gtest/gtest.h>

namespace diffuscope {
namespace {

namespace fs = std::filesystem;

const fs::path kTiny = fs::path(DIFFUSCOPE_TEST_DATA) / "tiny";

std::map<std::string, torch::Tensor> byName(const StateDict& tensors) { return {tensors.begin(), tensors.end()}; }

void expectSameTensors(const StateDict& a, const StateDict& b) {
    const auto left = byName(a), right = byName(b);
    ASSERT_EQ(left.size(), right.size());
    for (const auto& [name, tensor] : left) {
        ASSERT_TRUE(right.count(name)) << name;
        EXPECT_TRUE(torch::equal(tensor, right.at(name))) << name;
    }
}

TEST(OfficialModel, ReadsSizesAndWeights) {
    ASSERT_TRUE(isOfficialModel(kTiny));
    const auto model = readOfficialModel(kTiny);
    EXPECT_EQ(model.config.vocabSize, 386);
    EXPECT_EQ(model.config.embeddingDim, 32);
    EXPECT_EQ(model.config.hiddenSize, 64);
    EXPECT_EQ(model.config.layers, 2);
    EXPECT_EQ(model.config.heads, 4);
    EXPECT_EQ(model.config.seqLen, 32);
    EXPECT_TRUE(model.config.absorbingState);
    EXPECT_DOUBLE_EQ(model.config.denoiseRate, 0.5);
    EXPECT_TRUE(byName(model.tensors).count("lm_head.weight")) << "the published tie is kept in the file";
}

TEST(OfficialModel, HeadsAreThoseOfABertOfItsSizeUnlessItSays) {
    const test::TemporaryFolder folder;
    for (const auto& entry : fs::directory_iterator(kTiny)) fs::copy_file(entry.path(), folder.path() / entry.path().filename());
    fs::remove(folder.path() / "config.json");
    EXPECT_EQ(readOfficialModel(folder.path()).config.heads, 1) << "64 wide";
    std::ofstream(folder.path() / "config.json") << "{\"num_attention_heads\": 5}";
    EXPECT_THROW(readOfficialModel(folder.path()), Error);
}

TEST(OfficialModel, GoesToNativeAndBackUnchanged) {
    const test::TemporaryFolder folder;
    const auto official = readOfficialModel(kTiny);
    writeNativeModel(folder.path() / "native", official);
    const auto native = readNativeModel(folder.path() / "native");
    EXPECT_EQ(native.config, official.config);
    expectSameTensors(native.tensors, official.tensors);
    writeOfficialModel(folder.path() / "official", native);
    const auto again = readOfficialModel(folder.path() / "official");
    EXPECT_EQ(again.config, official.config);
    expectSameTensors(again.tensors, official.tensors);
}

TEST(OfficialModel, PrefersTheNewestAverage) {
    const test::TemporaryFolder folder;
    StateDict old{{"a", torch::zeros({2})}}, fresh{{"a", torch::ones({2})}};
    for (const auto& [name, tensors] : {std::pair{"model_000900.pt", old}, {"ema_0.9999_000100.pt", old}, {"ema_0.9999_000200.pt", fresh}})
        writeTorchFile(folder.path() / name, tensors);
    EXPECT_TRUE(isOfficialModel(folder.path()));
    EXPECT_THROW(readOfficialModel(folder.path()), Error) << "no DiffuSeq tensors in there";
    EXPECT_TRUE(torch::equal(readTorchFile(folder.path() / "ema_0.9999_000200.pt").front().second, torch::ones({2})));
}

TEST(OfficialModel, AMillionStepsAreNewerThanAllBefore) {
    const test::TemporaryFolder folder;
    for (const auto& entry : fs::directory_iterator(kTiny)) fs::copy_file(entry.path(), folder.path() / entry.path().filename());
    fs::rename(folder.path() / "ema_0.9999_000600.pt", folder.path() / "ema_0.9999_1000000.pt");
    for (const char* older : {"ema_0.9999_000000.pt", "ema_0.9999_999999.pt", "model2000000.pt"}) folder.write(older, "not read");
    EXPECT_NO_THROW(readOfficialModel(folder.path()));
}

TEST(Pickle, ExecutesNothing) {
    // What pickle.dumps would give for an object whose __reduce__ is (os.system, ("id",)).
    const std::string evil = "\x80\x02"
                             "cposix\nsystem\nX\x02\x00\x00\x00id\x85R.";
    try {
        readPickle(std::string_view("\x80\x02"
                                    "cposix\nsystem\nX\x02\x00\x00\x00id\x85R.",
                                    30),
                   {});
        FAIL() << "a foreign callable must be refused";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("posix system"), std::string::npos) << error.what();
    }
}

TEST(Pickle, ValuesMayLieInsideOneAnotherAsDeepAsTheyLike) {
    const std::string pickle = "\x80\x02)" + std::string(300'000, '\x85') + '.'; // a tuple of one tuple of one tuple …
    EXPECT_EQ(readPickle(pickle, {})->items.size(), 1u);
}

TEST(Pickle, SurvivesEveryCutAndEveryFlippedByte) {
    const test::TemporaryFolder folder;
    writeTorchFile(folder.path() / "a.pt", {{"w", torch::ones({2, 3})}, {"b", torch::zeros({3})}});
    const auto bytes = test::contentOf(folder.path() / "a.pt");
    const auto start = bytes.find("\x80\x02"
                                  "ccollections");
    ASSERT_NE(start, std::string::npos);
    const std::string pickle = bytes.substr(start, bytes.find("u.", start) + 2 - start);
    const auto load = [](const std::string&, torch::ScalarType type, std::int64_t count) {
        if (count < 0 || count > 100) throw Error("too large");
        return torch::zeros({count}, torch::dtype(type));
    };
    ASSERT_EQ(readPickle(pickle, load)->dict.size(), 2u);
    for (size_t i = 0; i < pickle.size(); ++i) {
        EXPECT_THROW(readPickle(std::string_view(pickle).substr(0, i), load), Error) << i;
        auto flipped = pickle;
        flipped[i] = static_cast<char>(flipped[i] ^ 0x15);
        try {
            readPickle(flipped, load);
        } catch (const Error&) {
        }
    }
}

TEST(Safetensors, RoundTripKeepsTypesNamesAndMetadata) {
    const test::TemporaryFolder folder;
    TensorFile file;
    file.metadata = {{"note", "ü \"quoted\""}};
    file.tensors = {{"f", torch::randn({2, 3})},
                    {"half", torch::randn({5}).to(torch::kFloat16)},
                    {"i", torch::arange(4)},
                    {"b", torch::tensor({true, false})},
                    {"empty", torch::empty({0, 7})}};
    writeSafetensors(folder.path() / "a.safetensors", file);
    const auto again = readSafetensors(folder.path() / "a.safetensors");
    EXPECT_EQ(again.metadata, file.metadata);
    for (const auto& [name, tensor] : file.tensors) {
        EXPECT_EQ(again.at(name).scalar_type(), tensor.scalar_type()) << name;
        EXPECT_TRUE(torch::equal(again.at(name), tensor)) << name;
    }
    EXPECT_THROW(again.at("missing"), Error);
}

TEST(Safetensors, DamagedFilesAreRefused) {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "a.safetensors";
    TensorFile file;
    file.tensors = {{"f", torch::randn({20, 3})}};
    writeSafetensors(path, file);
    const auto bytes = test::contentOf(path);
    for (const size_t size : {size_t{0}, size_t{4}, size_t{20}, bytes.size() - 1}) {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes.substr(0, size);
        EXPECT_THROW(readSafetensors(path), Error) << size;
    }
    EXPECT_THROW(readSafetensors(folder.path() / "missing"), Error);
    EXPECT_THROW(readSafetensors(folder.path()), Error) << "a folder";
}

TEST(Safetensors, PlacesThatOverflowAreRefused) {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "a.safetensors";
    for (const std::string entry :
         {R"("dtype":"F32","shape":[2],"data_offsets":[18446744073709551600,18446744073709551608])",
          R"("dtype":"U8","shape":[4611686018427387904],"data_offsets":[13835058055282163704,18446744073709551608])"}) {
        const auto header = "{\"f\":{" + entry + "}}";
        const std::uint64_t size = header.size();
        std::ofstream(path, std::ios::binary | std::ios::trunc) << std::string(reinterpret_cast<const char*>(&size), sizeof size) << header;
        EXPECT_THROW(readSafetensors(path), Error) << entry;
    }
}

TEST(OpenModel, SaysWhatIsWrong) {
    const test::TemporaryFolder folder;
    const auto expectError = [](const fs::path& path, const std::string& part) {
        try {
            openModel(path, "cpu");
            FAIL() << "expected an error about " << part;
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find(part), std::string::npos) << error.what();
        }
    };
    expectError(folder.path() / "nowhere", "is not a folder");
    expectError(folder.path(), "holds no model");
    fs::copy(kTiny, folder.path() / "m");
    std::ofstream(folder.path() / "m" / "ema_0.9999_000600.pt", std::ios::trunc) << "not a zip";
    expectError(folder.path() / "m", "ema_0.9999_000600.pt");
    fs::copy_file(kTiny / "ema_0.9999_000600.pt", folder.path() / "m" / "ema_0.9999_000600.pt", fs::copy_options::overwrite_existing);
    std::ofstream(folder.path() / "m" / "config.json", std::ios::trunc) << "{";
    expectError(folder.path() / "m", "config.json");
}

TEST(OpenModel, ATokenizerThatIsTooLargeDoesNotBelong) {
    const test::TemporaryFolder folder;
    fs::copy(kTiny, folder.path() / "m");
    fs::remove(folder.path() / "m" / "tokenizer.json");
    std::ofstream(folder.path() / "m" / "vocab.txt", std::ios::app) << "one\ntwo\nthree\n";
    EXPECT_THROW(openModel(folder.path() / "m", "cpu"), Error);
}

} // namespace
} // namespace diffuscope
