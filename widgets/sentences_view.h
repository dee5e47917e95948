// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QPointer>
#include <QWidget>
#include <memory>

class QAction;
class QLabel;
class QTableView;
class QToolButton;

namespace diffuscope {

class FrameLimiter;
class SentencesModel;
class TraceCursor;

/// The sentences of all rows with their sources; the chosen candidates are marked. While a run is under way
/// it shows what the newest step rounds to; the line above shows the current row at the current step.
class SentencesView : public QWidget {
    Q_OBJECT
public:
    explicit SentencesView(QWidget* parent = nullptr);
    ~SentencesView() override;

    void setTrace(const std::shared_ptr<const Trace>& trace) { setTraces({trace}); }
    /// Of all lanes of the cursor; nullptr: that lane has not run.
    void setTraces(const std::vector<std::shared_ptr<const Trace>>& traces);
    /// Selecting a sentence sets the cursor's lane and row, and the other way round.
    void bindCursor(TraceCursor* cursor);

    SentencesModel* model() const { return model_; }
    /// The rounding of the current row at the current step.
    QString preview() const;

public slots:
    /// The selected sentences, a line each.
    void copySentences();
    /// The selected lines as tab-separated values: source, sample, chosen, sentence.
    void copyTable();

    /// Does now what was put off to the next frame.
    void refreshNow();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void createLayout();
    QTableView* createTable();
    void createActions();
    void retranslate();
    void refresh();
    void updatePreview();
    void selectLine();
    std::vector<int> selectedLines() const;
    int lane() const;

    std::vector<std::shared_ptr<const Trace>> traces_;
    std::shared_ptr<const Trace> shown_; ///< what the model has of the current lane
    QPointer<TraceCursor> cursor_;
    std::unique_ptr<FrameLimiter> limiter_;
    SentencesModel* model_ = nullptr;
    QLabel* previewTitle_ = nullptr;
    QLabel* preview_ = nullptr;
    QLabel* empty_ = nullptr;
    QTableView* table_ = nullptr;
    QToolButton* copyButton_ = nullptr;
    QAction* copy_ = nullptr;
    QAction* copyTable_ = nullptr;
    bool selecting_ = false;
};

} // namespace diffuscope
