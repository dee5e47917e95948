// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/history_model.h"
#include "app/history/trace_shelf.h"

#include <QWidget>

class QAction;
class QLabel;
class QTableView;

namespace diffuscope {

/// The runs of the session, to go back to: each with its recipe and all of its steps.
class HistoryView : public QWidget {
    Q_OBJECT
public:
    using Traces = std::vector<std::shared_ptr<const Trace>>;
    static constexpr int kMostRuns = 200;

    explicit HistoryView(QWidget* parent = nullptr);

    /// A run that ended, lane by lane, and its wall time; traces that are not finished are left out.
    void add(const Traces& traces, double seconds);
    HistoryModel* model() const { return model_; }
    TraceShelf* shelf() const { return shelf_; }

public slots:
    /// Told by reopened(), or failed() with a sentence.
    void reopen(int row);
    /// Nothing more is heard of a run that was asked for.
    void forget();

signals:
    /// A run is to be opened.
    void asked();
    void reopened(const std::vector<std::shared_ptr<const diffuscope::Trace>>& traces);
    void failed(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void onFetched(quint64 key, const std::shared_ptr<const Trace>& trace);
    void retranslate();

    HistoryModel* model_;
    TraceShelf* shelf_;
    QTableView* table_;
    QLabel* empty_;
    QAction* open_;
    std::vector<quint64> wanted_; ///< keys of the run that is being opened
    Traces arrived_;              ///< as many places as wanted_
};

} // namespace diffuscope
