// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace diffuscope {

/// Thrown by work whose stop token was triggered; of a run, at most one step after that.
struct Cancelled {};

} // namespace diffuscope
