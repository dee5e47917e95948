// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studies/fitting_data.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace diffuscope {

/// A pair file: one that ships, by its name, or any other.
class DataFileChoice : public QWidget {
    Q_OBJECT
public:
    explicit DataFileChoice(QWidget* parent = nullptr);

    /// Offers no file as well, under this name; to be called again in another language.
    void offerNone(const QString& name, const QString& explanation);
    QString path() const;
    /// A file that is not offered yet is from now on. An empty path means no file, where that is offered.
    void setPath(const QString& path);
    /// See FittingData.
    void fitTo(const std::string& model) { setPath(fitting_.fit(model, path())); }

public slots:
    void browse();

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void explain();
    void retranslate();

    QComboBox* files_; ///< their paths are the items' data
    QToolButton* browse_;
    FittingData fitting_;
};

} // namespace diffuscope
