// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/prepare.h"

#include "core/engine/bundled.h"
#include "core/error.h"
#include "core/model/native_model.h"
#include "core/text/delexicalizer.h"
#include "core/text/dialogue_acts.h"
#include "core/text/file_bytes.h"
#include "core/text/pairs.h"
#include "core/text/sentencepiece_trainer.h"
#include "core/text/tokenizer.h"
#include "core/train/dataset.h"

#include <random>

namespace diffuscope {
namespace {

std::vector<Pair> process(const TextProcessor& processor, const std::vector<Pair>& pairs) {
    std::vector<Pair> result;
    for (const auto& pair : pairs) {
        const auto processed = processor.source(pair.source);
        result.push_back({processed.source, processor.target(pair.target, processed)});
    }
    return result;
}

std::vector<Pair> withSlotsForgotten(const Delexicalizer& processor, const std::vector<Pair>& pairs, double share) {
    constexpr double kForgotten = 2.0 / 3.0;
    std::mt19937_64 random(0);
    const auto chance = [&random](double p) { return double(random() >> 11) * 0x1p-53 < p; };
    std::vector<Pair> result;
    for (const auto& pair : pairs) {
        if (!chance(share)) continue;
        std::set<std::string> forgotten;
        for (const auto& act : parseActs(pair.source))
            if (processor.openSlots().count(act.slot) && chance(kForgotten)) forgotten.insert(act.slot);
        if (!forgotten.empty()) result.push_back(process(processor.forgetting(forgotten), {pair}).front());
    }
    return result;
}

EncodedPairs encode(const Tokenizer& tokenizer, const std::vector<Pair>& pairs) {
    EncodedPairs encoded;
    for (const auto& pair : pairs) encoded.add(tokenizer.encode(pair.source), tokenizer.encode(pair.target));
    return encoded;
}

nlohmann::json counts(const EncodedPairs& pairs, size_t refused, int seqLen) {
    std::int64_t cut = 0;
    for (size_t i = 0; i < pairs.size(); ++i) cut += pairs.canvasLength(i) > seqLen;
    return {{"rows", pairs.size()}, {"cut", cut}, {"refused", refused}, {"tokens", pairs.ids.size()}};
}

void trainTokenizer(const PrepareOptions& options, const TextProcessor& processor, const std::vector<Pair>& pairs) {
    std::vector<std::string> lines;
    for (const auto& pair : pairs) {
        lines.push_back(pair.source);
        lines.push_back(pair.target);
    }
    SentencePieceOptions pieces;
    pieces.vocabSize = options.vocabSize;
    pieces.userDefinedSymbols = processor.symbols();
    trainSentencePiece(lines, pieces, options.output / "sentencepiece.model");
}

/// A few pairs from all over the file, to try the model with.
void writeExamples(const std::filesystem::path& file, const std::vector<Pair>& pairs) {
    const auto count = std::min<size_t>(24, pairs.size());
    std::string lines;
    for (size_t i = 0; i < count; ++i) {
        const auto& pair = pairs[i * pairs.size() / count];
        lines += nlohmann::json{{"src", pair.source}, {"trg", pair.target}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) +
                 '\n';
    }
    writeFileBytes(file, lines);
}

/// A folder without data.json, which is written last, is not read: so none holds some of these data and some of those before.
void forgetPrepared(const std::filesystem::path& folder) {
    for (const char* name : {"data.json", "valid.safetensors"}) std::filesystem::remove(folder / name);
}

} // namespace

nlohmann::json prepareData(const PrepareOptions& options, const std::function<void(const std::string&)>& log) {
    std::filesystem::create_directories(options.output);
    log("Reading " + options.train.string());
    const auto train = readPairsLeniently(options.train);
    if (train.pairs.empty())
        throw train.problems.empty()
            ? Error(translatable("core", "'%1' holds no pairs."), {options.train.string()})
            : Error(translatable("core", "'%1' holds no pairs: %2"), {options.train.string(), train.problems.front()});
    const auto valid = options.valid.empty() ? PairFile{} : readPairsLeniently(options.valid); // refused before anything is forgotten
    for (const auto* file : {&train, &valid})
        for (const auto& problem : file->problems) log(problem.text());
    forgetPrepared(options.output);
    const auto delexicalizer = options.delexicalize ? std::make_shared<Delexicalizer>(Delexicalizer::learn(train.pairs)) : nullptr;
    const std::shared_ptr<const TextProcessor> processor = delexicalizer ? delexicalizer : textProcessorFromJson(nlohmann::json());
    auto trainText = process(*processor, train.pairs);
    log("Training the tokenizer");
    trainTokenizer(options, *processor, trainText);
    const auto tokenizer = openTokenizer(options.output);

    if (delexicalizer && options.forgetSlots > 0)
        for (auto& pair : withSlotsForgotten(*delexicalizer, train.pairs, options.forgetSlots)) trainText.push_back(std::move(pair));
    log("Encoding");
    const auto encoded = encode(*tokenizer, trainText);
    writeEncodedPairs(options.output / "train.safetensors", encoded);
    nlohmann::json record = {{"source", options.train.filename().string()}, {"train", counts(encoded, train.refused, options.seqLen)}};
    const auto* examples = valid.pairs.empty() ? &train.pairs : &valid.pairs;
    if (!options.valid.empty()) {
        const auto validEncoded = encode(*tokenizer, process(*processor, valid.pairs));
        writeEncodedPairs(options.output / "valid.safetensors", validEncoded);
        record["valid"] = counts(validEncoded, valid.refused, options.seqLen);
    }
    writeExamples(modelSamples(options.output), *examples);
    std::vector<std::string> pieces;
    for (TokenId id = 0; id < tokenizer->size(); ++id) pieces.push_back(tokenizer->piece(id));
    const auto special = tokenizer->special();
    writeJsonFile(options.output / "data.json", {{"pieces", pieces},
                                                 {"pad", special.pad},
                                                 {"cls", special.cls},
                                                 {"sep", special.sep},
                                                 {"text_processor", processor->toJson()},
                                                 {"record", record}});
    record["vocab_size"] = tokenizer->size();
    record["output"] = options.output.string();
    return record;
}

} // namespace diffuscope
