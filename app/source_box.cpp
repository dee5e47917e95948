// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source_box.h"

#include "app/notice.h"

#include <QDragEnterEvent>
#include <QFontMetrics>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace diffuscope {
namespace {

constexpr int kVisibleLines = 4;
constexpr int kMenuWidth = 420; ///< pixels after which an example is elided in the menu

} // namespace

SourceBox::SourceBox(QWidget* parent)
    : QGroupBox(parent), edit_(new QPlainTextEdit(this)), examplesButton_(new QToolButton(this)), examples_(new QMenu(this)),
      notice_(new Notice(this)) {
    edit_->setObjectName(QStringLiteral("source"));
    notice_->setObjectName(QStringLiteral("sourceNotice"));
    edit_->setTabChangesFocus(true);
    edit_->viewport()->installEventFilter(this);
    edit_->setFixedHeight(QFontMetrics(edit_->font()).lineSpacing() * kVisibleLines + 14);
    examples_->setToolTipsVisible(true);
    examplesButton_->setMenu(examples_);
    examplesButton_->setPopupMode(QToolButton::InstantPopup);
    examplesButton_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(edit_);
    layout->addWidget(notice_);
    layout->addWidget(examplesButton_, 0, Qt::AlignRight);
    connect(edit_, &QPlainTextEdit::textChanged, this, [this] {
        notice_->clearSentence();
        emit textEdited();
    });
    retranslate();
}

QString SourceBox::text() const { return edit_->toPlainText().simplified(); }

void SourceBox::setText(const QString& text) {
    if (text == edit_->toPlainText()) return; // the caret stays
    edit_->setPlainText(text);
    edit_->moveCursor(QTextCursor::End);
}

void SourceBox::setExamples(const QStringList& examples) {
    // Another model's sentence gives way; what someone typed stays.
    const bool gives = text().isEmpty() || (shown_.contains(text()) && !examples.contains(text()));
    if (gives && !examples.isEmpty()) setText(examples.first());
    shown_ = examples;
    examples_->clear();
    for (const auto& example : examples) {
        auto* action = examples_->addAction(
            examples_->fontMetrics().elidedText(example, Qt::ElideRight, kMenuWidth).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setToolTip(example);
        connect(action, &QAction::triggered, this, [this, example] {
            setText(example);
            edit_->setFocus();
        });
    }
    examplesButton_->setEnabled(!examples.isEmpty());
}

void SourceBox::setError(const QString& sentence) { notice_->say(sentence); }

QString SourceBox::errorText() const { return notice_->text(); }

bool SourceBox::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::DragEnter) {
        // A file is for the window to open; here its address would become the sentence.
        const auto urls = static_cast<const QDragEnterEvent*>(event)->mimeData()->urls();
        if (!urls.isEmpty() && urls.first().isLocalFile()) {
            event->ignore();
            return true;
        }
    }
    return QGroupBox::eventFilter(watched, event);
}

void SourceBox::changeEvent(QEvent* event) {
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void SourceBox::retranslate() {
    setTitle(tr("Source"));
    edit_->setPlaceholderText(tr("The sentence to answer; see Examples for what this model was trained on"));
    edit_->setAccessibleName(tr("Source sentence"));
    examplesButton_->setText(tr("Examples"));
    examplesButton_->setToolTip(tr("Sentences of the kind that this model was trained on"));
}

} // namespace diffuscope
