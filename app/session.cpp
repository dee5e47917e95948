// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "core/error.h"
#include "core/text/file_bytes.h"

#include <QFileInfo>
#include <algorithm>
#include <filesystem>

namespace diffuscope {
namespace {

constexpr const char* kFormat = "diffuscope-session";
constexpr int kVersion = 1;

std::filesystem::path nativePath(const QString& path) { return path.toStdString(); }

std::string base64(const QByteArray& bytes) { return bytes.toBase64().toStdString(); }

QByteArray bytesAt(const nlohmann::json& json, const char* key) {
    return QByteArray::fromBase64(QByteArray::fromStdString(json.value(key, std::string())));
}

Session sessionFrom(const nlohmann::json& json) {
    Session session;
    session.model = QString::fromStdString(json.at("model").get<std::string>());
    for (const auto& lane : json.at("lanes")) session.lanes.push_back(recipeFromJson(lane));
    if (session.lanes.empty()) throw Error(translatable("core", "it has no lanes"));
    session.current = std::clamp(json.value("current", 0), 0, static_cast<int>(session.lanes.size()) - 1);
    const auto view = json.value("view", nlohmann::json::object());
    for (const auto& [name, value] : view.items()) session.view[QString::fromStdString(name)] = value.get<int>();
    session.layout = bytesAt(json, "layout");
    session.centreSplit = bytesAt(json, "centre_split");
    return session;
}

} // namespace

Session readSession(const QString& path) {
    const auto name = QFileInfo(path).fileName().toStdString();
    const auto json = nlohmann::json::parse(readFileBytes(nativePath(path)), nullptr, false);
    if (!json.is_object() || json.value("format", nlohmann::json()) != kFormat)
        throw Error(translatable("core", "“%1” is no session of this program."), {name});
    if (json.value("version", nlohmann::json()) != kVersion)
        throw Error(translatable("core", "“%1” was written by a later version of this program."), {name});
    constexpr const char* kDamaged = translatable("core", "“%1” is a damaged session: %2");
    try {
        return sessionFrom(json);
    } catch (const Error& error) {
        throw Error(kDamaged, {name, error.wording()});
    } catch (const nlohmann::json::exception& error) {
        throw Error(kDamaged, {name, error.what()});
    }
}

void writeSession(const QString& path, const Session& session) {
    nlohmann::json json{{"format", kFormat},
                        {"version", kVersion},
                        {"model", session.model.toStdString()},
                        {"lanes", nlohmann::json::array()},
                        {"current", session.current},
                        {"view", nlohmann::json::object()},
                        {"layout", base64(session.layout)},
                        {"centre_split", base64(session.centreSplit)}};
    for (const auto& lane : session.lanes) json["lanes"].push_back(toJson(lane));
    for (const auto& [name, value] : session.view) json["view"][name.toStdString()] = value;
    writeFileBytes(nativePath(path), json.dump(2) + "\n");
}

} // namespace diffuscope
