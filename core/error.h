// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace diffuscope {

/// The one exception of core. Its text is a sentence that a person can act on; the window shows it beside
/// the thing that caused it, the command line prints it and exits with 1.
class Error : public std::runtime_error {
public:
    /// What the sentence is about, so that the window knows what to show it beside.
    enum class Cause { General, Source };

    explicit Error(const std::string& sentence, Cause cause = Cause::General) : std::runtime_error(sentence), cause_(cause) {}
    Cause cause() const { return cause_; }

private:
    Cause cause_;
};

} // namespace diffuscope
