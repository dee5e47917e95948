// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/check_choice.h"

#include "widgets/number_text.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QStyleOptionComboBox>
#include <QStylePainter>

namespace diffuscope {
namespace {

constexpr int kFrame = 34; ///< pixels of the button that are not text: its edges and the arrow

/// Stays open when an item is ticked; Return and Escape close it.
class TickMenu : public QMenu {
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent* event) override {
        auto* action = actionAt(event->position().toPoint());
        if (action && action->isCheckable()) return action->trigger();
        QMenu::mouseReleaseEvent(event);
    }
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Space && activeAction()) return activeAction()->trigger();
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return close(), void();
        QMenu::keyPressEvent(event);
    }
};

} // namespace

CheckChoice::CheckChoice(QWidget* parent) : QToolButton(parent), menu_(new TickMenu(this)) {
    setMenu(menu_);
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // what is chosen must not widen the window
    setFocusPolicy(Qt::StrongFocus);
    menu_->setToolTipsVisible(true);
    connect(menu_, &QMenu::triggered, this, [this] {
        updateText();
        emit changed();
    });
}

void CheckChoice::setItems(const std::vector<Item>& items) {
    const auto kept = chosen();
    menu_->clear();
    for (const auto& item : items) {
        auto* action = menu_->addAction(QString(item.title).replace(u'&', QStringLiteral("&&")));
        action->setData(item.key);
        action->setToolTip(plainTip(item.tip.isEmpty() ? item.title : item.tip));
        action->setCheckable(true);
    }
    setChosen(kept);
}

QStringList CheckChoice::chosen() const {
    QStringList keys;
    for (const auto* action : menu_->actions())
        if (action->isChecked()) keys << action->data().toString();
    return keys;
}

void CheckChoice::setChosen(const QStringList& keys) {
    for (auto* action : menu_->actions()) action->setChecked(keys.contains(action->data().toString()));
    updateText();
    emit changed();
}

void CheckChoice::setEmptyText(const QString& text) {
    empty_ = text;
    updateText();
}

QAction* CheckChoice::item(const QString& key) const {
    for (auto* action : menu_->actions())
        if (action->data() == key) return action;
    return nullptr;
}

void CheckChoice::updateText() {
    QStringList titles;
    for (const auto* action : menu_->actions())
        if (action->isChecked()) titles << action->text().replace(QStringLiteral("&&"), QStringLiteral("&"));
    const auto all = titles.isEmpty() ? empty_ : titles.join(QStringLiteral(", "));
    setText(all);
    setAccessibleDescription(all);
    update();
}

void CheckChoice::paintEvent(QPaintEvent*) {
    // As a box to choose from looks, which it is.
    QStyleOptionComboBox box;
    box.initFrom(this);
    box.currentText = fontMetrics().elidedText(text(), Qt::ElideRight, std::max(20, width() - kFrame));
    box.state.setFlag(QStyle::State_On, menu_->isVisible());
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ComboBox, box);
    painter.drawControl(QStyle::CE_ComboBoxLabel, box);
}

QSize CheckChoice::sizeHint() const { return {120, QComboBox().sizeHint().height()}; }

} // namespace diffuscope
