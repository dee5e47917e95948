// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/sampling.h"
#include "core/model/download.h"
#include "core/rounding/repeated_search.h"

#include <cstdint>
#include <span>
#include <vector>

namespace diffuscope {

/// What a step shows, on the CPU.
struct StepFigures {
    RepeatedSearch::Found predicted;      ///< of x_0: its nearest tokens
    RepeatedSearch::Found state;          ///< of x: its nearest token, and the distance to the absorbing state
    std::vector<std::uint8_t> absorbed;   ///< [rows]; empty without discrete noise
    std::span<const std::uint16_t> x, x0; ///< [rows, D] float16, somebody else's; empty unless latents are asked for
};

/// A step's figures on their way from a device. They lie in one stretch of bytes, which kernels fill and a single download brings:
/// what is launched for them keeps the next step waiting.
class ComingStep {
public:
    /// Nobody may change the step's tensors before it has arrived.
    ComingStep(const Rounding& rounding, const SampledStep& step, int neighbours, bool latents);
    /// Waits for the step, not for what was asked of the device since. Its latents live as long as this.
    StepFigures arrived();

private:
    /// Where each part begins, in bytes. Nothing lies between them: types that need more alignment come first.
    struct Parts {
        Parts(const SampledStep& step, std::int64_t neighbours, bool hasAbsorbing, bool latents);
        std::int64_t neighbours, values; ///< K; B·L·D, or 0 without latents
        std::int64_t tokens, distances, state, stateDistances, toAbsorbing, x, x0, absorbed, end;
    };
    torch::Tensor askKernels(const Rounding& rounding, const SampledStep& step) const;
    torch::Tensor ask(const Rounding& rounding, const SampledStep& step) const;

    Parts parts_;
    Download download_;
    torch::Tensor bytes_; ///< on the CPU, when they have arrived
};

} // namespace diffuscope
