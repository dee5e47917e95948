// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <torch/types.h>

namespace diffuscope {

/// A BERT encoder (Devlin et al. 2019) as Hugging Face's folders hold it: model.safetensors with its tensor names (with
/// or without "bert." in front), config.json, and vocab.txt or tokenizer.json.
class BertEncoder {
public:
    /// `layer`: whose output is taken, 1 … the number of layers; 0: three quarters of the way up, which is where BERTScore
    /// found BERT to agree best with people (9 of 12, 18 of 24). Throws Error naming what is missing or does not fit.
    explicit BertEncoder(const std::filesystem::path& folder, int layer = 0);
    ~BertEncoder();

    /// Contextual embeddings of the text's tokens, [CLS] first and [SEP] last: [n, hidden]. A text longer than the model's
    /// positions is cut.
    torch::Tensor encode(const std::string& text) const;
    int layer() const;
    const std::string& name() const; ///< the folder's

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace diffuscope
