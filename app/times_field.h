// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QLineEdit;

namespace diffuscope {

class Notice;

/// The times of the spacing `custom` as text: numbers that fall from 1 (noise) towards 0 (data).
class TimesField : public QWidget {
    Q_OBJECT
public:
    explicit TimesField(QWidget* parent = nullptr);

    /// What stands before the first word that is no number.
    std::vector<double> times() const;
    void setTimes(const std::vector<double>& times);
    QString errorText() const;
    void setAccessible(const QString& name);

    /// Points even in time from 1 to nearly 0, to begin with.
    static std::vector<double> evenTimes(int steps);

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void check();
    void retranslate();

    QLineEdit* edit_;
    Notice* notice_;
};

} // namespace diffuscope
