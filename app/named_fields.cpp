// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/named_fields.h"

#include <QLabel>

namespace diffuscope {

QLabel* NamedFields::add(const char* key, QWidget* field) {
    auto* label = new QLabel(field->parentWidget());
    label->setBuddy(field);
    field->setObjectName(QLatin1String(key));
    entries_[key] = {label, field};
    return label;
}

void NamedFields::explain(const char* key, const QString& name, const QString& toolTip) {
    const auto& [label, field] = entries_.at(key);
    label->setText(name);
    label->setToolTip(toolTip);
    field->setToolTip(toolTip);
    field->setAccessibleName(name);
}

} // namespace diffuscope
