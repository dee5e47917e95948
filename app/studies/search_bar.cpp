// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/search_bar.h"

#include "app/studies/data_file_choice.h"
#include "core/error.h"
#include "core/text/pairs.h"
#include "widgets/number_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace diffuscope {
namespace {

constexpr int kMostSentences = 16; ///< in one batch, whose fine run is held with all its latents while it goes on
constexpr int kSentences = 4;

} // namespace

SearchBar::SearchBar(QWidget* parent)
    : QWidget(parent), equal_(new QPushButton(this)), search_(new QPushButton(this)), cancel_(new QPushButton(this)),
      sentences_(new QSpinBox(this)), file_(new DataFileChoice(this)), progress_(new QProgressBar(this)), found_(new QLabel(this)),
      state_(new QStackedWidget(this)) {
    equal_->setObjectName(QStringLiteral("equalError"));
    search_->setObjectName(QStringLiteral("searchTimes"));
    cancel_->setObjectName(QStringLiteral("cancelDesign"));
    sentences_->setObjectName(QStringLiteral("searchSentences"));
    sentences_->setRange(1, kMostSentences);
    sentences_->setValue(kSentences);
    auto* line = new QHBoxLayout;
    line->addWidget(equal_);
    line->addWidget(search_);
    line->addWidget(sentences_);
    line->addWidget(file_, 1);
    auto* going = new QWidget(this);
    auto* below = new QHBoxLayout(going);
    below->setContentsMargins(0, 0, 0, 0);
    below->addWidget(progress_, 1);
    below->addWidget(cancel_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(state_);
    state_->addWidget(found_);
    state_->addWidget(going);
    state_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    found_->setTextFormat(Qt::PlainText);
    found_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(equal_, &QPushButton::clicked, this, &SearchBar::equalErrorRequested);
    connect(search_, &QPushButton::clicked, this, &SearchBar::searchRequested);
    connect(cancel_, &QPushButton::clicked, this, &SearchBar::cancelRequested);
    setProgress({});
    retranslate();
    setFile({});
}

int SearchBar::sentences() const { return sentences_->value(); }
void SearchBar::setSentences(int count) { sentences_->setValue(count); }

QString SearchBar::file() const { return file_->path(); }
void SearchBar::setFile(const QString& file) { file_->setPath(file); }

std::vector<std::string> SearchBar::sources() const {
    const std::filesystem::path path((file().isEmpty() ? samples_ : file()).toStdString());
    if (!std::filesystem::exists(path) && file().isEmpty())
        throw Error(tr("This model brings no sample sentences; choose a file.").toStdString());
    return firstSources(path, static_cast<size_t>(sentences()));
}

void SearchBar::setReady(bool ready) {
    equal_->setEnabled(ready);
    search_->setEnabled(ready);
}

void SearchBar::setProgress(const QString& format, int done, int total) {
    state_->setCurrentIndex(format.isEmpty() ? 0 : 1);
    if (format.isEmpty()) return;
    progress_->setRange(0, total);
    progress_->setValue(done);
    progress_->setFormat(format);
}

QString SearchBar::progressText() const { return state_->currentIndex() == 1 ? progress_->text() : QString(); }

void SearchBar::setFound(const std::optional<std::pair<double, double>>& firstAndBest) {
    firstAndBest_ = firstAndBest;
    if (!firstAndBest_) return found_->clear();
    const auto [first, best] = *firstAndBest_;
    const double less = first > 0 ? 100.0 * (1.0 - best / first) : 0.0;
    found_->setText(
        tr("Search: mean distance %1, at first %2 (%3 % less)").arg(numberText(best, 3), numberText(first, 3), numberText(less, 0)));
}

QString SearchBar::foundText() const { return found_->text(); }

void SearchBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void SearchBar::retranslate() {
    equal_->setText(tr("Equal error"));
    equal_->setToolTip(
        tr("Lays the steps so that each makes the same local error, as measured along the fine run of this source and seed"));
    search_->setText(tr("Search"));
    search_->setToolTip(tr("Moves one inner time after the other, starting from these times, and keeps what brings the final states nearer "
                           "to the fine runs’, in the "
                           "mean over these sentences. It never gets worse than it began."));
    cancel_->setText(tr("Cancel"));
    cancel_->setToolTip(tr("Stop; the best times so far stay"));
    sentences_->setPrefix(tr("sentences: "));
    sentences_->setToolTip(tr("How many of the first sentences of the file the search is over; all run in one batch"));
    sentences_->setAccessibleName(tr("Sentences to search over"));
    file_->offerNone(tr("samples"), tr("The sample sentences of the model"));
    progress_->setAccessibleName(tr("Progress"));
    found_->setToolTip(tr("Mean over sentences and positions of the L2 distance between the final state and the fine run’s, in lengths of "
                          "the embedding space"));
    setFound(firstAndBest_);
}

} // namespace diffuscope
