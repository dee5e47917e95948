// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model_box.h"

#include "app/error_sentence.h"
#include "app/lane_model_menu.h"
#include "app/notice.h"
#include "core/engine/bundled.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace diffuscope {
namespace {

constexpr int kRecentKept = 8;

/// What the models that ship say of themselves. It stands in their config.json, where lupdate does not look.
[[maybe_unused]] constexpr const char* kAboutShipped[] = {
    translatable(
        "core",
        "Trained on one CPU core. Most acts come out as fluent sentences with their values; rare and long ones still with words missing."),
    translatable("core", "English words to their sounds, ARPAbet phonemes without stress."),
};

QString number(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }

/// Training hours and validation figure, as the training record has them.
QString trainingText(const nlohmann::json& training) {
    if (!training.is_object() || !training.contains("hours")) return {};
    auto text = ModelBox::tr("trained %1 h on %2 pairs")
                    .arg(number(training.value("hours", 0.0), 1), QLocale().toString(training.value("pairs", qlonglong{0})));
    const auto scores = training.value("scores", nlohmann::json::object());
    if (!scores.is_object()) return text;
    if (scores.contains("bleu")) text += ModelBox::tr(", BLEU %1").arg(number(scores.value("bleu", 0.0), 1));
    if (scores.contains("exact_match")) text += ModelBox::tr(", %1 % wholly right").arg(number(100 * scores.value("exact_match", 0.0), 0));
    return text;
}

} // namespace

ModelBox::ModelBox(QWidget* parent)
    : QGroupBox(parent), choice_(new QComboBox(this)), open_(new QToolButton(this)), summary_(new QLabel(this)), notice_(new Notice(this)) {
    choice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice_->setMinimumContentsLength(14);
    open_->setIcon(style()->standardIcon(QStyle::SP_DirOpenIcon));
    summary_->setWordWrap(true);
    summary_->setTextFormat(Qt::PlainText);
    notice_->setObjectName(QStringLiteral("modelNotice"));
    choice_->setObjectName(QStringLiteral("modelChoice"));
    auto* line = new QHBoxLayout;
    line->addWidget(choice_, 1);
    line->addWidget(open_);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(line);
    layout->addWidget(notice_);
    layout->addWidget(summary_);
    connect(choice_, &QComboBox::activated, this, &ModelBox::onActivated);
    connect(open_, &QToolButton::clicked, this, &ModelBox::chooseFolder);
    retranslate();
}

void ModelBox::setInfo(const ModelInfo& info) {
    info_ = info;
    if (!opening_.isEmpty()) current_ = opening_;
    opening_.clear();
    if (!isBundled(current_.toStdString())) {
        recent_.removeAll(current_);
        recent_.prepend(current_);
        recent_ = recent_.mid(0, kRecentKept);
    }
    notice_->clearSentence();
    fillChoices();
    describe();
    emit infoChanged();
}

void ModelBox::setOpening(const QString& folder) {
    opening_ = folder;
    describe();
}

void ModelBox::setError(const QString& sentence) {
    opening_.clear();
    notice_->say(sentence);
    fillChoices();
    describe();
}

void ModelBox::setRecent(const QStringList& folders) {
    recent_ = folders.mid(0, kRecentKept);
    fillChoices();
}

QString ModelBox::errorText() const { return notice_->text(); }

void ModelBox::chooseFolder() {
    const auto start = isBundled(current_.toStdString()) ? QDir::homePath() : QFileInfo(current_).absolutePath();
    const auto folder = QFileDialog::getExistingDirectory(this, tr("Open model folder"), start);
    if (!folder.isEmpty()) emit modelChosen(folder);
    else fillChoices();
}

void ModelBox::onActivated(int index) {
    const auto folder = choice_->itemData(index).toString();
    if (folder.isEmpty()) chooseFolder();
    else emit modelChosen(folder);
}

void ModelBox::fillChoices() {
    choice_->clear();
    for (const auto& model : shippedModels()) choice_->addItem(modelTitle(model), model);
    for (const auto& folder : recent_) {
        choice_->addItem(modelTitle(folder), folder);
        choice_->setItemData(choice_->count() - 1, QDir::toNativeSeparators(folder), Qt::ToolTipRole);
    }
    choice_->insertSeparator(choice_->count());
    choice_->addItem(tr("Open folder…"), QString());
    choice_->setCurrentIndex(std::max(0, choice_->findData(current_)));
}

void ModelBox::describe() {
    if (!opening_.isEmpty()) {
        summary_->setText(tr("Opening %1 …").arg(modelTitle(opening_)));
        return;
    }
    if (!info_) {
        summary_->setText(tr("No model is open."));
        return;
    }
    const auto& c = info_->config;
    QStringList lines{
        tr("%1 · %2 M weights · %3 tokens · D = %4")
            .arg(QString::fromStdString(info_->name), number(double(info_->parameters) / 1e6, 1), QLocale().toString(c.vocabSize))
            .arg(c.embeddingDim)};
    const auto training = trainingText(info_->training);
    if (!training.isEmpty()) lines << training;
    const auto about = info_->training.is_object() ? info_->training.value("about", std::string()) : std::string();
    if (!about.empty()) lines << translated(about);
    summary_->setText(lines.join(QLatin1Char('\n')));
    summary_->setToolTip(tr("%1 layers of width %2, %3 heads; canvas of %4 tokens; schedule %5, T = %6\nTokenizer: %7\n"
                            "Absorbing state: ‖m‖ = %8; mean embedding length %9\n%10")
                             .arg(c.layers)
                             .arg(c.hiddenSize)
                             .arg(c.heads)
                             .arg(c.seqLen)
                             .arg(QString::fromStdString(c.noiseSchedule))
                             .arg(c.diffusionSteps)
                             .arg(QString::fromStdString(info_->tokenizer))
                             .arg(number(info_->absorbingNorm, 2), number(info_->embeddingNorm, 2),
                                  QDir::toNativeSeparators(QString::fromStdString(info_->folder))));
}

void ModelBox::changeEvent(QEvent* event) {
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void ModelBox::retranslate() {
    setTitle(tr("Model"));
    choice_->setAccessibleName(tr("Model"));
    open_->setToolTip(tr("Open a model folder (native or as the published training writes it); it can also be dropped on the window"));
    open_->setAccessibleName(tr("Open model folder"));
    fillChoices();
    describe();
}

} // namespace diffuscope
