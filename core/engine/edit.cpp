// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/edit.h"

#include "core/error.h"

namespace diffuscope {

void to_json(nlohmann::json& json, const Edit& edit) {
    json = {{"step", edit.step}, {"row", edit.row}};
    if (edit.kind != Edit::Kind::Source) json["position"] = edit.position;
    switch (edit.kind) {
    case Edit::Kind::Token: json["token"] = edit.text; break;
    case Edit::Kind::Clear: json["clear"] = true; break;
    case Edit::Kind::Renoise: json["renoise"] = true; break;
    case Edit::Kind::Source: json["source"] = edit.text; break;
    }
}

void from_json(const nlohmann::json& json, Edit& edit) {
    const auto says = [&](const char* key) { return json.contains(key) && json.at(key) != false; };
    if (says("token") + says("clear") + says("renoise") + says("source") != 1)
        throw Error(translatable("core", "An edit must say exactly one of 'token', 'clear', 'renoise' and 'source'."));
    edit = {};
    json.at("step").get_to(edit.step);
    edit.row = json.value("row", 0);
    edit.kind = says("token")     ? Edit::Kind::Token
                : says("clear")   ? Edit::Kind::Clear
                : says("renoise") ? Edit::Kind::Renoise
                                  : Edit::Kind::Source;
    if (edit.kind == Edit::Kind::Token) json.at("token").get_to(edit.text);
    if (edit.kind == Edit::Kind::Source) json.at("source").get_to(edit.text);
    else json.at("position").get_to(edit.position);
}

const std::string& editedSource(const std::vector<Edit>& edits, int row, const std::string& original) {
    const std::string* source = &original;
    int newest = -1;
    for (const auto& edit : edits)
        if (edit.kind == Edit::Kind::Source && edit.row == row && edit.step >= newest) {
            newest = edit.step;
            source = &edit.text;
        }
    return *source;
}

int lastSourceEdit(const std::vector<Edit>& edits) {
    int step = 0;
    for (const auto& edit : edits)
        if (edit.kind == Edit::Kind::Source) step = std::max(step, edit.step);
    return step;
}

} // namespace diffuscope
