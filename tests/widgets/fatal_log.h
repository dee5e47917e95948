// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QtGlobal>
#include <cstdio>
#include <cstdlib>

namespace diffuscope::test {

/// Ends the test program at any warning that nobody expected: a view that complains is broken.
inline void fatalLog(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    std::fprintf(stderr, "%s (%s:%d)\n", qPrintable(message), context.file ? context.file : "?", context.line);
    const bool harmless = type == QtDebugMsg || type == QtInfoMsg || message.startsWith(QLatin1String("This plugin does not support")) ||
                          message.startsWith(QLatin1String("QStandardPaths: "));
    if (!harmless) std::abort();
}

inline void installFatalLog() { qInstallMessageHandler(fatalLog); }

} // namespace diffuscope::test
