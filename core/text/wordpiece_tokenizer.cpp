// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/wordpiece_tokenizer.h"

#include "core/error.h"
#include "core/text/unicode.h"
#include "core/text/vocabulary.h"
#include "core/text/wordpiece_files.h"

#include <array>
#include <unordered_set>
#include <utility>

namespace diffuscope {
namespace {

// tokenizers' WordPiece decoder applies these to each token by itself, so most never find anything; the list
// is complete because a vocabulary may hold such a token.
std::string cleanUp(std::string token) {
    using Rule = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Rule, 11> rules{{{" .", "."},
                                          {" ?", "?"},
                                          {" !", "!"},
                                          {" ,", ","},
                                          {" ' ", "'"},
                                          {" n't", "n't"},
                                          {" 'm", "'m"},
                                          {" do not", " don't"},
                                          {" 's", "'s"},
                                          {" 've", "'ve"},
                                          {" 're", "'re"}}};
    for (const auto& [from, to] : rules)
        for (std::size_t at = token.find(from); at != token.npos; at = token.find(from, at + to.size())) token.replace(at, from.size(), to);
    return token;
}

class WordPieceTokenizer final : public Tokenizer {
public:
    explicit WordPieceTokenizer(WordPieceSpec spec)
        : spec_(std::move(spec)), vocabulary_(std::move(spec_.pieces)), special_{.pad = vocabulary_.require(spec_.pad, spec_.source),
                                                                                 .cls = vocabulary_.require(spec_.cls, spec_.source),
                                                                                 .sep = vocabulary_.require(spec_.sep, spec_.source),
                                                                                 .unk = vocabulary_.require(spec_.unk, spec_.source)} {
        std::vector<AddedToken> raw;
        std::vector<AddedToken> normalized;
        for (AddedToken& token : spec_.added) {
            if (token.special) hidden_.insert(token.id);
            if (token.normalized) token.content = unicode::toUtf8(spec_.normalizer.normalize(token.content));
            (token.normalized ? normalized : raw).push_back(token);
        }
        inRawText_ = AddedTokens(std::move(raw));
        inNormalizedText_ = AddedTokens(std::move(normalized));
    }

    std::vector<TokenId> encode(std::string_view text) const override {
        std::vector<TokenId> ids{special_.cls};
        for (const auto& rawPart : inRawText_.split(text)) {
            if (rawPart.id) {
                ids.push_back(*rawPart.id);
                continue;
            }
            const std::string normalized = unicode::toUtf8(spec_.normalizer.normalize(rawPart.text));
            for (const auto& part : inNormalizedText_.split(normalized)) {
                if (part.id) {
                    ids.push_back(*part.id);
                    continue;
                }
                for (const std::u32string& word : splitWords(unicode::fromUtf8(part.text))) appendWord(ids, word);
            }
        }
        ids.push_back(special_.sep);
        return ids;
    }

    std::string decode(std::span<const TokenId> ids, bool keepSpecial) const override {
        while (!ids.empty() && ids.back() == special_.pad) ids = ids.first(ids.size() - 1);
        std::string text;
        bool first = true;
        for (const TokenId id : ids) {
            if (!vocabulary_.contains(id) || vocabulary_.piece(id).empty()) continue;
            if (!keepSpecial && hidden_.contains(id)) continue;
            std::string token = vocabulary_.piece(id);
            if (!std::exchange(first, false)) {
                if (token.starts_with(spec_.continuationPrefix)) {
                    token.erase(0, spec_.continuationPrefix.size());
                } else {
                    token.insert(0, 1, ' ');
                }
            }
            text += spec_.cleanUp ? cleanUp(std::move(token)) : token;
        }
        return text;
    }

    const std::string& piece(TokenId id) const override { return vocabulary_.piece(id); }
    std::optional<TokenId> find(std::string_view piece) const override { return vocabulary_.find(piece); }
    TokenId size() const override { return vocabulary_.size(); }
    SpecialTokens special() const override { return special_; }
    std::string kind() const override { return "wordpiece"; }
    void save(const std::filesystem::path& folder) const override { writeFiles(folder, spec_.files); }

private:
    // Greedy longest match from the left; a word with any part outside the vocabulary is unknown as a whole.
    void appendWord(std::vector<TokenId>& ids, std::u32string_view word) const {
        const std::size_t before = ids.size();
        bool known = word.size() <= spec_.longestWord;
        for (std::size_t start = 0; known && start < word.size();) {
            std::string candidate = start > 0 ? spec_.continuationPrefix : std::string();
            std::vector<std::size_t> ends;
            for (const char32_t point : word.substr(start)) {
                unicode::appendUtf8(candidate, point);
                ends.push_back(candidate.size());
            }
            std::size_t length = ends.size();
            std::optional<TokenId> id;
            for (; length > 0 && !id; --length) id = ofWord(std::string_view(candidate).substr(0, ends[length - 1]));
            known = id.has_value();
            if (!known) break;
            ids.push_back(*id);
            start += length + 1; // the loop counts down once more after the match
        }
        if (known) return;
        ids.resize(before);
        ids.push_back(special_.unk);
    }

    std::optional<TokenId> ofWord(std::string_view piece) const {
        const auto id = vocabulary_.find(piece);
        return id && spec_.beside.contains(*id) ? std::nullopt : id;
    }

    WordPieceSpec spec_;
    Vocabulary vocabulary_;
    SpecialTokens special_;
    std::unordered_set<TokenId> hidden_;
    AddedTokens inRawText_;
    AddedTokens inNormalizedText_;
};

} // namespace

std::shared_ptr<const Tokenizer> openWordPiece(const std::filesystem::path& folder) {
    return std::make_shared<WordPieceTokenizer>(readWordPiece(folder));
}

} // namespace diffuscope
