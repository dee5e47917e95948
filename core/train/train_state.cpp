// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train_state.h"

#include "core/error.h"
#include "core/model/safetensors.h"
#include "core/train/training_plan.h"

namespace diffuscope {
namespace {

/// A file of its own, as it holds the vocabulary.
constexpr const char* kRun = "run.json";

void requireSameRun(const std::filesystem::path& checkpoint, const nlohmann::json& run) {
    if (!std::filesystem::exists(checkpoint / kRun))
        throw Error(translatable("core", "The checkpoint in '%1' does not say of which run it is, as it was written by an earlier version; "
                                         "choose another output folder."),
                    {checkpoint.string()});
    const auto saved = readJsonFile(checkpoint / kRun);
    const auto changes = nlohmann::json::diff(saved, run);
    if (changes.empty()) return;
    const nlohmann::json::json_pointer field(changes.front().at("path").get<std::string>());
    const auto valueIn = [&](const nlohmann::json& json) { return Wording(json.contains(field) ? json.at(field).dump() : "nothing"); };
    throw Error(
        translatable(
            "core",
            "The checkpoint in '%1' is of another run, whose '%2' is %3, not %4; train as that run did, or choose another output folder."),
        {checkpoint.string(), field.to_string().substr(1), valueIn(saved), valueIn(run)});
}

void restore(const torch::Tensor& tensor, const TensorFile& file, const std::string& name) {
    const auto& saved = file.at(name);
    if (saved.sizes() != tensor.sizes())
        throw Error(translatable("core", "'%1' holds a '%2' of another size."), {file.path.string(), name});
    tensor.copy_(saved);
}

} // namespace

void Ema::update(const FlatParameters& parameters, double rate, std::int64_t step) {
    const torch::NoGradGuard guard;
    const double now = std::min(rate, double(1 + step) / double(10 + step));
    values_.lerp_(parameters.values(), 1.0 - now);
}

void Ema::swap(const FlatParameters& parameters) {
    const torch::NoGradGuard guard;
    const auto kept = parameters.values().detach().clone();
    parameters.values().detach().copy_(values_);
    values_.copy_(kept);
}

void saveCheckpoint(const std::filesystem::path& folder, const nlohmann::json& run, const TransformerNetImpl& net, const Ema& ema,
                    torch::optim::Optimizer& optimizer, const TimeSampler& times, const TrainPosition& position) {
    const auto partial = std::filesystem::path(folder).concat(".part");
    std::filesystem::remove_all(partial);
    std::filesystem::create_directories(partial);
    TensorFile file;
    for (const auto& item : net.named_parameters()) file.tensors.emplace_back("model." + item.key(), item.value());
    file.tensors.emplace_back("ema", ema.values());
    const auto seen = times.state();
    file.tensors.emplace_back("times.history", seen.history);
    file.tensors.emplace_back("times.counts", seen.counts);
    file.tensors.emplace_back("times.probability", seen.probability);
    file.tensors.emplace_back("times.updates", seen.updates);
    writeSafetensors(partial / "state.safetensors", file);
    torch::save(optimizer, (partial / "optimizer.pt").string());
    writeJsonFile(partial / kRun, run);
    writeJsonFile(partial / "position.json", {{"step", position.step},
                                              {"seconds", position.seconds},
                                              {"pairs", position.pairs},
                                              {"epoch", position.epoch},
                                              {"batch", position.batch}});
    const auto old = replacedCheckpoint(folder);
    if (std::filesystem::exists(folder)) { // else the old one is the last, until the new one is there
        std::filesystem::remove_all(old);
        std::filesystem::rename(folder, old);
    }
    std::filesystem::rename(partial, folder);
    std::filesystem::remove_all(old);
}

bool loadCheckpoint(const std::filesystem::path& folder, const nlohmann::json& run, TransformerNetImpl& net, Ema& ema,
                    torch::optim::Optimizer& optimizer, TimeSampler& times, TrainPosition& position) {
    const auto from = lastCheckpoint(folder);
    if (from.empty()) return false;
    requireSameRun(from, run);
    const auto file = readSafetensors(from / "state.safetensors");
    const torch::NoGradGuard guard;
    for (auto& item : net.named_parameters()) restore(item.value(), file, "model." + item.key());
    restore(ema.values(), file, "ema");
    times.restore({file.at("times.history"), file.at("times.counts"), file.at("times.probability"), file.at("times.updates")});
    torch::load(optimizer, (from / "optimizer.pt").string());
    const auto json = readJsonFile(from / "position.json");
    position = {json.at("step"), json.at("seconds"), json.at("pairs"), json.at("epoch"), json.at("batch")};
    return true;
}

} // namespace diffuscope
