// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/packing.h"

#include "core/error.h"

#include <string>

namespace diffuscope {
namespace {

/// A target that is only marks ([CLS] … [SEP]) needs this many positions; fewer could not hold a word.
constexpr int kLeastTarget = 3;
constexpr int kLeastSource = 3; ///< likewise

Canvas join(const std::vector<std::int32_t>& source, const std::vector<std::int32_t>& target, int seqLen, std::int32_t sep,
            std::int32_t pad) {
    Canvas canvas;
    canvas.ids = source;
    canvas.ids.push_back(sep);
    canvas.target.assign(canvas.ids.size(), 0);
    canvas.ids.insert(canvas.ids.end(), target.begin(), target.end());
    canvas.ids.resize(static_cast<size_t>(seqLen), pad);
    canvas.target.resize(static_cast<size_t>(seqLen), 1);
    return canvas;
}

} // namespace

Canvas packPair(std::span<const std::int32_t> source, std::span<const std::int32_t> target, int seqLen, std::int32_t sep,
                std::int32_t pad) {
    if (source.empty() || target.empty()) throw Error(translatable("core", "A pair without start and end marks cannot be packed."));
    std::vector<std::int32_t> x(source.begin(), source.end() - 1), y(target.begin(), target.end() - 1);
    const auto room = static_cast<size_t>(std::max(0, seqLen - 3));
    bool cut = false;
    while (x.size() + y.size() > room) {
        cut = true;
        const bool both = x.size() == y.size();
        if (both || x.size() > y.size()) x.pop_back();
        if (both || x.size() < y.size()) y.pop_back();
    }
    x.push_back(source.back());
    y.push_back(source.back());
    auto canvas = join(x, y, seqLen, sep, pad);
    canvas.cut = cut;
    return canvas;
}

Canvas packSource(std::span<const std::int32_t> source, int seqLen, std::int32_t sep, std::int32_t pad) {
    if (seqLen < kLeastSource + 1 + kLeastTarget)
        throw Error(translatable("core", "A canvas of %1 tokens is too small for a source and an answer; it takes %2."),
                    {std::to_string(seqLen), std::to_string(kLeastSource + 1 + kLeastTarget)});
    if (static_cast<int>(source.size()) + 1 + kLeastTarget > seqLen)
        throw Error(
            translatable(
                "core", "The source has %1 tokens; on a canvas of %2 that leaves no room for an answer. Shorten it to %3 tokens or fewer."),
            {std::to_string(source.size()), std::to_string(seqLen), std::to_string(seqLen - 1 - kLeastTarget)}, Error::Cause::Source);
    return join({source.begin(), source.end()}, {}, seqLen, sep, pad);
}

std::vector<std::int32_t> generatedIds(std::span<const std::int32_t> ids, std::span<const std::uint8_t> target, std::int32_t sep,
                                       std::int32_t pad) {
    std::vector<std::int32_t> result;
    for (size_t i = 0; i < ids.size() && i < target.size(); ++i) {
        if (!target[i]) continue;
        if (ids[i] == sep || ids[i] == pad) break;
        result.push_back(ids[i]);
    }
    return result;
}

} // namespace diffuscope
