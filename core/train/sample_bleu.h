// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/transformer_net.h"
#include "core/train/dataset.h"

namespace diffuscope {

/// How well the network writes at present: corpus BLEU (0 … 100) over token ids of sentences generated for the first
/// `rows` validation pairs that fit the canvas. Ids need no text, so that it can be measured where there is no tokenizer;
/// it is for comparing moments of one training run, not for comparing tokenizers.
/// DPM-Solver++ 2M, 20 steps; predictions interpolated (τ = 0.5) and noise at 0.7, which unfinished models need.
double sampleBleu(const TransformerNet& net, const ModelConfig& config, const PreparedData& data, int rows);

} // namespace diffuscope
