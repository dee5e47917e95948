// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studies/sweep_record.h"

#include <QSplitter>

class QSortFilterProxyModel;
class QTabWidget;
class QTableView;

namespace diffuscope {

class SweepModel;
class SweepTexts;
class SweepView;

/// What a sweep found: the plot, the rows, and the sentences of one of them. A row chosen in one is so in all.
class SweepResults : public QSplitter {
    Q_OBJECT
public:
    explicit SweepResults(QWidget* parent = nullptr);

    SweepView* view() const { return view_; }
    SweepModel* model() const { return model_; }
    SweepTexts* texts() const { return texts_; }
    QTableView* table() const { return table_; }
    /// A sweep begins, or is there from last time.
    void setSweep(const SweepRecord& record);
    /// Of the sweep that was set; sentences can be read from then on.
    void setOrigin(const SweepOrigin& origin);
    void append(const SweepRow& row);
    /// Brings the sentences of a row to the front.
    void open(int row);

signals:
    void runRequested(const diffuscope::Recipe& lane, bool beside);
    void said(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void createTable();
    void showRows();
    /// A sentence of a row that failed takes the place of all figures.
    void spanSentences();
    void select(int row);
    void retranslate();
    void recolour();

    SweepPlan plan_;
    SweepView* view_;
    QTabWidget* tabs_;
    SweepModel* model_;
    QSortFilterProxyModel* sorted_;
    QTableView* table_;
    SweepTexts* texts_;
};

} // namespace diffuscope
