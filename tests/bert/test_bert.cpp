// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bert/bert_encoder.h"
#include "core/bert/bert_score.h"
#include "core/error.h"
#include "core/model/safetensors.h"
#include "tests/bert/plain_bert.h"
#include "tests/text/temporary_folder.h"

#include <nlohmann/json.hpp>

namespace diffuscope {
namespace {

using test::Matrix;
using test::PlainBert;

const std::vector<std::string> kWords{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "cat", "dog", "sat", "ran", "##s", "mat"};

class BertTest : public testing::Test {
protected:
    BertTest() { plain.randomise(static_cast<int>(kWords.size()), 5); }

    /// The folder of the BERT; `prefix` before every name, and the norms' names new or old.
    std::filesystem::path write(const std::string& prefix = "", bool oldNames = false) const {
        TensorFile file;
        for (const auto& [name, matrix] : plain.weights) {
            std::vector<float> values;
            for (const auto& row : matrix) values.insert(values.end(), row.begin(), row.end());
            auto tensor = torch::tensor(values);
            const bool vector = name.ends_with("bias") || name.find("LayerNorm") != std::string::npos;
            if (!vector) tensor = tensor.view({static_cast<std::int64_t>(matrix.size()), -1});
            auto shown = name;
            const auto norm = shown.find("LayerNorm.");
            if (oldNames && norm != std::string::npos)
                shown = shown.substr(0, norm) + (shown.ends_with("weight") ? "LayerNorm.gamma" : "LayerNorm.beta");
            file.tensors.emplace_back(prefix + shown, tensor);
        }
        writeSafetensors(folder.path() / "model.safetensors", file);
        folder.write("config.json", nlohmann::json{{"model_type", "bert"},
                                                   {"hidden_size", plain.hidden},
                                                   {"num_hidden_layers", plain.layers},
                                                   {"num_attention_heads", plain.heads},
                                                   {"intermediate_size", plain.inner},
                                                   {"max_position_embeddings", plain.positions},
                                                   {"layer_norm_eps", plain.eps},
                                                   {"hidden_act", "gelu"}}
                                        .dump());
        std::string words;
        for (const auto& word : kWords) words += word + "\n";
        folder.write("vocab.txt", words);
        return folder.path();
    }

    test::TemporaryFolder folder;
    PlainBert plain;
};

/// BERTScore from embeddings with marks at both ends, in plain loops.
BertScore plainScore(const Matrix& c, const Matrix& r) {
    const auto cosine = [](const test::Row& a, const test::Row& b) {
        double ab = 0, aa = 0, bb = 0;
        for (size_t i = 0; i < a.size(); ++i) ab += a[i] * b[i], aa += a[i] * a[i], bb += b[i] * b[i];
        return ab / std::sqrt(aa * bb);
    };
    const auto side = [&](const Matrix& x, const Matrix& y) {
        double sum = 0;
        for (size_t i = 1; i + 1 < x.size(); ++i) {
            double best = -1;
            for (const auto& row : y) best = std::max(best, cosine(x[i], row));
            sum += best;
        }
        return sum / double(x.size() - 2);
    };
    const double precision = side(c, r), recall = side(r, c);
    return {precision, recall, 2 * precision * recall / (precision + recall)};
}

TEST_F(BertTest, ScoresAsPlainArithmeticDoes) {
    const BertEncoder encoder(write(), 3);
    const auto score = bertScore(encoder, "the cats sat", "The dog ran the mat");
    const auto expected = plainScore(plain.encode({2, 5, 6, 10, 8, 3}, 3), plain.encode({2, 5, 7, 9, 5, 11, 3}, 3));
    EXPECT_NEAR(score.precision, expected.precision, 1e-5);
    EXPECT_NEAR(score.recall, expected.recall, 1e-5);
    EXPECT_NEAR(score.f1, expected.f1, 1e-5);
    EXPECT_LT(score.f1, 0.999);
}

TEST_F(BertTest, TheSameTextScoresOne) {
    const BertEncoder encoder(write());
    EXPECT_NEAR(bertScore(encoder, " the cat sat ", "the cat sat").f1, 1.0, 1e-12);
    EXPECT_EQ(bertScore(encoder, "", "the cat").f1, 0.0);
    const std::vector<std::string> candidates{"the cat", ""}, references{"the cat", "the dog"};
    EXPECT_NEAR(meanBertScore(encoder, candidates, references).precision, 0.5, 1e-12);
    EXPECT_THROW(meanBertScore(encoder, candidates, {}), Error);
}

TEST_F(BertTest, LayersAndNamesOfOlderFiles) {
    const BertEncoder usual(write());
    EXPECT_EQ(usual.layer(), 2) << "three quarters of three";
    const auto wanted = usual.encode("the dog");
    EXPECT_EQ(wanted.sizes(), (std::vector<std::int64_t>{4, 8}));
    EXPECT_TRUE(torch::equal(BertEncoder(write("bert.", true)).encode("the dog"), wanted));
    EXPECT_FALSE(torch::allclose(BertEncoder(write(), 1).encode("the dog"), wanted));
}

TEST_F(BertTest, LongTextsAreCut) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += "cat ";
    EXPECT_EQ(BertEncoder(write()).encode(text).size(0), plain.positions);
}

TEST_F(BertTest, FaultsAreNamed) {
    EXPECT_ERROR_SAYING(BertEncoder{folder.path() / "none"}, "holds no model.safetensors");
    const auto path = write();
    EXPECT_ERROR_SAYING(BertEncoder(path, 4), "there is no layer 4");
    folder.write("config.json", R"({"model_type": "roberta"})");
    EXPECT_ERROR_SAYING(BertEncoder{path}, "'roberta'");
    folder.write("config.json", R"({"hidden_size": 16, "num_hidden_layers": 3, "num_attention_heads": 2, "intermediate_size": 12})");
    EXPECT_ERROR_SAYING(BertEncoder{path}, "has not the size");
    plain.weights.erase("encoder.layer.0.output.dense.bias");
    EXPECT_ERROR_SAYING(BertEncoder{write()}, "encoder.layer.0.output.dense.bias");
}

} // namespace
} // namespace diffuscope
