// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with SentencePiece's own flags, as part of its archive: it reads the model through SentencePiece's
// protobuf.
#include "core/text/sentencepiece_check.h"

#include "builtin_pb/sentencepiece_model.pb.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace diffuscope {
namespace {

// One unit of a Darts-clone double array (Yata et al.), as third_party/darts_clone lays it out in 32 bits.
struct Unit {
    std::uint32_t bits;

    bool hasLeaf() const { return (bits >> 8) & 1; }
    std::uint32_t value() const { return bits & 0x7FFFFFFFu; }
    std::uint32_t label() const { return bits & 0x800000FFu; }
    std::uint32_t offset() const { return (bits >> 10) << ((bits & 0x200u) >> 6); }
};

// Walks every state that some text can reach.
bool isSoundTrie(const std::vector<Unit>& units, std::size_t values) {
    std::vector<bool> seen(units.size());
    std::vector<std::size_t> states;
    const auto visit = [&](std::size_t state) {
        if (state >= units.size()) return false;
        if (!seen[state]) states.push_back(state);
        seen[state] = true;
        return true;
    };
    if (units.empty() || !visit(units[0].offset())) return false;
    while (!states.empty()) {
        const std::size_t state = states.back();
        states.pop_back();
        for (std::uint32_t byte = 0; byte < 256; ++byte) {
            const std::size_t child = state ^ byte;
            if (child >= units.size()) return false;
            const Unit unit = units[child];
            if (unit.label() != byte) continue;
            const std::size_t next = child ^ unit.offset();
            if (!visit(next)) return false;
            if (unit.hasLeaf() && units[next].value() >= values) return false;
        }
    }
    return true;
}

// The table is the trie's length in bytes (little-endian), the trie, and the replacements, each ended by a
// zero.
bool isSoundTable(const std::string& table) {
    if (table.empty()) return true;
    std::uint32_t length = 0;
    if (table.size() <= sizeof length) return false;
    for (std::size_t i = 0; i < sizeof length; ++i) length |= static_cast<std::uint32_t>(static_cast<unsigned char>(table[i])) << (8 * i);
    if (length >= table.size() - sizeof length) return false;
    std::vector<Unit> units(length / sizeof(std::uint32_t));
    for (std::size_t i = 0; i < units.size(); ++i) {
        units[i].bits = 0;
        for (std::size_t b = 0; b < 4; ++b)
            units[i].bits |= static_cast<std::uint32_t>(static_cast<unsigned char>(table[4 + 4 * i + b])) << (8 * b);
    }
    return isSoundTrie(units, table.size() - sizeof length - length);
}

} // namespace

bool hasSoundTables(std::string_view model) {
    sentencepiece::ModelProto proto;
    if (!proto.ParseFromArray(model.data(), static_cast<int>(model.size()))) return false;
    return isSoundTable(proto.normalizer_spec().precompiled_charsmap()) && isSoundTable(proto.denormalizer_spec().precompiled_charsmap());
}

} // namespace diffuscope
