// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/trace.h"

#include <QObject>
#include <QTemporaryDir>
#include <QThreadPool>
#include <map>
#include <memory>
#include <optional>

namespace diffuscope {

/// About what a trace holds in memory when its latents lie there as well, in bytes.
std::size_t traceBytes(const Trace& trace);

/// Finished traces. The newest stay in memory, up to a budget; older ones are written to files, which go when the shelf
/// goes. Reading and writing happen in a thread of its own.
class TraceShelf : public QObject {
    Q_OBJECT
public:
    using TracePtr = std::shared_ptr<const Trace>;
    static constexpr std::size_t kBudget = std::size_t(192) << 20; ///< bytes

    explicit TraceShelf(std::size_t budget = kBudget, QObject* parent = nullptr);
    ~TraceShelf() override;

    /// Keys count up from 1.
    quint64 add(const TracePtr& trace);
    /// Told by fetched() or failed().
    void fetch(quint64 key);
    void remove(quint64 key);
    /// On disk, and no longer held here.
    bool isStored(quint64 key) const;

signals:
    void fetched(quint64 key, const std::shared_ptr<const diffuscope::Trace>& trace);
    void failed(quint64 key, const QString& sentence);
    void stored(quint64 key);

private:
    struct Place {
        TracePtr trace; ///< null: in its file
        std::size_t bytes = 0;
        bool leaving = false; ///< is being written
    };
    QString fileOf(quint64 key);
    void makeRoom();
    /// In this object's thread.
    template <class Send> void post(Send send) { QMetaObject::invokeMethod(this, std::move(send), Qt::QueuedConnection); }

    std::size_t budget_;
    std::optional<QTemporaryDir> folder_; ///< made for the first file
    std::map<quint64, Place> places_;     ///< this object's thread only
    quint64 lastKey_ = 0;
    QThreadPool thread_; ///< one, which does one task after the other; last: it must end before the rest goes
};

} // namespace diffuscope
