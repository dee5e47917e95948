// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/data_file_box.h"

#include "app/notice.h"
#include "core/error.h"
#include "core/text/pairs.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QToolButton>
#include <algorithm>

namespace diffuscope {
namespace {

constexpr int kFirstRows = 100;
constexpr int kMostRows = 10'000'000;

} // namespace

DataFileBox::DataFileBox(QWidget* parent)
    : QWidget(parent), path_(new QLineEdit(this)), browse_(new QToolButton(this)), rows_(new QSpinBox(this)), rowsTitle_(new QLabel(this)),
      ofAll_(new QLabel(this)), notice_(new Notice(this)), wanted_(kFirstRows) {
    path_->setObjectName(QStringLiteral("dataFile"));
    rows_->setObjectName(QStringLiteral("dataRows"));
    rows_->setRange(1, kMostRows);
    rows_->setValue(wanted_);
    rows_->setAccelerated(true);
    rows_->setGroupSeparatorShown(true);
    rowsTitle_->setBuddy(rows_);
    browse_->setText(QStringLiteral("…"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(path_, 0, 0);
    grid->addWidget(browse_, 0, 1);
    grid->addWidget(rowsTitle_, 0, 2);
    grid->addWidget(rows_, 0, 3);
    grid->addWidget(ofAll_, 0, 4);
    grid->addWidget(notice_, 1, 0, 1, 5);
    grid->setColumnStretch(0, 1);
    connect(path_, &QLineEdit::editingFinished, this, &DataFileBox::count);
    connect(browse_, &QToolButton::clicked, this, &DataFileBox::browse);
    connect(rows_, &QSpinBox::valueChanged, this, [this](int rows) {
        wanted_ = rows;
        emit changed();
    });
    retranslate();
    usual_ = bundledFile();
    setPath(usual_);
}

DataFileBox::~DataFileBox() = default;

QString DataFileBox::bundledFile() {
    const auto files = bundledData();
    return files.empty() ? QString() : QString::fromStdString(files.front().string());
}

QString DataFileBox::path() const { return path_->text().trimmed(); }
int DataFileBox::rows() const { return rows_->value(); }
QString DataFileBox::errorText() const { return notice_->text(); }

void DataFileBox::setPath(const QString& path) {
    path_->setText(path);
    path_->setCursorPosition(static_cast<int>(path.size())); // the name is at the end
    count();
}

void DataFileBox::fitTo(const std::string& model) {
    usual_ = QString::fromStdString(dataFor(model, bundledFile().toStdString()).string());
    if (const auto file = fitting_.fit(model, path()); file != path()) setPath(file);
}

void DataFileBox::setRows(int rows) {
    wanted_ = std::max(1, rows);
    rows_->setValue(wanted_);
}

void DataFileBox::count() {
    const auto path = this->path();
    path_->setToolTip(path);
    if (path == counted_) return;
    counted_ = path;
    inFile_ = -1;
    notice_->clearSentence();
    ofAll_->clear();
    emit changed();
    if (path.isEmpty()) return;
    counter_ = std::jthread([this, path] { // the assignment waits for a count under way
        QString error;
        int rows = -1;
        try {
            rows = static_cast<int>(readPairs(path.toStdString()).size());
        } catch (const std::exception& fault) {
            error = QString::fromUtf8(fault.what());
        }
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

void DataFileBox::browse() {
    const auto path = QFileDialog::getOpenFileName(this, tr("Choose a data file"), QFileInfo(this->path()).path(),
                                                   tr("Pairs (*.jsonl *.jsonl.gz);;All files (*)"));
    if (!path.isEmpty()) setPath(path);
}

void DataFileBox::retranslate() {
    path_->setAccessibleName(tr("Data file"));
    path_->setPlaceholderText(tr("JSON lines of \"src\" and \"trg\""));
    browse_->setToolTip(tr("Choose a file of JSON lines with \"src\" and \"trg\", plain or gzip"));
    browse_->setAccessibleName(tr("Choose a data file"));
    rowsTitle_->setText(tr("&Rows"));
    rows_->setToolTip(tr("How many rows are taken, from the file's beginning"));
    ofAll_->setText(inFile_ > 0 ? tr("of %1").arg(QLocale().toString(inFile_)) : QString());
}

void DataFileBox::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace diffuscope
