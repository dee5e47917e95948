// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figure_command.h"

#include "core/engine/trace_io.h"
#include "widgets/figure_export.h"
#include "widgets/token_grid.h"

#include <iostream>

namespace diffuscope {
namespace {

constexpr int kFailed = 1;
constexpr int kMisuse = 2;

int fail(const QString& sentence) {
    std::cerr << sentence.toStdString() << '\n';
    return kFailed;
}

} // namespace

int renderFigure(const QString& view, const QString& trace, const QString& output) {
    if (view != QLatin1String("token-grid")) {
        std::cerr << "Unknown view '" << view.toStdString() << "'; known is token-grid.\n";
        return kMisuse;
    }
    try {
        const auto shown = std::make_shared<const Trace>(readTrace(trace.toStdString()));
        TokenGrid grid;
        grid.setTrace(shown);
        QString error;
        return exportFigure(grid, output, toJson(shown->header->recipe), &error) ? 0 : fail(error);
    } catch (const std::exception& error) {
        return fail(QString::fromUtf8(error.what()));
    }
}

int printRecipe(const QString& file) {
    if (file.endsWith(QLatin1String(".safetensors"))) {
        try {
            std::cout << toJson(readTraceRecipe(file.toStdString())).dump(2) << '\n';
            return 0;
        } catch (const std::exception& error) {
            return fail(QString::fromUtf8(error.what()));
        }
    }
    QString error;
    const auto recipe = readRecipe(file, &error);
    if (!recipe) return fail(error);
    std::cout << recipe->dump(2) << '\n';
    return 0;
}

} // namespace diffuscope
