// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace diffuscope {

/// One sentence beside the thing that caused it: what went wrong and what to do. Hidden while there is none.
class Notice : public QLabel {
    Q_OBJECT
public:
    explicit Notice(QWidget* parent = nullptr);
    void say(const QString& sentence);
    void clearSentence() { say({}); }

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();
};

} // namespace diffuscope
