// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/sweep_texts.h"

#include "app/notice.h"
#include "app/studies/sweep_names.h"
#include "app/studies/sweep_text_reader.h"
#include "app/studies/sweep_texts_model.h"
#include "widgets/sentence_delegate.h"
#include "widgets/table_dress.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QTableView>

namespace diffuscope {

SweepTexts::SweepTexts(QWidget* parent)
    : QWidget(parent), reader_(new SweepTextReader(this)), model_(new SweepTextsModel(this)), sorted_(new QSortFilterProxyModel(this)),
      table_(new QTableView(this)), title_(new QLabel(this)), seedName_(new QLabel(this)), empty_(new QLabel(this)),
      seed_(new QSpinBox(this)), notice_(new Notice(this)), beside_(new QPushButton(this)), alone_(new QPushButton(this)) {
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(SweepTextsModel::kSortRole);
    createLayout();
    connect(reader_, &SweepTextReader::ready, this, &SweepTexts::onReady);
    connect(reader_, &SweepTextReader::failed, this, [this](const QString& sentence) {
        notice_->say(sentence);
        updateState();
    });
    connect(seed_, &QSpinBox::valueChanged, this, &SweepTexts::read);
    connect(table_, &QTableView::activated, this, [this] { run(true); });
    connect(beside_, &QPushButton::clicked, this, [this] { run(true); });
    connect(alone_, &QPushButton::clicked, this, [this] { run(false); });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SweepTexts::updateState);
    retranslate();
    updateState();
}

void SweepTexts::createLayout() {
    table_->setModel(sorted_);
    table_->setItemDelegateForColumn(SweepTextsModel::Text, new SentenceDelegate(table_));
    dressTable(table_, 8);
    table_->setSortingEnabled(true);
    table_->sortByColumn(SweepTextsModel::Row, Qt::AscendingOrder);
    for (const int column : {SweepTextsModel::Text, SweepTextsModel::Reference, SweepTextsModel::Source}) {
        table_->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Interactive);
        table_->horizontalHeader()->resizeSection(column, 240);
    }
    table_->horizontalHeader()->setStretchLastSection(true);
    seedName_->setBuddy(seed_);
    title_->setTextFormat(Qt::PlainText);
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setMargin(16);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 8, 0);
    head->addWidget(title_, 1);
    head->addWidget(seedName_);
    head->addWidget(seed_);
    head->addWidget(beside_);
    head->addWidget(alone_);
    notice_->setContentsMargins(8, 0, 8, 4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(table_, 1);
    layout->addWidget(empty_, 1);
    layout->addWidget(notice_);
}

void SweepTexts::setSweep(const SweepPlan& plan, const SweepOrigin& origin) {
    plan_ = plan;
    origin_ = origin;
    const QSignalBlocker blocker(seed_);
    const auto first = static_cast<int>(std::min<std::uint64_t>(plan.base.seed, 999999999));
    seed_->setRange(first, first + plan.seeds - 1);
    seed_->setValue(first);
    clear();
}

void SweepTexts::clear() {
    setting_.reset();
    model_->setTexts({});
    notice_->clearSentence();
    updateState();
}

void SweepTexts::showSetting(const SweepSetting& setting) {
    setting_ = setting;
    read();
}

void SweepTexts::read() {
    if (!setting_) return;
    notice_->clearSentence();
    model_->setTexts({});
    updateState();
    reader_->read(plan_, *setting_, seed_->value() - seed_->minimum(), origin_, sweepStore());
}

void SweepTexts::onReady(const GeneratedRows& texts) {
    if (!setting_) return; // another sweep has begun meanwhile
    model_->setTexts(texts);
    table_->setCurrentIndex(sorted_->index(0, SweepTextsModel::Text));
    updateState();
}

QString SweepTexts::title() const { return title_->text(); }
QString SweepTexts::errorText() const { return notice_->text(); }

void SweepTexts::run(bool beside) {
    const auto at = sorted_->mapToSource(table_->currentIndex());
    if (!at.isValid() || !setting_) return;
    auto lane = recipeOf(plan_, *setting_, seed_->value() - seed_->minimum());
    lane.sources = {model_->texts().sources.at(static_cast<size_t>(at.row()))};
    lane.samples = plan_.base.samples;
    emit runRequested(lane, beside);
}

void SweepTexts::updateState() {
    const bool there = model_->rowCount() > 0;
    table_->setVisible(there);
    empty_->setVisible(!there);
    empty_->setText(!setting_ ? tr("Click a point, or open a row: here are its sentences then, each to be run again in the window.")
                    : notice_->text().isEmpty() ? tr("Reading the sentences…")
                                                : QString());
    title_->setText(setting_ ? settingTitle(*setting_) : QString());
    for (QWidget* widget : QList<QWidget*>{seedName_, seed_}) widget->setVisible(setting_ && plan_.seeds > 1);
    for (auto* button : {beside_, alone_}) {
        button->setVisible(there);
        button->setEnabled(table_->currentIndex().isValid());
    }
}

void SweepTexts::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    retranslate();
    updateState();
}

void SweepTexts::retranslate() {
    setAccessibleName(tr("Sentences of a setting"));
    table_->setAccessibleName(tr("Sentences of a setting"));
    seedName_->setText(tr("Seed"));
    seed_->setAccessibleName(tr("Seed"));
    seed_->setToolTip(tr("Whose sentences are shown, of the seeds that were pooled"));
    beside_->setText(tr("Run beside the lane"));
    beside_->setToolTip(tr("Run this source with this setting, beside the current lane's sampler (double click, Return)"));
    alone_->setText(tr("Run alone"));
    alone_->setToolTip(tr("Run this source with this setting as the only lane"));
    model_->retranslate();
}

} // namespace diffuscope
