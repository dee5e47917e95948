// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/times_field.h"

#include "app/notice.h"

#include <QEvent>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <algorithm>

namespace diffuscope {
namespace {

constexpr double kLastTime = 0.0005; ///< 1/T of the models' 2,000 diffusion steps

QStringList wordsOf(const QString& text) {
    static const QRegularExpression gaps(QStringLiteral("[\\s,;]+"));
    return text.split(gaps, Qt::SkipEmptyParts);
}

} // namespace

TimesField::TimesField(QWidget* parent) : QWidget(parent), edit_(new QLineEdit(this)), notice_(new Notice(this)) {
    edit_->setObjectName(QStringLiteral("times"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(edit_);
    layout->addWidget(notice_);
    setFocusProxy(edit_);
    connect(edit_, &QLineEdit::textChanged, this, [this] {
        check();
        emit changed();
    });
    retranslate();
}

std::vector<double> TimesField::times() const {
    std::vector<double> times;
    for (const auto& word : wordsOf(edit_->text())) {
        bool number = false;
        times.push_back(word.toDouble(&number));
        if (!number) return {times.begin(), times.end() - 1};
    }
    return times;
}

void TimesField::setTimes(const std::vector<double>& times) {
    // An own text, with its own spaces, stays as long as it says the same.
    if (times == this->times()) return;
    QStringList words;
    for (const double time : times) words << QString::number(time, 'g', QLocale::FloatingPointShortest); // nothing is lost
    edit_->setText(words.join(QStringLiteral(", ")));
    edit_->setCursorPosition(0);
}

void TimesField::check() {
    const auto words = wordsOf(edit_->text());
    const auto values = times();
    if (values.size() < static_cast<size_t>(words.size()))
        return notice_->say(tr("“%1” is no number.").arg(words[static_cast<qsizetype>(values.size())]));
    const bool good = values.size() > 1 && std::is_sorted(values.rbegin(), values.rend()) && values.front() <= 1.0 && values.back() > 0.0;
    notice_->say(good ? QString() : tr("At least two times that fall, between 1 and 1/T."));
}

QString TimesField::errorText() const { return notice_->text(); }

void TimesField::setAccessible(const QString& name) { edit_->setAccessibleName(name); }

std::vector<double> TimesField::evenTimes(int steps) {
    std::vector<double> times;
    for (int i = 0; i < steps; ++i) times.push_back(std::round(1e4 * (1.0 - static_cast<double>(i) / steps)) / 1e4);
    times.push_back(kLastTime);
    return times;
}

void TimesField::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void TimesField::retranslate() {
    edit_->setPlaceholderText(QStringLiteral("1, 0.6, 0.3, 0.1, 0.0005"));
    if (!edit_->text().isEmpty()) check();
}

} // namespace diffuscope
