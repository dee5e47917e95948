// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace diffuscope {

/// Holds a file for as long as it lives, and at most as long as the program: no other one, here or in another program, can be made of
/// it meanwhile. It keeps nobody from reading.
class FileLock {
public:
    /// Makes the file where there is none. Throws Error when it cannot be written or is held.
    explicit FileLock(const std::filesystem::path& file);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    int file_;
};

} // namespace diffuscope
