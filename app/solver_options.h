// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/recipe.h"
#include "core/solvers/solver_table.h"

#include <QWidget>
#include <vector>

class QAbstractButton;
class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace diffuscope {

/// What a solver takes beside its name, its steps and its seed. What it does not take is not there.
class SolverOptions : public QWidget {
    Q_OBJECT
public:
    explicit SolverOptions(QWidget* parent = nullptr);

    /// The given recipe with these fields.
    Recipe applyTo(Recipe recipe) const;
    void setRecipe(const Recipe& recipe);
    /// Shows what this solver with this spacing takes.
    void adapt(const SolverInfo& solver, std::string_view spacing);
    /// A budget of evaluations stands in the place of the number of steps.
    bool hasBudget() const;
    /// Options that are shown and differ from what a recipe has of itself.
    int changedCount() const;

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Decimal {
        const char* key;
        double Recipe::*member;
        QDoubleSpinBox* field;
        QLabel* name;
    };
    struct Whole {
        const char* key;
        int Recipe::*member;
        QSpinBox* field;
        QLabel* name;
    };
    struct Flag {
        const char* key;
        bool Recipe::*member;
        QCheckBox* field;
    };
    void addDecimal(const char* key, double Recipe::*member, double low, double high, double step, int decimals = 2);
    void addWhole(const char* key, int Recipe::*member, int high);
    void addFlag(const char* key, bool Recipe::*member);
    QLabel* addRow(const char* key, QWidget* field);
    /// Calls visit(entry) for each option.
    template <class Visit> void eachOption(Visit visit) const;
    void retranslate();
    void explain(const char* key, const QString& name, const QString& definition);

    QFormLayout* form_;
    std::vector<Decimal> decimals_;
    std::vector<Whole> wholes_;
    std::vector<Flag> flags_;
};

} // namespace diffuscope
