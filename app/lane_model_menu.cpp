// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lane_model_menu.h"

#include "core/engine/bundled.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace diffuscope {

QStringList shippedModels() {
    QStringList names;
    for (const auto& name : bundledModels()) names << QString::fromStdString(name);
    return names;
}

QString modelTitle(const QString& model) {
    if (model == QLatin1String("bundled")) return LaneModelMenu::tr("Bundled model");
    const auto name = QDir(model).dirName();
    return isBundled(model.toStdString()) ? LaneModelMenu::tr("%1 (bundled)").arg(name) : name;
}

bool isModelHere(const QString& model) { return isBundled(model.toStdString()) || QFileInfo(model).isDir(); }

LaneModelMenu::LaneModelMenu(QWidget* parent) : QMenu(parent) {}

void LaneModelMenu::fill(const QString& own, const QStringList& recent) {
    clear();
    offer(tr("The model above"), {}, own);
    addSeparator();
    auto folders = shippedModels() + recent;
    if (!own.isEmpty() && !folders.contains(own)) folders << own;
    for (const auto& folder : folders) offer(modelTitle(folder), folder, own);
    addSeparator();
    connect(addAction(tr("Open folder…")), &QAction::triggered, this, &LaneModelMenu::chooseFolder);
}

void LaneModelMenu::offer(const QString& text, const QString& folder, const QString& own) {
    auto* action = addAction(QString(text).replace(u'&', QStringLiteral("&&"))); // folders are called as people like
    action->setCheckable(true);
    action->setChecked(folder == own);
    connect(action, &QAction::triggered, this, [this, folder] { emit chosen(folder); });
}

void LaneModelMenu::chooseFolder() {
    const auto folder = QFileDialog::getExistingDirectory(parentWidget(), tr("Open model folder"), QDir::homePath());
    if (!folder.isEmpty()) emit chosen(folder);
}

} // namespace diffuscope
