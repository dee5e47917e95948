// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/times_result.h"

#include "widgets/lane_difference.h"
#include "widgets/number_text.h"
#include "widgets/palette.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace diffuscope {
namespace {

constexpr int kDimAfter = 400; ///< milliseconds; what is quicker would only flicker

/// With the words marked that the reference has not.
QString marked(const QString& text, const QString& reference, const QColor& colour) {
    QString html;
    qsizetype at = 0;
    for (const auto& [from, length] : differingWords(text, reference)) {
        html += text.mid(at, from - at).toHtmlEscaped();
        html += QStringLiteral("<u style=\"background-color:%1\">%2</u>").arg(colour.name(), text.mid(from, length).toHtmlEscaped());
        at = from + length;
    }
    return html + text.mid(at).toHtmlEscaped();
}

} // namespace

TimesResult::TimesResult(QWidget* parent)
    : QWidget(parent), ownName_(new QLabel(this)), own_(new QLabel(this)), fineName_(new QLabel(this)), fine_(new QLabel(this)),
      numbers_(new QLabel(this)), note_(new QLabel(this)) {
    own_->setObjectName(QStringLiteral("designSentence"));
    fine_->setObjectName(QStringLiteral("fineSentence"));
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(1, 1);
    int line = 0;
    for (const auto& [name, sentence] : {std::pair{ownName_, own_}, {fineName_, fine_}}) {
        layout->addWidget(name, line, 0, Qt::AlignTop);
        layout->addWidget(sentence, line++, 1);
        name->setForegroundRole(QPalette::PlaceholderText);
        sentence->setTextFormat(Qt::RichText);
        sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        sentence->setMinimumHeight(2 * fontMetrics().lineSpacing()); // most take two lines; the plot should not jump
    }
    layout->addWidget(numbers_, line++, 0, 1, 2);
    layout->addWidget(note_, line, 0, 1, 2);
    note_->setForegroundRole(QPalette::PlaceholderText);
    note_->hide();
    for (auto* label : {numbers_, note_}) label->setTextFormat(Qt::PlainText);
    for (auto* label : {own_, fine_, numbers_, note_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    dimming_.setSingleShot(true);
    dimming_.setInterval(kDimAfter);
    connect(&dimming_, &QTimer::timeout, this, [this] { dim(true); });
    retranslate();
}

void TimesResult::setOutcome(const std::optional<TimesOutcome>& outcome) {
    outcome_ = outcome;
    setStale(false);
    refresh();
}

void TimesResult::dim(bool dimmed) {
    own_->setEnabled(!dimmed);
    numbers_->setEnabled(!dimmed);
    refresh();
}

void TimesResult::setFineSteps(int steps) {
    fineSteps_ = steps;
    retranslate();
}

void TimesResult::setNote(const QString& sentence) {
    note_->setText(sentence);
    note_->setVisible(!sentence.isEmpty());
}

QString TimesResult::noteText() const { return note_->text(); }

void TimesResult::setStale(bool stale, bool replacedSoon) {
    if (stale && !replacedSoon) return dim(true);
    if (stale && !dimming_.isActive()) dimming_.start();
    if (stale) return;
    dimming_.stop();
    if (isDimmed()) dim(false);
}

bool TimesResult::isDimmed() const { return !own_->isEnabled(); }
QString TimesResult::numbersText() const { return numbers_->text(); }

void TimesResult::refresh() {
    for (auto* label : {ownName_, own_, fineName_, fine_}) label->setVisible(outcome_.has_value());
    if (!outcome_) {
        numbers_->setText(tr("Run these times to see what they give beside a fine run."));
        return;
    }
    const auto theme = GridTheme::fromPalette(palette());
    const auto own = QString::fromStdString(outcome_->sentence), fine = QString::fromStdString(outcome_->fineSentence);
    // Dimmed words on a colour could not be read; they stay underlined.
    const double strength = isDimmed() ? 0.0 : theme.dark ? 0.4 : 0.3;
    own_->setText(marked(own, fine, mixed(isDimmed() ? palette().color(QPalette::Window) : theme.background, theme.different, strength)));
    fine_->setText(fine.toHtmlEscaped());
    QStringList parts{tr("distance %1").arg(numberText(outcome_->distance, 3)),
                      tr("%1 of %n token(s) differ", nullptr, outcome_->positions).arg(outcome_->differing),
                      tr("%n evaluation(s)", nullptr, outcome_->evaluations), tr("%1 s").arg(numberText(outcome_->seconds, 2))};
    numbers_->setText(parts.join(QStringLiteral(" · ")));
}

void TimesResult::retranslate() {
    ownName_->setText(tr("These times:"));
    fineName_->setText(tr("Fine run:"));
    const auto fine =
        tr("The same sampler, source and seed in %1 steps that are even in λ: what these times are measured against").arg(fineSteps_);
    for (auto* label : {fineName_, fine_}) label->setToolTip(fine);
    own_->setToolTip(tr("What a run with these times says. Underlined: words that the fine run does not say there."));
    numbers_->setToolTip(tr(
        "Distance: L2 distance of the final state to the fine run’s, mean over all positions where text is generated, in lengths of "
        "the embedding space.\nTokens: positions whose final token is another one than the fine run’s, those after the end mark included.\n"
        "Evaluations of the network and time of this run."));
    own_->setAccessibleName(tr("Sentence with these times"));
    fine_->setAccessibleName(tr("Sentence of the fine run"));
    refresh();
}

void TimesResult::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) refresh();
}

} // namespace diffuscope
