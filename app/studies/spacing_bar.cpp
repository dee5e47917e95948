// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studies/spacing_bar.h"

#include "app/named_spacings.h"
#include "app/sampler_box.h"
#include "core/solvers/solver_table.h"
#include "widgets/save_path.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>

namespace diffuscope {
namespace {

enum Kind { Edited, Lane, Rule, Named };

constexpr int kKind = Qt::UserRole + 1; ///< beside a rule's or a spacing's name
constexpr int kMostSteps = 200;         ///< that a hand can still move

QString text(std::string_view value) { return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())); }

} // namespace

SpacingBar::SpacingBar(NamedSpacings* spacings, QWidget* parent)
    : QWidget(parent), spacings_(spacings), start_(new QComboBox(this)), steps_(new QSpinBox(this)), name_(new QLineEdit(this)),
      save_(new QToolButton(this)), more_(new QToolButton(this)) {
    start_->setObjectName(QStringLiteral("designStart"));
    steps_->setObjectName(QStringLiteral("designSteps"));
    name_->setObjectName(QStringLiteral("designName"));
    save_->setObjectName(QStringLiteral("designSave"));
    start_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long name must not widen the window
    start_->setMinimumWidth(110);
    steps_->setRange(1, kMostSteps);
    steps_->setKeyboardTracking(false);
    name_->setMinimumWidth(90);
    more_->setPopupMode(QToolButton::InstantPopup);
    more_->setText(QStringLiteral("⋯"));
    auto* menu = new QMenu(more_);
    more_->setMenu(menu);
    rename_ = menu->addAction(QString(), this, &SpacingBar::renameChosen);
    remove_ = menu->addAction(QString(), this, &SpacingBar::removeChosen);
    menu->addSeparator();
    export_ = menu->addAction(QString(), this, &SpacingBar::exportNames);
    import_ = menu->addAction(QString(), this, &SpacingBar::importNames);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(start_, 3);
    layout->addWidget(steps_);
    layout->addWidget(name_, 2);
    layout->addWidget(save_);
    layout->addWidget(more_);
    connect(start_, &QComboBox::activated, this, &SpacingBar::onStart);
    connect(steps_, &QSpinBox::valueChanged, this, &SpacingBar::onSteps);
    connect(name_, &QLineEdit::returnPressed, this, &SpacingBar::saveAs);
    connect(name_, &QLineEdit::textChanged, this, &SpacingBar::updateState);
    connect(save_, &QToolButton::clicked, this, &SpacingBar::saveAs);
    connect(spacings, &NamedSpacings::changed, this, &SpacingBar::fillStarts);
    retranslate();
}

QString SpacingBar::rule() const { return rule_; }
int SpacingBar::steps() const { return steps_->value(); }
QString SpacingBar::chosenName() const {
    return start_->currentData(kKind).toInt() == Named ? start_->currentData().toString() : QString();
}

void SpacingBar::setTimes(const std::vector<double>& times) {
    if (!laying_) rule_.clear();
    times_ = times;
    const QSignalBlocker blocker(steps_);
    steps_->setValue(static_cast<int>(times.size()) - 1);
    updateState();
}

void SpacingBar::fillStarts() {
    start_->clear();
    const auto add = [this](const QString& title, const QString& data, Kind kind) {
        start_->addItem(title, data);
        start_->setItemData(start_->count() - 1, kind, kKind);
    };
    add(tr("own times"), {}, Edited);
    add(tr("times of the lane"), {}, Lane);
    for (const auto name : spacingNames())
        if (name != "custom") add(SamplerBox::spacingTitle(name), text(name), Rule);
    if (!spacings_->entries().empty()) start_->insertSeparator(start_->count());
    for (const auto& entry : spacings_->entries()) add(entry.name, entry.name, Named);
    updateState();
}

void SpacingBar::updateState() {
    const auto name = spacings_->nameOf(times_);
    const auto kind = name ? Named : rule_.isEmpty() ? Edited : Rule;
    const auto data = name ? *name : rule_;
    for (int i = 0; i < start_->count(); ++i)
        if (start_->itemData(i, kKind).toInt() == kind && start_->itemData(i).toString() == data && !start_->itemText(i).isEmpty()) {
            start_->setCurrentIndex(i);
            break;
        }
    const auto typed = name_->text().simplified();
    const bool there = !typed.isEmpty() && spacings_->find(typed);
    save_->setText(there ? tr("Replace") : tr("Save"));
    save_->setEnabled(!typed.isEmpty() && times_.size() > 1);
    rename_->setEnabled(name && !typed.isEmpty() && !there);
    remove_->setEnabled(name.has_value());
    export_->setEnabled(!spacings_->entries().empty());
}

void SpacingBar::onStart() {
    emit problem({});
    const auto data = start_->currentData().toString();
    switch (start_->currentData(kKind).toInt()) {
    case Lane: emit laneRequested(); break;
    case Named: emit timesRequested(spacings_->find(data)->times); break;
    case Rule:
        rule_ = data;
        laying_ = true;
        emit ruleRequested(data, steps());
        laying_ = false;
        break;
    default: break;
    }
    updateState(); // also where the times were these already
}

void SpacingBar::onSteps(int steps) {
    laying_ = !rule_.isEmpty();
    if (laying_) emit ruleRequested(rule_, steps);
    else emit stepsRequested(steps);
    laying_ = false;
}

void SpacingBar::saveAs() {
    const auto sentence = spacings_->save(name_->text(), times_);
    emit problem(sentence);
    if (sentence.isEmpty()) name_->clear();
}

void SpacingBar::renameChosen() {
    const auto sentence = spacings_->rename(chosenName(), name_->text());
    emit problem(sentence);
    if (sentence.isEmpty()) name_->clear();
}

void SpacingBar::removeChosen() { emit problem(spacings_->remove(chosenName())); }

void SpacingBar::exportNames() {
    const auto path = askSavePath(this, tr("Export named spacings"), QStringLiteral("spacings.json"), {tr("Named spacings (*.json)")});
    if (!path.isEmpty()) emit problem(spacings_->exportTo(path));
}

void SpacingBar::importNames() {
    const auto path = QFileDialog::getOpenFileName(this, tr("Import named spacings"), {}, tr("Named spacings (*.json)"));
    if (!path.isEmpty()) emit problem(spacings_->importFrom(path));
}

void SpacingBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void SpacingBar::retranslate() {
    start_->setToolTip(
        tr("Times to start from: those of the lane that is chosen in the recipe, a spacing, or what was saved under a name"));
    start_->setAccessibleName(tr("Start from"));
    steps_->setToolTip(tr("Number of steps. A spacing is laid anew; edited times keep their shape."));
    steps_->setAccessibleName(tr("Steps"));
    steps_->setPrefix(tr("steps: "));
    name_->setPlaceholderText(tr("Name"));
    name_->setToolTip(tr("Name under which these times are saved, and offered among the sampler’s spacings"));
    name_->setAccessibleName(tr("Name of these times"));
    save_->setToolTip(tr("Save these times under this name"));
    more_->setToolTip(tr("Rename, delete, export and import named spacings"));
    more_->setAccessibleName(tr("Named spacings"));
    rename_->setText(tr("&Rename to what is typed"));
    remove_->setText(tr("&Delete"));
    export_->setText(tr("&Export all…"));
    import_->setText(tr("&Import…"));
    fillStarts();
}

} // namespace diffuscope
