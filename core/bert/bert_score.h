// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace diffuscope {

class BertEncoder;

/// 0 … 1 in practice; a cosine may be negative.
struct BertScore {
    double precision = 0.0, recall = 0.0, f1 = 0.0;
};

/// BERTScore (Zhang et al. 2020, arXiv 1904.09675, section 3) without idf weights and without rescaling: each token of the
/// candidate is matched with the token of the reference whose contextual embedding has the highest cosine with its own;
/// precision is the mean of these cosines, recall the same the other way round. [CLS] and [SEP] may be matched but do not
/// count themselves, as in the published code. A text without tokens scores 0.
BertScore bertScore(const BertEncoder& encoder, const std::string& candidate, const std::string& reference);

/// Means over the rows. Throws Error when the spans differ in length or are empty.
BertScore meanBertScore(const BertEncoder& encoder, std::span<const std::string> candidates, std::span<const std::string> references);

} // namespace diffuscope
