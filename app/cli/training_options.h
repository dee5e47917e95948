// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/training_plan.h"

#include <CLI/CLI.hpp>

namespace diffuscope::cli {

/// The options of 'train': what the command line says of a plan.
class TrainingOptions {
public:
    /// Adds them to a command, which must not outlive them.
    void addTo(CLI::App& app);
    /// What was given over the plan of the run in the folder, where one goes on there, else over what a run begins with. Throws Error
    /// when it does not say how long, or from what, to learn.
    TrainingPlan plan() const;

private:
    template <class T> CLI::Option* add(CLI::App& app, const char* name, const char* key, const char* help);
    void addFlag(CLI::App& app, const char* name, const char* key, bool value, const char* help);
    /// A change to the preset; less than `least` leaves the preset's value.
    template <class T> void addChange(CLI::App& app, const char* name, const char* key, T least, const char* help);
    void addChangeFlag(CLI::App& app, const char* name, const char* key, const char* help);
    void addChanges(CLI::App& app);

    nlohmann::json given_ = nlohmann::json::object();
};

} // namespace diffuscope::cli
