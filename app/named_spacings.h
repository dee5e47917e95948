// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

namespace diffuscope {

/// Lists of times that a person gave a name. They are kept in a JSON file beside the settings, written at every change:
/// {"spacings": [{"name": "…", "times": [1, …]}]}. A recipe holds the times themselves (spacing `custom`), never a name.
class NamedSpacings : public QObject {
    Q_OBJECT
public:
    struct Entry {
        QString name;
        std::vector<double> times; ///< falling, in (0, 1], at least two
        bool operator==(const Entry&) const = default;
    };

    /// Reads the file where there is one.
    explicit NamedSpacings(QObject* parent = nullptr);

    /// By name.
    const std::vector<Entry>& entries() const { return entries_; }
    const Entry* find(const QString& name) const;
    /// The name of this very list; nothing where it has none.
    std::optional<QString> nameOf(const std::vector<double>& times) const;
    /// All of these return a sentence that says what went wrong; empty: nothing did.
    QString save(const QString& name, const std::vector<double>& times);
    QString rename(const QString& from, const QString& to);
    QString remove(const QString& name);
    QString exportTo(const QString& path) const;
    /// A name that is taken by other times gets a number.
    QString importFrom(const QString& path);
    /// Why the file could not be read at the start; it is kept aside when another one is written.
    QString errorText() const { return error_; }

    static QString filePath();

signals:
    void changed();

private:
    QString add(const QString& name, const std::vector<double>& times);
    QString store();

    std::vector<Entry> entries_;
    QString error_;
};

} // namespace diffuscope
