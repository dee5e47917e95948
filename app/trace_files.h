// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>

namespace diffuscope {

/// Opens and saves traces in a thread of its own, one after the other as they were asked for: one of 2,000 steps is a file
/// of 130 MB, which a window must not wait for.
class TraceFiles : public QObject {
    Q_OBJECT
public:
    using TracePtr = std::shared_ptr<const Trace>;
    enum class Work { Open, Save };
    static constexpr int kLong = 200; ///< milliseconds after which people are told what they wait for

    explicit TraceFiles(QObject* parent = nullptr);
    /// Waits until all that was to be saved is written; what is being opened is given up.
    ~TraceFiles() override;

    /// Takes the place of one that is still being opened.
    void open(const QString& path);
    /// A file that is there already is replaced once all is written.
    void save(const TracePtr& trace, const QString& path);
    /// Nothing more is heard of what is being opened.
    void dropOpening();
    /// Told by cancelled(), unless a file was written by then.
    void cancel();
    /// Whether something has been under way for kLong.
    bool isLong() const;

signals:
    void opened(const std::shared_ptr<const diffuscope::Trace>& trace, const QString& path);
    void saved(const QString& path);
    void failed(const QString& path, const QString& sentence);
    void cancelled(diffuscope::TraceFiles::Work work, const QString& path);
    /// This has been under way for kLong.
    void tookLong(diffuscope::TraceFiles::Work work, const QString& path);
    /// isLong() may be another one.
    void changed();

private:
    using Tell = std::function<void()>;
    struct Job {
        Work work = Work::Open;
        QString path;
        std::stop_source stop;
        bool isLong = false;
    };
    /// `perform`, called in the thread, gives what is to be told.
    void begin(Work work, const QString& path, std::function<Tell(const std::stop_token&)> perform);
    void end(quint64 id, const Tell& tell);
    void noteLong(quint64 id);
    void stopOpening();

    std::map<quint64, Job> jobs_; ///< under way, by id; this object's thread only
    quint64 lastId_ = 0;
    QThreadPool thread_; ///< one; last: it must end before the rest goes
};

} // namespace diffuscope
