// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/recipe.h"

#include <QGroupBox>
#include <QStringList>
#include <vector>

class QListWidget;
class QToolButton;

namespace diffuscope {

/// "DPM-Solver++ 2M · 10 steps".
QString laneSummary(const Recipe& recipe);
/// Throws Error for a solver that this version does not know: asked before anything changes.
void requireKnownSolvers(const std::vector<Recipe>& recipes);
/// That of the recipe that ran, or is to run, with the lane's model where it has one of its own.
QString laneTitle(const Recipe& lane, const Recipe* ran = nullptr);

/// The samplers that run side by side on one source, two to six, or the one that runs alone. The lane that is chosen here
/// is the one that the sampler's fields edit. Samples and canvas are common: a row is the same candidate in each lane. A
/// recipe's model is empty here where the lane runs the window's.
class LaneList : public QGroupBox {
    Q_OBJECT
public:
    explicit LaneList(QWidget* parent = nullptr);

    /// As they are to run: an edit counts on the source only that it was made on.
    std::vector<Recipe> recipes() const;
    int count() const { return static_cast<int>(recipes_.size()); }
    int current() const { return current_; }
    const Recipe& recipe() const { return recipes_[static_cast<size_t>(current_)]; }
    void setRecipes(const std::vector<Recipe>& recipes);
    /// What the fields say of the current lane now.
    void setRecipe(const Recipe& recipe);
    void setCurrent(int lane);
    /// While lanes run none is added or taken away.
    void setRunning(bool running);
    /// Folders that a lane may have for its model.
    void setModels(const QStringList& recent) { recent_ = recent; }
    /// The sentence that all lanes are to run.
    void setSource(const QString& source);
    QString source() const { return source_; }
    /// Of the current lane; empty: the window's.
    void setOwnModel(const QString& folder);
    /// A further lane, which becomes the current one; false when there is no room, or while lanes run.
    bool add(const Recipe& recipe);

public slots:
    /// A new lane with the solver's defaults, on the current lane's noise.
    void addLane();
    void duplicateLane();
    void removeLane();
    /// Of the current lane.
    void forgetEdits();

signals:
    /// Before any of the lanes, their number or their source is another one.
    void aboutToChange();
    /// The lane that runs alone had this model for its own, and gave it up: it is to become the window's.
    void modelLeft(const QString& folder);
    void currentChanged(int lane);
    void added();
    void removed(int lane);
    /// Names or numbers of lanes are other ones.
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void leaveOwnModel();
    void fill();
    void updateButtons();
    void retranslate();

    std::vector<Recipe> recipes_;
    QString source_;
    QStringList recent_;
    int current_ = 0;
    bool running_ = false, filling_ = false;
    QListWidget* list_;
    QToolButton *add_, *duplicate_, *remove_, *model_, *forget_;
};

} // namespace diffuscope
