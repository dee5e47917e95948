// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/named_fields.h"
#include "core/train/training_run.h"

#include <QWidget>
#include <optional>
#include <string>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace diffuscope {

/// The plan of a training run as fields. Where the model's folder holds a run to go on with, what that run was begun with is
/// not to be changed.
class TrainingForm : public QWidget {
    Q_OBJECT
public:
    explicit TrainingForm(QWidget* parent = nullptr);

    TrainingPlan plan() const;
    void setPlan(const TrainingPlan& plan);
    /// Why the plan cannot run; empty: it can.
    QString problem() const;

public slots:
    /// What lies in the model's folder has changed.
    void look();

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void createFields();
    void createLayout();
    QLayout* withBrowser(QLineEdit* path, bool folder);
    QToolButton* browser(QLineEdit* path, bool folder);
    void browse(QLineEdit* path, bool folder);
    /// What the fields say of a run that begins.
    TrainingPlan fromFields() const;
    void fill(const TrainingPlan& plan);
    /// The time, or the steps that the command line began the run in the folder with: until a person gives it a time.
    void showLength(const TrainingPlan& plan);
    void nameSteps();
    void onChanged();
    void onOutput();
    void explain(const char* key, const QString& name, const QString& definition);
    void retranslate();

    QLineEdit *train_, *valid_, *output_;
    QComboBox *preset_, *device_;
    QDoubleSpinBox* minutes_;
    QSpinBox *vocabulary_, *seed_;
    QCheckBox *absorbing_, *discreteNoise_, *selfCondition_, *delexicalize_;
    QList<QToolButton*> browsers_;
    NamedFields fields_;
    std::int64_t steps_ = 0;          ///< > 0: shown in the place of the least time
    std::optional<TrainingPlan> own_; ///< what stood there before the folder was one of a run that goes on
    bool filling_ = false;
};

} // namespace diffuscope
