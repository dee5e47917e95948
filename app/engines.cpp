// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engines.h"

#include <QDir>
#include <algorithm>

namespace diffuscope {
namespace {

/// Of the newest file of the model; the bundled model does not change, and a training's log is none of it.
QDateTime lastChange(const QString& folder) {
    const QStringList ofModel{QStringLiteral("*.safetensors"), QStringLiteral("*.pt"), QStringLiteral("*.json"), QStringLiteral("*.txt"),
                              QStringLiteral("*.model")};
    const auto files = QDir(folder).entryInfoList(ofModel, QDir::Files, QDir::Time);
    return files.isEmpty() ? QDateTime() : files.first().lastModified();
}

} // namespace

Engine& Engines::at(const QString& folder, const QString& device) {
    const auto changed = lastChange(folder);
    const auto known =
        std::find_if(open_.begin(), open_.end(), [&](const Open& open) { return open.folder == folder && open.device == device; });
    if (known != open_.end() && known->changed == changed) {
        open_.splice(open_.begin(), open_, known);
        return *open_.front().engine;
    }
    auto engine = std::make_unique<Engine>(folder.toStdString(), device.toStdString());
    if (known != open_.end()) open_.erase(known);
    open_.push_front({folder, device, changed, std::move(engine)});
    if (open_.size() > kMost) open_.pop_back();
    return *open_.front().engine;
}

} // namespace diffuscope
