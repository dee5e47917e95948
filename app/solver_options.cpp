// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/solver_options.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

namespace diffuscope {
namespace {

/// Whether a solver with a spacing takes an option of the recipe.
bool takes(const SolverInfo& solver, std::string_view spacing, std::string_view key) {
    if (key == "rho") return spacing == "karras" || spacing == "polyexponential";
    if (key == "evaluations") return spacing != "custom" && solver.evaluationsPerStep > 0;
    if (key == "absorb_rate") return !solver.heeds("discrete_noise");
    for (const std::string_view always : {"temperature", "interpolate", "canvas", "denoise_to_zero", "rounding_clamp", "mbr", "rerank"})
        if (key == always) return true;
    return solver.heeds(key);
}

} // namespace

SolverOptions::SolverOptions(QWidget* parent) : QWidget(parent), form_(new QFormLayout(this)) {
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addDecimal("eta", &Recipe::eta, 0.0, 1.0, 0.05);
    addDecimal("sde_eta", &Recipe::sdeEta, 0.0, 1.0, 0.05);
    addDecimal("s_noise", &Recipe::noiseScale, 0.0, 2.0, 0.01, 3);
    addDecimal("tolerance", &Recipe::tolerance, 1e-6, 1.0, 0.01, 6);
    addWhole("restarts", &Recipe::restarts, 100);
    addDecimal("rho", &Recipe::rho, 0.0, 100.0, 0.5);
    addWhole("evaluations", &Recipe::evaluations, 300000);
    addDecimal("temperature", &Recipe::temperature, 0.0, 10.0, 0.05);
    addDecimal("interpolate", &Recipe::interpolate, 0.0, 10.0, 0.05);
    addDecimal("absorb_rate", &Recipe::absorbRate, 0.0, 1.0, 0.05);
    addWhole("canvas", &Recipe::canvas, 512);
    addFlag("discrete_noise", &Recipe::discreteNoise);
    addFlag("denoise_to_zero", &Recipe::denoiseToZero);
    addFlag("rounding_clamp", &Recipe::roundingClamp);
    addFlag("mbr", &Recipe::mbr);
    addFlag("rerank", &Recipe::rerank);
    retranslate();
}

QLabel* SolverOptions::addRow(const char* key, QWidget* field) {
    auto* name = new QLabel(this);
    name->setBuddy(field);
    field->setObjectName(QLatin1String(key));
    form_->addRow(name, field);
    return name;
}

void SolverOptions::addDecimal(const char* key, double Recipe::*member, double low, double high, double step, int decimals) {
    auto* field = new QDoubleSpinBox(this);
    field->setDecimals(decimals);
    field->setRange(low, high);
    field->setSingleStep(step);
    decimals_.push_back({key, member, field, addRow(key, field)});
    connect(field, &QDoubleSpinBox::valueChanged, this, &SolverOptions::changed);
}

void SolverOptions::addWhole(const char* key, int Recipe::*member, int high) {
    auto* field = new QSpinBox(this);
    field->setRange(0, high);
    wholes_.push_back({key, member, field, addRow(key, field)});
    connect(field, &QSpinBox::valueChanged, this, &SolverOptions::changed);
}

void SolverOptions::addFlag(const char* key, bool Recipe::*member) {
    auto* field = new QCheckBox(this);
    field->setObjectName(QLatin1String(key));
    form_->addRow(field);
    flags_.push_back({key, member, field});
    connect(field, &QCheckBox::toggled, this, &SolverOptions::changed);
}

template <class Visit> void SolverOptions::eachOption(Visit visit) const {
    for (const auto& option : decimals_) visit(option);
    for (const auto& option : wholes_) visit(option);
    for (const auto& option : flags_) visit(option);
}

Recipe SolverOptions::applyTo(Recipe recipe) const {
    for (const auto& [key, member, field, name] : decimals_) recipe.*member = field->value();
    for (const auto& [key, member, field, name] : wholes_) recipe.*member = field->value();
    for (const auto& [key, member, field] : flags_) recipe.*member = field->isChecked();
    // What is not to be seen must not decide the steps.
    if (!hasBudget()) recipe.evaluations = 0;
    return recipe;
}

void SolverOptions::setRecipe(const Recipe& recipe) {
    for (const auto& [key, member, field, name] : decimals_) field->setValue(recipe.*member);
    for (const auto& [key, member, field, name] : wholes_) field->setValue(recipe.*member);
    for (const auto& [key, member, field] : flags_) field->setChecked(recipe.*member);
}

void SolverOptions::adapt(const SolverInfo& solver, std::string_view spacing) {
    eachOption([&](const auto& option) { form_->setRowVisible(option.field, takes(solver, spacing, option.key)); });
}

bool SolverOptions::hasBudget() const {
    for (const auto& option : wholes_)
        if (option.member == &Recipe::evaluations) return option.field->value() > 0 && form_->isRowVisible(option.field);
    return false;
}

int SolverOptions::changedCount() const {
    const Recipe plain, now = applyTo(plain);
    int count = 0;
    eachOption([&](const auto& option) { count += form_->isRowVisible(option.field) && now.*option.member != plain.*option.member; });
    return count;
}

void SolverOptions::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void SolverOptions::explain(const char* key, const QString& name, const QString& definition) {
    const auto tell = [&](auto* field) {
        field->setToolTip(definition);
        field->setAccessibleName(name);
    };
    const auto row = [&](const auto& option) {
        if (std::string_view(option.key) != key) return;
        option.name->setText(name);
        option.name->setToolTip(definition);
        tell(option.field);
    };
    for (const auto& option : decimals_) row(option);
    for (const auto& option : wholes_) row(option);
    for (const auto& option : flags_) {
        if (std::string_view(option.key) != key) continue;
        option.field->setText(name);
        tell(option.field);
    }
}

void SolverOptions::retranslate() {
    explain("eta", tr("DDIM η"), tr("0: deterministic; 1: as noisy as ancestral sampling (Song et al. 2021, eq. 16)."));
    explain("sde_eta", tr("SDE η"),
            tr("Share of the noise that the solver adds at each step: 0 its ODE, 1 as in its paper (SA-Solver: τ)."));
    explain("s_noise", tr("Noise scale"),
            tr("Factor of the noise that is added at each step, 0 … 2. 1 is what the theory asks for (Karras et al. 2022: S_noise)."));
    explain("tolerance", tr("Tolerance"),
            tr("Relative error allowed for a step, 0.000001 … 1. The solver chooses the steps so that each stays below it."));
    explain("restarts", tr("Restarts"),
            tr("How often the run goes back up to more noise and down again (Xu et al. 2023). Each time costs evaluations."));
    explain("rho", tr("ρ"),
            tr("Exponent of the spacing: higher puts more steps at low noise. 0: the published one (Karras: 7, polyexponential: 1)."));
    explain("evaluations", tr("Evaluations"),
            tr("As many steps as this number of network evaluations pays for, instead of the steps above. 0 switches it off."));
    explain("temperature", tr("Temperature"),
            tr("Scale of the initial noise. 1 is what the theory asks for; less trades diversity for quality."));
    explain("interpolate", tr("Interpolate τ"),
            tr("Each x₀ prediction becomes softmax(lm_head(x₀)/τ)·E, a mixture of embeddings. 0 switches it off."));
    explain("absorb_rate", tr("Absorb rate"),
            tr("After each step a position falls back to the absorbing state with this rate times ancestral sampling's standard deviation. "
               "0 switches it off, as the solvers' papers have it."));
    explain("canvas", tr("Canvas"), tr("Positions for source and answer together, in tokens. 0: the model's own length."));
    explain("discrete_noise", tr("Discrete noise"),
            tr("Ancestral sampling: after each step a position falls back to the absorbing state with probability σ·rate."));
    explain("denoise_to_zero", tr("Denoise to zero"), tr("One evaluation more: the end is the x₀ prediction made from the last state."));
    explain("rounding_clamp", tr("Rounding clamp"),
            tr("Each x₀ prediction is moved to its nearest word embedding before the step (Li et al. 2022)."));
    explain("mbr", tr("Least Bayes risk"),
            tr("Of several samples the one is chosen that is most like the others (minimum Bayes risk by BLEU); otherwise the first."));
    explain("rerank", tr("Fewest slot errors"),
            tr("Of several samples only those can be chosen that leave out or repeat the fewest values of the source (Dušek and Jurčíček "
               "2016), and of these only those with the fewest doubled words."));
    for (const auto& option : wholes_)
        option.field->setSpecialValueText(option.member == &Recipe::canvas        ? tr("model's")
                                          : option.member == &Recipe::evaluations ? tr("off")
                                                                                  : QString());
    for (const auto& option : decimals_) {
        const bool canBeOff = option.member == &Recipe::interpolate || option.member == &Recipe::absorbRate;
        option.field->setSpecialValueText(canBeOff ? tr("off") : option.member == &Recipe::rho ? tr("published") : QString());
    }
}

} // namespace diffuscope
