// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <torch/torch.h>
#include <vector>

namespace diffuscope {

/// Encoded pairs, flat: source then target of each pair, start and end marks included.
struct EncodedPairs {
    std::vector<std::int32_t> ids;
    std::vector<std::int32_t> sourceLengths, targetLengths; ///< tokens
    std::vector<std::int64_t> offsets;                      ///< where each pair starts in `ids`

    size_t size() const { return offsets.size(); }
    void add(const std::vector<std::int32_t>& source, const std::vector<std::int32_t>& target);
    std::vector<std::int32_t> source(size_t pair) const;
    std::vector<std::int32_t> target(size_t pair) const;
    /// Tokens that the pair takes on the canvas: source, separator, target.
    int canvasLength(size_t pair) const;
};

void writeEncodedPairs(const std::filesystem::path& path, const EncodedPairs& pairs);
EncodedPairs readEncodedPairs(const std::filesystem::path& path);

/// What `prepare` leaves in a folder and `train` needs: ids, no text. Beside it lies the tokenizer's file.
struct PreparedData {
    EncodedPairs train, valid;
    std::vector<std::string> pieces; ///< [V] what each token looks like
    std::int32_t pad = 0, cls = 0, sep = 0;
    nlohmann::json textProcessor; ///< how text became what was encoded; null: not at all
    nlohmann::json record;        ///< where the data came from, counts
    std::filesystem::path folder;
};

/// Throws Error when the folder was not made by `prepare`, or not by one `prepare` alone.
PreparedData readPreparedData(const std::filesystem::path& folder);

/// One batch on a common canvas.
struct Batch {
    torch::Tensor ids;    ///< [B, L] int64
    torch::Tensor target; ///< [B, L] bool, 1 where text is generated
};

struct BatchOptions {
    int tokens = 1024;     ///< B · L of a batch, about
    int longestPair = 128; ///< longer pairs are cut as published (cutLong) or left out
    bool cutLong = true;
    int shortestCanvas = 0;  ///< the canvas is drawn evenly between the longest pair of the batch (at least
    int longestCanvas = 128; ///< this) and longestCanvas; both equal: fixed
};

/// Goes through the pairs in a random order that depends on (seed, epoch) alone, in batches of like lengths.
/// Its place is two numbers, so that training resumes where it stopped.
class BatchSource {
public:
    BatchSource(const EncodedPairs& pairs, BatchOptions options, std::int32_t sep, std::int32_t pad, std::uint64_t seed);

    Batch next();
    std::int64_t epoch() const { return epoch_; }
    std::int64_t position() const { return position_; }
    void seek(std::int64_t epoch, std::int64_t position);
    size_t usedPairs() const { return order_.size(); }

private:
    struct Plan {
        std::vector<size_t> pairs;
        int canvas;
    };
    void plan();

    const EncodedPairs& pairs_;
    BatchOptions options_;
    std::int32_t sep_, pad_;
    std::uint64_t seed_;
    std::vector<size_t> order_; ///< pairs in use
    std::vector<Plan> plans_;
    std::int64_t epoch_ = 0, position_ = 0;
};

/// Packs the given pairs on a canvas of `length` tokens each.
Batch packBatch(const EncodedPairs& pairs, const std::vector<size_t>& which, int length, std::int32_t sep, std::int32_t pad);

} // namespace diffuscope
