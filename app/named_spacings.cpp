// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/named_spacings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>
#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

namespace diffuscope {
namespace {

bool areTimes(const std::vector<double>& times) {
    const bool falls = std::adjacent_find(times.begin(), times.end(), std::less_equal<>()) == times.end();
    return times.size() > 1 && falls && times.front() <= 1.0 && times.back() > 0.0;
}

/// Nothing where it is no such file.
std::optional<std::vector<NamedSpacings::Entry>> entriesFrom(const QByteArray& bytes) {
    std::vector<NamedSpacings::Entry> entries;
    try {
        const auto json = nlohmann::json::parse(bytes.toStdString());
        for (const auto& one : json.at("spacings"))
            entries.push_back(
                {QString::fromStdString(one.at("name").get<std::string>()).simplified(), one.at("times").get<std::vector<double>>()});
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
    const bool good =
        std::all_of(entries.begin(), entries.end(), [](const auto& entry) { return !entry.name.isEmpty() && areTimes(entry.times); });
    return good ? std::optional(entries) : std::nullopt;
}

/// A name that no file has yet: what was kept aside before stays too.
QString asideOf(const QString& path) {
    auto aside = path + QStringLiteral(".bak");
    for (int number = 2; QFile::exists(aside); ++number) aside = path + QStringLiteral(".bak") + QString::number(number);
    return aside;
}

QByteArray bytesOf(const std::vector<NamedSpacings::Entry>& entries) {
    auto list = nlohmann::json::array();
    for (const auto& entry : entries) list.push_back({{"name", entry.name.toStdString()}, {"times", entry.times}});
    return QByteArray::fromStdString(nlohmann::json{{"spacings", list}}.dump(1)) + '\n';
}

} // namespace

NamedSpacings::NamedSpacings(QObject* parent) : QObject(parent) {
    QFile file(filePath());
    if (!file.exists()) return;
    if (!file.open(QIODevice::ReadOnly)) {
        error_ = tr("The named spacings could not be read: %1").arg(file.errorString());
        return;
    }
    if (const auto entries = entriesFrom(file.readAll()); entries)
        for (const auto& entry : *entries) add(entry.name, entry.times);
    else error_ = tr("“%1” holds no named spacings; it will be kept aside.").arg(QDir::toNativeSeparators(filePath()));
}

QString NamedSpacings::filePath() { return QFileInfo(QSettings().fileName()).absoluteDir().filePath(QStringLiteral("spacings.json")); }

const NamedSpacings::Entry* NamedSpacings::find(const QString& name) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.name == name; });
    return found == entries_.end() ? nullptr : &*found;
}

std::optional<QString> NamedSpacings::nameOf(const std::vector<double>& times) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.times == times; });
    return found == entries_.end() ? std::nullopt : std::optional(found->name);
}

QString NamedSpacings::add(const QString& name, const std::vector<double>& times) {
    const auto clean = name.simplified();
    if (clean.isEmpty()) return tr("Type a name first.");
    if (!areTimes(times)) return tr("A spacing needs at least two times that fall, between 1 and 1/T.");
    const auto before = [](const Entry& entry, const QString& key) { return QString::localeAwareCompare(entry.name, key) < 0; };
    const auto place = std::lower_bound(entries_.begin(), entries_.end(), clean, before);
    if (place != entries_.end() && place->name == clean) place->times = times;
    else entries_.insert(place, {clean, times});
    return {};
}

QString NamedSpacings::save(const QString& name, const std::vector<double>& times) {
    const auto problem = add(name, times);
    return problem.isEmpty() ? store() : problem;
}

QString NamedSpacings::rename(const QString& from, const QString& to) {
    const auto* entry = find(from);
    if (!entry) return tr("Choose a named spacing first.");
    if (from == to.simplified()) return {};
    if (find(to.simplified())) return tr("“%1” is there already.").arg(to.simplified());
    const auto times = entry->times;
    if (auto problem = add(to, times); !problem.isEmpty()) return problem;
    return remove(from);
}

QString NamedSpacings::remove(const QString& name) {
    if (!find(name)) return tr("Choose a named spacing first.");
    std::erase_if(entries_, [&](const Entry& entry) { return entry.name == name; });
    return store();
}

QString NamedSpacings::store() {
    const auto path = filePath();
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (!error_.isEmpty()) {
        QFile::rename(path, asideOf(path));
        error_.clear();
    }
    auto problem = exportTo(path);
    emit changed();
    return problem;
}

QString NamedSpacings::exportTo(const QString& path) const {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytesOf(entries_)) < 0 || !file.commit())
        return tr("“%1” could not be written: %2").arg(QDir::toNativeSeparators(path), file.errorString());
    return {};
}

QString NamedSpacings::importFrom(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return tr("“%1” could not be read: %2").arg(QDir::toNativeSeparators(path), file.errorString());
    const auto entries = entriesFrom(file.readAll());
    if (!entries) return tr("“%1” holds no named spacings.").arg(QDir::toNativeSeparators(path));
    for (const auto& entry : *entries) {
        auto name = entry.name;
        for (int number = 2; find(name) && find(name)->times != entry.times; ++number)
            name = QStringLiteral("%1 (%2)").arg(entry.name).arg(number);
        add(name, entry.times);
    }
    return store();
}

} // namespace diffuscope
