// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <QDateTime>
#include <QString>
#include <list>
#include <memory>

namespace diffuscope {

/// The engines of a thread, by model folder: each is opened when it is asked for, and again when its files have changed
/// since (a training that went on). Those asked for last stay open.
class Engines {
public:
    static constexpr size_t kMost = 6; ///< as many as there may be lanes

    /// A model and a device as recipes name them. Valid until kMost others were asked for. Throws Error as Engine does.
    Engine& at(const QString& folder, const QString& device);

private:
    struct Open {
        QString folder, device;
        QDateTime changed;
        std::unique_ptr<Engine> engine;
    };
    std::list<Open> open_; ///< the one asked for last comes first
};

} // namespace diffuscope
