// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include "core/error.h"
#include "core/solvers/solver_table.h"

#include <QSettings>

namespace diffuscope {
namespace {

/// A list of recipes, or the one that versions without lanes wrote.
std::vector<Recipe> lanesFrom(const QByteArray& text) {
    auto json = nlohmann::json::parse(text.toStdString(), nullptr, false);
    if (json.is_object()) json = nlohmann::json::array({json});
    if (!json.is_array()) return {};
    try {
        std::vector<Recipe> lanes;
        for (const auto& lane : json) {
            lanes.push_back(recipeFromJson(lane));
            findSolver(lanes.back().solver); // a recipe does not know which there are
        }
        return lanes;
    } catch (const Error&) {
        return {}; // written by another version; the defaults are better than no start
    }
}

QByteArray textOf(const std::vector<Recipe>& lanes) {
    auto json = nlohmann::json::array();
    for (const auto& lane : lanes) json.push_back(toJson(lane));
    return QByteArray::fromStdString(json.dump());
}

} // namespace

Settings Settings::load() {
    const QSettings store;
    Settings s;
    s.geometry = store.value("window/geometry").toByteArray();
    s.layout = store.value("window/layout").toByteArray();
    s.centreSplit = store.value("window/centreSplit").toByteArray();
    s.theme = themeFromKey(store.value("window/theme").toString());
    s.language = store.value("window/language").toString();
    s.device = store.value("window/device", s.device).toString();
    s.model = store.value("model/current", s.model).toString();
    s.recentModels = store.value("model/recent").toStringList();
    s.lanes = lanesFrom(store.value(store.contains("lanes") ? "lanes" : "recipe").toByteArray());
    return s;
}

void Settings::save() const {
    QSettings store;
    store.setValue("window/geometry", geometry);
    store.setValue("window/layout", layout);
    store.setValue("window/centreSplit", centreSplit);
    store.setValue("window/theme", themeKey(theme));
    store.setValue("window/language", language);
    store.setValue("window/device", device);
    store.setValue("model/current", model);
    store.setValue("model/recent", recentModels);
    if (!lanes.empty()) store.setValue("lanes", textOf(lanes));
}

} // namespace diffuscope
