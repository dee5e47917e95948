// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/recipe.h"
#include "core/model/model_info.h"

#include <CLI/CLI.hpp>
#include <string_view>
#include <vector>

namespace diffuscope::cli {

/// The help of an option that takes a model.
std::string modelHelp();

/// The options of every command that runs a model, apart from what a sweep varies: which model, and how it samples. What
/// is not given stays as it is in the recipe that they change.
class RecipeOptions {
public:
    /// Adds them to a command, which must not outlive them.
    void addTo(CLI::App& app);
    /// And those that a sweep varies: solver, steps, evaluations, spacing, mode.
    void addSamplerTo(CLI::App& app);
    /// Was the field given? By its key in a recipe's JSON.
    bool gives(std::string_view key) const { return given_.contains(key); }
    /// The recipe with what was given. A list of times is the spacing `custom`; steps take the place of a budget of evaluations.
    Recipe over(const Recipe& recipe) const;
    /// What the model recommends, with what was given.
    Recipe overRecommended(const ModelInfo& info) const;
    /// What was given, else `otherwise`.
    std::string model(const std::string& otherwise) const { return given_.value("model", otherwise); }
    std::string device(const std::string& otherwise) const { return given_.value("device", otherwise); }

private:
    /// An option whose value goes under each of the keys.
    template <class T> CLI::Option* add(CLI::App& app, const char* name, const std::vector<const char*>& keys, const std::string& help);

    nlohmann::json given_ = nlohmann::json::object();
};

} // namespace diffuscope::cli
