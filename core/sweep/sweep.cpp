// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep.h"

#include "core/engine/cancelled.h"
#include "core/error.h"
#include "core/metrics/generated_rows.h"
#include "core/sweep/progress_count.h"
#include "core/text/pairs.h"

#include <algorithm>
#include <cmath>

namespace diffuscope {
namespace {

/// What the generator refused: the setting's fault, not the sweep's (as a store that cannot be written would be).
struct SettingFault {
    Wording sentence;
};

class Run {
public:
    Run(const SweepPlan& plan, std::vector<SweepSetting> settings, SweepGenerator& generator, const SweepControl& control,
        SweepStore::Access access)
        : plan_(plan), generator_(generator), control_(control), settings_(std::move(settings)), pairs_(readFitting()),
          progress_(costs(), pairs_.size() * static_cast<std::size_t>(plan.seeds)), store_(control.store, access) {}

    std::vector<SweepRow> all() {
        std::vector<SweepRow> rows;
        for (const auto& setting : settings_) {
            report(setting);
            rows.push_back(rowOf(setting));
            progress_.settingDone();
            if (control_.onRow) control_.onRow(rows.back());
        }
        if (!settings_.empty()) report(settings_.back());
        return rows;
    }

    GeneratedRows texts(const SweepSetting& setting, int seed) {
        GeneratedRows rows;
        try {
            eachBatch(setting, seed, [&](std::size_t first, const SweepBatch& batch) {
                for (std::size_t i = 0; i < batch.texts.size(); ++i) {
                    rows.candidates.push_back(batch.texts[i]);
                    rows.references.push_back(pairs_[first + i].target);
                    rows.sources.push_back(pairs_[first + i].source);
                }
            });
        } catch (const SettingFault& fault) {
            throw Error(fault.sentence);
        }
        return rows;
    }

private:
    std::vector<Pair> readFitting() {
        auto pairs = readPairs(plan_.input);
        if (plan_.limit > 0 && pairs.size() > plan_.limit) pairs.resize(plan_.limit);
        if (pairs.empty()) throw Error(translatable("core", "'%1' holds no rows."), {plan_.input});
        Wording why;
        skipped_ = std::erase_if(pairs, [&](const Pair& pair) {
            const auto misfit = generator_.misfit(pair.source, plan_.base.canvas);
            if (misfit) why = *misfit;
            return misfit.has_value();
        });
        if (pairs.empty()) throw Error(translatable("core", "No source of '%1' can be used. %2"), {plan_.input, why});
        return pairs;
    }

    std::vector<double> costs() const {
        std::vector<double> costs;
        for (const auto& setting : settings_) costs.push_back(generator_.expectedEvaluations(recipeOf(plan_, setting, 0)));
        return costs;
    }

    void report(const SweepSetting& setting) const {
        if (!control_.onProgress) return;
        auto progress = progress_.now();
        progress.setting = setting;
        progress.skipped = skipped_;
        control_.onProgress(progress);
    }

    SweepBatch batchOf(const Recipe& recipe) {
        if (control_.pause) control_.pause->wait(control_.stop);
        if (control_.stop.stop_requested()) throw Cancelled{};
        const auto model = generator_.model();
        if (auto known = store_.find(model, recipe)) {
            progress_.batchDone(recipe.sources.size(), std::numeric_limits<double>::quiet_NaN());
            return *std::move(known);
        }
        auto batch = generated(recipe);
        progress_.batchDone(recipe.sources.size(), batch.seconds);
        store_.append(model, recipe, batch);
        return batch;
    }

    SweepBatch generated(const Recipe& recipe) {
        try {
            return generator_.generate(recipe, control_.stop);
        } catch (const Error& error) {
            throw SettingFault{error.wording()};
        }
    }

    /// Calls visit(number of its first pair, batch) for every batch of one seed.
    template <class Visit> void eachBatch(const SweepSetting& setting, int seed, Visit visit) {
        const auto size = static_cast<std::size_t>(plan_.batch);
        auto recipe = recipeOf(plan_, setting, seed);
        for (std::size_t first = 0; first < pairs_.size(); first += size) {
            const std::size_t last = std::min(pairs_.size(), first + size);
            recipe.sources.clear();
            for (std::size_t i = first; i < last; ++i) recipe.sources.push_back(pairs_[i].source);
            visit(first, batchOf(recipe));
            report(setting);
        }
    }

    /// Counts one seed's sentences into `row` (as sums) and the metrics.
    void addSeed(const SweepSetting& setting, int seed, SweepRow& row, std::vector<CorpusMetric>& metrics) {
        eachBatch(setting, seed, [&](std::size_t first, const SweepBatch& batch) {
            for (std::size_t i = 0; i < batch.texts.size(); ++i) {
                const auto& pair = pairs_[first + i];
                for (auto& metric : metrics) metric.add(first + i, {batch.texts[i], pair.target, pair.source});
            }
            const auto sentences = batch.texts.size();
            row.sentences += sentences;
            row.secondsPerSentence += batch.seconds;
            row.evaluations += batch.evaluations * static_cast<double>(sentences);
        });
    }

    SweepRow rowOf(const SweepSetting& setting) {
        SweepRow row;
        row.setting = setting;
        row.skipped = skipped_;
        std::vector<CorpusMetric> metrics;
        for (const auto name : sweepMetrics()) metrics.emplace_back(findMetric(name), pairs_.size());
        try {
            for (int seed = 0; seed < plan_.seeds; ++seed) addSeed(setting, seed, row, metrics);
        } catch (const SettingFault& fault) {
            SweepRow failed;
            failed.setting = setting;
            failed.skipped = skipped_;
            failed.error = fault.sentence;
            return failed;
        }
        row.secondsPerSentence /= static_cast<double>(row.sentences);
        row.evaluations /= static_cast<double>(row.sentences);
        for (const auto& metric : metrics) {
            const auto estimate = bootstrap(metric, {plan_.resamples, plan_.base.seed});
            if (!std::isnan(estimate.value)) row.metrics.emplace_back(metric.kind().name, estimate);
        }
        return row;
    }

    const SweepPlan& plan_;
    SweepGenerator& generator_;
    const SweepControl& control_;
    std::vector<SweepSetting> settings_;
    std::size_t skipped_ = 0;
    std::vector<Pair> pairs_;
    ProgressCount progress_;
    SweepStore store_; ///< last: what is refused before it leaves no file behind
};

} // namespace

std::vector<SweepRow> runSweep(const SweepPlan& plan, SweepGenerator& generator, const SweepControl& control) {
    return Run(plan, settingsOf(plan), generator, control, SweepStore::Access::Add).all();
}

GeneratedRows textsOf(const SweepPlan& plan, const SweepSetting& setting, int seed, SweepGenerator& generator,
                      const SweepControl& control) {
    return Run(plan, {setting}, generator, control, SweepStore::Access::Read).texts(setting, seed);
}

} // namespace diffuscope
