// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QPointer>
#include <QWidget>
#include <memory>
#include <vector>

class QLabel;
class QTableView;

namespace diffuscope {

class FrameLimiter;
class NeighboursModel;
class TraceCursor;

/// All that the trace knows of the cell under the cursor: nearest tokens with distances, margin, absorbing
/// state, when the token was committed and what it became.
class Inspector : public QWidget {
    Q_OBJECT
public:
    /// The lines above the table, in their order.
    enum Field { Position, Step, Token, Margin, ToAbsorbing, Absorbed, State, Committed, Final, FieldCount };
    Q_ENUM(Field)

    explicit Inspector(QWidget* parent = nullptr);
    ~Inspector() override;

    /// The trace of the cursor's lane; nullptr empties the view.
    void setTrace(const std::shared_ptr<const Trace>& trace);
    void bindCursor(TraceCursor* cursor);

    NeighboursModel* neighbours() const { return model_; }
    /// What a line shows at present.
    QString value(Field field) const;
    /// Does now what was put off to the next frame.
    void refreshNow();
    /// It can be seen again: shows what it missed.
    void wake();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void createLayout();
    QTableView* createTable();
    void retranslate();
    void refresh();
    void showCell(int step, int row, int position);
    QString absorbedText(const TraceStep& record, size_t index) const;
    void setValue(Field field, const QString& text);

    std::shared_ptr<const Trace> trace_;
    QPointer<TraceCursor> cursor_;
    std::unique_ptr<FrameLimiter> limiter_;
    NeighboursModel* model_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* tableTitle_ = nullptr;
    std::vector<QLabel*> names_;
    std::vector<QLabel*> values_;
    QTableView* table_ = nullptr;
};

} // namespace diffuscope
