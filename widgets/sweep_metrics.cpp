// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sweep_metrics.h"

#include <QCoreApplication>
#include <cmath>

namespace diffuscope {
namespace {

struct SweepMetrics {
    Q_DECLARE_TR_FUNCTIONS(SweepMetrics)
};

} // namespace

MetricText metricText(std::string_view metric) {
    if (metric == "bleu_sacre")
        return {SweepMetrics::tr("BLEU"), SweepMetrics::tr("Corpus BLEU as sacreBLEU computes it (13a words, up to 4-grams), 0 to 100"), 1};
    if (metric == "bleu_nltk_method4")
        return {SweepMetrics::tr("BLEU (NLTK)"), SweepMetrics::tr("Mean sentence BLEU of the published evaluation (NLTK, up to 4-grams, smoothing method 4), 0 to 1"), 3};
    if (metric == "rougeL") return {SweepMetrics::tr("ROUGE-L"), SweepMetrics::tr("Mean ROUGE-L F-measure (longest common subsequence of words), 0 to 1"), 3};
    if (metric == "slot_accuracy")
        return {SweepMetrics::tr("Slots"), SweepMetrics::tr("Share of the sources' slot values said word for word in the reference that the generated text says too, any case, 0 to 1"), 3};
    if (metric == "length_ratio") return {SweepMetrics::tr("Length"), SweepMetrics::tr("Words of all generated texts divided by those of all references (13a words); 1 is as long"), 2};
    return {QString::fromUtf8(metric.data(), static_cast<qsizetype>(metric.size())), QString(), 3};
}

double qualityOf(std::string_view metric, double value) { return metric == "length_ratio" ? -std::abs(value - 1.0) : value; }

} // namespace diffuscope
