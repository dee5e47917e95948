// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot_table.h"

#include "widgets/absorbing_view.h"
#include "widgets/change_view.h"
#include "widgets/commit_view.h"
#include "widgets/margin_view.h"
#include "widgets/schedule_view.h"
#include "widgets/trajectory_view.h"

#include <array>

namespace diffuscope {
namespace {

template <class View> std::unique_ptr<PlotView> make() { return std::make_unique<View>(); }

constexpr std::array kKinds{
    PlotKind{"trajectory", make<TrajectoryView>}, PlotKind{"absorbing", make<AbsorbingView>}, PlotKind{"margin", make<MarginView>},
    PlotKind{"commit", make<CommitView>},         PlotKind{"change", make<ChangeView>},       PlotKind{"schedule", make<ScheduleView>},
};

} // namespace

std::span<const PlotKind> plotTable() { return kKinds; }

} // namespace diffuscope
