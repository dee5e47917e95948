// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sampler_box.h"

#include "core/error.h"
#include "core/solvers/solver_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
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

QDoubleSpinBox* decimalSpin(QWidget* parent, double high, double step) {
    auto* box = new QDoubleSpinBox(parent);
    box->setRange(0.0, high);
    box->setSingleStep(step);
    box->setDecimals(2);
    return box;
}

void select(QComboBox* box, const std::string& key) {
    const int index = box->findData(QString::fromStdString(key));
    if (index >= 0) box->setCurrentIndex(index);
}

std::string selected(const QComboBox* box) { return box->currentData().toString().toStdString(); }

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
    canvas_ = spin(this, 0, 512);
    seed_ = spin(this, 0, 999999999);
    temperature_ = decimalSpin(this, 10.0, 0.05);
    interpolate_ = decimalSpin(this, 10.0, 0.05);
    eta_ = decimalSpin(this, 1.0, 0.05);
    discreteNoise_ = new QCheckBox(this);
    clamp_ = new QCheckBox(this);
    dice_ = new QToolButton(this);
    dice_->setText(QStringLiteral("⚄"));
    reset_ = new QToolButton(this);
    more_ = new QToolButton(this);
    more_->setCheckable(true);
    more_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    more_->setArrowType(Qt::RightArrow);
    more_->setAutoRaise(true);
    advanced_ = new QWidget(this);
    advanced_->hide();
    connect(dice_, &QToolButton::clicked, this, &SamplerBox::randomSeed);
    connect(reset_, &QToolButton::clicked, this, &SamplerBox::resetToRecommended);
    connect(more_, &QToolButton::toggled, this, [this](bool on) {
        more_->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
        advanced_->setVisible(on);
    });
    connect(solver_, &QComboBox::currentIndexChanged, this, &SamplerBox::adaptToSolver);
    for (auto* box : {solver_, spacing_, mode_}) connect(box, &QComboBox::currentIndexChanged, this, &SamplerBox::changed);
    for (auto* box : {steps_, samples_, canvas_, seed_}) connect(box, &QSpinBox::valueChanged, this, &SamplerBox::changed);
    for (auto* box : {temperature_, interpolate_, eta_}) connect(box, &QDoubleSpinBox::valueChanged, this, &SamplerBox::changed);
    for (auto* box : {discreteNoise_, clamp_}) connect(box, &QCheckBox::toggled, this, &SamplerBox::changed);
}

QWidget* SamplerBox::addRow(QFormLayout* form, const char* key, QWidget* field) {
    auto* name = new QLabel(this);
    name->setBuddy(field);
    form->addRow(name, field);
    field->setObjectName(QLatin1String(key));
    names_[key] = name;
    fields_[key] = field;
    return field;
}

void SamplerBox::createLayout() {
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRow(form, "solver", solver_);
    addRow(form, "steps", steps_);
    addRow(form, "mode", mode_);
    addRow(form, "spacing", spacing_);
    addRow(form, "samples", samples_);
    auto* seedLine = new QWidget(this);
    auto* seedLayout = new QHBoxLayout(seedLine);
    seedLayout->setContentsMargins(0, 0, 0, 0);
    seedLayout->addWidget(seed_, 1);
    seedLayout->addWidget(dice_);
    seedLine->setFocusProxy(seed_);
    addRow(form, "seedLine", seedLine);
    seed_->setObjectName(QStringLiteral("seed"));

    auto* advancedForm = new QFormLayout(advanced_);
    advancedForm->setContentsMargins(0, 0, 0, 0);
    advancedForm->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRow(advancedForm, "temperature", temperature_);
    addRow(advancedForm, "interpolate", interpolate_);
    addRow(advancedForm, "eta", eta_);
    addRow(advancedForm, "canvas", canvas_);
    advancedForm->addRow(discreteNoise_);
    advancedForm->addRow(clamp_);

    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    auto* line = new QHBoxLayout;
    line->addWidget(more_);
    line->addStretch(1);
    line->addWidget(reset_);
    layout->addLayout(line);
    layout->addWidget(advanced_);
}

void SamplerBox::fillChoices() {
    const auto solver = selected(solver_), spacing = selected(spacing_);
    filling_ = true;
    solver_->clear();
    spacing_->clear();
    for (const auto& info : solverTable()) {
        solver_->addItem(text(info.title), text(info.name));
        solver_->setItemData(solver_->count() - 1, tr("%1 · %2").arg(text(info.name), text(info.reference)), Qt::ToolTipRole);
    }
    const std::map<std::string_view, QString> titles{{"time-uniform", tr("even in time")},
                                                     {"time-quadratic", tr("quadratic in time")},
                                                     {"log-snr", tr("even in λ (log-SNR)")},
                                                     {"karras", tr("Karras (ρ = 7)")}};
    for (const auto name : spacingNames()) {
        if (name == "custom") continue; // needs a list of times, which a recipe can hold and this box cannot
        const auto title = titles.find(name);
        spacing_->addItem(title == titles.end() ? text(name) : title->second, text(name));
    }
    select(solver_, solver);
    select(spacing_, spacing);
    filling_ = false;
    adaptToSolver();
}

void SamplerBox::adaptToSolver() {
    if (filling_ || solver_->currentIndex() < 0) return;
    const auto& info = findSolver(selected(solver_));
    const auto mode = selected(mode_);
    {
        const QSignalBlocker blocker(mode_);
        mode_->clear();
        if (info.faithful) mode_->addItem(tr("faithful"), QStringLiteral("faithful"));
        if (info.asReleased) mode_->addItem(tr("as released"), QStringLiteral("as-released"));
        select(mode_, mode);
    }
    const bool isAncestral = info.name == "ancestral";
    spacing_->setEnabled(!isAncestral);
    discreteNoise_->setEnabled(isAncestral);
    eta_->setEnabled(info.name == "ddim");
}

Recipe SamplerBox::applyTo(Recipe recipe) const {
    recipe.solver = selected(solver_);
    recipe.spacing = selected(spacing_);
    recipe.mode = modeFromString(selected(mode_));
    recipe.steps = steps_->value();
    recipe.samples = samples_->value();
    recipe.seed = static_cast<std::uint64_t>(seed_->value());
    recipe.temperature = temperature_->value();
    recipe.interpolate = interpolate_->value();
    recipe.eta = eta_->value();
    recipe.canvas = canvas_->value();
    recipe.discreteNoise = discreteNoise_->isChecked();
    recipe.roundingClamp = clamp_->isChecked();
    return recipe;
}

void SamplerBox::setRecipe(const Recipe& recipe) {
    select(solver_, recipe.solver);
    adaptToSolver();
    select(spacing_, recipe.spacing);
    select(mode_, toString(recipe.mode));
    steps_->setValue(recipe.steps);
    samples_->setValue(recipe.samples);
    seed_->setValue(static_cast<int>(std::min<std::uint64_t>(recipe.seed, static_cast<std::uint64_t>(seed_->maximum()))));
    temperature_->setValue(recipe.temperature);
    interpolate_->setValue(recipe.interpolate);
    eta_->setValue(recipe.eta);
    canvas_->setValue(recipe.canvas);
    discreteNoise_->setChecked(recipe.discreteNoise);
    clamp_->setChecked(recipe.roundingClamp);
}

void SamplerBox::setRecommended(const nlohmann::json& fields) {
    recommended_ = fields.is_object() ? fields : nlohmann::json::object();
}

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

void SamplerBox::explain(const char* key, const QString& name, const QString& definition) {
    names_.at(key)->setText(name);
    names_.at(key)->setToolTip(definition);
    fields_.at(key)->setToolTip(definition);
    fields_.at(key)->setAccessibleName(name);
}

void SamplerBox::retranslate() {
    setTitle(tr("Sampler"));
    explain("solver", tr("Solver"), tr("How the noise is taken away. Ancestral sampling follows the random process backwards; the others integrate its probability-flow ODE."));
    explain("steps", tr("Steps"), tr("Solver steps from noise to text, 1 … 2,000. Each costs one evaluation of the network."));
    explain("mode", tr("Mode"), tr("Faithful: as the solver's paper defines it, on x − m, where m is the absorbing state.\n"
                                   "As released: as the published DiffuSeq-v2 code computes it, number for number."));
    explain("spacing", tr("Spacing"), tr("Where on the schedule the steps lie. λ is half the log signal-to-noise ratio, log(α/σ)."));
    explain("samples", tr("Samples"), tr("Candidates for the source; each starts from noise of its own."));
    explain("seedLine", tr("Seed"), tr("The same seed and recipe give the same sentence."));
    explain("temperature", tr("Temperature"), tr("Scale of the initial noise. 1 is what the theory asks for; less trades diversity for quality."));
    explain("interpolate", tr("Interpolate τ"), tr("Each x₀ prediction becomes softmax(lm_head(x₀)/τ)·E, a mixture of embeddings. 0 switches it off."));
    explain("eta", tr("DDIM η"), tr("0: deterministic; 1: as noisy as ancestral sampling (Song et al. 2021, eq. 16)."));
    explain("canvas", tr("Canvas"), tr("Positions for source and answer together, in tokens. 0: the model's own length."));
    canvas_->setSpecialValueText(tr("model's"));
    interpolate_->setSpecialValueText(tr("off"));
    discreteNoise_->setText(tr("Discrete noise"));
    discreteNoise_->setToolTip(tr("Ancestral sampling: after each step a position falls back to the absorbing state with probability σ·rate."));
    clamp_->setText(tr("Rounding clamp"));
    clamp_->setToolTip(tr("Each x₀ prediction is moved to its nearest word embedding before the step (Li et al. 2022)."));
    dice_->setToolTip(tr("Random seed"));
    dice_->setAccessibleName(tr("Random seed"));
    reset_->setText(tr("Recommended"));
    reset_->setToolTip(tr("Back to what is recommended for this model; the seed stays"));
    more_->setText(tr("More"));
}

} // namespace diffuscope
