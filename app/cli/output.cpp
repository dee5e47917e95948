// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

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

} // namespace diffuscope::cli
