// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/cancelled.h"
#include "core/engine/trace.h"
#include "core/model/model_info.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>

namespace diffuscope {

/// What is asked of a run beside its sentences. Nothing that is not asked for is computed.
struct TraceOptions {
    bool steps = true;   ///< tokens, distances, masks of each step
    bool latents = true; ///< the latents as well (16-bit floats)
    int neighbours = 8;  ///< K
    /// Without `steps` and edits: rows that come out the same (distinctRows) are computed once. Off where the time counts.
    bool equalRowsOnce = false;
};

/// Called in the engine's thread: `onStart` once, then `onStep` for index 0 … steps in order.
struct Observer {
    std::function<void(const std::shared_ptr<const TraceHeader>&)> onStart;
    std::function<void(const std::shared_ptr<const TraceStep>&)> onStep;
};

/// Watches runs side by side: called one at a time, in the threads of the runs.
struct LanesObserver {
    std::function<void(size_t lane, const std::shared_ptr<const TraceHeader>&)> onStart;
    std::function<void(size_t lane, const std::shared_ptr<const TraceStep>&)> onStep;
    std::function<void(size_t lane, Trace trace)> onEnd;
    std::function<void(size_t lane)> onFailure; ///< of the lane whose error is thrown in the end
};

/// A loaded model, ready to run recipes. Not safe for concurrent run() calls; construct one an engine thread.
class Engine {
public:
    /// Opens a native or an official folder. Throws Error with a sentence that names what is wrong.
    explicit Engine(const std::filesystem::path& folder, const std::string& device = "cpu");
    ~Engine();
    Engine(Engine&&) noexcept;
    Engine& operator=(Engine&&) noexcept;

    const ModelInfo& info() const;
    /// Tokens that `source` takes on the canvas, end marks included; for the window's counter.
    int sourceLength(const std::string& source) const;

    /// Runs all sources × samples. Throws Error (bad recipe, source too long) or Cancelled.
    /// The same recipe gives the same bits. A row's draws never depend on its company; its values may by some 1e-5, as BLAS
    /// takes another way for one row alone and, on some processors, for the last rows of a batch.
    Trace run(const Recipe& recipe, const TraceOptions& options = {}, const Observer& observer = {}, std::stop_token stop = {});

    /// Runs recipes side by side: what they ask of the network at the same time is one batch (SharedDenoiser). The same
    /// recipes give the same bits again. One that fails does not stop the others; the first error is thrown when
    /// all have ended. Throws as run().
    void runTogether(std::span<const Recipe> recipes, const TraceOptions& options, const LanesObserver& observer,
                     const std::stop_token& stop = {});

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace diffuscope
