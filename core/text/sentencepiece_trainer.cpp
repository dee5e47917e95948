// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentencepiece_trainer.h"

#include "core/error.h"

#ifdef DIFFUSCOPE_HAVE_SENTENCEPIECE
#include "core/text/added_tokens.h"
#include "core/text/file_bytes.h"
#include "core/text/sentencepiece_tokenizer.h"
#include "core/text/unicode.h"

#include <sentencepiece_trainer.h>

#include <algorithm>
#include <array>
#include <set>

namespace diffuscope {
namespace {

constexpr std::array<std::string_view, 4> marks{"[PAD]", "[UNK]", "[CLS]", "[SEP]"};

void checkSymbols(const std::vector<std::string>& symbols) {
    std::set<std::string_view> seen(marks.begin(), marks.end());
    for (const std::string& symbol : symbols) {
        const bool spaced = std::ranges::any_of(unicode::fromUtf8(symbol), unicode::isWhitespace);
        if (symbol.empty() || spaced)
            throw Error(translatable("core", "\"%1\" cannot be a user-defined symbol: it is empty or holds white space."), {symbol});
        if (!seen.insert(symbol).second)
            throw Error(translatable("core", "%1 cannot be a user-defined symbol: it is given twice, or is a special token."), {symbol});
    }
}

// SentencePiece ends the process when no character is left to learn from, so this is asked first.
bool hasVisibleText(const std::vector<std::string>& lines, const std::vector<std::string>& symbols) {
    std::vector<AddedToken> tokens;
    for (const std::string& symbol : symbols) tokens.push_back({.content = symbol});
    const AddedTokens cutter(std::move(tokens));
    return std::ranges::any_of(lines, [&](const std::string& line) {
        return std::ranges::any_of(cutter.split(line), [](const AddedTokens::Part& part) {
            return !part.id && std::ranges::any_of(unicode::fromUtf8(part.text), [](char32_t point) {
                return unicode::isWordCharacter(point) || unicode::isPunctuation(point);
            });
        });
    });
}

// A comma-separated list whose every field is quoted.
std::string quotedList(const std::vector<std::string>& fields) {
    std::string list;
    for (const std::string& field : fields) {
        if (!list.empty()) list += ',';
        list += '"';
        for (const char letter : field) list.append(letter == '"' ? 2 : 1, letter);
        list += '"';
    }
    return list;
}

std::unordered_map<std::string, std::string> arguments(const SentencePieceOptions& options) {
    std::unordered_map<std::string, std::string> map{
        {"model_type", "unigram"},
        {"vocab_size", std::to_string(options.vocabSize)},
        {"hard_vocab_limit", "false"},
        {"character_coverage", std::to_string(options.characterCoverage)},
        {"byte_fallback", "false"},
        {"normalization_rule_name", options.lowerCase ? "nmt_nfkc_cf" : "nmt_nfkc"},
        {"max_sentence_length", "1000000"}, // bytes; longer lines are skipped
        {"num_threads", "1"},               // sums in one order give one file
        {"minloglevel", "2"},               // errors only
        {"pad_id", "0"},
        {"unk_id", "1"},
        {"bos_id", "2"},
        {"eos_id", "3"},
        {"pad_piece", "[PAD]"},
        {"unk_piece", "[UNK]"},
        {"bos_piece", "[CLS]"},
        {"eos_piece", "[SEP]"},
    };
    if (!options.userDefinedSymbols.empty()) map["user_defined_symbols"] = quotedList(options.userDefinedSymbols);
    return map;
}

/// SentencePiece's sentence without the place in its source before it: "…/trainer_interface.cc(582) [(condition)] Vocabulary …".
std::string withoutPlace(const std::string& message) {
    const auto end = message.rfind("] ");
    return end == std::string::npos ? message : message.substr(end + 2);
}

} // namespace

std::shared_ptr<const Tokenizer> trainSentencePiece(std::span<const std::string> lines, const SentencePieceOptions& options,
                                                    const std::filesystem::path& output) {
    checkSymbols(options.userDefinedSymbols);
    const std::size_t fixed = marks.size() + options.userDefinedSymbols.size();
    if (options.vocabSize <= static_cast<TokenId>(fixed))
        throw Error(
            translatable("core", "A vocabulary of %1 leaves no room beside its %2 special and user-defined tokens. Choose a larger one."),
            {std::to_string(options.vocabSize), std::to_string(fixed)});
    if (!(options.characterCoverage >= 0.98 && options.characterCoverage <= 1.0))
        throw Error(translatable("core", "The character coverage must be between 0.98 and 1."));
    const std::vector<std::string> sentences(lines.begin(), lines.end());
    if (!hasVisibleText(sentences, options.userDefinedSymbols))
        throw Error(translatable("core", "There is no text to train a vocabulary on."));

    std::string model;
    const auto status = sentencepiece::SentencePieceTrainer::Train(arguments(options), sentences, &model);
    if (!status.ok())
        throw Error(translatable("core", "Cannot train a vocabulary of %1 pieces on this text: %2"),
                    {std::to_string(options.vocabSize), withoutPlace(status.error_message())});
    writeFileBytes(output, model);
    return openSentencePiece(output);
}

bool haveSentencePiece() { return true; }

} // namespace diffuscope

#else

namespace diffuscope {

std::shared_ptr<const Tokenizer> trainSentencePiece(std::span<const std::string>, const SentencePieceOptions&,
                                                    const std::filesystem::path&) {
    throw Error(translatable("core", "This build of Diffuscope has no SentencePiece and cannot train a vocabulary. Build it with "
                                     "DIFFUSCOPE_SENTENCEPIECE set to SentencePiece's source folder."));
}

bool haveSentencePiece() { return false; }

} // namespace diffuscope

#endif
