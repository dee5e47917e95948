// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/solver_table.h"

#include "core/error.h"
#include "core/solvers/solver.h"

#include <algorithm>
#include <array>

namespace diffuscope {
namespace {

struct Entry {
    SolverInfo info;
    SolverFunction function;
};

// name, title, order, evaluations a step, stochastic, faithful, as released, reference
constexpr std::array kEntries = std::to_array<Entry>({
    {{"ancestral", "Ancestral (DDPM)", 1, 1, true, true, true, "Ho et al. 2020, eq. 7; discrete noise: Gong et al. 2023"}, ancestral},
    {{"ddim", "DDIM", 1, 1, true, true, false, "Song et al. 2021, eq. 12"}, ddim},
    {{"dpmpp-1", "DPM-Solver++ 1", 1, 1, false, true, true, "Lu et al. 2022 (arXiv 2211.01095), eq. 9"}, dpmpp1},
    {{"dpmpp-2m", "DPM-Solver++ 2M", 2, 1, false, true, true, "Lu et al. 2022 (arXiv 2211.01095), algorithm 2"}, dpmpp2m},
    {{"dpmpp-3m", "DPM-Solver++ 3M", 3, 1, false, true, true, "Lu et al. 2022 (arXiv 2211.01095), appendix"}, dpmpp3m},
});

template <class T, size_t... I> constexpr auto infosOf(const T& entries, std::index_sequence<I...>) {
    return std::array{entries[I].info...};
}
constexpr auto kInfos = infosOf(kEntries, std::make_index_sequence<kEntries.size()>());

size_t indexOf(std::string_view name) {
    const auto at = std::find_if(kInfos.begin(), kInfos.end(), [&](const auto& info) { return info.name == name; });
    if (at != kInfos.end()) return static_cast<size_t>(at - kInfos.begin());
    std::string known;
    for (const auto& info : kInfos) known += (known.empty() ? "" : ", ") + std::string(info.name);
    throw Error("Unknown solver '" + std::string(name) + "'; known are " + known + ".");
}

} // namespace

std::span<const SolverInfo> solverTable() { return kInfos; }
const SolverInfo& findSolver(std::string_view name) { return kInfos[indexOf(name)]; }
SolverFunction solverFunction(std::string_view name) { return kEntries[indexOf(name)].function; }

} // namespace diffuscope
