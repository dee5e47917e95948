// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace diffuscope {

struct SlotCount {
    size_t expected = 0; ///< values of the source that the reference says word for word
    size_t said = 0;     ///< of these, what the candidate says too
};

SlotCount countSlots(std::string_view candidate, std::string_view reference, std::string_view source);

/// How well generated text says what its source told it to (data-to-text's slot accuracy, without its paraphrases): of
/// the values in the sources' dialogue acts (`act slot = value`) that the reference says word for word, the share that
/// the candidate says too, 0 … 1. Empty when no reference says any. All spans have the same length.
std::optional<double> slotAccuracy(std::span<const std::string> candidates, std::span<const std::string> references,
                                   std::span<const std::string> sources);

/// Values of the source's acts that the text leaves out, and values that it says more often than the source (missing and
/// redundant slots: Wen et al. 2015, arXiv 1508.01745, eq. 9, without the division). 0 where the source has no acts with
/// values; a value that people never say word for word counts the same against every text.
int slotErrors(const std::string& source, const std::string& text);

constexpr std::string_view kSlotAccuracyDefinition =
    "Share of the sources' slot values said word for word in the reference that the generated text says too, any case, 0 to 1";

} // namespace diffuscope
