// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train_state.h"

#include "core/error.h"
#include "core/model/safetensors.h"

namespace diffuscope {

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

void saveCheckpoint(const std::filesystem::path& folder, const TransformerNetImpl& net, const Ema& ema, torch::optim::Optimizer& optimizer,
                    const TimeSampler& times, const TrainPosition& position) {
    const auto partial = std::filesystem::path(folder).concat(".part");
    std::filesystem::remove_all(partial);
    std::filesystem::create_directories(partial);
    TensorFile file;
    for (const auto& item : net.named_parameters()) file.tensors.emplace_back("model." + item.key(), item.value());
    file.tensors.emplace_back("ema", ema.values());
    file.tensors.emplace_back("times.history", times.history());
    file.tensors.emplace_back("times.counts", times.counts());
    writeSafetensors(partial / "state.safetensors", file);
    torch::save(optimizer, (partial / "optimizer.pt").string());
    writeJsonFile(partial / "position.json", {{"step", position.step},
                                              {"seconds", position.seconds},
                                              {"pairs", position.pairs},
                                              {"epoch", position.epoch},
                                              {"batch", position.batch}});
    const auto old = std::filesystem::path(folder).concat(".old");
    std::filesystem::remove_all(old);
    if (std::filesystem::exists(folder)) std::filesystem::rename(folder, old);
    std::filesystem::rename(partial, folder);
    std::filesystem::remove_all(old);
}

bool loadCheckpoint(const std::filesystem::path& folder, TransformerNetImpl& net, Ema& ema, torch::optim::Optimizer& optimizer,
                    TimeSampler& times, TrainPosition& position) {
    auto from = folder;
    if (!std::filesystem::exists(from)) from.concat(".old"); // stopped between the two renames above
    if (!std::filesystem::exists(from)) return false;
    const auto file = readSafetensors(from / "state.safetensors");
    const torch::NoGradGuard guard;
    for (auto& item : net.named_parameters()) {
        const auto& saved = file.at("model." + item.key());
        if (saved.sizes() != item.value().sizes())
            throw Error("The checkpoint in '" + from.string() + "' is of a network of another size; choose another output folder.");
        item.value().copy_(saved);
    }
    ema.values().copy_(file.at("ema"));
    times.restore(file.at("times.history"), file.at("times.counts"));
    torch::load(optimizer, (from / "optimizer.pt").string());
    const auto json = readJsonFile(from / "position.json");
    position = {json.at("step"), json.at("seconds"), json.at("pairs"), json.at("epoch"), json.at("batch")};
    return true;
}

} // namespace diffuscope
