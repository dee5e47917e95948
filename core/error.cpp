// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

namespace diffuscope {

/// In one pass, so that a file whose name has a %1 keeps it.
std::string Wording::text(const Translate& translate) const {
    const auto said = translate ? translate(pattern) : pattern;
    if (arguments.empty()) return said;
    std::string filled;
    for (size_t at = 0; at < said.size(); ++at) {
        const bool isPlace = said[at] == '%' && at + 1 < said.size() && said[at + 1] >= '1' && said[at + 1] <= '9';
        const size_t number = isPlace ? static_cast<size_t>(said[at + 1] - '1') : arguments.size();
        if (number >= arguments.size()) {
            filled += said[at];
            continue;
        }
        filled += arguments[number].text(translate);
        ++at;
    }
    return filled;
}

} // namespace diffuscope
