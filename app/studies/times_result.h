// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/times_design.h"

#include <QTimer>
#include <QWidget>
#include <optional>

class QLabel;

namespace diffuscope {

/// What the times gave: their sentence beside the fine run's, with the words that differ marked, and how far apart both
/// ended. Until a newer run has ended, the last one stays, dimmed.
class TimesResult : public QWidget {
    Q_OBJECT
public:
    explicit TimesResult(QWidget* parent = nullptr);

    void setOutcome(const std::optional<TimesOutcome>& outcome);
    const std::optional<TimesOutcome>& outcome() const { return outcome_; }
    void setFineSteps(int steps);
    /// What to bear in mind with such a sampler; empty: nothing.
    void setNote(const QString& sentence);
    QString noteText() const;
    /// The outcome is of other times, or of another recipe. Dimmed at once, unless a run is to replace it soon.
    void setStale(bool stale, bool replacedSoon = true);
    bool isDimmed() const;
    /// The numbers, or what there is to do.
    QString numbersText() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void dim(bool dimmed);
    void refresh();
    void retranslate();

    QLabel *ownName_, *own_, *fineName_, *fine_, *numbers_, *note_;
    std::optional<TimesOutcome> outcome_;
    QTimer dimming_;
    int fineSteps_ = 0;
};

} // namespace diffuscope
