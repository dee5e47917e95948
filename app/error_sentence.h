// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QCoreApplication>
#include <QString>

namespace diffuscope {

/// In the language of the window. What nobody has translated stays as it is: names of files, and what other libraries say.
inline QString translated(const Wording& wording) {
    return QString::fromStdString(
        wording.text([](const std::string& pattern) { return QCoreApplication::translate("core", pattern.c_str()).toStdString(); }));
}

/// What people are told of an error. LibTorch appends a back trace to its sentence; the first line is theirs.
inline QString sentenceOf(const std::exception& error) {
    const auto* known = dynamic_cast<const Error*>(&error);
    return (known ? translated(known->wording()) : QString::fromUtf8(error.what())).section(QLatin1Char('\n'), 0, 0);
}

} // namespace diffuscope
