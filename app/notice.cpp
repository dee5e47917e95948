// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notice.h"

#include "app/theme.h"

#include <QEvent>

namespace diffuscope {

Notice::Notice(QWidget* parent) : QLabel(parent) {
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::NoFocus);
    setTextFormat(Qt::PlainText);
    recolour();
    hide();
}

void Notice::say(const QString& sentence) {
    setText(sentence);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
}

void Notice::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) recolour();
}

void Notice::recolour() {
    auto colours = palette();
    const auto colour = errorColour(parentWidget() ? parentWidget()->palette() : colours);
    if (colours.color(QPalette::WindowText) == colour) return; // setPalette sends PaletteChange itself
    colours.setColor(QPalette::WindowText, colour);
    setPalette(colours);
}

} // namespace diffuscope
