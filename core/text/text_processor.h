// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace diffuscope {

/// What placeholders stand for: "<city>" → "San Jose".
using PlaceholderValues = std::map<std::string, std::string>;

/// A source as the model sees it, and what its placeholders stand for.
struct Processed {
    std::string source;
    PlaceholderValues values;
};

/// The text with values for its placeholders. A placeholder without a value is left out, but <city_2> takes that of <city>.
std::string putValues(std::string_view text, const PlaceholderValues& values);

/// Reversible preprocessing that belongs to a model and lives in its config.json as "text_processor".
class TextProcessor {
public:
    virtual ~TextProcessor() = default;
    /// Needs no target, so inference can do it.
    virtual Processed source(std::string_view raw) const = 0;
    /// The target as training sees it.
    virtual std::string target(std::string_view raw, const Processed& source) const = 0;
    /// Puts the values back into generated text.
    virtual std::string restore(std::string_view generated, const Processed& source) const = 0;
    virtual nlohmann::json toJson() const = 0;
    /// Placeholders that the tokenizer must keep whole.
    virtual std::vector<std::string> symbols() const = 0;
};

/// From a model's "text_processor": null or {"kind": "identity"} leaves text alone, {"kind": "delexicalize", …} is a
/// Delexicalizer. Throws Error for a kind that this version does not know.
std::shared_ptr<const TextProcessor> textProcessorFromJson(const nlohmann::json& json);

} // namespace diffuscope
