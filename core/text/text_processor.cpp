// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/text_processor.h"

#include "core/error.h"
#include "core/text/delexicalizer.h"

namespace diffuscope {
namespace {

class Identity : public TextProcessor {
public:
    Processed source(std::string_view raw) const override { return {std::string(raw), {}}; }
    std::string target(std::string_view raw, const Processed&) const override { return std::string(raw); }
    std::string restore(std::string_view generated, const Processed&) const override { return std::string(generated); }
    nlohmann::json toJson() const override { return {{"kind", "identity"}}; }
    std::vector<std::string> symbols() const override { return {}; }
};

} // namespace

std::shared_ptr<const TextProcessor> textProcessorFromJson(const nlohmann::json& json) {
    if (json.is_null()) return std::make_shared<Identity>();
    const auto kind = json.is_object() ? json.value("kind", "") : "";
    if (kind == "identity") return std::make_shared<Identity>();
    if (kind == "delexicalize") return std::make_shared<Delexicalizer>(Delexicalizer::fromJson(json));
    throw Error("config.json asks for the text processor '" + kind + "', which this version does not know.");
}

} // namespace diffuscope
