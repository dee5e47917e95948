// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figure_command.h"

#include "app/order_job.h"
#include "app/studies/sweep_names.h"
#include "core/engine/trace_io.h"
#include "core/sweep/sweep_result.h"
#include "widgets/figure_export.h"
#include "widgets/order_view.h"
#include "widgets/plot_table.h"
#include "widgets/plot_view.h"
#include "widgets/sweep_view.h"
#include "widgets/token_grid.h"

#include <iostream>

namespace diffuscope {
namespace {

constexpr int kFailed = 1;
constexpr int kMisuse = 2;
const QString kGrid = QStringLiteral("token-grid");
const QString kOrder = QStringLiteral("order");
const QString kSweep = QStringLiteral("sweep");

int fail(const QString& sentence) {
    std::cerr << sentence.toStdString() << '\n';
    return kFailed;
}

/// The orders of all solvers; the one that made the trace stands out.
std::unique_ptr<QWidget> makeOrder(const std::shared_ptr<const Trace>& trace, const Figure** figure) {
    auto view = std::make_unique<OrderView>();
    if (trace) view->setSolver(QString::fromStdString(trace->header->recipe.solver));
    const auto rows = measureOrders(view->spacing());
    view->setRows(view->spacing(), rows, static_cast<int>(rows.size()));
    view->refreshNow();
    *figure = view.get();
    return view;
}

int write(const Figure& figure, const QString& output, const nlohmann::json& metadata) {
    QString error;
    return exportFigure(figure, output, metadata, &error) ? 0 : fail(error);
}

/// Quality against evaluations of the rows that a sweep wrote.
int renderSweep(const QString& file, const QString& output) {
    const auto result = readSweepResult(file.toStdString());
    SweepView view;
    view.setTitles(solverTitles());
    view.setRows(result.rows, result.plan ? toJson(*result.plan) : nlohmann::json());
    view.refreshNow();
    return view.emptyText().isEmpty() ? write(view, output, view.figureMetadata())
                                      : fail(QString::fromStdString("'" + file.toStdString() + "' holds no row with figures."));
}

/// The view of this name, showing the trace; null for a name that none has. A figure is its object's as long as that lives.
std::unique_ptr<QWidget> makeView(const QString& name, const std::shared_ptr<const Trace>& trace, const Figure** figure) {
    if (name == kGrid) {
        auto grid = std::make_unique<TokenGrid>();
        grid->setTrace(trace);
        *figure = grid.get();
        return grid;
    }
    if (name == kOrder) return makeOrder(trace, figure);
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
    names << kOrder << kSweep;
    return names;
}

int renderFigure(const QString& view, const FigureInput& input, const QString& output) {
    if (!figureNames().contains(view)) {
        std::cerr << "Unknown view '" << view.toStdString() << "'; known are " << figureNames().join(QStringLiteral(", ")).toStdString()
                  << ".\n";
        return kMisuse;
    }
    if (input.sweep.isEmpty() && view == kSweep) {
        std::cerr << "The view 'sweep' shows what 'diffuscope-cli sweep --json' or the window wrote: --sweep FILE.\n";
        return kMisuse;
    }
    if (input.trace.isEmpty() && view != kOrder && view != kSweep) {
        std::cerr << "The view '" << view.toStdString() << "' shows a trace: --trace FILE.\n";
        return kMisuse;
    }
    try {
        if (view == kSweep) return renderSweep(input.sweep, output);
        const auto shown = input.trace.isEmpty() ? nullptr : std::make_shared<const Trace>(readTrace(input.trace.toStdString()));
        const Figure* figure = nullptr;
        const auto widget = makeView(view, shown, &figure);
        return write(*figure, output, toJson(shown ? shown->header->recipe : Recipe{}));
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
