// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QToolButton>

class QMenu;

namespace diffuscope {

/// Several of many, in the space of one line: a button that names what is chosen, with a menu that stays open while one
/// ticks. Each item has a key and a title.
class CheckChoice : public QToolButton {
    Q_OBJECT
public:
    struct Item {
        QString key, title, tip;
    };
    explicit CheckChoice(QWidget* parent = nullptr);

    /// What was chosen of them stays so.
    void setItems(const std::vector<Item>& items);
    /// Keys, in the items' order.
    QStringList chosen() const;
    void setChosen(const QStringList& keys);
    /// What stands there while nothing is chosen.
    void setEmptyText(const QString& text);
    QAction* item(const QString& key) const;
    QSize sizeHint() const override;

signals:
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void updateText();

    QMenu* menu_;
    QString empty_;
};

} // namespace diffuscope
