// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>

namespace diffuscope {

struct PrepareOptions {
    std::filesystem::path train, valid; ///< pair files; valid may be empty
    std::filesystem::path output;
    int vocabSize = 4096;     ///< SentencePiece tokens, at most
    bool delexicalize = true; ///< replace values of open slots by placeholders (see Delexicalizer)
    /// Share of the training pairs that are given once more with two thirds of their open slots forgotten
    /// (Delexicalizer::forgetting), drawn by a fixed seed.
    double forgetSlots = 0.0;
    int seqLen = 128; ///< for the count of rows that would be cut
};

/// Learns the text processor and the tokenizer from the training pairs and writes both, with all ids, into a
/// folder that `train` reads, in place of what was prepared there before. Returns counts: rows kept, cut (longer
/// than seqLen) and refused. Throws Error.
nlohmann::json prepareData(const PrepareOptions& options, const std::function<void(const std::string&)>& log);

} // namespace diffuscope
