// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace diffuscope {

/// Run and Cancel, and a bar that says how far a study is: it is the owner's to place, where a sentence has room.
class RunBar : public QWidget {
    Q_OBJECT
public:
    explicit RunBar(QWidget* parent = nullptr);

    void setRunning(bool running);
    bool isRunning() const { return running_; }
    /// Whether Run may be pressed while nothing runs.
    void setReady(bool ready);
    void setRunText(const QString& text, const QString& toolTip);
    void setCancelText(const QString& text, const QString& toolTip);
    /// `share`: 0 … 1; `secondsLeft`: NaN while that is not known.
    void setProgress(double share, double secondsLeft);
    QString progressText() const;
    /// Hidden while nothing runs.
    QProgressBar* progressBar() const { return progress_; }
    QPushButton* runButton() const { return run_; }
    QPushButton* cancelButton() const { return cancel_; }

signals:
    void runRequested();
    void cancelRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateButtons();
    void retranslate();

    QPushButton *run_, *cancel_;
    QProgressBar* progress_;
    std::pair<QString, QString> cancelText_; ///< empty: the usual one
    bool running_ = false, ready_ = true;
};

} // namespace diffuscope
