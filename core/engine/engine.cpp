// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

#include "core/engine/bundled.h"
#include "core/engine/distinct_rows.h"
#include "core/engine/edited_run.h"
#include "core/engine/lane_calls.h"
#include "core/engine/opened_model.h"
#include "core/engine/shared_denoiser.h"
#include "core/engine/step_recorder.h"
#include "core/error.h"
#include "core/metrics/candidate_choice.h"
#include "core/model/tensor_values.h"
#include "core/text/packing.h"

#include <chrono>
#include <cmath>
#include <optional>
#include <thread>

namespace diffuscope {
namespace {

using Clock = std::chrono::steady_clock;

/// Rows computed together when nobody watches: enough to fill the machine, small enough for its caches.
constexpr size_t kRowsAtOnce = 32;

/// What `work` gives; an Error of it says which of several sources it is about.
template <class Work> auto naming(size_t source, size_t sources, Work work) {
    try {
        return work();
    } catch (const Error& error) {
        if (sources == 1) throw;
        throw Error(translatable("core", "Source %1 of %2: %3"), {std::to_string(source + 1), std::to_string(sources), error.wording()},
                    error.cause());
    }
}

} // namespace

struct Engine::Impl {
    OpenedModel model;
    NoiseSchedule schedule;
    NetDenoiser denoiser;
    std::unique_ptr<StepSearches> searches; ///< of traced runs
    std::shared_ptr<const std::vector<std::string>> pieces;
    std::shared_ptr<const std::vector<float>> embeddings; ///< copied once a model, for whoever looks at traces
    std::vector<float> absorbing, headBias;
    std::string device;

    Impl(const std::filesystem::path& folder, const std::string& deviceName)
        : model(openModel(folder, deviceName)),
          schedule(NoiseSchedule::named(model.info.config.noiseSchedule, model.info.config.diffusionSteps)), denoiser(model.net),
          searches(std::make_unique<StepSearches>(denoiser.table(), denoiser.absorbing())), device(deviceName) {
        auto all = std::make_shared<std::vector<std::string>>();
        for (TokenId id = 0; id < model.tokenizer->size(); ++id) all->push_back(model.tokenizer->piece(id));
        all->resize(static_cast<size_t>(model.info.config.vocabSize)); // embeddings beyond the tokenizer's look like nothing
        pieces = std::move(all);
        embeddings = std::make_shared<std::vector<float>>(valuesOf<float>(denoiser.table()));
        absorbing = valuesOf<float>(denoiser.absorbing());
        const torch::NoGradGuard guard;
        headBias = valuesOf<float>(denoiser.logits(torch::zeros({1, denoiser.table().size(1)}, denoiser.table().options())));
    }

    Canvas pack(const std::string& source, int length) const;
    std::shared_ptr<TraceHeader> header(const Recipe& recipe, const TraceOptions& options) const;
    /// The last x_0 of some rows of the header.
    torch::Tensor sample(Denoiser& network, const TraceHeader& header, std::span<const size_t> rows, const TraceOptions& options,
                         const Observer& observer, Trace& trace, const std::stop_token& stop, Clock::time_point start) const;
    /// `network`: `denoiser`, or a seat at it.
    Trace run(Denoiser& network, const Recipe& recipe, const TraceOptions& options, const Observer& observer,
              const std::stop_token& stop) const;
    std::vector<StateEdit> stateEdits(const TraceHeader& header, std::span<const size_t> rows) const;
    /// What the last x_0 of some rows says.
    std::vector<std::vector<TokenId>> generated(const TraceHeader& header, std::span<const size_t> rows, const torch::Tensor& x0) const;
};

Canvas Engine::Impl::pack(const std::string& source, int length) const {
    const auto special = model.tokenizer->special();
    return packSource(model.tokenizer->encode(model.processor->source(source).source), length, special.sep, special.pad);
}

std::vector<StateEdit> Engine::Impl::stateEdits(const TraceHeader& header, std::span<const size_t> rows) const {
    std::vector<StateEdit> edits;
    for (const auto& edit : header.recipe.edits) {
        const auto row = std::ranges::find(rows, static_cast<size_t>(edit.row));
        if (row == rows.end()) continue;
        edits.push_back({edit.step, static_cast<int>(row - rows.begin()), edit.position, edit.kind});
        if (edit.kind == Edit::Kind::Source) edits.back().canvas = pack(edit.text, header.length);
        if (edit.kind != Edit::Kind::Token) continue;
        const auto token = model.tokenizer->find(edit.text);
        if (!token) throw Error(translatable("core", "The vocabulary has no token '%1'."), {edit.text});
        edits.back().token = *token;
    }
    return edits;
}

std::shared_ptr<TraceHeader> Engine::Impl::header(const Recipe& recipe, const TraceOptions& options) const {
    const auto& config = model.info.config;
    const auto special = model.tokenizer->special();
    auto header = std::make_shared<TraceHeader>();
    header->recipe = recipe;
    header->modelName = model.info.name;
    header->hasAbsorbing = config.absorbingState;
    header->length = recipe.canvas > 0 ? recipe.canvas : config.seqLen;
    if (header->length > config.maxPositions)
        throw Error(translatable("core", "The option 'canvas' must not be larger than the model's %1 positions, not %2."),
                    {std::to_string(config.maxPositions), std::to_string(header->length)});
    header->dimensions = config.embeddingDim;
    header->neighbours = std::min(options.neighbours, config.vocabSize);
    header->times = samplingPlan(schedule, recipe, config.absorbingState).times;
    header->steps = static_cast<int>(header->times.size()) - 1;
    header->pieces = pieces;
    if (options.steps && options.latents) {
        header->embeddings = embeddings;
        header->absorbing = absorbing;
        header->headBias = headBias;
    }
    header->padding = special.pad;
    header->end = special.sep;
    for (size_t source = 0; source < recipe.sources.size(); ++source) {
        const auto& original = recipe.sources[source];
        const auto rowOf = [&](const std::string& text) {
            const auto canvas = pack(text, header->length);
            return TraceRow{static_cast<int>(source), 0, canvas.ids, canvas.target, model.processor->source(text).values};
        };
        const auto own = naming(source, recipe.sources.size(), [&] { return rowOf(original); });
        for (int sample = 0; sample < recipe.samples; ++sample) {
            const auto& text = editedSource(recipe.edits, static_cast<int>(header->rows.size()), original);
            header->rows.push_back(&text == &original ? own : rowOf(text));
            header->rows.back().sample = sample;
        }
    }
    return header;
}

torch::Tensor Engine::Impl::sample(Denoiser& network, const TraceHeader& header, std::span<const size_t> rows, const TraceOptions& options,
                                   const Observer& observer, Trace& trace, const std::stop_token& stop, Clock::time_point start) const {
    const auto count = static_cast<std::int64_t>(rows.size());
    auto ids = torch::empty({count, header.length}, torch::kInt64);
    auto target = torch::empty({count, header.length}, torch::kBool);
    const auto edits = stateEdits(header, rows);
    const int recordedFrom = lastSourceEdit(header.recipe.edits);
    std::vector<int> numbers;
    for (size_t at = 0; at < rows.size(); ++at) {
        const auto& from = header.rows[rows[at]];
        const auto offset = static_cast<std::int64_t>(at) * header.length;
        // The header has the canvas on which the run ends; it starts on that of the recipe's own source.
        const auto canvas =
            edits.empty() ? Canvas{from.canvas, from.target} : pack(header.recipe.sources[static_cast<size_t>(from.source)], header.length);
        std::copy(canvas.ids.begin(), canvas.ids.end(), ids.data_ptr<std::int64_t>() + offset);
        std::transform(canvas.target.begin(), canvas.target.end(), target.data_ptr<bool>() + offset, [](auto bit) { return bit != 0; });
        numbers.push_back(from.sample);
    }
    const torch::Device where(device);
    const SamplingTask task{schedule, network, model.info.config, ids.to(where), target.to(where)};
    CounterDraws draws(header.recipe.seed, numbers, header.length, header.dimensions, denoiser.table().options());
    const auto latents = 2 * sizeof(std::uint16_t) * static_cast<size_t>(header.steps + 1) * rows.size() *
                         static_cast<size_t>(header.length) * static_cast<size_t>(header.dimensions);
    std::optional<StepRecorder> recorder;
    const auto keep = [&](std::shared_ptr<const TraceStep> step) {
        trace.steps.push_back(std::move(step));
        trace.seconds = std::chrono::duration<double>(Clock::now() - start).count();
        if (observer.onStep) observer.onStep(trace.steps.back());
    };
    if (options.steps) recorder.emplace(schedule, *searches, options, latents, keep);
    const auto watch = [&](const SampledStep& step) {
        if (stop.stop_requested()) throw Cancelled{};
        trace.evaluations = std::max(trace.evaluations, step.evaluations);
        if (recorder && step.index >= recordedFrom) recorder->record(step);
    };
    auto x0 = edits.empty() ? sampleLatents(task, header.recipe, draws, watch)
                            : sampleEdited(task, header.recipe, draws, edits, header.padding, watch);
    if (recorder) recorder->finish();
    return x0;
}

Trace Engine::Impl::run(Denoiser& network, const Recipe& recipe, const TraceOptions& options, const Observer& observer,
                        const std::stop_token& stop) const {
    validate(recipe);
    const auto start = Clock::now();
    const auto header = this->header(recipe, options);
    Trace trace;
    trace.header = header;
    if (observer.onStart) observer.onStart(header);
    // A trace shows all rows of a step together, so they run as one batch; otherwise the batch stays small. An edit costs its whole
    // batch an evaluation: that must not be another one where nobody watches.
    const size_t atOnce = options.steps || !recipe.edits.empty() ? header->rows.size() : kRowsAtOnce;
    const bool once = options.equalRowsOnce && !options.steps && recipe.edits.empty();
    const auto work = once ? distinctRows(header->rows) : allRows(header->rows.size());
    std::vector<std::vector<TokenId>> tokens;
    double spent = 0.0; // evaluations of all rows
    for (size_t first = 0; first < work.rows.size(); first += atOnce) {
        const auto rows = std::span(work.rows).subspan(first, std::min(atOnce, work.rows.size() - first));
        trace.evaluations = 0;
        const auto x0 = sample(network, *header, rows, options, observer, trace, stop, start);
        spent += double(trace.evaluations) * double(rows.size());
        for (auto& ids : generated(*header, rows, x0)) tokens.push_back(std::move(ids));
    }
    trace.evaluations = static_cast<int>(std::lround(spent / double(work.rows.size())));
    for (size_t row = 0; row < header->rows.size(); ++row) {
        const auto& ids = tokens[work.computedBy[row]];
        trace.sentences.push_back({model.processor->restore(model.tokenizer->decode(ids), {{}, header->rows[row].values}), ids});
    }
    for (size_t source = 0; source < recipe.sources.size(); ++source) {
        const size_t first = source * static_cast<size_t>(recipe.samples);
        std::vector<std::string> sources, candidates;
        for (size_t row = first; row < first + static_cast<size_t>(recipe.samples); ++row) {
            sources.push_back(editedSource(recipe.edits, static_cast<int>(row), recipe.sources[source]));
            candidates.push_back(trace.sentences[row].text);
        }
        trace.chosen.push_back(static_cast<int>(first + chooseCandidate(sources, candidates, recipe.rerank, recipe.mbr)));
    }
    trace.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return trace;
}

std::vector<std::vector<TokenId>> Engine::Impl::generated(const TraceHeader& header, std::span<const size_t> rows,
                                                          const torch::Tensor& x0) const {
    if (!torch::isfinite(x0).all().item<bool>())
        throw Error(
            translatable("core", "The run ended in values that are not finite. Try more steps, another spacing or another solver."));
    std::vector<torch::Tensor> parts;
    for (const auto& part : x0.flatten(0, 1).split(kScoredAtOnce)) parts.push_back(denoiser.logits(part).argmax(-1));
    const auto tokens = torch::cat(parts).to(torch::kCPU, torch::kInt32).contiguous();
    const auto length = static_cast<size_t>(header.length);
    std::vector<std::vector<TokenId>> result;
    for (size_t at = 0; at < rows.size(); ++at)
        result.push_back(generatedIds({tokens.data_ptr<std::int32_t>() + at * length, length}, header.rows[rows[at]].target, header.end,
                                      header.padding));
    return result;
}

Engine::Engine(const std::filesystem::path& folder, const std::string& device)
    : impl_(std::make_unique<Impl>(modelFolder(folder.string()), device)) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

const ModelInfo& Engine::info() const { return impl_->model.info; }

int Engine::sourceLength(const std::string& source) const {
    return static_cast<int>(impl_->model.tokenizer->encode(impl_->model.processor->source(source).source).size());
}

Trace Engine::run(const Recipe& recipe, const TraceOptions& options, const Observer& observer, std::stop_token stop) {
    return impl_->run(impl_->denoiser, recipe, options, observer, stop);
}

void Engine::runTogether(std::span<const Recipe> recipes, const TraceOptions& options, const LanesObserver& observer,
                         const std::stop_token& stop) {
    SharedDenoiser shared(impl_->denoiser);
    std::vector<std::unique_ptr<Denoiser>> seats;
    for (size_t lane = 0; lane < recipes.size(); ++lane) seats.push_back(shared.seat());
    LaneCalls calls(observer);
    std::vector<std::jthread> lanes;
    for (size_t lane = 0; lane < recipes.size(); ++lane)
        lanes.emplace_back([&, lane, seat = std::move(seats[lane])]() mutable {
            calls.run(lane, [&](const Observer& own) { return impl_->run(*seat, recipes[lane], options, own, stop); });
            seat.reset(); // the others go on without it
        });
    shared.serve();
    lanes.clear();
    calls.rethrow();
}

} // namespace diffuscope
