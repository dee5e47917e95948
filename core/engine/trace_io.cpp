// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/trace_io.h"

#include "core/engine/latent_store.h"
#include "core/error.h"
#include "core/model/safetensors.h"
#include "core/model/tensor_values.h"

#include <algorithm>

namespace diffuscope {
namespace {

constexpr const char* kKey = "diffuscope-trace";

torch::Tensor asTensor(const std::vector<float>& values, std::vector<std::int64_t> shape) {
    return torch::from_blob(const_cast<float*>(values.data()), shape).clone();
}

/// Calls visit(name, member, type, shape of a step) for every quantity, so that reading and writing cannot drift apart.
template <class Visit> void eachQuantity(const TraceHeader& h, Visit visit) {
    using Shape = std::vector<std::int64_t>;
    const std::int64_t b = static_cast<std::int64_t>(h.rows.size()), l = h.length, k = h.neighbours, d = h.dimensions;
    visit("tokens", &TraceStep::tokens, torch::kInt32, Shape{b, l, k});
    visit("distances", &TraceStep::distances, torch::kFloat32, Shape{b, l, k});
    visit("state", &TraceStep::state, torch::kInt32, Shape{b, l});
    visit("to_absorbing", &TraceStep::toAbsorbing, torch::kFloat32, Shape{b, l});
    visit("near_absorbing", &TraceStep::nearAbsorbing, torch::kUInt8, Shape{b, l});
    visit("absorbed", &TraceStep::absorbed, torch::kUInt8, Shape{b, l});
    visit("x", &TraceStep::x, torch::kFloat16, Shape{b, l, d});
    visit("x0", &TraceStep::x0, torch::kFloat16, Shape{b, l, d});
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

Error damaged(const TensorFile& file, const Wording& why) {
    return Error(translatable("core", "'%1' is a damaged trace: %2."), {file.path.string(), why});
}

const torch::Tensor& checked(const TensorFile& file, const char* name, torch::ScalarType type, const std::vector<std::int64_t>& shape) {
    const auto& tensor = file.at(name);
    if (tensor.scalar_type() != type || tensor.sizes() != c10::IntArrayRef(shape))
        throw damaged(file, {translatable("core", "its '%1' do not fit"), {name}});
    return tensor;
}

/// One quantity, step by step.
template <class T> std::vector<std::span<const T>> eachStep(const TensorFile& file, const char* name, torch::ScalarType type,
                                                            std::vector<std::int64_t> shape, size_t steps) {
    shape.insert(shape.begin(), static_cast<std::int64_t>(steps));
    const auto& all = checked(file, name, type, shape);
    const auto each = steps ? static_cast<size_t>(all.numel()) / steps : 0;
    std::vector<std::span<const T>> result;
    for (size_t i = 0; i < steps; ++i) result.emplace_back(static_cast<const T*>(all.data_ptr()) + i * each, each);
    return result;
}

/// Fills a quantity of all steps, where the file has it.
class StepReader {
public:
    StepReader(const TensorFile& file, std::vector<TraceStep>& steps) : file_(file), steps_(steps), store_(bytesOf("x") + bytesOf("x0")) {}

    template <class T>
    void operator()(const char* name, std::vector<T> TraceStep::*member, torch::ScalarType type, const std::vector<std::int64_t>& shape) {
        const auto all = eachStep<T>(file_, name, type, shape, steps_.size());
        for (size_t i = 0; i < steps_.size(); ++i) steps_[i].*member = {all[i].begin(), all[i].end()};
    }
    void operator()(const char* name, Halves TraceStep::*member, torch::ScalarType type, const std::vector<std::int64_t>& shape) {
        const auto all = eachStep<std::uint16_t>(file_, name, type, shape, steps_.size());
        for (size_t i = 0; i < steps_.size(); ++i) steps_[i].*member = store_.keep(all[i]);
    }

private:
    size_t bytesOf(const char* name) const { return file_.has(name) ? file_.at(name).nbytes() : 0; }

    const TensorFile& file_;
    std::vector<TraceStep>& steps_;
    LatentStore store_;
};

/// What the views take for granted.
void check(const TensorFile& file, const TraceHeader& h, const Trace& trace, const std::vector<TraceStep>& steps) {
    const auto length = static_cast<size_t>(std::max(0, h.length)), vocabulary = h.pieces->size();
    const auto require = [&](bool fits, const char* why) {
        if (!fits) throw damaged(file, why);
    };
    require(h.length > 0 && h.dimensions > 0 && h.neighbours > 0 && !h.rows.empty(), translatable("core", "its sizes are not positive"));
    const auto areTokens = [&](const std::vector<std::int32_t>& ids) {
        return std::ranges::all_of(ids, [&](auto id) { return id >= 0 && static_cast<size_t>(id) < vocabulary; });
    };
    for (const auto& row : h.rows) {
        require(row.canvas.size() == length && row.target.size() == length && areTokens(row.canvas),
                translatable("core", "a row does not fit"));
        require(row.source >= 0 && static_cast<size_t>(row.source) < h.recipe.sources.size(), translatable("core", "a row has no source"));
    }
    require(h.absorbing.empty() || h.absorbing.size() == static_cast<size_t>(h.dimensions),
            translatable("core", "its absorbing state does not fit"));
    require(trace.sentences.empty() || trace.sentences.size() == h.rows.size(), translatable("core", "its sentences do not match"));
    for (const int row : trace.chosen)
        require(row >= 0 && static_cast<size_t>(row) < h.rows.size(), translatable("core", "its choice does not fit"));
    for (const auto& step : steps) {
        require(!step.tokens.empty() && !step.distances.empty() && !step.state.empty(), translatable("core", "a step has no tokens"));
        require(areTokens(step.tokens) && areTokens(step.state), translatable("core", "it has tokens that its vocabulary lacks"));
    }
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
    if (found == file.metadata.end()) throw Error(translatable("core", "'%1' is not a Diffuscope trace."), {file.path.string()});
    return nlohmann::json::parse(found->second);
}

} // namespace

void writeTrace(const std::filesystem::path& path, const Trace& trace, const std::stop_token& stop) {
    const auto& h = *trace.header;
    const std::int64_t d = h.dimensions;
    TensorFile file;
    file.metadata[kKey] = describe(trace).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    eachQuantity(h, [&](const char* name, auto member, auto type, auto shape) { add(file, name, trace, member, type, std::move(shape)); });
    if (h.embeddings)
        file.tensors.emplace_back("embeddings", asTensor(*h.embeddings, {static_cast<std::int64_t>(h.embeddings->size()) / d, d}));
    if (!h.headBias.empty()) file.tensors.emplace_back("head_bias", asTensor(h.headBias, {static_cast<std::int64_t>(h.headBias.size())}));
    writeSafetensors(path, file, stop);
}

Trace readTrace(const std::filesystem::path& path, const std::stop_token& stop) {
    const auto file = readSafetensors(path, stop);
    std::vector<TraceStep> steps;
    std::shared_ptr<TraceHeader> header;
    Trace trace;
    try {
        const auto json = descriptionIn(file);
        header = headerFrom(json);
        steps = stepsFrom(json);
        trace = resultFrom(json);
    } catch (const nlohmann::json::exception&) {
        throw Error(translatable("core", "'%1' is a damaged trace."), {path.string()});
    }
    const auto vocabulary = static_cast<std::int64_t>(header->pieces->size());
    if (file.has("embeddings"))
        header->embeddings = std::make_shared<std::vector<float>>(
            valuesOf<float>(checked(file, "embeddings", torch::kFloat32, {vocabulary, header->dimensions})));
    if (file.has("head_bias")) header->headBias = valuesOf<float>(checked(file, "head_bias", torch::kFloat32, {vocabulary}));
    StepReader read(file, steps);
    eachQuantity(*header, [&](const char* name, auto member, auto type, const auto& shape) {
        if (file.has(name)) read(name, member, type, shape);
    });
    check(file, *header, trace, steps);
    trace.header = std::move(header);
    for (auto& step : steps) trace.steps.push_back(std::make_shared<TraceStep>(std::move(step)));
    return trace;
}

Recipe readTraceRecipe(const std::filesystem::path& path) try {
    return recipeFromJson(descriptionIn(readSafetensors(path)).at("recipe"));
} catch (const nlohmann::json::exception&) {
    throw Error(translatable("core", "'%1' is a damaged trace."), {path.string()});
}

} // namespace diffuscope
