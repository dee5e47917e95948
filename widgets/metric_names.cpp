// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/metric_names.h"

#include "core/metrics/corpus_metric.h"
#include "widgets/number_text.h"

#include <QCoreApplication>
#include <cmath>
#include <nlohmann/json.hpp>

namespace diffuscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MetricNames)
};

QString titleOf(std::string_view metric) {
    if (metric == "bleu_sacre") return QStringLiteral("sacreBLEU");
    if (metric == "bleu_nltk_method4") return QStringLiteral("BLEU (NLTK)");
    if (metric == "chrf") return QStringLiteral("chrF2");
    if (metric == "rouge1") return QStringLiteral("ROUGE-1");
    if (metric == "rouge2") return QStringLiteral("ROUGE-2");
    if (metric == "rougeL") return QStringLiteral("ROUGE-L");
    if (metric == "slot_accuracy") return Words::tr("Slots");
    if (metric == "length_ratio") return Words::tr("Length ratio");
    if (metric == "exact_match") return Words::tr("Exact match");
    return QString::fromUtf8(metric.data(), static_cast<qsizetype>(metric.size()));
}

QString definitionOf(std::string_view metric) {
    if (metric == "bleu_sacre")
        return Words::tr(
            "Corpus BLEU as sacreBLEU computes it (13a words, up to 4-grams, exponential smoothing), 0 to 100; of one row: sentence BLEU");
    if (metric == "bleu_nltk_method4") return Words::tr("Mean sentence BLEU as DiffuSeq reports it (NLTK, smoothing method 4), 0 to 1");
    if (metric == "chrf")
        return Words::tr("chrF2: F-measure of character n-grams up to 6, recall counts twice, as sacreBLEU computes it, 0 to 100");
    if (metric == "rougeL") return Words::tr("Mean ROUGE-L: F-measure of the longest common subsequence of words, lower case, 0 to 1");
    if (metric == "slot_accuracy")
        return Words::tr("Share of the source's slot values said word for word in the reference that the text says too, any case, 0 to 1");
    if (metric == "length_ratio") return Words::tr("Words of the texts divided by words of the references; 1: as long as these");
    if (metric == "exact_match") return Words::tr("Share of the texts that have exactly the reference's words, 0 to 1");
    const auto definitions = metricDefinitions();
    const auto known = definitions.find(std::string(metric));
    return known == definitions.end() ? QString() : QString::fromStdString(known->get<std::string>());
}

} // namespace

MetricName metricName(std::string_view metric) { return {titleOf(metric), definitionOf(metric), countsToHundred(metric) ? 1 : 3}; }

QString metricText(std::string_view metric, double value) { return numberText(value, countsToHundred(metric) ? 2 : 3); }

bool countsToHundred(std::string_view metric) { return metric == "bleu_sacre" || metric == "chrf"; }

double qualityOf(std::string_view metric, double value) { return metric == "length_ratio" ? -std::abs(value - 1.0) : value; }

} // namespace diffuscope
