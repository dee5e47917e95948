// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trace_files.h"

#include "app/error_sentence.h"
#include "core/engine/cancelled.h"
#include "core/engine/trace_io.h"

#include <QTimer>
#include <algorithm>

namespace diffuscope {

TraceFiles::TraceFiles(QObject* parent) : QObject(parent) { thread_.setMaxThreadCount(1); }

TraceFiles::~TraceFiles() {
    stopOpening();
    thread_.waitForDone();
}

void TraceFiles::open(const QString& path) {
    dropOpening();
    begin(Work::Open, path, [this, path](const std::stop_token& stop) -> Tell {
        return [this, path, trace = std::make_shared<const Trace>(readTrace(path.toStdString(), stop))] { emit opened(trace, path); };
    });
}

void TraceFiles::save(const TracePtr& trace, const QString& path) {
    begin(Work::Save, path, [this, trace, path](const std::stop_token& stop) -> Tell {
        writeTrace(path.toStdString(), *trace, stop);
        return [this, path] { emit saved(path); };
    });
}

void TraceFiles::begin(Work work, const QString& path, std::function<Tell(const std::stop_token&)> perform) {
    const auto id = ++lastId_;
    Job job{work, path, {}, false};
    thread_.start([this, id, work, path, perform = std::move(perform), stop = job.stop.get_token()] {
        Tell tell;
        try {
            tell = perform(stop);
        } catch (const Cancelled&) {
            tell = [this, work, path] { emit cancelled(work, path); };
        } catch (const std::exception& error) {
            tell = [this, path, sentence = sentenceOf(error)] { emit failed(path, sentence); };
        }
        QMetaObject::invokeMethod(
            this, [this, id, tell] { end(id, tell); }, Qt::QueuedConnection);
    });
    jobs_.emplace(id, std::move(job));
    QTimer::singleShot(kLong, this, [this, id] { noteLong(id); });
}

void TraceFiles::end(quint64 id, const Tell& tell) {
    const auto found = jobs_.find(id);
    if (found == jobs_.end()) return; // dropped, or another one was asked for since
    const auto job = found->second;
    jobs_.erase(found);
    emit changed();
    // A trace that was read to its end before it could be stopped is not wanted all the same; a file that was written is.
    if (job.work == Work::Open && job.stop.stop_requested()) emit cancelled(job.work, job.path);
    else tell();
}

void TraceFiles::noteLong(quint64 id) {
    const auto found = jobs_.find(id);
    if (found == jobs_.end()) return;
    found->second.isLong = true;
    emit changed();
    emit tookLong(found->second.work, found->second.path);
}

void TraceFiles::dropOpening() {
    stopOpening();
    if (std::erase_if(jobs_, [](const auto& entry) { return entry.second.work == Work::Open; }) > 0) emit changed();
}

void TraceFiles::stopOpening() {
    for (auto& [id, job] : jobs_)
        if (job.work == Work::Open) job.stop.request_stop();
}

void TraceFiles::cancel() {
    for (auto& [id, job] : jobs_) job.stop.request_stop();
}

bool TraceFiles::isLong() const {
    return std::any_of(jobs_.begin(), jobs_.end(), [](const auto& entry) { return entry.second.isLong; });
}

} // namespace diffuscope
