// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figure_command.h"

#include "core/engine/trace_io.h"
#include "widgets/figure_export.h"
#include "widgets/plot_table.h"
#include "widgets/plot_view.h"
#include "widgets/token_grid.h"

#include <iostream>

namespace diffuscope {
namespace {

constexpr int kFailed = 1;
constexpr int kMisuse = 2;
const QString kGrid = QStringLiteral("token-grid");

int fail(const QString& sentence) {
    std::cerr << sentence.toStdString() << '\n';
    return kFailed;
}

/// The view of this name, showing the trace; null for a name that none has. A figure is its object's as long as that lives.
std::unique_ptr<QWidget> makeView(const QString& name, const std::shared_ptr<const Trace>& trace, const Figure** figure) {
    if (name == kGrid) {
        auto grid = std::make_unique<TokenGrid>();
        grid->setTrace(trace);
        *figure = grid.get();
        return grid;
    }
    for (const auto& kind : plotTable()) {
        if (name.toStdString() != kind.name) continue;
        auto plot = kind.make();
        plot->setTrace(trace);
        plot->refreshNow();
        *figure = plot.get();
        return plot;
    }
    return nullptr;
}

} // namespace

QStringList figureNames() {
    QStringList names{kGrid};
    for (const auto& kind : plotTable()) names << QString::fromLatin1(kind.name.data(), static_cast<qsizetype>(kind.name.size()));
    return names;
}

int renderFigure(const QString& view, const QString& trace, const QString& output) {
    if (!figureNames().contains(view)) {
        std::cerr << "Unknown view '" << view.toStdString() << "'; known are " << figureNames().join(QStringLiteral(", ")).toStdString() << ".\n";
        return kMisuse;
    }
    try {
        const auto shown = std::make_shared<const Trace>(readTrace(trace.toStdString()));
        const Figure* figure = nullptr;
        const auto widget = makeView(view, shown, &figure);
        QString error;
        return exportFigure(*figure, output, toJson(shown->header->recipe), &error) ? 0 : fail(error);
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
