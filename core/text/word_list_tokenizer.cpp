// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/word_list_tokenizer.h"

#include "core/error.h"
#include "core/text/file_bytes.h"
#include "core/text/unicode.h"
#include "core/text/vocabulary.h"

#include <nlohmann/json.hpp>

namespace diffuscope {
namespace {

void eraseAll(std::string& text, std::string_view part) {
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at)) text.erase(at, part.size());
}

class WordListTokenizer final : public Tokenizer {
public:
    WordListTokenizer(Vocabulary vocabulary, std::string bytes, const std::filesystem::path& file)
        : vocabulary_(std::move(vocabulary)), special_{.pad = vocabulary_.require("[PAD]", file),
                                                       .cls = vocabulary_.require("[START]", file),
                                                       .sep = vocabulary_.require("[END]", file),
                                                       .unk = vocabulary_.require("[UNK]", file)},
          files_{{"vocab.json", std::move(bytes)}} {}

    std::vector<TokenId> encode(std::string_view text) const override {
        std::vector<TokenId> ids{special_.cls};
        std::string word;
        const auto finish = [&] {
            if (!word.empty()) ids.push_back(vocabulary_.find(word).value_or(special_.unk));
            word.clear();
        };
        for (const char32_t point : unicode::fromUtf8(text)) {
            if (unicode::isPythonSpace(point)) {
                finish();
            } else {
                unicode::appendUtf8(word, point);
            }
        }
        finish();
        ids.push_back(special_.sep);
        return ids;
    }

    std::string decode(std::span<const TokenId> ids, bool keepSpecial) const override {
        while (!ids.empty() && ids.back() == special_.pad) ids = ids.first(ids.size() - 1);
        std::string text;
        for (const TokenId id : ids) {
            const bool mark = id == special_.pad || id == special_.cls || id == special_.sep;
            if (!vocabulary_.contains(id) || (mark && !keepSpecial)) continue;
            if (!text.empty()) text += ' ';
            text += vocabulary_.piece(id);
        }
        // The two usual signs of byte-pair encoding for "continued in the next token".
        eraseAll(text, "__ ");
        eraseAll(text, "@@ ");
        return text;
    }

    const std::string& piece(TokenId id) const override { return vocabulary_.piece(id); }
    std::optional<TokenId> find(std::string_view piece) const override { return vocabulary_.find(piece); }
    TokenId size() const override { return vocabulary_.size(); }
    SpecialTokens special() const override { return special_; }
    std::string kind() const override { return "word-list"; }
    void save(const std::filesystem::path& folder) const override { writeFiles(folder, files_); }

private:
    Vocabulary vocabulary_;
    SpecialTokens special_;
    FileBytes files_;
};

} // namespace

std::shared_ptr<const Tokenizer> openWordList(const std::filesystem::path& file) {
    std::string bytes = readFileBytes(file);
    const auto json = parseJson(bytes, file);
    const auto damaged = [&](const Wording& what) {
        return Error(translatable("core", "%1 is not a word list: %2."), {file.string(), what});
    };
    if (!json.is_object()) throw damaged(translatable("core", "it must be one JSON object from word to id"));
    std::vector<std::string> pieces(json.size());
    for (const auto& [piece, id] : json.items()) {
        // A list with a word twice leaves a hole, but never an id beyond the number of words.
        if (!id.is_number_integer() || id.get<std::int64_t>() < 0 || id.get<std::int64_t>() >= static_cast<std::int64_t>(pieces.size()))
            throw damaged(
                {translatable("core", "the id of \"%1\" is not a whole number below %2"), {piece, std::to_string(pieces.size())}});
        pieces[id.get<std::size_t>()] = piece;
    }
    return std::make_shared<WordListTokenizer>(Vocabulary(std::move(pieces)), std::move(bytes), file);
}

} // namespace diffuscope
