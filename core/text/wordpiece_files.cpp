// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/wordpiece_files.h"

#include "core/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace diffuscope {
namespace {

using Json = nlohmann::ordered_json;

// Ids may have holes, but not ones that a corrupt file would fill memory with.
void put(WordPieceSpec& spec, TokenId id, const std::string& piece, std::size_t limit) {
    if (id < 0 || static_cast<std::size_t>(id) >= limit)
        throw Error(translatable("core", "%1 gives token %2 the id %3, far more than there are tokens: the file is damaged."),
                    {spec.source.string(), piece, std::to_string(id)});
    const auto index = static_cast<std::size_t>(id);
    if (spec.pieces.size() <= index) spec.pieces.resize(index + 1);
    spec.pieces[index] = piece;
}

void requireType(const WordPieceSpec& spec, const Json& json, const char* key, const std::string& expected) {
    const Json part = json.value(key, Json());
    const std::string type = part.is_object() ? part.value("type", "missing") : "missing";
    if (type != expected)
        throw Error(translatable("core", "Cannot use %1: its %2 is %3, but only %4, as BERT's tokenizer has it, is supported."),
                    {spec.source.string(), key, type, expected});
}

bool flag(const Json& object, const char* key, bool otherwise) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? otherwise : found->get<bool>();
}

void readTokenizerJson(WordPieceSpec& spec, const Json& json) {
    requireType(spec, json, "model", "WordPiece");
    requireType(spec, json, "normalizer", "BertNormalizer");
    requireType(spec, json, "pre_tokenizer", "BertPreTokenizer");
    const Json& model = json.at("model");
    spec.unk = model.value("unk_token", spec.unk);
    spec.continuationPrefix = model.value("continuing_subword_prefix", spec.continuationPrefix);
    spec.longestWord = model.value("max_input_chars_per_word", spec.longestWord);

    const Json& vocabulary = model.at("vocab");
    const Json added = json.value("added_tokens", Json::array());
    const std::size_t limit = 2 * (vocabulary.size() + added.size()) + 1000;
    for (const auto& [piece, id] : vocabulary.items()) put(spec, id.get<TokenId>(), piece, limit);
    for (const Json& token : added) {
        spec.added.push_back({.content = token.at("content"),
                              .id = token.at("id"),
                              .special = flag(token, "special", false),
                              .normalized = flag(token, "normalized", false),
                              .singleWord = flag(token, "single_word", false),
                              .leftStrip = flag(token, "lstrip", false),
                              .rightStrip = flag(token, "rstrip", false)});
        put(spec, spec.added.back().id, spec.added.back().content, limit);
        if (!vocabulary.contains(spec.added.back().content)) spec.beside.insert(spec.added.back().id);
    }

    const Json& normalizer = json.at("normalizer");
    spec.normalizer.cleanText = flag(normalizer, "clean_text", true);
    spec.normalizer.spaceChineseCharacters = flag(normalizer, "handle_chinese_chars", true);
    spec.normalizer.lowerCase = flag(normalizer, "lowercase", true);
    spec.normalizer.stripAccents = flag(normalizer, "strip_accents", spec.normalizer.lowerCase);
    if (const auto decoder = json.find("decoder"); decoder != json.end() && decoder->is_object())
        spec.cleanUp = flag(*decoder, "cleanup", true);
}

void readVocabularyLines(WordPieceSpec& spec, std::string_view bytes) {
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        std::string_view line = bytes.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        spec.pieces.emplace_back(line);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    const std::array marks{spec.pad, spec.unk, spec.cls, spec.sep, std::string("[MASK]")};
    for (const std::string& mark : marks)
        if (const auto found = std::ranges::find(spec.pieces, mark); found != spec.pieces.end())
            spec.added.push_back({.content = mark, .id = static_cast<TokenId>(found - spec.pieces.begin()), .special = true});
}

// A mark is written as a string, or as an object with its content.
void readMark(const Json& config, const char* key, std::string& mark) {
    const auto found = config.find(key);
    if (found == config.end() || found->is_null()) return;
    mark = found->is_object() ? found->at("content").get<std::string>() : found->get<std::string>();
}

void readMarks(WordPieceSpec& spec, const Json& config) {
    readMark(config, "pad_token", spec.pad);
    readMark(config, "cls_token", spec.cls);
    readMark(config, "sep_token", spec.sep);
    readMark(config, "unk_token", spec.unk);
}

// BertTokenizerFast lets these flags override the normalizer in tokenizer.json.
void readNormalizerFlags(WordPieceNormalizer& normalizer, const Json& config) {
    const bool followsCase = normalizer.stripAccents == normalizer.lowerCase;
    normalizer.lowerCase = flag(config, "do_lower_case", normalizer.lowerCase);
    normalizer.stripAccents = flag(config, "strip_accents", followsCase ? normalizer.lowerCase : normalizer.stripAccents);
    normalizer.spaceChineseCharacters = flag(config, "tokenize_chinese_chars", normalizer.spaceChineseCharacters);
}

} // namespace

WordPieceSpec readWordPiece(const std::filesystem::path& folder) {
    WordPieceSpec spec;
    std::filesystem::path current = folder;
    for (const char* name : {"tokenizer.json", "vocab.txt", "tokenizer_config.json", "special_tokens_map.json"})
        if (std::filesystem::is_regular_file(folder / name)) spec.files[name] = readFileBytes(folder / name);
    try {
        Json config = Json::object();
        current = folder / "tokenizer_config.json";
        if (spec.files.contains("tokenizer_config.json")) config = parseJson(spec.files["tokenizer_config.json"], current);
        readMarks(spec, config);
        const bool hasJson = spec.files.contains("tokenizer.json");
        current = spec.source = folder / (hasJson ? "tokenizer.json" : "vocab.txt");
        if (hasJson) {
            readTokenizerJson(spec, parseJson(spec.files["tokenizer.json"], current));
        } else {
            readVocabularyLines(spec, readFileBytes(current));
        }
        current = folder / "tokenizer_config.json";
        readNormalizerFlags(spec.normalizer, config);
    } catch (const nlohmann::json::exception& problem) {
        throw Error(translatable("core", "%1 is not a tokenizer file of BERT's kind: %2"), {current.string(), problem.what()});
    }
    return spec;
}

} // namespace diffuscope
