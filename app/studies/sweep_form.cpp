// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/sweep_form.h"

#include "app/error_sentence.h"
#include "app/notice.h"
#include "app/sampler_box.h"
#include "app/studies/check_choice.h"
#include "app/studies/data_file_choice.h"
#include "app/studies/sweep_names.h"
#include "core/error.h"
#include "core/solvers/solver_table.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <algorithm>

namespace diffuscope {
namespace {

constexpr int kFigureRows = 100;

QString text(std::string_view value) { return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())); }

QSpinBox* spin(QWidget* parent, int low, int high, int value) {
    auto* box = new QSpinBox(parent);
    box->setRange(low, high);
    box->setValue(value);
    return box;
}

QStringList wordsOf(const QString& line) {
    static const QRegularExpression gaps(QStringLiteral("[\\s,;]+"));
    return line.split(gaps, Qt::SkipEmptyParts);
}

template <class Names> QStringList listOf(const Names& names) {
    QStringList list;
    for (const auto& name : names) list << QString::fromStdString(name);
    return list;
}

std::vector<std::string> namesOf(const QStringList& list) {
    std::vector<std::string> names;
    for (const auto& name : list) names.push_back(name.toStdString());
    return names;
}

} // namespace

std::vector<SweepSetting> figureSettings(int diffusionSteps) {
    auto settings = publishedFigure(diffusionSteps);
    std::stable_partition(settings.begin(), settings.end(), [](const SweepSetting& setting) { return setting.solver != "ancestral"; });
    return settings;
}

SweepForm::SweepForm(QWidget* parent) : QWidget(parent) {
    createFields();
    createLayout();
    fillChoices();
    retranslate();
    SweepPlan first;
    first.input = file_->path().toStdString();
    first.limit = 100;
    first.solvers = {"dpmpp-2m", "ddim"};
    first.steps = {2, 5, 10};
    setPlan(first);
}

/// As the paper's figure is sampled: one candidate, none of the dials.
Recipe SweepForm::plainly(const Recipe& lane) {
    Recipe plain;
    plain.model = lane.model;
    plain.device = lane.device;
    plain.seed = lane.seed;
    plain.canvas = lane.canvas;
    plain.times = lane.times;
    return plain;
}

void SweepForm::createFields() {
    file_ = new DataFileChoice(this);
    rows_ = spin(this, 0, 999999, 100);
    seeds_ = spin(this, 1, 99, 1);
    batch_ = spin(this, 1, 999, SweepPlan{}.batch);
    solvers_ = new CheckChoice(this);
    spacings_ = new CheckChoice(this);
    steps_ = new QLineEdit(this);
    stepsNotice_ = new Notice(this);
    faithful_ = new QCheckBox(this);
    released_ = new QCheckBox(this);
    figure_ = new QCheckBox(this);
    base_ = new QLabel(this);
    base_->setWordWrap(true);
    base_->setForegroundRole(QPalette::PlaceholderText);
    connect(file_, &DataFileChoice::changed, this, &SweepForm::onChanged);
    for (auto* box : {rows_, seeds_, batch_}) connect(box, &QSpinBox::valueChanged, this, &SweepForm::onChanged);
    for (auto* choice : {solvers_, spacings_}) connect(choice, &CheckChoice::changed, this, &SweepForm::onChanged);
    for (auto* box : {faithful_, released_, figure_}) connect(box, &QCheckBox::toggled, this, &SweepForm::onChanged);
    connect(steps_, &QLineEdit::textChanged, this, &SweepForm::onChanged);
}

void SweepForm::createLayout() {
    const auto line = [this](const QList<QWidget*>& widgets, int stretched) {
        auto* row = new QHBoxLayout;
        row->setSpacing(6);
        for (auto* widget : widgets) row->addWidget(widget, widgets[stretched] == widget ? 1 : 0);
        return row;
    };
    auto* form = new QFormLayout(this);
    form->setContentsMargins(8, 6, 8, 2);
    form->setVerticalSpacing(4);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(fields_.add("file", file_), file_);
    auto* seeds = fields_.add("seeds", seeds_);
    auto* batch = fields_.add("batch", batch_);
    auto* counts = line({rows_, seeds, seeds_, batch, batch_}, 0);
    form->addRow(fields_.add("rows", rows_), counts);
    form->addRow(fields_.add("solvers", solvers_), solvers_);
    form->addRow(fields_.add("steps", steps_), steps_);
    form->addRow(QString(), stepsNotice_);
    form->addRow(fields_.add("spacings", spacings_), spacings_);
    auto* modes = line({faithful_, released_}, 1);
    form->addRow(fields_.add("modes", faithful_), modes);
    released_->setObjectName(QStringLiteral("asReleased"));
    figure_->setObjectName(QStringLiteral("figure"));
    form->addRow(QString(), figure_);
    form->addRow(fields_.add("base", base_), base_);
}

void SweepForm::fillChoices() {
    std::vector<CheckChoice::Item> solvers, spacings;
    for (const auto& info : solverTable())
        solvers.push_back(
            {text(info.name), text(info.title), QStringLiteral("%1 · %2").arg(text(info.name), translated(std::string(info.reference)))});
    for (const auto name : spacingNames()) spacings.push_back({text(name), SamplerBox::spacingTitle(name), text(name)});
    solvers_->setItems(solvers);
    spacings_->setItems(spacings);
}

std::vector<int> SweepForm::steps() const {
    std::vector<int> steps;
    for (const auto& word : wordsOf(steps_->text()))
        if (const int value = word.toInt(); value > 0) steps.push_back(value);
    return steps;
}

QString SweepForm::stepsProblem() const {
    for (const auto& word : wordsOf(steps_->text()))
        if (word.toInt() <= 0) return tr("“%1” is no number of steps.").arg(word);
    return {};
}

SweepPlan SweepForm::plan() const {
    SweepPlan plan;
    plan.input = file_->path().toStdString();
    plan.limit = static_cast<std::size_t>(rows_->value());
    plan.solvers = namesOf(solvers_->chosen());
    plan.steps = steps();
    plan.spacings = namesOf(spacings_->chosen());
    plan.modes.clear();
    if (faithful_->isChecked()) plan.modes.push_back(Mode::Faithful);
    if (released_->isChecked()) plan.modes.push_back(Mode::AsReleased);
    if (figure_->isChecked()) plan.extra = figureSettings(diffusionSteps_);
    plan.seeds = seeds_->value();
    plan.batch = batch_->value();
    plan.base = figure_->isChecked() ? plainly(lane_) : lane_;
    const bool listed = std::find(plan.spacings.begin(), plan.spacings.end(), "custom") != plan.spacings.end();
    if (!listed) plan.base.times.clear(); // of no use, and another list would be another sweep
    return plan;
}

void SweepForm::setPlan(const SweepPlan& plan) {
    filling_ = true;
    file_->setPath(QString::fromStdString(plan.input));
    rows_->setValue(static_cast<int>(plan.limit));
    seeds_->setValue(plan.seeds);
    batch_->setValue(plan.batch);
    solvers_->setChosen(listOf(plan.solvers));
    spacings_->setChosen(listOf(plan.spacings));
    QStringList steps;
    for (const int value : plan.steps) steps << QString::number(value);
    steps_->setText(steps.join(QStringLiteral(", ")));
    faithful_->setChecked(std::count(plan.modes.begin(), plan.modes.end(), Mode::Faithful) > 0);
    released_->setChecked(std::count(plan.modes.begin(), plan.modes.end(), Mode::AsReleased) > 0);
    figure_->setChecked(!plan.extra.empty());
    filling_ = false;
    onChanged();
}

void SweepForm::setBase(const Recipe& lane) {
    // What the grid decides is as by default, so that another solver in the lane is no other sweep.
    const Recipe plain;
    file_->fitTo(lane.model);
    lane_ = lane;
    lane_.sources.clear();
    lane_.edits.clear();
    lane_.solver = plain.solver;
    lane_.steps = plain.steps;
    lane_.evaluations = plain.evaluations;
    lane_.spacing = plain.spacing;
    lane_.mode = plain.mode;
    describeBase();
    onChanged();
}

void SweepForm::setDiffusionSteps(int steps) {
    if (steps == diffusionSteps_) return;
    diffusionSteps_ = steps;
    retranslate();
    onChanged();
}

void SweepForm::fillFigure() {
    auto figure = plan();
    figure.solvers.clear();
    figure.steps.clear();
    figure.extra = figureSettings(diffusionSteps_);
    figure.limit = kFigureRows;
    figure.seeds = 1;
    setPlan(figure);
}

QString SweepForm::problem() const {
    if (auto wrong = stepsProblem(); !wrong.isEmpty()) return wrong;
    try {
        validate(plan());
        return {};
    } catch (const Error& error) {
        return sentenceOf(error);
    }
}

void SweepForm::onChanged() {
    if (filling_) return;
    stepsNotice_->say(stepsProblem());
    static_cast<QFormLayout*>(layout())->setRowVisible(stepsNotice_, !stepsProblem().isEmpty());
    describeBase();
    emit changed();
}

void SweepForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    filling_ = true;
    fillChoices();
    filling_ = false;
    retranslate();
    onChanged();
}

} // namespace diffuscope
