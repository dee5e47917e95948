// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>
#include <vector>

class QAction;
class QComboBox;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace diffuscope {

class NamedSpacings;

/// Where times come from and where they are kept: what to start from, how many steps, a name to save them under.
class SpacingBar : public QWidget {
    Q_OBJECT
public:
    /// `spacings` outlives it.
    explicit SpacingBar(NamedSpacings* spacings, QWidget* parent = nullptr);

    /// What is being designed; it decides the number of steps that is shown, and whether a name fits.
    void setTimes(const std::vector<double>& times);
    /// The spacing (a name of spacingNames()) that was laid last, by a rule that can be laid with other numbers of steps;
    /// empty: edited, named or the lane's.
    QString rule() const;
    int steps() const;

public slots:
    void saveAs();
    void renameChosen();
    void removeChosen();
    void exportNames();
    void importNames();

signals:
    void laneRequested();
    void ruleRequested(const QString& spacing, int steps);
    void timesRequested(const std::vector<double>& times);
    void stepsRequested(int steps);
    /// What went wrong; empty: nothing.
    void problem(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillStarts();
    void onStart();
    void onSteps(int steps);
    void updateState();
    QString chosenName() const;
    void retranslate();

    QPointer<NamedSpacings> spacings_;
    std::vector<double> times_;
    QString rule_;
    QComboBox* start_;
    QSpinBox* steps_;
    QLineEdit* name_;
    QToolButton *save_, *more_;
    QAction *rename_, *remove_, *export_, *import_;
    bool laying_ = false; ///< times that come now are those that the rule laid
};

} // namespace diffuscope
