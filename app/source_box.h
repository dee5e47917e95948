// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGroupBox>

class QMenu;
class QPlainTextEdit;
class QToolButton;

namespace diffuscope {

class Notice;

/// The sentence to answer, with examples.
class SourceBox : public QGroupBox {
    Q_OBJECT
public:
    explicit SourceBox(QWidget* parent = nullptr);

    QString text() const;
    void setText(const QString& text);
    /// Sentences for the examples menu; the first is shown where the box is empty or holds one of the last examples.
    void setExamples(const QStringList& examples);
    void setError(const QString& sentence);
    QString errorText() const;
    QPlainTextEdit* editor() const { return edit_; }

signals:
    void textEdited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QPlainTextEdit* edit_;
    QToolButton* examplesButton_;
    QMenu* examples_;
    QStringList shown_; ///< in the menu
    Notice* notice_;
};

} // namespace diffuscope
