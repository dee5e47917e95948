// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/view_state.h"
#include "core/engine/recipe.h"

#include <QByteArray>
#include <vector>

namespace diffuscope {

inline constexpr const char* kSessionSuffix = "diffuscope"; ///< of their files

/// What a window is set to, to go on with later or elsewhere: the lanes as they are to run, and how one looks at them. Traces are not
/// in it: the same recipes give them again.
struct Session {
    QString model;             ///< the window's: one that ships, by its name, or a folder
    std::vector<Recipe> lanes; ///< at least one
    int current = 0;           ///< lane
    ViewState::Values view;
    QByteArray layout, centreSplit; ///< as in Settings; empty: as it is
};

/// JSON. Throws Error that names the file: it cannot be read, is none, or of a later version.
Session readSession(const QString& path);
/// Throws Error that names the file.
void writeSession(const QString& path, const Session& session);

} // namespace diffuscope
