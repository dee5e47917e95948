// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/data_file_box.h"

#include "app/error_sentence.h"
#include "app/notice.h"
#include "app/studies/data_file_choice.h"
#include "core/text/pairs.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <algorithm>

namespace diffuscope {
namespace {

constexpr int kFirstRows = 100;
constexpr int kMostRows = 10'000'000;

} // namespace

DataFileBox::DataFileBox(QWidget* parent)
    : QWidget(parent), file_(new DataFileChoice(this)), rows_(new QSpinBox(this)), rowsTitle_(new QLabel(this)), ofAll_(new QLabel(this)),
      notice_(new Notice(this)), wanted_(kFirstRows) {
    rows_->setObjectName(QStringLiteral("dataRows"));
    rows_->setRange(1, kMostRows);
    rows_->setValue(wanted_);
    rows_->setAccelerated(true);
    rows_->setGroupSeparatorShown(true);
    rowsTitle_->setBuddy(rows_);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(file_, 0, 0);
    grid->addWidget(rowsTitle_, 0, 1);
    grid->addWidget(rows_, 0, 2);
    grid->addWidget(ofAll_, 0, 3);
    grid->addWidget(notice_, 1, 0, 1, 4);
    grid->setColumnStretch(0, 1);
    connect(file_, &DataFileChoice::changed, this, &DataFileBox::count);
    connect(rows_, &QSpinBox::valueChanged, this, [this](int rows) {
        wanted_ = rows;
        emit changed();
    });
    retranslate();
    usual_ = bundledFile();
    count();
}

DataFileBox::~DataFileBox() = default;

QString DataFileBox::bundledFile() {
    const auto files = bundledData();
    return files.empty() ? QString() : QString::fromStdString(files.front().string());
}

QString DataFileBox::path() const { return file_->path(); }
int DataFileBox::rows() const { return rows_->value(); }
QString DataFileBox::errorText() const { return notice_->text(); }

void DataFileBox::setPath(const QString& path) { file_->setPath(path); }

void DataFileBox::fitTo(const std::string& model) {
    usual_ = QString::fromStdString(dataFor(model, bundledFile().toStdString()).string());
    file_->fitTo(model);
}

void DataFileBox::setRows(int rows) {
    wanted_ = std::max(1, rows);
    rows_->setValue(wanted_);
}

void DataFileBox::count() {
    const auto path = this->path();
    if (path == counted_) return;
    counted_ = path;
    inFile_ = -1;
    notice_->clearSentence();
    ofAll_->clear();
    emit changed();
    if (path.isEmpty()) return;
    counter_ = std::jthread([this, path](const std::stop_token& stop) { // a count under way ends for it
        QString error;
        int rows = -1;
        try {
            rows = static_cast<int>(countPairs(path.toStdString(), stop));
        } catch (const std::exception& fault) {
            error = sentenceOf(fault);
        }
        if (stop.stop_requested()) return;
        QMetaObject::invokeMethod(
            this, [this, path, rows, error] { onCounted(path, rows, error); }, Qt::QueuedConnection);
    });
}

void DataFileBox::onCounted(const QString& path, int rows, const QString& error) {
    if (path != counted_) return;
    inFile_ = rows;
    notice_->say(rows == 0 ? tr("The file holds no rows.") : error);
    const int wanted = wanted_;
    rows_->setMaximum(rows > 0 ? rows : kMostRows);
    rows_->setValue(std::min(wanted, rows_->maximum()));
    wanted_ = wanted;
    retranslate();
    emit changed();
}

void DataFileBox::retranslate() {
    rowsTitle_->setText(tr("R&ows"));
    rows_->setToolTip(tr("How many rows are taken, from the file's beginning"));
    ofAll_->setText(inFile_ > 0 ? tr("of %1").arg(QLocale().toString(inFile_)) : QString());
}

void DataFileBox::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace diffuscope
