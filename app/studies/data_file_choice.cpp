// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/data_file_choice.h"

#include "widgets/number_text.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>

namespace diffuscope {
namespace {

constexpr int kShips = Qt::UserRole + 1; ///< whether the item's file does

} // namespace

DataFileChoice::DataFileChoice(QWidget* parent) : QWidget(parent), files_(new QComboBox(this)), browse_(new QToolButton(this)) {
    files_->setObjectName(QStringLiteral("dataFile"));
    files_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long name must not widen the window
    for (const auto& path : bundledData()) {
        files_->addItem(QString(), QString::fromStdString(path.string()));
        files_->setItemData(files_->count() - 1, true, kShips);
    }
    browse_->setText(QStringLiteral("…"));
    setFocusProxy(files_);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(files_, 1);
    layout->addWidget(browse_);
    connect(files_, &QComboBox::currentIndexChanged, this, &DataFileChoice::explain);
    connect(files_, &QComboBox::currentIndexChanged, this, &DataFileChoice::changed);
    connect(browse_, &QToolButton::clicked, this, &DataFileChoice::browse);
    retranslate();
}

void DataFileChoice::offerNone(const QString& name, const QString& explanation) {
    const int known = files_->findData(QString());
    if (known < 0) files_->insertItem(0, name, QString());
    else files_->setItemText(known, name);
    files_->setItemData(files_->findData(QString()), explanation, Qt::ToolTipRole);
    explain();
}

QString DataFileChoice::path() const { return files_->currentData().toString(); }

void DataFileChoice::setPath(const QString& path) {
    if (files_->findData(path) < 0 && !path.isEmpty()) {
        files_->addItem(QFileInfo(path).fileName(), path);
        files_->setItemData(files_->count() - 1, plainTip(QDir::toNativeSeparators(path)), Qt::ToolTipRole);
    }
    if (const int index = files_->findData(path); index >= 0) files_->setCurrentIndex(index);
}

void DataFileChoice::browse() {
    const auto chosen = QFileDialog::getOpenFileName(this, tr("Choose a data file"), QFileInfo(path()).path(),
                                                     tr("Pairs (*.jsonl *.jsonl.gz *.json);;All files (*)"));
    if (!chosen.isEmpty()) setPath(chosen);
}

void DataFileChoice::explain() { files_->setToolTip(files_->currentData(Qt::ToolTipRole).toString()); }

void DataFileChoice::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void DataFileChoice::retranslate() {
    for (int i = 0; i < files_->count(); ++i) {
        if (!files_->itemData(i, kShips).toBool()) continue;
        const QFileInfo file(files_->itemData(i).toString());
        files_->setItemText(i, tr("%1 (comes with Diffuscope)").arg(file.dir().dirName() + u'/' + file.fileName()));
        files_->setItemData(i, plainTip(QDir::toNativeSeparators(file.filePath())), Qt::ToolTipRole);
    }
    files_->setAccessibleName(tr("Data file"));
    browse_->setToolTip(tr("Choose a file of JSON lines with \"src\" and \"trg\", plain or gzip"));
    browse_->setAccessibleName(tr("Choose a data file"));
    explain();
}

} // namespace diffuscope
