// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sampler_box.h"

#include "app/error_sentence.h"
#include "app/named_spacings.h"
#include "app/solver_options.h"
#include "app/times_field.h"
#include "core/error.h"
#include "core/solvers/solver_table.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QRandomGenerator>
#include <QSpinBox>
#include <QToolButton>

namespace diffuscope {
namespace {

QString text(std::string_view value) { return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())); }

QSpinBox* spin(QWidget* parent, int low, int high) {
    auto* box = new QSpinBox(parent);
    box->setRange(low, high);
    box->setGroupSeparatorShown(false);
    return box;
}

void select(QComboBox* box, const std::string& key) {
    const int index = box->findData(QString::fromStdString(key));
    if (index >= 0) box->setCurrentIndex(index);
}

std::string selected(const QComboBox* box) { return box->currentData().toString().toStdString(); }

constexpr int kNameRole = Qt::UserRole + 1; ///< of a named spacing
constexpr int kTimesAtFirst = 20;           ///< a list that can still be edited by hand

} // namespace

SamplerBox::SamplerBox(QWidget* parent) : QGroupBox(parent) {
    createFields();
    createLayout();
    fillChoices();
    retranslate();
    setRecipe(Recipe{});
}

void SamplerBox::createFields() {
    for (auto** box : {&solver_, &spacing_, &mode_}) *box = new QComboBox(this);
    steps_ = spin(this, 1, 2000);
    samples_ = spin(this, 1, 64);
    seed_ = spin(this, 0, 999999999);
    times_ = new TimesField(this);
    options_ = new SolverOptions(this);
    options_->hide();
    dice_ = new QToolButton(this);
    dice_->setText(QStringLiteral("⚄"));
    reset_ = new QToolButton(this);
    more_ = new QToolButton(this);
    more_->setObjectName(QStringLiteral("more"));
    more_->setCheckable(true);
    more_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    more_->setArrowType(Qt::RightArrow);
    more_->setAutoRaise(true);
    connect(dice_, &QToolButton::clicked, this, &SamplerBox::randomSeed);
    connect(reset_, &QToolButton::clicked, this, &SamplerBox::resetToRecommended);
    connect(more_, &QToolButton::toggled, this, [this](bool on) {
        more_->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
        options_->setVisible(on);
    });
    connect(solver_, &QComboBox::currentIndexChanged, this, &SamplerBox::adaptToSolver);
    connect(spacing_, &QComboBox::currentIndexChanged, this, &SamplerBox::onSpacing);
    for (auto* box : {solver_, spacing_, mode_}) connect(box, &QComboBox::currentIndexChanged, this, &SamplerBox::changed);
    for (auto* box : {steps_, samples_, seed_}) connect(box, &QSpinBox::valueChanged, this, &SamplerBox::changed);
    connect(times_, &TimesField::changed, this, [this] {
        if (selected(spacing_) == "custom") selectSpacing("custom", times_->times()); // named, or no longer
        emit changed();
    });
    connect(options_, &SolverOptions::changed, this, &SamplerBox::onOption);
}

void SamplerBox::createLayout() {
    auto* form = form_ = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(fields_.add("solver", solver_), solver_);
    form->addRow(fields_.add("steps", steps_), steps_);
    form->addRow(fields_.add("mode", mode_), mode_);
    form->addRow(fields_.add("spacing", spacing_), spacing_);
    form->addRow(fields_.add("timesLine", times_), times_);
    form->addRow(fields_.add("samples", samples_), samples_);
    auto* seedLine = new QWidget(this);
    auto* seedLayout = new QHBoxLayout(seedLine);
    seedLayout->setContentsMargins(0, 0, 0, 0);
    seedLayout->addWidget(seed_, 1);
    seedLayout->addWidget(dice_);
    seedLine->setFocusProxy(seed_);
    form->addRow(fields_.add("seedLine", seedLine), seedLine);
    seed_->setObjectName(QStringLiteral("seed"));

    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    auto* line = new QHBoxLayout;
    line->addWidget(more_);
    line->addStretch(1);
    line->addWidget(reset_);
    layout->addLayout(line);
    layout->addWidget(options_);
}

QString SamplerBox::spacingTitle(std::string_view name) {
    const std::map<std::string_view, QString> titles{{"time-uniform", tr("even in time")},
                                                     {"time-quadratic", tr("quadratic in time")},
                                                     {"log-snr", tr("even in λ (log-SNR)")},
                                                     {"karras", tr("Karras (ρ = 7)")},
                                                     {"custom", tr("own list of times")}};
    const auto title = titles.find(name);
    return title == titles.end() ? text(name) : title->second;
}

void SamplerBox::fillChoices() {
    const auto solver = selected(solver_), spacing = selected(spacing_);
    // Empty in between, the fields would say of a recipe what is not so.
    const QSignalBlocker solverBlocker(solver_), spacingBlocker(spacing_);
    solver_->clear();
    spacing_->clear();
    for (const auto& info : solverTable()) {
        solver_->addItem(text(info.title), text(info.name));
        solver_->setItemData(solver_->count() - 1, tr("%1 · %2").arg(text(info.name), translated(std::string(info.reference))),
                             Qt::ToolTipRole);
    }
    for (const auto name : spacingNames()) spacing_->addItem(spacingTitle(name), text(name));
    addNamedSpacings();
    select(solver_, solver);
    selectSpacing(spacing, times_->times());
    adaptToSolver();
}

void SamplerBox::addNamedSpacings() {
    if (!spacings_ || spacings_->entries().empty()) return;
    spacing_->insertSeparator(spacing_->count());
    for (const auto& entry : spacings_->entries()) {
        spacing_->addItem(entry.name, QStringLiteral("custom"));
        spacing_->setItemData(spacing_->count() - 1, entry.name, kNameRole);
        spacing_->setItemData(spacing_->count() - 1, tr("Named times, %n step(s)", nullptr, static_cast<int>(entry.times.size()) - 1),
                              Qt::ToolTipRole);
    }
}

void SamplerBox::selectSpacing(const std::string& spacing, const std::vector<double>& times) {
    const auto name = spacings_ && spacing == "custom" ? spacings_->nameOf(times) : std::nullopt;
    const int index = name ? spacing_->findData(*name, kNameRole) : spacing_->findData(QString::fromStdString(spacing));
    if (index < 0 || index == spacing_->currentIndex()) return;
    // Another name for the same kind is no other recipe.
    const QSignalBlocker blocker(selected(spacing_) == spacing ? spacing_ : nullptr);
    spacing_->setCurrentIndex(index);
}

void SamplerBox::setNamedSpacings(NamedSpacings* spacings) {
    spacings_ = spacings;
    connect(spacings, &NamedSpacings::changed, this, &SamplerBox::fillChoices);
    fillChoices();
}

void SamplerBox::adaptToSolver() {
    if (solver_->currentIndex() < 0) return;
    const auto& info = findSolver(selected(solver_));
    const auto mode = selected(mode_);
    {
        const QSignalBlocker blocker(mode_);
        mode_->clear();
        if (info.faithful) mode_->addItem(tr("faithful"), QStringLiteral("faithful"));
        if (info.asReleased) mode_->addItem(tr("as released"), QStringLiteral("as-released"));
        select(mode_, mode);
    }
    adaptToSpacing();
}

void SamplerBox::adaptToSpacing() {
    if (solver_->currentIndex() < 0 || spacing_->currentIndex() < 0) return;
    const auto& info = findSolver(selected(solver_));
    const auto spacing = selected(spacing_);
    options_->adapt(info, spacing);
    form_->setRowVisible(times_, spacing == "custom");
    // Elsewhere the number of steps follows: from the list, from the budget, from the tolerance.
    steps_->setEnabled(spacing != "custom" && !options_->hasBudget() && !info.heeds("tolerance"));
    const int changed = options_->changedCount();
    more_->setText(changed > 0 ? tr("More (%1)").arg(changed) : tr("More"));
}

void SamplerBox::onSpacing() {
    const auto* named = spacings_ ? spacings_->find(spacing_->currentData(kNameRole).toString()) : nullptr;
    if (named) times_->setTimes(named->times);
    if (selected(spacing_) == "custom" && times_->times().empty())
        times_->setTimes(TimesField::evenTimes(std::min(steps_->value(), kTimesAtFirst)));
    adaptToSpacing();
}

void SamplerBox::onOption() {
    adaptToSpacing();
    emit changed();
}

Recipe SamplerBox::applyTo(Recipe recipe) const {
    recipe = options_->applyTo(recipe);
    recipe.solver = selected(solver_);
    recipe.spacing = selected(spacing_);
    recipe.mode = modeFromString(selected(mode_));
    recipe.steps = steps_->value();
    recipe.samples = samples_->value();
    recipe.seed = static_cast<std::uint64_t>(seed_->value());
    recipe.times = recipe.spacing == "custom" ? times_->times() : std::vector<double>();
    return recipe;
}

void SamplerBox::setRecipe(const Recipe& recipe) {
    times_->setTimes(recipe.times); // first: choosing `custom` without any would make some
    select(solver_, recipe.solver);
    adaptToSolver();
    selectSpacing(recipe.spacing, recipe.times);
    select(mode_, toString(recipe.mode));
    steps_->setValue(recipe.steps);
    samples_->setValue(recipe.samples);
    seed_->setValue(static_cast<int>(std::min<std::uint64_t>(recipe.seed, static_cast<std::uint64_t>(seed_->maximum()))));
    options_->setRecipe(recipe);
    adaptToSpacing();
}

void SamplerBox::setRecommended(const nlohmann::json& fields) { recommended_ = fields.is_object() ? fields : nlohmann::json::object(); }

void SamplerBox::resetToRecommended() {
    auto json = toJson(applyTo(Recipe{}));
    json.update(toJson(Recipe{}));
    json.update(recommended_);
    json["seed"] = seed_->value();
    try {
        setRecipe(recipeFromJson(json));
    } catch (const Error&) {
        setRecipe(Recipe{}); // a recommendation from a newer version: better the defaults than nothing
    }
}

void SamplerBox::randomSeed() { seed_->setValue(static_cast<int>(QRandomGenerator::global()->bounded(1000000))); }

void SamplerBox::changeEvent(QEvent* event) {
    QGroupBox::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    fillChoices();
    retranslate();
}

void SamplerBox::retranslate() {
    setTitle(tr("Sampler"));
    fields_.explain("solver", tr("Solver"),
                    tr("How the noise is taken away. Ancestral sampling follows the random process backwards; the others integrate its "
                       "probability-flow ODE."));
    fields_.explain(
        "steps", tr("Steps"),
        tr("Solver steps from noise to text, 1 … 2,000. Each costs one evaluation of the network, or more with solvers that say so."));
    fields_.explain("mode", tr("Mode"),
                    tr("Faithful: as the solver's paper defines it, on x − m, where m is the absorbing state.\n"
                       "As released: as the published DiffuSeq-v2 code computes it, number for number."));
    fields_.explain("spacing", tr("Spacing"),
                    tr("Where on the schedule the steps lie. λ is half the log signal-to-noise ratio, log(α/σ)."));
    fields_.explain(
        "timesLine", tr("Times"),
        tr("Where the steps lie in time: numbers that fall from 1 (noise) to at least 1/T (data), with a point for the decimal mark. "
           "Their number decides the steps."));
    times_->setAccessible(tr("Times"));
    fields_.explain("samples", tr("Samples"), tr("Candidates for the source; each starts from noise of its own."));
    fields_.explain("seedLine", tr("Seed"), tr("The same seed and recipe give the same sentence."));
    seed_->setAccessibleName(tr("Seed")); // the line that the label names holds the dice as well
    dice_->setToolTip(tr("Random seed"));
    dice_->setAccessibleName(tr("Random seed"));
    reset_->setText(tr("Recommended"));
    reset_->setToolTip(tr("Back to what is recommended for this model; the seed stays"));
    more_->setToolTip(tr("Options of this solver; in brackets how many of them are not as usual"));
    adaptToSpacing();
}

} // namespace diffuscope
