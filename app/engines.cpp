// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engines.h"

#include <QDir>
#include <algorithm>

namespace diffuscope {
namespace {

/// Of the newest file; the bundled model does not change.
QDateTime lastChange(const QString& folder) {
    const auto files = QDir(folder).entryInfoList(QDir::Files, QDir::Time);
    return files.isEmpty() ? QDateTime() : files.first().lastModified();
}

} // namespace

Engine& Engines::at(const QString& folder) {
    const auto changed = lastChange(folder);
    const auto known = std::find_if(open_.begin(), open_.end(), [&](const Open& open) { return open.folder == folder; });
    if (known != open_.end() && known->changed == changed) {
        open_.splice(open_.begin(), open_, known);
        return *open_.front().engine;
    }
    auto engine = std::make_unique<Engine>(folder.toStdString());
    if (known != open_.end()) open_.erase(known);
    open_.push_front({folder, changed, std::move(engine)});
    if (open_.size() > kMost) open_.pop_back();
    return *open_.front().engine;
}

} // namespace diffuscope
