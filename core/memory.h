// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace diffuscope {

/// Lets the process keep up to a gigabyte of freed memory instead of giving each tensor's pages back to the system and
/// fetching them again, zeroed, a step later: with glibc's defaults a fifth of a training step goes there. Programs call
/// it once, at their start; where the C library is another one it does nothing.
void keepFreedMemory();

} // namespace diffuscope
