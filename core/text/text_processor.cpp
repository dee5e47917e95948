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

constexpr std::string_view kNoSpaceAfter = " ([{$#\"'/-";

} // namespace

std::string putValues(std::string_view text, const PlaceholderValues& values) {
    std::string result;
    for (size_t at = 0; at < text.size();) {
        const auto open = text.find('<', at);
        const auto close = open == std::string_view::npos ? open : text.find('>', open);
        result += text.substr(at, open == std::string_view::npos ? open : open - at);
        if (close == std::string_view::npos) {
            if (open != std::string_view::npos) result += text.substr(open);
            break;
        }
        const std::string symbol(text.substr(open, close - open + 1));
        auto found = values.find(symbol);
        // <city_2> where the source has one city only: people say the city they know.
        if (found == values.end()) found = values.find(symbol.substr(0, symbol.rfind('_')) + ">");
        if (found != values.end()) {
            if (!result.empty() && kNoSpaceAfter.find(result.back()) == std::string_view::npos) result += ' ';
            result += found->second;
        }
        at = close + 1;
    }
    return result;
}

std::shared_ptr<const TextProcessor> textProcessorFromJson(const nlohmann::json& json) {
    if (json.is_null()) return std::make_shared<Identity>();
    const auto kind = json.is_object() ? json.value("kind", "") : "";
    if (kind == "identity") return std::make_shared<Identity>();
    if (kind == "delexicalize") return std::make_shared<Delexicalizer>(Delexicalizer::fromJson(json));
    throw Error(translatable("core", "config.json asks for the text processor '%1', which this version does not know."), {kind});
}

} // namespace diffuscope
