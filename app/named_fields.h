// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <map>
#include <string>

class QLabel;
class QWidget;

namespace diffuscope {

/// The fields of a form by their keys, each with the label that names it; what they are called changes with the language.
class NamedFields {
public:
    /// A label for the field, whose object name the key becomes.
    QLabel* add(const char* key, QWidget* field);
    /// Of label and field alike.
    void explain(const char* key, const QString& name, const QString& toolTip);

private:
    struct Entry {
        QLabel* label;
        QWidget* field;
    };
    std::map<std::string, Entry> entries_;
};

} // namespace diffuscope
