// SPDX-License-Identifier: GPL-3.0-or-later
// What the fields of a sweep's plan are called and mean.
#include "app/studies/check_choice.h"
#include "app/studies/data_file_choice.h"
#include "app/studies/sweep_form.h"
#include "widgets/number_text.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace diffuscope {

void SweepForm::explain(const char* key, const QString& name, const QString& definition) {
    fields_.explain(key, name, plainTip(definition));
}

void SweepForm::describeBase() {
    const auto base = plan().base;
    QStringList parts{tr("seed %1").arg(base.seed), tr("%n candidate(s)", nullptr, recipeOfSeed(base, 0).samples)};
    auto json = toJson(base), usual = toJson(Recipe{});
    for (const char* key : {"seed", "samples", "sources", "model", "device", "times", "edits"}) json.erase(key);
    for (const auto& [key, value] : json.items())
        if (value != usual[key]) parts << QStringLiteral("%1 %2").arg(QString::fromStdString(key), QString::fromStdString(value.dump()));
    base_->setText(parts.join(QStringLiteral(" · ")));
}

void SweepForm::retranslate() {
    explain("file", tr("Data"), tr("Pairs of a source and what people said for it, {\"src\", \"trg\"} a line, plain or gzip."));
    explain("rows", tr("Rows"), tr("First rows of the file. Fewer are quicker; intervals are wider."));
    rows_->setSpecialValueText(tr("all"));
    explain("seeds", tr("Seeds"), tr("How often each setting runs, with seeds counted up from the lane's; they are pooled."));
    explain("batch", tr("At once"),
            tr("Sentences that are computed together. A pause waits for them, and what is resumed begins with them."));
    explain("solvers", tr("Solvers"), tr("Each runs with each number of steps, spacing and mode."));
    solvers_->setEmptyText(tr("none"));
    spacings_->setEmptyText(tr("none"));
    explain("steps", tr("Steps"), tr("Numbers of steps, with commas between."));
    steps_->setPlaceholderText(QStringLiteral("2, 5, 10"));
    explain("spacings", tr("Spacings"), tr("Where on the schedule the steps lie."));
    explain("modes", tr("Modes"),
            tr("Faithful: as the solver's paper defines it. As released: as the published DiffuSeq-v2 code computes it. A solver that "
               "lacks one gives a row that says so."));
    faithful_->setAccessibleName({}); // the label names both boxes; each says itself what it is
    faithful_->setText(tr("faithful"));
    released_->setText(tr("as released"));
    figure_->setText(tr("the %n setting(s) of the paper's Figure 3", nullptr, static_cast<int>(figureSettings(diffusionSteps_).size())));
    figure_->setToolTip(plainTip(tr("Besides the grid: ancestral sampling with all %1 steps, and DPM-Solver++ 2M with 1 to 100 steps, as "
                                    "released and faithful. As in "
                                    "the paper all is sampled plainly then: one candidate, none of the lane's dials.")
                                     .arg(diffusionSteps_)));
    explain("base", tr("All else"),
            tr("Everything that is not above comes from the current lane of the recipe at the left; with the paper's figure only model and "
               "seed."));
    describeBase();
}

} // namespace diffuscope
