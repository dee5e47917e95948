// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common_noise.h"

#include "core/compare/common_noise.h"
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

QString stepsSentence(const std::vector<Recipe>& lanes, const std::vector<int>& among) {
    std::vector<int> drawing;
    for (const int lane : among)
        if (drawsInSteps(lanes[static_cast<size_t>(lane)])) drawing.push_back(lane);
    if (drawing.empty()) return Words::tr("Common noise: all lanes start from the same draw, and none draws more.");
    if (drawing.size() == 1)
        return Words::tr("Common noise: all lanes start from the same draw; only lane %1 draws more at its steps.")
            .arg(laneName(drawing.front()));
    for (const int lane : drawing)
        if (!sameGrid(lanes[static_cast<size_t>(drawing.front())], lanes[static_cast<size_t>(lane)]))
            return Words::
                tr("All lanes start from the same draw. What they draw at their steps is not common: lanes %1 and %2 take different steps.")
                    .arg(laneName(drawing.front()), laneName(lane));
    return Words::tr("Common noise: the same draw at the start, and the same at each step for the lanes that draw there.");
}

} // namespace

QString noiseSentence(const std::vector<Recipe>& lanes) {
    std::vector<int> all;
    for (size_t lane = 0; lane < lanes.size(); ++lane) all.push_back(static_cast<int>(lane));
    return noiseSentence(lanes, all);
}

QString noiseSentence(const std::vector<Recipe>& lanes, const std::vector<int>& among) {
    if (among.size() < 2) return {};
    const auto names = [](const QString& sentence, const std::pair<int, int>& pair) {
        return sentence.arg(laneName(pair.first), laneName(pair.second));
    };
    if (const auto other = difference(lanes, among, [](const Recipe& r) { return r.seed; }))
        return names(Words::tr("No common noise: lanes %1 and %2 have different seeds."), *other);
    if (const auto other = difference(lanes, among, [](const Recipe& r) { return r.canvas; }))
        return names(Words::tr("No common noise: lanes %1 and %2 have canvases of different lengths."), *other);
    if (const auto other = difference(lanes, among, [](const Recipe& r) { return r.temperature; }))
        return names(Words::tr("The same draw at the start, but at different temperatures in lanes %1 and %2."), *other);
    return stepsSentence(lanes, among);
}

} // namespace diffuscope
