// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <exception>

namespace diffuscope {

/// What people are told of an error. LibTorch appends a back trace to its sentence; the first line is theirs.
inline QString sentenceOf(const std::exception& error) { return QString::fromUtf8(error.what()).section(QLatin1Char('\n'), 0, 0); }

} // namespace diffuscope
