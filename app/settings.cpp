// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include "core/error.h"

#include <QSettings>

namespace diffuscope {
namespace {

std::optional<Recipe> recipeFrom(const QByteArray& text) {
    const auto json = nlohmann::json::parse(text.toStdString(), nullptr, false);
    if (!json.is_object()) return std::nullopt;
    try {
        return recipeFromJson(json);
    } catch (const Error&) {
        return std::nullopt; // written by another version; the defaults are better than no start
    }
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
    s.model = store.value("model/current", s.model).toString();
    s.recentModels = store.value("model/recent").toStringList();
    s.recipe = recipeFrom(store.value("recipe").toByteArray());
    return s;
}

void Settings::save() const {
    QSettings store;
    store.setValue("window/geometry", geometry);
    store.setValue("window/layout", layout);
    store.setValue("window/centreSplit", centreSplit);
    store.setValue("window/theme", themeKey(theme));
    store.setValue("window/language", language);
    store.setValue("model/current", model);
    store.setValue("model/recent", recentModels);
    if (recipe) store.setValue("recipe", QByteArray::fromStdString(toJson(*recipe).dump()));
}

} // namespace diffuscope
