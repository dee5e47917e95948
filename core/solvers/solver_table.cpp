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

constexpr std::string_view kNoise = "sde_eta s_noise";
constexpr std::string_view kUniPc = translatable("core", "Zhao et al. 2023 (arXiv 2302.04867), algorithms 1 and 2");

// name, title, order, evaluations a step, stochastic, faithful, as released, reference, options, evaluates ahead
constexpr std::array kEntries = std::to_array<Entry>({
    {{"ancestral", "Ancestral (DDPM)", 1, 1, true, true, true,
      translatable("core", "Ho et al. 2020, eq. 7; discrete noise: Gong et al. 2023"), "discrete_noise s_noise"},
     ancestral},
    {{"ddim", "DDIM", 1, 1, true, true, false, translatable("core", "Song et al. 2021, eq. 12 and 16"), "eta s_noise"}, ddim},
    {{"dpm-2s", "DPM-Solver 2S", 2, 2, false, true, false,
      translatable("core", "Lu et al. 2022 (DPM-Solver, arXiv 2206.00927), algorithm 1")},
     dpm2s},
    {{"dpm-3s", "DPM-Solver 3S", 3, 3, false, true, false,
      translatable("core", "Lu et al. 2022 (DPM-Solver, arXiv 2206.00927), algorithm 2")},
     dpm3s},
    {{"dpm-2m", "DPM-Solver 2M", 2, 1, false, true, false, translatable("core", "Lu et al. 2022: reference implementation")}, dpm2m},
    {{"dpm-3m", "DPM-Solver 3M", 2, 1, false, true, false,
      translatable("core", "Lu et al. 2022: reference implementation, which halves the third-order term")},
     dpm3m},
    {{"dpm-adaptive", "DPM-Solver 23, adaptive", 3, 0, false, true, false,
      translatable("core", "Lu et al. 2022 (DPM-Solver, arXiv 2206.00927), appendix C"), "tolerance"},
     dpmAdaptive},
    {{"dpmpp-1", "DPM-Solver++ 1", 1, 1, false, true, true, translatable("core", "Lu et al. 2022 (arXiv 2211.01095), eq. 9")}, dpmpp1},
    {{"dpmpp-2m", "DPM-Solver++ 2M", 2, 1, false, true, true, translatable("core", "Lu et al. 2022 (arXiv 2211.01095), algorithm 2")},
     dpmpp2m},
    {{"dpmpp-3m", "DPM-Solver++ 3M", 2, 1, false, true, true,
      translatable("core", "Lu et al. 2022: reference implementation, which halves the third-order term")},
     dpmpp3m},
    {{"dpmpp-3m-complete", "DPM-Solver++ 3M, complete", 3, 1, false, true, false,
      translatable("core", "Lu et al. 2022, with the whole third-order term")},
     dpmpp3mComplete},
    {{"dpmpp-2s", "DPM-Solver++ 2S", 2, 2, false, true, false, translatable("core", "Lu et al. 2022 (arXiv 2211.01095), algorithm 1")},
     dpmpp2s},
    {{"dpmpp-3s", "DPM-Solver++ 3S", 3, 3, false, true, false, translatable("core", "Lu et al. 2022 (arXiv 2211.01095), appendix")},
     dpmpp3s},
    {{"dpmpp-2m-sde", "DPM-Solver++ 2M SDE", 2, 1, true, true, false,
      translatable("core", "Lu et al. 2022 (arXiv 2211.01095), eq. 18; k-diffusion"), kNoise},
     dpmpp2mSde},
    {{"dpmpp-3m-sde", "DPM-Solver++ 3M SDE", 2, 1, true, true, false,
      translatable("core", "Lu et al. 2022 (arXiv 2211.01095), eq. 18; k-diffusion"), kNoise},
     dpmpp3mSde},
    {{"unipc", "UniPC 2 (B2)", 3, 1, false, true, false, kUniPc, "", true}, unipc2},
    {{"unipc-3", "UniPC 3 (B2)", 4, 1, false, true, false, kUniPc, "", true}, unipc3},
    {{"unipc-bh1", "UniPC 2 (B1)", 3, 1, false, true, false, kUniPc, "", true}, unipc2Bh1},
    {{"unipc-3-bh1", "UniPC 3 (B1)", 4, 1, false, true, false, kUniPc, "", true}, unipc3Bh1},
    {{"deis", "DEIS 2 (tAB)", 2, 1, false, true, false, translatable("core", "Zhang and Chen 2023 (arXiv 2204.13902), eq. 15")}, deis2},
    {{"deis-3", "DEIS 3 (tAB)", 3, 1, false, true, false, translatable("core", "Zhang and Chen 2023 (arXiv 2204.13902), eq. 15")}, deis3},
    {{"euler", "Euler", 1, 1, false, true, false, translatable("core", "Karras et al. 2022 (arXiv 2206.00364), algorithm 2")}, euler},
    {{"euler-ancestral", "Euler, ancestral", 1, 1, true, true, false, "Karras et al. 2022; k-diffusion", kNoise}, eulerAncestral},
    {{"heun", "Heun", 2, 2, false, true, false, translatable("core", "Karras et al. 2022 (arXiv 2206.00364), algorithm 1")}, heun},
    {{"restart", "Restart (Heun)", 2, 0, true, true, false, translatable("core", "Xu et al. 2023 (arXiv 2306.14878), algorithm 1"),
      "restarts s_noise"},
     restart},
    {{"lms", "Linear multistep 4", 4, 1, false, true, false, translatable("core", "k-diffusion; Zhang and Chen 2023, ρAB")}, lms},
    {{"ipndm", "iPNDM 4", 2, 1, false, true, false, translatable("core", "Liu et al. 2022 (arXiv 2202.09778), eq. 9 and 12")}, ipndm},
    {{"sa-solver", "SA-Solver", 2, 1, true, true, false, translatable("core", "Xue et al. 2023 (arXiv 2309.05019), algorithm 1"), kNoise,
      true},
     saSolver},
});

constexpr std::array<std::array<std::string_view, 2>, 2> kOtherNames{{{"unipc-2", "unipc"}, {"deis-2", "deis"}}};

template <class T, size_t... I> constexpr auto infosOf(const T& entries, std::index_sequence<I...>) {
    return std::array{entries[I].info...};
}
constexpr auto kInfos = infosOf(kEntries, std::make_index_sequence<kEntries.size()>());

size_t indexOf(std::string_view name) {
    for (const auto& [other, own] : kOtherNames)
        if (name == other) name = own;
    const auto at = std::find_if(kInfos.begin(), kInfos.end(), [&](const auto& info) { return info.name == name; });
    if (at != kInfos.end()) return static_cast<size_t>(at - kInfos.begin());
    std::string known;
    for (const auto& info : kInfos) known += (known.empty() ? "" : ", ") + std::string(info.name);
    throw Error(translatable("core", "Unknown solver '%1'; known are %2."), {std::string(name), known});
}

} // namespace

bool SolverInfo::heeds(std::string_view option) const {
    for (auto rest = options; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        if (rest.substr(0, end) == option) return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

std::span<const SolverInfo> solverTable() { return kInfos; }
const SolverInfo& findSolver(std::string_view name) { return kInfos[indexOf(name)]; }
SolverFunction solverFunction(std::string_view name) { return kEntries[indexOf(name)].function; }

} // namespace diffuscope
