// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/save_path.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>

namespace diffuscope {
namespace {

QString suffixOf(const QString& filter) {
    static const QRegularExpression pattern(QStringLiteral("\\*\\.(\\w+)"));
    return pattern.match(filter).captured(1);
}

/// The name in the dialog gets the ending of the kind of file that was chosen, unless it has one of its own.
void takeSuffix(QFileDialog& dialog, const QString& suffix) {
    QStringList offered;
    for (const auto& filter : dialog.nameFilters()) offered << suffixOf(filter);
    const auto chosen = dialog.selectedFiles();
    const QFileInfo file(chosen.isEmpty() ? QString() : chosen.constFirst());
    if (offered.contains(file.suffix())) dialog.selectFile(file.dir().filePath(file.completeBaseName() + u'.' + suffix));
}

} // namespace

QString askSavePath(QWidget* parent, const QString& title, const QString& name, const QStringList& filters) {
    QFileDialog dialog(parent, title);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters(filters);
    dialog.setDefaultSuffix(suffixOf(filters.constFirst()));
    dialog.selectFile(name);
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString& filter) {
        dialog.setDefaultSuffix(suffixOf(filter));
        takeSuffix(dialog, suffixOf(filter));
    });
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().constFirst() : QString();
}

} // namespace diffuscope
