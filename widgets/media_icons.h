// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace diffuscope {

enum class MediaIcon { First, Back, Play, Pause, Forward, Last, Loop };

/// Transport symbols drawn as shapes in the palette's text colour: sharp at any scale, right in any theme.
QIcon mediaIcon(MediaIcon kind);

} // namespace diffuscope
