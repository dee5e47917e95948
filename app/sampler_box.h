// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/named_fields.h"
#include "core/engine/recipe.h"

#include <QGroupBox>
#include <QPointer>

class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;
class QToolButton;

namespace diffuscope {

class NamedSpacings;
class SolverOptions;
class TimesField;

/// Solver, steps, seed and the rest of a recipe but its model and sources. What a solver does not take is not there.
class SamplerBox : public QGroupBox {
    Q_OBJECT
public:
    explicit SamplerBox(QWidget* parent = nullptr);

    /// What a spacing is called here; its name where it has no other.
    static QString spacingTitle(std::string_view name);
    /// The given recipe with this box's fields.
    Recipe applyTo(Recipe recipe) const;
    void setRecipe(const Recipe& recipe);
    /// What the model's makers recommend; "Reset" goes back to it.
    void setRecommended(const nlohmann::json& fields);
    /// Offered among the spacings; they outlive this box, or are its siblings. In the recipe they are `custom`.
    void setNamedSpacings(NamedSpacings* spacings);

public slots:
    void resetToRecommended();
    void randomSeed();

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void createFields();
    void createLayout();
    void fillChoices();
    void adaptToSolver();
    void adaptToSpacing();
    void addNamedSpacings();
    void selectSpacing(const std::string& spacing, const std::vector<double>& times);
    void onSpacing();
    void onOption();
    void retranslate();

    QComboBox *solver_, *spacing_, *mode_;
    QSpinBox *steps_, *samples_, *seed_;
    TimesField* times_;
    SolverOptions* options_;
    QFormLayout* form_;
    QToolButton *dice_, *reset_, *more_;
    QPointer<NamedSpacings> spacings_;
    NamedFields fields_;
    nlohmann::json recommended_ = nlohmann::json::object();
};

} // namespace diffuscope
