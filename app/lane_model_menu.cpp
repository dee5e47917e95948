// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lane_model_menu.h"

#include <QDir>
#include <QFileDialog>

namespace diffuscope {

QString modelTitle(const QString& folder) {
    return folder == QLatin1String("bundled") ? LaneModelMenu::tr("Bundled model") : QDir(folder).dirName();
}

LaneModelMenu::LaneModelMenu(QWidget* parent) : QMenu(parent) {}

void LaneModelMenu::fill(const QString& own, const QStringList& recent) {
    clear();
    offer(tr("The model above"), {}, own);
    addSeparator();
    auto folders = QStringList{QStringLiteral("bundled")} + recent;
    if (!own.isEmpty() && !folders.contains(own)) folders << own;
    for (const auto& folder : folders) offer(modelTitle(folder), folder, own);
    addSeparator();
    connect(addAction(tr("Open folder…")), &QAction::triggered, this, &LaneModelMenu::chooseFolder);
}

void LaneModelMenu::offer(const QString& text, const QString& folder, const QString& own) {
    auto* action = addAction(text);
    action->setCheckable(true);
    action->setChecked(folder == own);
    connect(action, &QAction::triggered, this, [this, folder] { emit chosen(folder); });
}

void LaneModelMenu::chooseFolder() {
    const auto folder = QFileDialog::getExistingDirectory(parentWidget(), tr("Open model folder"), QDir::homePath());
    if (!folder.isEmpty()) emit chosen(folder);
}

} // namespace diffuscope
