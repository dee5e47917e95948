// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/delexicalizer.h"

#include "core/error.h"
#include "core/text/dialogue_acts.h"

#include <algorithm>

namespace diffuscope {
namespace {

constexpr int kOwnPlaceholder = 150; ///< training occurrences from which an open slot has its own placeholder
constexpr int kMostOfASlot = 4;      ///< placeholders of one name in a source; further values stay text
constexpr const char* kShared = "value";

std::string placeholder(const std::string& name, int number) {
    return number == 1 ? "<" + name + ">" : "<" + name + "_" + std::to_string(number) + ">";
}

/// The words of an act for the model: "pickup_date" reads as two words.
void appendWords(std::string& out, std::string_view text) {
    for (const char c : text) out += c == '_' ? ' ' : c;
}

/// A placeholder is written without the space before it, which would cost a token each time; putValues() knows after
/// which characters none belongs there.
void appendSymbol(std::string& out, const std::string& symbol) {
    if (!out.empty() && out.back() == ' ') out.pop_back();
    out += symbol;
}

/// A piece of the target that a placeholder will replace.
struct Replacement {
    size_t at, size;
    std::string by;
};

bool overlaps(const std::vector<Replacement>& taken, size_t at, size_t size) {
    return std::any_of(taken.begin(), taken.end(), [&](const auto& r) { return at < r.at + r.size && r.at < at + size; });
}

} // namespace

Delexicalizer Delexicalizer::learn(std::span<const Pair> pairs, double threshold) {
    struct Count {
        int total = 0, found = 0;
    };
    std::map<std::string, Count> counts;
    for (const auto& pair : pairs)
        for (const auto& act : parseActs(pair.source))
            for (const auto value : act.values) {
                auto& count = counts[act.slot];
                ++count.total;
                count.found += findWords(pair.target, value, 0) != std::string_view::npos;
            }
    Delexicalizer result;
    for (const auto& [slot, count] : counts) {
        if (count.found < threshold * count.total) result.closed_.insert(slot);
        else if (count.total >= kOwnPlaceholder) result.open_.insert(slot);
    }
    // A slot called city_2 cannot have the placeholder that a second city has; its values become the shared one.
    auto names = result.open_;
    names.insert(kShared);
    for (const auto& name : names)
        for (int number = 2; number <= kMostOfASlot; ++number) result.open_.erase(name + "_" + std::to_string(number));
    return result;
}

Delexicalizer Delexicalizer::forgetting(const std::set<std::string>& slots) const {
    auto result = *this;
    for (const auto& slot : slots) result.open_.erase(slot);
    return result;
}

std::string Delexicalizer::nameOf(const std::string& slot, const std::string& value) const {
    if (closed_.count(slot) || isBooleanValue(value)) return "";
    return open_.count(slot) ? slot : kShared;
}

Processed Delexicalizer::source(std::string_view raw) const {
    Processed result;
    std::map<std::string, int> used;
    bool first = true;
    for (const auto& act : parseActs(raw)) {
        if (!first) result.source += " ; ";
        first = false;
        appendWords(result.source, act.head);
        bool replaced = false;
        for (size_t i = 0; i < act.values.size(); ++i) {
            if (i > 0 && !replaced) result.source += " , ";
            const std::string value(act.values[i]);
            const auto name = nameOf(act.slot, value);
            if (name.empty() || used[name] >= kMostOfASlot) {
                if (replaced) result.source += " , ";
                replaced = false;
                result.source += value;
                continue;
            }
            const auto symbol = placeholder(name, ++used[name]);
            result.values[symbol] = value;
            // The slot's own placeholder says its name; "slot = " before it would only lengthen the canvas.
            if (i == 0 && name != kShared) result.source.resize(result.source.size() - act.slot.size() - 3);
            appendSymbol(result.source, symbol);
            replaced = true;
        }
    }
    return result;
}

std::string Delexicalizer::target(std::string_view raw, const Processed& source) const {
    std::vector<std::pair<std::string, std::string>> byLength(source.values.begin(), source.values.end());
    std::stable_sort(byLength.begin(), byLength.end(), [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
    std::vector<Replacement> taken;
    const auto take = [&](const auto& item, bool all) {
        for (size_t at = findWords(raw, item.second, 0); at != std::string_view::npos; at = findWords(raw, item.second, at + 1)) {
            if (overlaps(taken, at, item.second.size())) continue;
            taken.push_back({at, item.second.size(), item.first});
            if (!all) return;
        }
    };
    // First one place each, so that two slots of one value both find theirs; then what is left.
    for (const auto& item : byLength) take(item, false);
    for (const auto& item : byLength) take(item, true);
    std::sort(taken.begin(), taken.end(), [](const auto& a, const auto& b) { return a.at > b.at; });
    std::string result(raw);
    for (const auto& r : taken) {
        const bool space = r.at > 0 && result[r.at - 1] == ' ';
        result.replace(r.at - (space ? 1 : 0), r.size + (space ? 1 : 0), r.by);
    }
    return result;
}

std::string Delexicalizer::restore(std::string_view generated, const Processed& source) const {
    return putValues(generated, source.values);
}

nlohmann::json Delexicalizer::toJson() const { return {{"kind", "delexicalize"}, {"open", open_}, {"closed", closed_}}; }

Delexicalizer Delexicalizer::fromJson(const nlohmann::json& json) {
    Delexicalizer result;
    try {
        json.at("open").get_to(result.open_);
        json.at("closed").get_to(result.closed_);
    } catch (const nlohmann::json::exception&) {
        throw Error(translatable("core", "config.json: the text processor 'delexicalize' needs the lists 'open' and 'closed'."));
    }
    return result;
}

std::vector<std::string> Delexicalizer::symbols() const {
    std::vector<std::string> result;
    auto names = open_;
    names.insert(kShared);
    for (const auto& name : names)
        for (int number = 1; number <= kMostOfASlot; ++number) result.push_back(placeholder(name, number));
    return result;
}

} // namespace diffuscope
