// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/pairs.h"
#include "core/text/text_processor.h"

#include <set>
#include <span>

namespace diffuscope {

/// Replaces slot values of dialogue acts (`restaurants : confirm time = 11:30 am ; request city`) by one placeholder
/// token each, in source and target, and puts them back after generation (as data-to-text systems do, e.g. Wen et al.
/// 2015). Which slots are *open* is learned from training pairs, so that inference needs no target.
///
/// An open slot that is frequent has its own placeholder (<city>, <city_2>, …). One that is rare in training, or
/// unknown to it, has the shared <value>, <value_2>, … so that the model can speak of slots that it never saw.
class Delexicalizer : public TextProcessor {
public:
    /// Open: the value occurs word for word (any case) in at least `threshold` of the slot's targets.
    static Delexicalizer learn(std::span<const Pair> pairs, double threshold = 0.9);
    /// The same, but these slots' values become the shared <value>, as if training had never seen them.
    Delexicalizer forgetting(const std::set<std::string>& slots) const;
    static Delexicalizer fromJson(const nlohmann::json& json);

    Processed source(std::string_view raw) const override;
    std::string target(std::string_view raw, const Processed& source) const override;
    std::string restore(std::string_view generated, const Processed& source) const override;
    nlohmann::json toJson() const override;
    std::vector<std::string> symbols() const override;

    const std::set<std::string>& openSlots() const { return open_; }

private:
    /// The placeholder's name for a slot, or "" when its values stay text.
    std::string nameOf(const std::string& slot, const std::string& value) const;

    std::set<std::string> open_;   ///< with placeholders of their own
    std::set<std::string> closed_; ///< values stay text
};

} // namespace diffuscope
