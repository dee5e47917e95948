// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace diffuscope {

/// One act of a source, `act slot = value , value`. Views into the source's text.
struct DialogueAct {
    std::string_view head; ///< up to and including " = "; all of it when the act has no value
    std::string slot;      ///< empty when the act has no value
    std::vector<std::string_view> values;
};

/// The acts of `act slot = value ; act slot = value , value ; act`, in order. Any text has at least one act.
std::vector<DialogueAct> parseActs(std::string_view source);

/// True, False or dontcare: a value that people say in words of their own.
bool isBooleanValue(std::string_view value);

/// Where `value` stands in `text` as whole words, any ASCII case, from `from` on; npos if nowhere.
size_t findWords(std::string_view text, std::string_view value, size_t from = 0);

} // namespace diffuscope
