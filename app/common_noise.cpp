// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common_noise.h"

#include "core/solvers/solver_table.h"
#include "widgets/lane_mark.h"
#include "widgets/number_text.h"

#include <QCoreApplication>
#include <optional>

namespace diffuscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommonNoise)
};

/// The first lane whose recipe differs from another one's in what `of` takes from it; both by number.
template <class Of> std::optional<std::pair<int, int>> difference(const std::vector<Recipe>& lanes, const std::vector<int>& among, Of of) {
    for (const int lane : among)
        if (of(lanes[static_cast<size_t>(lane)]) != of(lanes[static_cast<size_t>(among.front())])) return std::pair{among.front(), lane};
    return std::nullopt;
}

/// Everything that decides which step a draw belongs to.
auto gridOf(const Recipe& recipe) { return std::tuple(recipe.steps, recipe.evaluations, recipe.spacing, recipe.rho, recipe.times); }

QString stepsSentence(const std::vector<Recipe>& lanes) {
    std::vector<int> drawing;
    for (size_t lane = 0; lane < lanes.size(); ++lane)
        if (drawsAtSteps(lanes[lane])) drawing.push_back(static_cast<int>(lane));
    if (drawing.empty()) return Words::tr("Common noise: all lanes start from the same draw, and none draws more.");
    if (drawing.size() == 1)
        return Words::tr("Common noise: all lanes start from the same draw; only lane %1 draws more at its steps.").arg(laneName(drawing.front()));
    if (const auto other = difference(lanes, drawing, gridOf))
        return Words::tr("All lanes start from the same draw. What they draw at their steps is not common: lanes %1 and %2 take different steps.")
            .arg(laneName(other->first), laneName(other->second));
    return Words::tr("Common noise: the same draw at the start, and the same at each step for the lanes that draw there.");
}

} // namespace

bool drawsAtSteps(const Recipe& recipe) {
    const auto& solver = findSolver(recipe.solver);
    if (recipe.absorbRate > 0 || (recipe.discreteNoise && solver.heeds("discrete_noise"))) return true;
    if (!solver.stochastic || recipe.noiseScale == 0) return false;
    if (solver.heeds("eta")) return recipe.eta > 0;
    if (solver.heeds("sde_eta")) return recipe.sdeEta > 0;
    return !solver.heeds("restarts") || recipe.restarts > 0;
}

QString noiseSentence(const std::vector<Recipe>& lanes) {
    if (lanes.size() < 2) return {};
    std::vector<int> all;
    for (size_t lane = 0; lane < lanes.size(); ++lane) all.push_back(static_cast<int>(lane));
    const auto names = [](const QString& sentence, const std::pair<int, int>& pair) { return sentence.arg(laneName(pair.first), laneName(pair.second)); };
    if (const auto other = difference(lanes, all, [](const Recipe& r) { return r.seed; }))
        return names(Words::tr("No common noise: lanes %1 and %2 have different seeds."), *other);
    if (const auto other = difference(lanes, all, [](const Recipe& r) { return r.canvas; }))
        return names(Words::tr("No common noise: lanes %1 and %2 have canvases of different lengths."), *other);
    if (const auto other = difference(lanes, all, [](const Recipe& r) { return r.temperature; }))
        return names(Words::tr("The same draw at the start, but at different temperatures in lanes %1 and %2."), *other);
    return stepsSentence(lanes);
}

} // namespace diffuscope
