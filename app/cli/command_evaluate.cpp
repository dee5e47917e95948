// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/bert/bert_encoder.h"
#include "core/bert/bert_score.h"
#include "core/metrics/evaluate.h"
#include "core/metrics/generated_rows.h"

#include <iomanip>
#include <sstream>

namespace diffuscope::cli {
namespace {

constexpr int kNameWidth = 20, kValueWidth = 12;

std::string cell(const nlohmann::json& values, const std::string& key) {
    std::ostringstream text;
    text << std::setw(kValueWidth);
    if (values.contains(key)) text << std::fixed << std::setprecision(4) << values.at(key).get<double>();
    else text << "";
    return text.str();
}

std::string named(const std::string& name) {
    std::ostringstream text;
    text << std::left << std::setw(kNameWidth) << name;
    return text.str();
}

/// One line a metric, one column for the first file and, with several, one for the candidates chosen by MBR.
void printTable(const nlohmann::json& result, const Output& output) {
    const bool several = result.contains("mbr");
    const auto mbr = several ? result.at("mbr") : nlohmann::json::object();
    output.text("Items: " + std::to_string(result.at("items").get<size_t>()) +
                ", candidates of each: " + std::to_string(result.at("files").get<size_t>()));
    if (several) output.text(named("") + "  first file         MBR");
    for (const char* key : {"bleu_nltk_method4", "bleu_sacre", "chrf", "rouge1", "rouge2", "rougeL", "dist1", "avg_len", "length_ratio",
                            "exact_match", "slot_accuracy", "bleu_multi", "bert_precision", "bert_recall", "bert_f1"})
        if (result.contains(key)) output.text(named(key) + cell(result, key) + (several ? cell(mbr, key) : ""));
    if (!several) return;
    output.text("between the candidates of an item:");
    for (const char* key : {"self_bleu", "div4"}) output.text(named(key) + cell(result, key));
    output.text("bleu_sacre of the MBR choice among the first candidates:");
    for (const auto& point : result.at("mbr_curve"))
        output.text(named(std::to_string(point.at("candidates").get<size_t>())) + cell(point, "bleu_sacre"));
}

/// BERTScore of the first file's candidates.
void addBert(nlohmann::json& result, const std::string& file, const std::string& folder) {
    const BertEncoder encoder(folder);
    const auto rows = readGeneratedRows(file);
    const auto score = meanBertScore(encoder, rows.candidates, rows.references);
    const auto how = " of BERTScore (Zhang et al. 2020) with layer " + std::to_string(encoder.layer()) + " of '" + encoder.name() +
                     "', no idf, not rescaled; of the first file";
    result.update({{"bert_precision", score.precision}, {"bert_recall", score.recall}, {"bert_f1", score.f1}});
    result["definitions"].update(
        {{"bert_precision", "Mean precision" + how}, {"bert_recall", "Mean recall" + how}, {"bert_f1", "Mean F1" + how}});
}

} // namespace

Command addEvaluate(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("evaluate", "Metrics of generated rows; one file holds one candidate an item");
    auto files = std::make_shared<std::vector<std::string>>();
    auto references = std::make_shared<std::string>();
    app->add_option("FILE", *files, "JSON lines {recover, reference, source}")->required();
    app->add_option("--references", *references, "Pair file with further references: all targets of a row's source");
    auto bert = std::make_shared<std::string>();
    app->add_option("--bert", *bert, "Folder of a BERT (model.safetensors, config.json, vocab.txt): adds BERTScore");
    return {app, [&output, files, references, bert] {
                auto result = evaluateFiles({files->begin(), files->end()}, *references);
                if (!bert->empty()) addBert(result, files->front(), *bert);
                if (output.json) output.print(result);
                else printTable(result, output);
                return 0;
            }};
}

} // namespace diffuscope::cli
