// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/error.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <unistd.h>

namespace diffuscope::cli {

void Output::print(const nlohmann::json& value) const {
    // Text from a model can hold a broken UTF-8 sequence; it must not cost the user the result.
    std::cout << value.dump(json ? -1 : 2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void Output::text(const std::string& line) const {
    if (!json) std::cout << line << '\n' << std::flush;
}

void Output::log(const std::string& line) const { std::cerr << line << '\n'; }

void Output::progress(const std::string& line) const {
    if (isatty(STDERR_FILENO)) std::cerr << "\r\033[K" << line << std::flush;
    else std::cerr << line << '\n';
}

void Output::finish() const {
    if (!std::cout.flush()) throw Error("Standard output could not be written; is its disk full?");
}

void requireWritable(const std::string& path) {
    if (path.empty()) return;
    const bool there = std::filesystem::exists(path);
    if (!std::ofstream(path, std::ios::app)) throw Error("'" + path + "' could not be written: is its folder there and writable?");
    if (!there) std::filesystem::remove(path);
}

} // namespace diffuscope::cli
