// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studies/sweep_record.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QSpinBox;
class QTableView;

namespace diffuscope {

class Notice;
class SweepTextReader;
class SweepTextsModel;
struct GeneratedRows;

/// The sentences of one setting of a sweep, from the store; each can be run in the window.
class SweepTexts : public QWidget {
    Q_OBJECT
public:
    explicit SweepTexts(QWidget* parent = nullptr);

    SweepTextsModel* model() const { return model_; }
    QTableView* table() const { return table_; }
    /// Whose settings are to be shown; what was shown goes.
    void setSweep(const SweepPlan& plan, const SweepOrigin& origin);
    void showSetting(const SweepSetting& setting);
    void clear();
    QString title() const;
    QString errorText() const;

signals:
    /// A sentence with the setting that was chosen; `beside`: the current lane is to run on it as well.
    void runRequested(const diffuscope::Recipe& lane, bool beside);

protected:
    void changeEvent(QEvent* event) override;

private:
    void createLayout();
    void read();
    void onReady(const GeneratedRows& texts);
    void run(bool beside);
    void updateState();
    void retranslate();

    SweepPlan plan_;
    SweepOrigin origin_;
    std::optional<SweepSetting> setting_;
    SweepTextReader* reader_;
    SweepTextsModel* model_;
    QSortFilterProxyModel* sorted_;
    QTableView* table_;
    QLabel *title_, *seedName_, *empty_;
    QSpinBox* seed_;
    Notice* notice_;
    QPushButton *beside_, *alone_;
};

} // namespace diffuscope
