// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

namespace diffuscope {

/// The one exception of core. Its text is a sentence that a person can act on; the window shows it beside
/// the thing that caused it, the command line prints it and exits with 1.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace diffuscope
