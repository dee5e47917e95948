// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/slot_accuracy.h"

#include "core/text/dialogue_acts.h"

#include <map>

namespace diffuscope {
namespace {

bool says(std::string_view text, std::string_view value) { return findWords(text, value) != std::string_view::npos; }

} // namespace

SlotCount countSlots(std::string_view candidate, std::string_view reference, std::string_view source) {
    SlotCount count;
    for (const auto& act : parseActs(source))
        for (const auto value : act.values) {
            if (isBooleanValue(value) || !says(reference, value)) continue;
            ++count.expected;
            count.said += says(candidate, value);
        }
    return count;
}

std::optional<double> slotAccuracy(std::span<const std::string> candidates, std::span<const std::string> references,
                                   std::span<const std::string> sources) {
    SlotCount sum;
    for (size_t i = 0; i < candidates.size(); ++i) {
        const auto count = countSlots(candidates[i], references[i], sources[i]);
        sum.expected += count.expected;
        sum.said += count.said;
    }
    if (sum.expected == 0) return std::nullopt;
    return double(sum.said) / double(sum.expected);
}

int slotErrors(const std::string& source, const std::string& text) {
    std::map<std::string_view, int> wanted;
    for (const auto& act : parseActs(source))
        for (const auto value : act.values)
            if (!isBooleanValue(value)) ++wanted[value];
    int errors = 0;
    for (const auto& [value, times] : wanted) {
        int found = 0;
        for (size_t at = findWords(text, value); at != std::string_view::npos; at = findWords(text, value, at + value.size())) ++found;
        // Two slots of one value may well be said at once.
        errors += found == 0 ? times : std::max(0, found - times);
    }
    return errors;
}

} // namespace diffuscope
