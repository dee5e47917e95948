// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace diffuscope {

void keepFreedMemory() {
#ifdef __GLIBC__
    constexpr int gigabyte = 1 << 30;
    mallopt(M_MMAP_THRESHOLD, gigabyte);
    mallopt(M_TRIM_THRESHOLD, gigabyte);
#endif
}

} // namespace diffuscope
