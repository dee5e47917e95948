// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace diffuscope {

/// An English sentence, and what stands for %1 to %9 in it: kept apart, so that the window can say it in another language.
/// What is filled in is a wording too, as one sentence may hold another; plain text, such as a file's name, is a pattern that
/// nobody has translated.
struct Wording {
    using Translate = std::function<std::string(const std::string& pattern)>;

    Wording(std::string english = {}, std::vector<Wording> filledIn = {}) : pattern(std::move(english)), arguments(std::move(filledIn)) {}
    Wording(const char* english) : pattern(english) {}

    /// With everything filled in; in English without `translate`.
    std::string text(const Translate& translate = nullptr) const;
    bool empty() const { return pattern.empty(); }

    std::string pattern;
    std::vector<Wording> arguments;
};

/// Marks what the window translates: lupdate takes what it finds in such a call, as core itself knows no Qt. It reads
/// literals only, which is why each call names the context that app/error_sentence.h looks in.
constexpr const char* translatable(const char* /*context*/, const char* english) { return english; }

/// The one exception of core. Its text is a sentence that a person can act on; the window shows it beside
/// the thing that caused it, the command line prints it and exits with 1.
class Error : public std::runtime_error {
public:
    /// What the sentence is about, so that the window knows what to show it beside.
    enum class Cause { General, Source };

    explicit Error(Wording sentence, Cause cause = Cause::General)
        : std::runtime_error(sentence.text()), wording_(std::move(sentence)), cause_(cause) {}
    Error(std::string pattern, std::vector<Wording> arguments, Cause cause = Cause::General)
        : Error(Wording(std::move(pattern), std::move(arguments)), cause) {}

    const Wording& wording() const { return wording_; } ///< what() is its English text
    Cause cause() const { return cause_; }

private:
    Wording wording_;
    Cause cause_;
};

} // namespace diffuscope
