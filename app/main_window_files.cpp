// SPDX-License-Identifier: GPL-3.0-or-later
// What the window reads from files and writes into them, and what is dropped on it.
#include "app/error_sentence.h"
#include "app/history/history_view.h"
#include "app/lane_list.h"
#include "app/main_window.h"
#include "app/recipe_panel.h"
#include "app/session.h"
#include "app/trace_files.h"
#include "widgets/figure_export.h"
#include "widgets/save_path.h"
#include "widgets/token_grid.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QScopeGuard>

namespace diffuscope {
namespace {

/// Whether it is one of the files that a model folder, native or as published, consists of.
bool isPartOfModel(const QFileInfo& file) {
    static const QStringList names{QStringLiteral("model.safetensors"),  QStringLiteral("config.json"),
                                   QStringLiteral("training_args.json"), QStringLiteral("sentencepiece.model"),
                                   QStringLiteral("tokenizer.json"),     QStringLiteral("tokenizer_config.json"),
                                   QStringLiteral("vocab.txt"),          QStringLiteral("vocab.json")};
    return file.suffix() == QLatin1String("pt") || names.contains(file.fileName());
}

} // namespace

void MainWindow::openPath(const QString& path) {
    const QFileInfo file(path);
    if (file.isDir()) return openModel(QDir(path).absolutePath()); // the next start may be in another folder
    if (file.suffix() == QLatin1String(kSessionSuffix)) return openSession(path);
    if (isPartOfModel(file)) return openModel(file.absolutePath());
    if (file.suffix() == QLatin1String("safetensors")) return openTrace(path);
    if (figureSuffixes().contains(file.suffix().toLower())) return openRecipeOf(path);
    if (!file.exists()) return openModel(path); // the name of one that ships, or a folder of which the engine tells that it is not there
    complainOfFile(tr("“%1” is neither a session, a trace nor a figure of this program, nor part of a model folder.").arg(file.fileName()));
}

void MainWindow::connectFiles() {
    connect(files_, &TraceFiles::opened, this, &MainWindow::onTraceOpened);
    connect(files_, &TraceFiles::saved, this, [this](const QString& path) { say([path] { return tr("Saved %1").arg(path); }); });
    connect(files_, &TraceFiles::failed, this, [this](const QString&, const QString& sentence) { complainOfFile(sentence); });
    connect(files_, &TraceFiles::tookLong, this, [this](TraceFiles::Work work, const QString& path) {
        say([opens = work == TraceFiles::Work::Open, path] {
            return opens ? tr("Opening %1 …").arg(QFileInfo(path).fileName()) : tr("Saving %1 …").arg(path);
        });
    });
    connect(files_, &TraceFiles::cancelled, this, [this](TraceFiles::Work work, const QString& path) {
        say([opens = work == TraceFiles::Work::Open, path] {
            return opens ? tr("Cancelled; %1 was not opened.").arg(QFileInfo(path).fileName())
                         : tr("Cancelled; %1 was not saved.").arg(path);
        });
    });
    connect(files_, &TraceFiles::changed, this, &MainWindow::showBusy);
    connect(history_, &HistoryView::asked, files_, &TraceFiles::dropOpening);
}

void MainWindow::openTrace(const QString& path) {
    history_->forget();
    modelBefore_ = modelId_;
    files_->open(path);
}

void MainWindow::onTraceOpened(const TracePtr& trace, const QString& path) {
    const auto after = qScopeGuard([this] { keepModel_ = false; });
    // A model that someone chose while the trace was read stays: they chose it after the trace.
    keepModel_ = modelId_ != modelBefore_ && modelId_ != laneModelId_;
    try {
        showRuns({trace});
        say([name = QFileInfo(path).fileName()] { return tr("Opened %1").arg(name); });
    } catch (const std::exception& error) {
        complainOfFile(sentenceOf(error));
    }
}

void MainWindow::openRecipeOf(const QString& figure) {
    const auto name = QFileInfo(figure).fileName();
    QString problem;
    const auto json = readRecipe(figure, &problem);
    if (!json) return complainOfFile(problem);
    try {
        const auto recipe = recipeFromJson(*json);
        requireKnownSolvers({recipe});
        leaveRun();
        recipe_->setRecipe(recipe);
        settings_.lanes = {recipe}; // a model that opens later must not replace it by its own
        say([name] { return tr("Opened the recipe of %1; press Run to see what it gives.").arg(name); });
    } catch (const std::exception& error) {
        complainOfFile(tr("“%1” holds no recipe of a run: %2").arg(name, sentenceOf(error)));
    }
}

void MainWindow::saveTrace() {
    const auto path = askSavePath(this, tr("Save trace"), QStringLiteral("run.safetensors"), {tr("Traces (*.safetensors)")});
    if (!path.isEmpty()) writeTraceTo(path);
}

void MainWindow::writeTraceTo(const QString& path) { files_->save(trace(), path); }

void MainWindow::exportFigure() {
    const auto path = askSavePath(this, tr("Export figure"), QStringLiteral("token-grid.pdf"), figureFilters());
    if (path.isEmpty()) return;
    QString error;
    if (diffuscope::exportFigure(*grid(), path, toJson(trace()->header->recipe), &error)) say([path] { return tr("Wrote %1").arg(path); });
    else complainOfFile(error);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) { openPath(event->mimeData()->urls().first().toLocalFile()); }

} // namespace diffuscope
