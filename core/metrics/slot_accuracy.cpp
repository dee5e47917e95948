// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/slot_accuracy.h"

#include "core/text/dialogue_acts.h"

#include <map>

namespace diffuscope {
namespace {

bool says(const std::string& text, std::string_view value) { return findWords(text, value) != std::string_view::npos; }

} // namespace

std::optional<double> slotAccuracy(std::span<const std::string> candidates, std::span<const std::string> references,
                                   std::span<const std::string> sources) {
    size_t expected = 0, said = 0;
    for (size_t i = 0; i < candidates.size(); ++i)
        for (const auto& act : parseActs(sources[i]))
            for (const auto value : act.values) {
                if (isBooleanValue(value) || !says(references[i], value)) continue;
                ++expected;
                said += says(candidates[i], value);
            }
    if (expected == 0) return std::nullopt;
    return double(said) / double(expected);
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
