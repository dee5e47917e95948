// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/trace_shelf.h"

#include "app/error_sentence.h"
#include "core/engine/trace_io.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace diffuscope {
namespace {

/// Beside the user's other caches, which lie on a disk; the temporary folder is memory on many systems.
QString folderTemplate() {
    const auto caches = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return QDir().mkpath(caches) ? caches + QStringLiteral("/history-XXXXXX")
                                 : QDir::tempPath() + QStringLiteral("/diffuscope-history-XXXXXX");
}

} // namespace

std::size_t traceBytes(const Trace& trace) {
    if (trace.steps.empty()) return 0;
    const auto& step = *trace.steps.back();
    const auto each = step.tokens.size() * sizeof(step.tokens[0]) + step.distances.size() * sizeof(step.distances[0]) +
                      step.state.size() * sizeof(step.state[0]) + step.toAbsorbing.size() * sizeof(step.toAbsorbing[0]) +
                      step.nearAbsorbing.size() + step.absorbed.size() + (step.x.size() + step.x0.size()) * sizeof(std::uint16_t);
    return trace.steps.size() * (sizeof step + each);
}

TraceShelf::TraceShelf(std::size_t budget, QObject* parent) : QObject(parent), budget_(budget) { thread_.setMaxThreadCount(1); }

TraceShelf::~TraceShelf() {
    thread_.clear();
    thread_.waitForDone();
}

QString TraceShelf::fileOf(quint64 key) {
    if (!folder_) folder_.emplace(folderTemplate());
    return folder_->filePath(QString::number(key) + QStringLiteral(".safetensors"));
}

quint64 TraceShelf::add(const TracePtr& trace) {
    places_[++lastKey_] = {trace, traceBytes(*trace)};
    makeRoom();
    return lastKey_;
}

void TraceShelf::makeRoom() {
    std::size_t held = 0;
    for (auto place = places_.rbegin(); place != places_.rend(); ++place) {
        auto& [key, kept] = *place;
        held += kept.trace ? kept.bytes : 0;
        if (held <= budget_ || !kept.trace || kept.leaving) continue;
        kept.leaving = true;
        thread_.start([this, key = key, trace = kept.trace, file = fileOf(key).toStdString()] {
            try {
                writeTrace(file, *trace);
            } catch (const std::exception&) {
                return; // no room on the disk: it stays in memory
            }
            post([this, key] {
                const auto found = places_.find(key);
                if (found == places_.end()) return;
                found->second.trace.reset();
                emit stored(key);
            });
        });
    }
}

bool TraceShelf::isStored(quint64 key) const {
    const auto found = places_.find(key);
    return found != places_.end() && !found->second.trace;
}

void TraceShelf::fetch(quint64 key) {
    const auto found = places_.find(key);
    if (found == places_.end()) return emit failed(key, tr("This run is no longer kept."));
    if (found->second.trace) return emit fetched(key, found->second.trace);
    thread_.start([this, key, file = fileOf(key).toStdString()] {
        try {
            const auto trace = std::make_shared<const Trace>(readTrace(file));
            post([this, key, trace] { emit fetched(key, trace); });
        } catch (const std::exception& error) {
            post([this, key, sentence = sentenceOf(error)] { emit failed(key, sentence); });
        }
    });
}

void TraceShelf::remove(quint64 key) {
    places_.erase(key);
    if (!folder_) return;                                         // nothing was ever written
    thread_.start([file = fileOf(key)] { QFile::remove(file); }); // after a writing that is under way
}

} // namespace diffuscope
