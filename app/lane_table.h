// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lanes_model.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QTableView;

namespace diffuscope {

class FrameLimiter;
class TraceCursor;

/// The lanes in numbers, with a word on whether their noise is common. Choosing a line makes its lane the current one.
class LaneTable : public QWidget {
    Q_OBJECT
public:
    explicit LaneTable(TraceCursor* cursor, QWidget* parent = nullptr);
    ~LaneTable() override;

    LanesModel* model() const { return model_; }
    /// What the lanes are to run; their traces are the cursor's.
    void setLanes(const std::vector<Recipe>& lanes);
    QString noteText() const;

public slots:
    /// A trace of the cursor's has grown, or the table can be seen again.
    void wake();
    /// All lines as tab-separated values.
    void copyTable();
    /// Does now what was put off to the next frame.
    void refreshNow();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void retranslate();

    QPointer<TraceCursor> cursor_;
    std::vector<Recipe> lanes_;
    std::unique_ptr<FrameLimiter> limiter_;
    LanesModel* model_;
    QTableView* table_;
    QLabel* note_;
    QAction* copy_;
    bool selecting_ = false;
};

} // namespace diffuscope
