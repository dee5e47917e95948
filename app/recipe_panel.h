// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/recipe.h"

#include <QScrollArea>

class QPushButton;

namespace diffuscope {

class LaneList;
class ModelBox;
class NamedSpacings;
class Notice;
class SamplerBox;
class SourceBox;

/// Everything that a run needs, from top to bottom: model, source, lanes, the current lane's sampler, Run and Cancel.
class RecipePanel : public QWidget {
    Q_OBJECT
public:
    explicit RecipePanel(QWidget* parent = nullptr);

    ModelBox* model() const { return model_; }
    SourceBox* source() const { return source_; }
    LaneList* lanes() const { return lanes_; }
    SamplerBox* sampler() const { return sampler_; }
    NamedSpacings* spacings() const { return spacings_; }

    /// Where recipes are computed: "cpu" or "cuda".
    void setDevice(const QString& device) { device_ = device.toStdString(); }
    /// Of every lane, with the model, the source and the device.
    std::vector<Recipe> recipes() const;
    /// Lanes of another model than the window's keep it for their own; one alone has it opened (LaneList::modelLeft).
    void setRecipes(const std::vector<Recipe>& recipes);
    /// One lane more, on the recipe's own model; false when there is no room, or while lanes run.
    bool addLane(Recipe recipe);
    /// Of the current lane.
    Recipe recipe() const;
    void setRecipe(const Recipe& recipe) { setRecipes({recipe}); }
    void setRunning(bool running);
    /// A sentence beside Run, for what no single field caused.
    void setError(const QString& sentence);
    QString errorText() const;

signals:
    void runRequested();
    void cancelRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showLane();

    ModelBox* model_;
    SourceBox* source_;
    LaneList* lanes_;
    SamplerBox* sampler_;
    NamedSpacings* spacings_;
    Notice* notice_;
    QPushButton *run_, *cancel_;
    std::string device_ = "cpu";
    bool filling_ = false; ///< the fields are being set, not edited
};

} // namespace diffuscope
