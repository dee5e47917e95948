// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

namespace diffuscope::test {

/// An empty folder that goes with the object.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "diffuscope-test-XXXXXX").string();
        if (!mkdtemp(name.data())) throw std::runtime_error("cannot make a temporary folder");
        path_ = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path write(const std::string& name, std::string_view bytes) const {
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return path_ / name;
    }

private:
    std::filesystem::path path_;
};

inline std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline std::filesystem::path dataFolder(const char* name) { return std::filesystem::path(DIFFUSCOPE_TEST_DATA) / name; }

} // namespace diffuscope::test

/// The statement throws Error, and the sentence holds the part: the file's name, or what to do.
#define EXPECT_ERROR_SAYING(statement, part)                                                                                               \
    try {                                                                                                                                  \
        statement;                                                                                                                         \
        ADD_FAILURE() << "expected an Error saying " << (part);                                                                            \
    } catch (const diffuscope::Error& problem) {                                                                                           \
        EXPECT_NE(std::string(problem.what()).find(part), std::string::npos) << problem.what();                                            \
    }
