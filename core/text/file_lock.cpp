// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/file_lock.h"

#include "core/error.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace diffuscope {

FileLock::FileLock(const std::filesystem::path& file) : file_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    if (file_ < 0)
        throw Error(translatable("core", "'%1' could not be written: %2."), {file.string(), std::generic_category().message(errno)});
    // Where the file system has no locks, it is as if nobody else were there.
    if (::flock(file_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
    ::close(file_);
    throw Error(translatable("core", "'%1' is in use: another run keeps its results there. Finish or stop that one first."),
                {file.string()});
}

FileLock::~FileLock() { ::close(file_); }

} // namespace diffuscope
