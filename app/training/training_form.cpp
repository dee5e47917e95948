// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_form.h"

#include "core/model/device_names.h"
#include "widgets/number_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace diffuscope {
namespace {

constexpr int kLeastVocabulary = 64, kMostVocabulary = 100'000;
constexpr double kLeastMinutes = 0.1, kMostMinutes = 100'000;

const QStringList kPresets{QStringLiteral("tiny"), QStringLiteral("small"), QStringLiteral("paper")};

} // namespace

TrainingForm::TrainingForm(QWidget* parent) : QWidget(parent) {
    createFields();
    createLayout();
    retranslate();
}

void TrainingForm::createFields() {
    for (auto** path : {&train_, &valid_, &output_}) *path = new QLineEdit(this);
    for (auto* path : {train_, valid_}) connect(path, &QLineEdit::textChanged, this, &TrainingForm::onChanged);
    connect(output_, &QLineEdit::textChanged, this, &TrainingForm::onOutput);
    preset_ = new QComboBox(this);
    for (const auto& preset : kPresets) preset_->addItem(QString(), preset);
    device_ = new QComboBox(this);
    for (const auto& device : deviceNames()) device_->addItem(QString(), QString::fromStdString(device));
    for (auto* choice : {preset_, device_}) {
        choice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // the longest text must not widen the window
        connect(choice, &QComboBox::currentIndexChanged, this, &TrainingForm::onChanged);
    }
    minutes_ = new QDoubleSpinBox(this);
    minutes_->setRange(kLeastMinutes, kMostMinutes);
    minutes_->setDecimals(1);
    minutes_->setAccelerated(true);
    connect(minutes_, &QDoubleSpinBox::valueChanged, this, &TrainingForm::onChanged);
    vocabulary_ = new QSpinBox(this);
    vocabulary_->setRange(kLeastVocabulary, kMostVocabulary);
    seed_ = new QSpinBox(this);
    seed_->setRange(0, 1'000'000);
    for (auto* box : {vocabulary_, seed_}) connect(box, &QSpinBox::valueChanged, this, &TrainingForm::onChanged);
    for (auto** box : {&absorbing_, &discreteNoise_, &selfCondition_, &delexicalize_}) {
        *box = new QCheckBox(this);
        connect(*box, &QCheckBox::toggled, this, &TrainingForm::onChanged);
    }
}

QLayout* TrainingForm::withBrowser(QLineEdit* path, bool folder) {
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(path, 1);
    row->addWidget(browser(path, folder));
    return row;
}

QToolButton* TrainingForm::browser(QLineEdit* path, bool folder) {
    auto* button = new QToolButton(this);
    button->setText(QStringLiteral("…"));
    connect(button, &QToolButton::clicked, this, [this, path, folder] { browse(path, folder); });
    browsers_ << button;
    return button;
}

void TrainingForm::createLayout() {
    auto* form = new QFormLayout(this);
    form->setContentsMargins(8, 6, 8, 2);
    form->setVerticalSpacing(4);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(fields_.add("trainPairs", train_), withBrowser(train_, false));
    form->addRow(fields_.add("validPairs", valid_), withBrowser(valid_, false));
    form->addRow(fields_.add("modelFolder", output_), withBrowser(output_, true));
    form->addRow(fields_.add("preset", preset_), preset_);
    form->addRow(fields_.add("minutes", minutes_), minutes_);
    form->addRow(fields_.add("vocabulary", vocabulary_), vocabulary_);
    form->addRow(fields_.add("device", device_), device_);
    form->addRow(fields_.add("trainSeed", seed_), seed_);
    for (const auto& [key, box] : {std::pair{"absorbing", absorbing_},
                                   {"discreteNoise", discreteNoise_},
                                   {"selfCondition", selfCondition_},
                                   {"delexicalize", delexicalize_}}) {
        box->setObjectName(QLatin1String(key));
        form->addRow(QString(), box);
    }
}

TrainingPlan TrainingForm::plan() const {
    const std::filesystem::path output = output_->text().trimmed().toStdString();
    // A run that goes on is what it was begun as, also in what has no field here.
    auto plan = TrainingPlan::toGoOn(output).value_or(fromFields());
    plan.output = output;
    plan.device = device_->currentData().toString().toStdString();
    const bool bySteps = steps_ > 0 && plan.steps > 0 && minutes_->value() <= kLeastMinutes;
    if (bySteps) return plan;
    plan.minutes = minutes_->value();
    plan.steps = 0;
    return plan;
}

TrainingPlan TrainingForm::fromFields() const {
    TrainingPlan plan;
    plan.train = train_->text().trimmed().toStdString();
    plan.valid = valid_->text().trimmed().toStdString();
    plan.preset = preset_->currentData().toString().toStdString();
    plan.vocabSize = vocabulary_->value();
    plan.seed = static_cast<std::uint64_t>(seed_->value());
    plan.delexicalize = delexicalize_->isChecked();
    plan.absorbing = absorbing_->isChecked();
    plan.discreteNoise = discreteNoise_->isChecked() && plan.absorbing;
    plan.selfCondition = selfCondition_->isChecked();
    return plan;
}

void TrainingForm::showLength(const TrainingPlan& plan) {
    steps_ = plan.goesOn() ? plan.steps : 0;
    const double minutes = plan.minutes > 0 ? plan.minutes : TrainingPlan().minutes;
    minutes_->setValue(steps_ > 0 ? kLeastMinutes : minutes);
    nameSteps();
}

void TrainingForm::nameSteps() {
    minutes_->setSpecialValueText(steps_ > 0 ? tr("%n step(s)", nullptr, static_cast<int>(steps_)) : QString());
}

void TrainingForm::setPlan(const TrainingPlan& plan) {
    own_.reset();
    fill(plan);
}

void TrainingForm::fill(const TrainingPlan& plan) {
    filling_ = true;
    for (const auto& [path, text] : {std::pair{train_, plan.train}, {valid_, plan.valid}, {output_, plan.output}})
        if (const auto name = QString::fromStdString(text.string()); name != path->text()) path->setText(name); // else the caret stays
    preset_->setCurrentIndex(std::max(0, preset_->findData(QString::fromStdString(plan.preset))));
    device_->setCurrentIndex(std::max(0, device_->findData(QString::fromStdString(plan.device))));
    showLength(plan);
    vocabulary_->setValue(plan.vocabSize);
    seed_->setValue(static_cast<int>(plan.seed));
    delexicalize_->setChecked(plan.delexicalize);
    absorbing_->setChecked(plan.absorbing);
    discreteNoise_->setChecked(plan.discreteNoise);
    selfCondition_->setChecked(plan.selfCondition);
    filling_ = false;
    onChanged();
}

QString TrainingForm::problem() const {
    const auto plan = this->plan();
    if (plan.output.empty()) return tr("Say where the model is to be written.");
    if (plan.goesOn()) return {};
    if (plan.train.empty()) return tr("Choose the pairs to learn from.");
    std::error_code ignored; // a file that one may not look at is as good as none
    for (const auto& path : {plan.train, plan.valid})
        if (!path.empty() && !std::filesystem::is_regular_file(path, ignored))
            return tr("There is no file “%1”.").arg(QString::fromStdString(path.string()));
    if (plan.hasModel()) return tr("The folder holds a model that no training here left to go on with; choose another one.");
    return {};
}

void TrainingForm::browse(QLineEdit* path, bool folder) {
    const auto near = QFileInfo(path->text()).path();
    const auto chosen =
        folder ? QFileDialog::getExistingDirectory(this, tr("Folder of the model"), near)
               : QFileDialog::getOpenFileName(this, tr("Choose a data file"), near, tr("Pairs (*.jsonl *.jsonl.gz);;All files (*)"));
    if (!chosen.isEmpty()) path->setText(chosen);
}

void TrainingForm::look() {
    const bool begins = !plan().goesOn();
    for (auto* field : {static_cast<QWidget*>(train_), static_cast<QWidget*>(valid_), static_cast<QWidget*>(preset_),
                        static_cast<QWidget*>(vocabulary_), static_cast<QWidget*>(seed_), static_cast<QWidget*>(absorbing_),
                        static_cast<QWidget*>(selfCondition_), static_cast<QWidget*>(delexicalize_)})
        field->setEnabled(begins);
    discreteNoise_->setEnabled(begins && absorbing_->isChecked());
}

void TrainingForm::onOutput() {
    if (filling_) return;
    const auto folder = plan().output;
    // A run that goes on is what it was begun as. Its folder may be passed on the way to a longer name.
    if (const auto begun = TrainingPlan::of(folder)) {
        if (!own_ && steps_ == 0) {
            own_ = fromFields();
            own_->minutes = minutes_->value();
            own_->device = device_->currentData().toString().toStdString();
        }
        return fill(*begun);
    }
    if (own_) {
        auto own = *std::exchange(own_, std::nullopt);
        own.output = folder;
        return fill(own);
    }
    if (steps_ > 0) showLength({}); // they were another run's
    onChanged();
}

void TrainingForm::onChanged() {
    if (filling_) return;
    if (own_ && !plan().goesOn()) own_.reset(); // the fields can be set, and are the person's own again
    look();
    emit changed();
}

void TrainingForm::explain(const char* key, const QString& name, const QString& definition) {
    fields_.explain(key, name, plainTip(definition));
}

void TrainingForm::retranslate() {
    explain("trainPairs", tr("Pairs"),
            tr("What the model learns from: a source and what is to be said for it, {\"src\", \"trg\"} a line, plain or gzip."));
    explain("validPairs", tr("Validation"),
            tr("Pairs that it does not learn from, to see how good it is on new ones. They can be left out; then there are no scores."));
    explain("modelFolder", tr("Model"),
            tr("The folder that the model is written to. Where training was stopped before, it goes on from there."));
    explain("preset", tr("Size"), tr("Sizes of the network and of a batch, and the loss."));
    preset_->setItemText(0, tr("tiny: 160 × 4, for an evening of a CPU"));
    preset_->setItemText(1, tr("small: 256 × 8, for minutes of a GPU"));
    preset_->setItemText(2, tr("paper: 768 × 12 and the loss as published, for days of a GPU"));
    explain("minutes", tr("Time"),
            tr("Training time in all, over all sittings; the learning rate falls to 0 at its end. More time can be given later."));
    for (auto* box : {static_cast<QWidget*>(minutes_), static_cast<QWidget*>(vocabulary_), static_cast<QWidget*>(seed_)})
        box->setLocale(QLocale());
    minutes_->setSuffix(tr(" min"));
    nameSteps();
    explain("vocabulary", tr("Vocabulary"), tr("Tokens of the SentencePiece vocabulary that is learned from the pairs, at most."));
    explain("device", tr("Device"), tr("Where it is computed."));
    for (int i = 0; i < device_->count(); ++i) device_->setItemText(i, i == 0 ? tr("CPU") : tr("GPU (CUDA)"));
    explain("trainSeed", tr("Seed"), tr("Of the first weights, the order of the pairs and the noise."));
    const auto box = [](QCheckBox* field, const QString& name, const QString& definition) {
        field->setText(name);
        field->setToolTip(plainTip(definition));
    };
    box(absorbing_, tr("learned absorbing state"), tr("Noise is centred on a learned embedding m. Without: the process of DiffuSeq v1."));
    box(discreteNoise_, tr("discrete noise"),
        tr("Besides Gaussian noise, positions are replaced by m: the paper's bridge between discrete and continuous diffusion."));
    box(selfCondition_, tr("self-conditioning"), tr("The network sees its last prediction too (Chen et al. 2022)."));
    box(delexicalize_, tr("placeholders for values"),
        tr("Values that dialogue acts name, as cities and times, become placeholders, which a model of few weights learns better. Of no "
           "effect on sources of another form."));
    for (auto* button : browsers_) {
        button->setToolTip(tr("Choose…"));
        button->setAccessibleName(tr("Choose…"));
    }
    look();
}

void TrainingForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace diffuscope
