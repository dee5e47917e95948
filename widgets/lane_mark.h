// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace diffuscope {

constexpr int kMostLanes = 6; ///< side by side

/// "A" for lane 0.
inline QString laneName(int lane) { return QString(QChar(u'A' + lane)); }

/// The lane's colour as a small square.
QIcon laneIcon(int lane, bool dark);

} // namespace diffuscope
