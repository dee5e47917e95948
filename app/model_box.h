// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model_info.h"

#include <QGroupBox>
#include <optional>

class QComboBox;
class QLabel;
class QToolButton;

namespace diffuscope {

class Notice;

/// Which model is open, and what it honestly is. Choosing another asks for it by modelChosen(); the old one stays
/// shown until setInfo() tells that the new one is open.
class ModelBox : public QGroupBox {
    Q_OBJECT
public:
    explicit ModelBox(QWidget* parent = nullptr);

    void setInfo(const ModelInfo& info);
    void setOpening(const QString& folder);
    /// The sentence stays beside the box until a model opens.
    void setError(const QString& sentence);
    void setRecent(const QStringList& folders);
    QStringList recent() const { return recent_; }
    /// One that ships, by its name, or a folder; what the next start should open.
    QString current() const { return current_; }
    /// What is being opened, else current().
    QString wanted() const { return opening_.isEmpty() ? current_ : opening_; }
    const std::optional<ModelInfo>& info() const { return info_; }
    QString errorText() const;

public slots:
    void chooseFolder();

signals:
    void modelChosen(const QString& folder);
    /// Another model is open.
    void infoChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fillChoices();
    void describe();
    void onActivated(int index);

    QComboBox* choice_;
    QToolButton* open_;
    QLabel* summary_;
    Notice* notice_;
    QStringList recent_;
    QString current_ = QStringLiteral("bundled");
    QString opening_;
    std::optional<ModelInfo> info_;
};

} // namespace diffuscope
