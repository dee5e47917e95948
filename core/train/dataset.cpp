// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/dataset.h"

#include "core/error.h"
#include "core/model/safetensors.h"
#include "core/model/tensor_values.h"
#include "core/text/packing.h"

#include <algorithm>
#include <fstream>
#include <numeric>
#include <random>

namespace diffuscope {
namespace {

torch::Tensor toTensor(const std::vector<std::int32_t>& values) { return torch::tensor(values, torch::kInt32); }

/// Fisher–Yates by hand: std::shuffle's draws differ between standard libraries.
template <class T> void shuffle(std::vector<T>& values, std::mt19937_64& random) {
    for (size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random() % i]);
}

/// Pairs whose tokens must all be of the vocabulary.
EncodedPairs readPairsOf(const std::filesystem::path& file, size_t vocabulary) {
    auto pairs = readEncodedPairs(file);
    for (const auto id : pairs.ids)
        if (id < 0 || static_cast<size_t>(id) >= vocabulary)
            throw Error(translatable("core", "'%1' holds token %2 of a vocabulary of %3; run 'diffuscope-cli prepare' again."),
                        {file.string(), std::to_string(id), std::to_string(vocabulary)});
    return pairs;
}

} // namespace

void EncodedPairs::add(const std::vector<std::int32_t>& source, const std::vector<std::int32_t>& target) {
    offsets.push_back(static_cast<std::int64_t>(ids.size()));
    sourceLengths.push_back(static_cast<std::int32_t>(source.size()));
    targetLengths.push_back(static_cast<std::int32_t>(target.size()));
    ids.insert(ids.end(), source.begin(), source.end());
    ids.insert(ids.end(), target.begin(), target.end());
}

std::vector<std::int32_t> EncodedPairs::source(size_t pair) const {
    const auto first = ids.begin() + offsets[pair];
    return {first, first + sourceLengths[pair]};
}

std::vector<std::int32_t> EncodedPairs::target(size_t pair) const {
    const auto first = ids.begin() + offsets[pair] + sourceLengths[pair];
    return {first, first + targetLengths[pair]};
}

int EncodedPairs::canvasLength(size_t pair) const { return sourceLengths[pair] + targetLengths[pair] + 1; }

void writeEncodedPairs(const std::filesystem::path& path, const EncodedPairs& pairs) {
    TensorFile file;
    file.tensors = {
        {"ids", toTensor(pairs.ids)}, {"source_lengths", toTensor(pairs.sourceLengths)}, {"target_lengths", toTensor(pairs.targetLengths)}};
    writeSafetensors(path, file);
}

EncodedPairs readEncodedPairs(const std::filesystem::path& path) {
    const auto file = readSafetensors(path);
    EncodedPairs pairs;
    pairs.ids = valuesOf<std::int32_t>(file.at("ids"));
    pairs.sourceLengths = valuesOf<std::int32_t>(file.at("source_lengths"));
    pairs.targetLengths = valuesOf<std::int32_t>(file.at("target_lengths"));
    std::int64_t offset = 0;
    if (pairs.sourceLengths.size() != pairs.targetLengths.size())
        throw Error(translatable("core", "'%1' is damaged: sources and targets differ in number."), {path.string()});
    for (size_t i = 0; i < pairs.sourceLengths.size(); ++i) {
        pairs.offsets.push_back(offset);
        offset += pairs.sourceLengths[i] + pairs.targetLengths[i];
    }
    if (offset != static_cast<std::int64_t>(pairs.ids.size()))
        throw Error(translatable("core", "'%1' is damaged: its lengths do not add up."), {path.string()});
    return pairs;
}

PreparedData readPreparedData(const std::filesystem::path& folder) {
    std::ifstream in(folder / "data.json");
    if (!in) throw Error(translatable("core", "'%1' holds no prepared data; make it with 'diffuscope-cli prepare'."), {folder.string()});
    PreparedData data;
    try {
        const auto json = nlohmann::json::parse(in);
        json.at("pieces").get_to(data.pieces);
        json.at("pad").get_to(data.pad);
        json.at("cls").get_to(data.cls);
        json.at("sep").get_to(data.sep);
        data.textProcessor = json.value("text_processor", nlohmann::json());
        data.record = json.value("record", nlohmann::json::object());
    } catch (const nlohmann::json::exception&) {
        throw Error(translatable("core", "'%1' is damaged; run 'diffuscope-cli prepare' again."), {(folder / "data.json").string()});
    }
    const auto train = folder / "train.safetensors", valid = folder / "valid.safetensors";
    data.train = readPairsOf(train, data.pieces.size());
    if (std::filesystem::exists(valid)) data.valid = readPairsOf(valid, data.pieces.size());
    data.folder = folder;
    return data;
}

Batch packBatch(const EncodedPairs& pairs, const std::vector<size_t>& which, int length, std::int32_t sep, std::int32_t pad) {
    const auto rows = static_cast<std::int64_t>(which.size());
    Batch batch{torch::empty({rows, length}, torch::kInt64), torch::empty({rows, length}, torch::kBool)};
    auto* ids = batch.ids.data_ptr<std::int64_t>();
    auto* target = batch.target.data_ptr<bool>();
    for (const size_t pair : which) {
        const auto canvas = packPair(pairs.source(pair), pairs.target(pair), length, sep, pad);
        ids = std::copy(canvas.ids.begin(), canvas.ids.end(), ids);
        target = std::transform(canvas.target.begin(), canvas.target.end(), target, [](auto bit) { return bit != 0; });
    }
    return batch;
}

BatchSource::BatchSource(const EncodedPairs& pairs, BatchOptions options, std::int32_t sep, std::int32_t pad, std::uint64_t seed)
    : pairs_(pairs), options_(options), sep_(sep), pad_(pad), seed_(seed) {
    for (size_t i = 0; i < pairs.size(); ++i)
        if (options_.cutLong || pairs.canvasLength(i) <= options_.longestPair) order_.push_back(i);
    if (order_.empty())
        throw Error(translatable("core", "No training pair fits on a canvas of %1 tokens."), {std::to_string(options_.longestPair)});
    plan();
}

void BatchSource::plan() {
    std::mt19937_64 random(seed_ * 0x9E3779B97F4A7C15ull + static_cast<std::uint64_t>(epoch_));
    auto order = order_;
    shuffle(order, random);
    plans_.clear();
    // Sorting whole epochs would make each batch's company the same; sorting within a few batches or hundred rows keeps it random.
    const auto rowsOfBatch = static_cast<size_t>(options_.tokens / options_.longestCanvas);
    const size_t chunk = std::max<size_t>(2048, 8 * rowsOfBatch);
    for (size_t start = 0; start < order.size(); start += chunk) {
        const auto first = order.begin() + static_cast<std::ptrdiff_t>(start);
        const auto last = order.begin() + static_cast<std::ptrdiff_t>(std::min(order.size(), start + chunk));
        std::stable_sort(first, last, [&](size_t a, size_t b) { return pairs_.canvasLength(a) > pairs_.canvasLength(b); });
        for (auto it = first; it != last;) {
            const int needed = std::max(std::min(pairs_.canvasLength(*it), options_.longestPair), options_.shortestCanvas);
            const int room = std::max(0, options_.longestCanvas - needed);
            const int canvas = needed + static_cast<int>(random() % static_cast<std::uint64_t>(room + 1));
            const auto rows = std::min<std::ptrdiff_t>(std::max(1, options_.tokens / canvas), last - it);
            plans_.push_back({{it, it + rows}, canvas});
            it += rows;
        }
    }
    shuffle(plans_, random);
}

Batch BatchSource::next() {
    if (position_ >= static_cast<std::int64_t>(plans_.size())) seek(epoch_ + 1, 0);
    const auto& plan = plans_[static_cast<size_t>(position_++)];
    return packBatch(pairs_, plan.pairs, plan.canvas, sep_, pad_);
}

void BatchSource::seek(std::int64_t epoch, std::int64_t position) {
    if (epoch != epoch_) {
        epoch_ = epoch;
        plan();
    }
    position_ = position;
}

} // namespace diffuscope
