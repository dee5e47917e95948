// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/named_fields.h"
#include "core/sweep/sweep_plan.h"

#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace diffuscope {

class CheckChoice;
class DataFileChoice;
class Notice;

/// The plan of a sweep as fields. What the grid leaves alone comes from a lane of the window.
class SweepForm : public QWidget {
    Q_OBJECT
public:
    explicit SweepForm(QWidget* parent = nullptr);

    SweepPlan plan() const;
    /// Its base is the lane's business: setBase().
    void setPlan(const SweepPlan& plan);
    /// What is left out of it is decided by the grid.
    void setBase(const Recipe& lane);
    /// Of the model: the paper's figure samples with all of them.
    void setDiffusionSteps(int steps);
    /// The paper's figure alone, over few enough rows to be waited for.
    void fillFigure();
    /// Why the plan cannot run; empty: it can.
    QString problem() const;

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void createFields();
    void createLayout();
    void fillChoices();
    void onChanged();
    static Recipe plainly(const Recipe& lane);
    void describeBase();
    void retranslate();
    void explain(const char* key, const QString& name, const QString& definition);
    std::vector<int> steps() const;
    QString stepsProblem() const;

    DataFileChoice* file_;
    QSpinBox *rows_, *seeds_, *batch_;
    CheckChoice *solvers_, *spacings_;
    QLineEdit* steps_;
    QCheckBox *faithful_, *released_, *figure_;
    Notice* stepsNotice_;
    QLabel* base_;
    NamedFields fields_;
    Recipe lane_;
    int diffusionSteps_ = 2000;
    bool filling_ = false;
};

/// The settings of the paper's figure, the slow one last: the others are to be seen while it runs.
std::vector<SweepSetting> figureSettings(int diffusionSteps);

} // namespace diffuscope
