// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/trace_io.h"

#include "core/engine/latent_store.h"
#include "core/error.h"
#include "core/model/safetensors.h"

namespace diffuscope {
namespace {

constexpr const char* kKey = "diffuscope-trace";

torch::Tensor asTensor(const std::vector<float>& values, std::vector<std::int64_t> shape) {
    return torch::from_blob(const_cast<float*>(values.data()), shape).clone();
}

/// One quantity of all steps, [steps, shape…]; left out when the run did not record it.
template <class Values> void add(TensorFile& file, const char* name, const Trace& trace, Values TraceStep::*member, torch::ScalarType type,
                                 std::vector<std::int64_t> shape) {
    if (trace.steps.empty()) return;
    shape.insert(shape.begin(), static_cast<std::int64_t>(trace.steps.size()));
    auto all = torch::empty(shape, type);
    auto* next = static_cast<char*>(all.data_ptr());
    for (const auto& step : trace.steps) {
        const auto& values = (*step).*member;
        if (values.empty()) return;
        const auto bytes = values.size() * sizeof(values[0]);
        next = std::copy_n(reinterpret_cast<const char*>(values.data()), bytes, next);
    }
    file.tensors.emplace_back(name, all);
}

/// One quantity, step by step.
template <class T> std::vector<std::span<const T>> eachStep(const TensorFile& file, const char* name, size_t steps) {
    const auto& all = file.at(name);
    if (all.size(0) != static_cast<std::int64_t>(steps) || !all.is_contiguous())
        throw Error("'" + file.path.string() + "' is damaged: its steps do not match.");
    const auto each = steps ? static_cast<size_t>(all.numel()) / steps : 0;
    std::vector<std::span<const T>> result;
    for (size_t i = 0; i < steps; ++i) result.emplace_back(static_cast<const T*>(all.data_ptr()) + i * each, each);
    return result;
}

template <class T> void get(const TensorFile& file, const char* name, std::vector<TraceStep>& steps, std::vector<T> TraceStep::*member) {
    if (!file.has(name)) return;
    const auto all = eachStep<T>(file, name, steps.size());
    for (size_t i = 0; i < steps.size(); ++i) steps[i].*member = {all[i].begin(), all[i].end()};
}

size_t bytesOf(const TensorFile& file, const char* name) { return file.has(name) ? file.at(name).nbytes() : 0; }

void getLatents(const TensorFile& file, const char* name, std::vector<TraceStep>& steps, Halves TraceStep::*member, LatentStore& store) {
    if (!file.has(name)) return;
    const auto all = eachStep<std::uint16_t>(file, name, steps.size());
    for (size_t i = 0; i < steps.size(); ++i) steps[i].*member = store.keep(all[i]);
}

nlohmann::json describe(const Trace& trace) {
    const auto& h = *trace.header;
    auto rows = nlohmann::json::array();
    for (const auto& row : h.rows)
        rows.push_back(
            {{"source", row.source}, {"sample", row.sample}, {"canvas", row.canvas}, {"target", row.target}, {"values", row.values}});
    auto sentences = nlohmann::json::array();
    for (const auto& sentence : trace.sentences) sentences.push_back({{"text", sentence.text}, {"ids", sentence.ids}});
    auto steps = nlohmann::json::array();
    for (const auto& step : trace.steps)
        steps.push_back({step->index, step->evaluations, step->t, step->lambda, step->alpha, step->sigma, step->absorbProbability});
    return {{"recipe", toJson(h.recipe)},
            {"model_name", h.modelName},
            {"has_absorbing", h.hasAbsorbing},
            {"length", h.length},
            {"dimensions", h.dimensions},
            {"neighbours", h.neighbours},
            {"steps_planned", h.steps},
            {"times", h.times},
            {"rows", rows},
            {"pieces", *h.pieces},
            {"absorbing", h.absorbing},
            {"padding", h.padding},
            {"end", h.end},
            {"sentences", sentences},
            {"chosen", trace.chosen},
            {"seconds", trace.seconds},
            {"evaluations", trace.evaluations},
            {"steps", steps}};
}

std::shared_ptr<TraceHeader> headerFrom(const nlohmann::json& json) {
    auto header = std::make_shared<TraceHeader>();
    header->recipe = recipeFromJson(json.at("recipe"));
    json.at("model_name").get_to(header->modelName);
    json.at("has_absorbing").get_to(header->hasAbsorbing);
    json.at("length").get_to(header->length);
    json.at("dimensions").get_to(header->dimensions);
    json.at("neighbours").get_to(header->neighbours);
    json.at("steps_planned").get_to(header->steps);
    json.at("times").get_to(header->times);
    for (const auto& row : json.at("rows")) // older files have no values
        header->rows.push_back(
            {row.at("source"), row.at("sample"), row.at("canvas"), row.at("target"), row.value("values", PlaceholderValues())});
    header->pieces = std::make_shared<std::vector<std::string>>(json.at("pieces").get<std::vector<std::string>>());
    json.at("absorbing").get_to(header->absorbing);
    json.at("padding").get_to(header->padding);
    json.at("end").get_to(header->end);
    return header;
}

std::vector<TraceStep> stepsFrom(const nlohmann::json& json) {
    std::vector<TraceStep> steps;
    for (const auto& s : json.at("steps")) {
        TraceStep step;
        step.index = s.at(0);
        step.evaluations = s.at(1);
        step.t = s.at(2);
        step.lambda = s.at(3);
        step.alpha = s.at(4);
        step.sigma = s.at(5);
        step.absorbProbability = s.at(6);
        steps.push_back(std::move(step));
    }
    return steps;
}

Trace resultFrom(const nlohmann::json& json) {
    Trace trace;
    for (const auto& sentence : json.at("sentences")) trace.sentences.push_back({sentence.at("text"), sentence.at("ids")});
    json.at("chosen").get_to(trace.chosen);
    json.at("seconds").get_to(trace.seconds);
    trace.evaluations = json.value("evaluations", 0); // older files do not say
    return trace;
}

nlohmann::json descriptionIn(const TensorFile& file) {
    const auto found = file.metadata.find(kKey);
    if (found == file.metadata.end()) throw Error("'" + file.path.string() + "' is not a Diffuscope trace.");
    return nlohmann::json::parse(found->second);
}

} // namespace

void writeTrace(const std::filesystem::path& path, const Trace& trace) {
    const auto& h = *trace.header;
    const std::int64_t b = trace.batch(), l = h.length, k = h.neighbours, d = h.dimensions;
    TensorFile file;
    file.metadata[kKey] = describe(trace).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    add(file, "tokens", trace, &TraceStep::tokens, torch::kInt32, {b, l, k});
    add(file, "distances", trace, &TraceStep::distances, torch::kFloat32, {b, l, k});
    add(file, "state", trace, &TraceStep::state, torch::kInt32, {b, l});
    add(file, "to_absorbing", trace, &TraceStep::toAbsorbing, torch::kFloat32, {b, l});
    add(file, "near_absorbing", trace, &TraceStep::nearAbsorbing, torch::kUInt8, {b, l});
    add(file, "absorbed", trace, &TraceStep::absorbed, torch::kUInt8, {b, l});
    add(file, "x", trace, &TraceStep::x, torch::kFloat16, {b, l, d});
    add(file, "x0", trace, &TraceStep::x0, torch::kFloat16, {b, l, d});
    if (h.embeddings)
        file.tensors.emplace_back("embeddings", asTensor(*h.embeddings, {static_cast<std::int64_t>(h.embeddings->size()) / d, d}));
    if (!h.headBias.empty()) file.tensors.emplace_back("head_bias", asTensor(h.headBias, {static_cast<std::int64_t>(h.headBias.size())}));
    writeSafetensors(path, file);
}

Trace readTrace(const std::filesystem::path& path) {
    const auto file = readSafetensors(path);
    std::vector<TraceStep> steps;
    std::shared_ptr<TraceHeader> header;
    Trace trace;
    try {
        const auto json = descriptionIn(file);
        header = headerFrom(json);
        steps = stepsFrom(json);
        trace = resultFrom(json);
    } catch (const nlohmann::json::exception&) {
        throw Error("'" + path.string() + "' is a damaged trace.");
    }
    if (file.has("embeddings")) {
        const auto all = file.at("embeddings").contiguous();
        header->embeddings = std::make_shared<std::vector<float>>(all.data_ptr<float>(), all.data_ptr<float>() + all.numel());
    }
    if (file.has("head_bias")) {
        const auto bias = file.at("head_bias").contiguous();
        header->headBias.assign(bias.data_ptr<float>(), bias.data_ptr<float>() + bias.numel());
    }
    trace.header = std::move(header);
    get(file, "tokens", steps, &TraceStep::tokens);
    get(file, "distances", steps, &TraceStep::distances);
    get(file, "state", steps, &TraceStep::state);
    get(file, "to_absorbing", steps, &TraceStep::toAbsorbing);
    get(file, "near_absorbing", steps, &TraceStep::nearAbsorbing);
    get(file, "absorbed", steps, &TraceStep::absorbed);
    LatentStore store(bytesOf(file, "x") + bytesOf(file, "x0"));
    getLatents(file, "x", steps, &TraceStep::x, store);
    getLatents(file, "x0", steps, &TraceStep::x0, store);
    for (auto& step : steps) trace.steps.push_back(std::make_shared<TraceStep>(std::move(step)));
    return trace;
}

Recipe readTraceRecipe(const std::filesystem::path& path) { return recipeFromJson(descriptionIn(readSafetensors(path)).at("recipe")); }

} // namespace diffuscope
