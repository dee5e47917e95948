// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentencepiece_tokenizer.h"

#include "core/error.h"

#ifdef DIFFUSCOPE_HAVE_SENTENCEPIECE
#include "core/text/file_bytes.h"
#include "core/text/sentencepiece_check.h"
#include "core/text/vocabulary.h"

#include <sentencepiece_processor.h>

namespace diffuscope {
namespace {

class SentencePieceTokenizer final : public Tokenizer {
public:
    explicit SentencePieceTokenizer(const std::filesystem::path& file) {
        const std::string bytes = readFileBytes(file);
        // SentencePiece takes an empty model for a good one and fails later.
        if (bytes.empty() || !hasSoundTables(bytes) || !processor_.LoadFromSerializedProto(bytes).ok() || processor_.GetPieceSize() <= 0)
            throw Error(translatable("core", "%1 is not a SentencePiece model, or is damaged."), {file.string()});
        special_ = {.pad = processor_.pad_id(), .cls = processor_.bos_id(), .sep = processor_.eos_id(), .unk = processor_.unk_id()};
        if (special_.pad < 0 || special_.cls < 0 || special_.sep < 0 || special_.unk < 0)
            throw Error(
                translatable("core",
                             "%1 lacks a padding, unknown, start or end piece. Train it with all four (pad_id, unk_id, bos_id, eos_id)."),
                {file.string()});
        std::vector<std::string> pieces;
        for (TokenId id = 0; id < processor_.GetPieceSize(); ++id) pieces.push_back(processor_.IdToPiece(id));
        vocabulary_ = Vocabulary(std::move(pieces));
        files_["sentencepiece.model"] = bytes;
    }

    std::vector<TokenId> encode(std::string_view text) const override {
        std::vector<int> pieces;
        if (const auto status = processor_.Encode(text, &pieces); !status.ok())
            throw Error(translatable("core", "SentencePiece cannot encode the text: %1."), {status.error_message()});
        std::vector<TokenId> ids{special_.cls};
        ids.insert(ids.end(), pieces.begin(), pieces.end());
        ids.push_back(special_.sep);
        return ids;
    }

    std::string decode(std::span<const TokenId> ids, bool keepSpecial) const override {
        while (!ids.empty() && ids.back() == special_.pad) ids = ids.first(ids.size() - 1);
        std::string text;
        std::vector<int> run;
        const auto append = [&](const std::string& part) {
            if (!text.empty() && !part.empty()) text += ' ';
            text += part;
        };
        const auto finish = [&] {
            std::string part;
            if (const auto status = processor_.Decode(run, &part); !status.ok())
                throw Error(translatable("core", "SentencePiece cannot decode the ids: %1."), {status.error_message()});
            append(part);
            run.clear();
        };
        // SentencePiece writes control pieces as nothing, so marks that are kept are written between the
        // runs.
        for (const TokenId id : ids) {
            if (!vocabulary_.contains(id)) continue;
            if (!processor_.IsControl(id)) {
                run.push_back(id);
            } else if (keepSpecial) {
                finish();
                append(vocabulary_.piece(id));
            }
        }
        finish();
        return text;
    }

    const std::string& piece(TokenId id) const override { return vocabulary_.piece(id); }
    std::optional<TokenId> find(std::string_view piece) const override { return vocabulary_.find(piece); }
    TokenId size() const override { return vocabulary_.size(); }
    SpecialTokens special() const override { return special_; }
    std::string kind() const override { return "sentencepiece"; }
    void save(const std::filesystem::path& folder) const override { writeFiles(folder, files_); }

private:
    sentencepiece::SentencePieceProcessor processor_;
    Vocabulary vocabulary_;
    SpecialTokens special_;
    FileBytes files_;
};

} // namespace

std::shared_ptr<const Tokenizer> openSentencePiece(const std::filesystem::path& file) {
    return std::make_shared<SentencePieceTokenizer>(file);
}

} // namespace diffuscope

#else

namespace diffuscope {

std::shared_ptr<const Tokenizer> openSentencePiece(const std::filesystem::path& file) {
    throw Error(translatable("core", "Cannot open %1: this build of Diffuscope has no SentencePiece. Build it with "
                                     "DIFFUSCOPE_SENTENCEPIECE set to SentencePiece's source folder."),
                {file.string()});
}

} // namespace diffuscope

#endif
