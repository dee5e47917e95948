// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace diffuscope::test {

using Row = std::vector<double>;
using Matrix = std::vector<Row>; ///< [rows][columns]

/// A BERT in plain loops and doubles, written from the paper (Devlin et al. 2019; Vaswani et al. 2017, section 3) for the
/// encoder to be held against. Weights by Hugging Face's names without "bert."; vectors are matrices of one row.
struct PlainBert {
    int hidden = 8, heads = 2, layers = 3, inner = 12, positions = 10;
    double eps = 1e-12;
    std::map<std::string, Matrix> weights;

    void randomise(int vocabulary, unsigned seed) {
        std::mt19937 random(seed);
        std::normal_distribution<float> normal(0.0f, 0.4f);
        const auto make = [&](const std::string& name, int rows, int columns) {
            auto& matrix = weights[name] = Matrix(static_cast<size_t>(rows), Row(static_cast<size_t>(columns)));
            const bool scale = name.ends_with("LayerNorm.weight"); // about 1, or all tokens would look alike
            for (auto& row : matrix)
                for (auto& value : row) value = normal(random) + (scale ? 1.0f : 0.0f); // a float: a file holds it exactly
        };
        make("embeddings.word_embeddings.weight", vocabulary, hidden);
        make("embeddings.position_embeddings.weight", positions, hidden);
        make("embeddings.token_type_embeddings.weight", 2, hidden);
        make("embeddings.LayerNorm.weight", 1, hidden);
        make("embeddings.LayerNorm.bias", 1, hidden);
        for (int layer = 0; layer < layers; ++layer) {
            const auto linear = [&, at = "encoder.layer." + std::to_string(layer) + "."](const std::string& name, int out, int in) {
                make(at + name + ".weight", out, in);
                make(at + name + ".bias", 1, out);
            };
            for (const char* name : {"attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"})
                linear(name, hidden, hidden);
            linear("attention.output.LayerNorm", 1, hidden);
            linear("intermediate.dense", inner, hidden);
            linear("output.dense", hidden, inner);
            linear("output.LayerNorm", 1, hidden);
            for (const char* name : {"attention.output.LayerNorm.bias", "output.LayerNorm.bias"})
                make("encoder.layer." + std::to_string(layer) + "." + name, 1, hidden);
        }
    }

    Row linear(const std::string& name, const Row& x) const {
        const auto& weight = weights.at(name + ".weight");
        Row y = weights.at(name + ".bias")[0];
        for (size_t i = 0; i < y.size(); ++i)
            for (size_t j = 0; j < x.size(); ++j) y[i] += weight[i][j] * x[j];
        return y;
    }

    Row norm(const std::string& name, Row x) const {
        double mean = 0, variance = 0;
        for (const double v : x) mean += v / double(x.size());
        for (const double v : x) variance += (v - mean) * (v - mean) / double(x.size());
        for (size_t i = 0; i < x.size(); ++i)
            x[i] = (x[i] - mean) / std::sqrt(variance + eps) * weights.at(name + ".weight")[0][i] + weights.at(name + ".bias")[0][i];
        return x;
    }

    Matrix attend(const std::string& at, const Matrix& h) const {
        Matrix q, k, v, out;
        for (const auto& row : h) {
            q.push_back(linear(at + "attention.self.query", row));
            k.push_back(linear(at + "attention.self.key", row));
            v.push_back(linear(at + "attention.self.value", row));
        }
        const size_t width = static_cast<size_t>(hidden / heads);
        for (size_t i = 0; i < h.size(); ++i) {
            Row context(static_cast<size_t>(hidden), 0.0);
            for (size_t first = 0; first < context.size(); first += width) {
                Row weight(h.size());
                double sum = 0;
                for (size_t j = 0; j < h.size(); ++j) {
                    double dot = 0;
                    for (size_t d = first; d < first + width; ++d) dot += q[i][d] * k[j][d];
                    sum += weight[j] = std::exp(dot / std::sqrt(double(width)));
                }
                for (size_t j = 0; j < h.size(); ++j)
                    for (size_t d = first; d < first + width; ++d) context[d] += weight[j] / sum * v[j][d];
            }
            out.push_back(linear(at + "attention.output.dense", context));
        }
        return out;
    }

    /// Embeddings after `taken` layers, [tokens][hidden].
    Matrix encode(const std::vector<int>& ids, int taken) const {
        const auto plus = [](Row a, const Row& b) {
            for (size_t i = 0; i < a.size(); ++i) a[i] += b[i];
            return a;
        };
        Matrix h;
        for (size_t i = 0; i < ids.size(); ++i)
            h.push_back(norm("embeddings.LayerNorm", plus(plus(weights.at("embeddings.word_embeddings.weight")[static_cast<size_t>(ids[i])],
                                                               weights.at("embeddings.position_embeddings.weight")[i]),
                                                          weights.at("embeddings.token_type_embeddings.weight")[0])));
        for (int layer = 0; layer < taken; ++layer) {
            const auto at = "encoder.layer." + std::to_string(layer) + ".";
            const auto attended = attend(at, h);
            for (size_t i = 0; i < h.size(); ++i) {
                const auto middle = norm(at + "attention.output.LayerNorm", plus(attended[i], h[i]));
                auto wide = linear(at + "intermediate.dense", middle);
                for (auto& v : wide) v *= 0.5 * (1.0 + std::erf(v / std::sqrt(2.0)));
                h[i] = norm(at + "output.LayerNorm", plus(linear(at + "output.dense", wide), middle));
            }
        }
        return h;
    }
};

} // namespace diffuscope::test
