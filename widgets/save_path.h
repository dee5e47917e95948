// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace diffuscope {

/// Asks where a file is to be written; a name that is typed without a suffix gets that of the chosen filter, as in
/// "JSON (*.json)". Empty: nowhere.
QString askSavePath(QWidget* parent, const QString& title, const QString& name, const QStringList& filters);

} // namespace diffuscope
