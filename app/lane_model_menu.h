// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QStringList>

namespace diffuscope {

/// The models that ship, as recipes name them.
QStringList shippedModels();
/// A model for people: one that ships by its name, any other by its folder's.
QString modelTitle(const QString& model);

/// Whether it ships, or its folder lies on this machine.
bool isModelHere(const QString& model);

/// Which model a lane runs: the window's, as all lanes do at first, or one of its own.
class LaneModelMenu : public QMenu {
    Q_OBJECT
public:
    explicit LaneModelMenu(QWidget* parent = nullptr);

    /// `own`: empty, the lane runs the window's; `recent`: folders to choose among.
    void fill(const QString& own, const QStringList& recent);

signals:
    /// Empty: the window's.
    void chosen(const QString& folder);

private:
    void offer(const QString& text, const QString& folder, const QString& own);
    void chooseFolder();
};

} // namespace diffuscope
