// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/studies/sweep_record.h"
#include "core/metrics/generated_rows.h"

#include <QObject>
#include <QThreadPool>

namespace diffuscope {

/// Reads the texts of a setting from the store of sweeps, in a thread of its own; it needs no model. What is asked for
/// later takes the place of what was asked for before.
class SweepTextReader : public QObject {
    Q_OBJECT
public:
    explicit SweepTextReader(QObject* parent = nullptr);
    /// Waits for what is being read.
    ~SweepTextReader() override;

    /// `seed`: 0 … seeds − 1.
    void read(const SweepPlan& plan, const SweepSetting& setting, int seed, const SweepOrigin& origin, const std::filesystem::path& store);

signals:
    void ready(const diffuscope::GeneratedRows& texts);
    void failed(const QString& sentence);

private:
    template <class Tell> void post(quint64 id, Tell tell);

    quint64 lastId_ = 0; ///< the owner's thread only
    QThreadPool pool_;
};

} // namespace diffuscope
