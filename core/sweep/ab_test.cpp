// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/ab_test.h"

#include "core/engine/cancelled.h"
#include "core/error.h"

#include <algorithm>

namespace diffuscope {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Rows of the file from `first` on that are computed together.
using Batch = std::span<AbExample>;

class Run {
public:
    Run(const AbPlan& plan, SweepGenerator& a, SweepGenerator& b, const AbControl& control)
        : control_(control), a_{a, &AbExample::a, a.expectedEvaluations(plan.a)}, b_{b, &AbExample::b, b.expectedEvaluations(plan.b)},
          store_(control.store, SweepStore::Access::Add) {
        result_.plan = plan;
        readExamples();
    }

    AbResult all() {
        report();
        const auto size = static_cast<std::size_t>(result_.plan.batch),
                   rows = result_.examples.size() / static_cast<std::size_t>(result_.plan.seeds);
        for (int seed = 0; seed < result_.plan.seeds; ++seed)
            for (std::size_t first = 0; first < rows; first += size) {
                const Batch batch(result_.examples.data() + static_cast<std::size_t>(seed) * rows + first, std::min(size, rows - first));
                fill(batch, recipeOfSeed(result_.plan.a, seed), a_);
                fill(batch, recipeOfSeed(result_.plan.b, seed), b_);
            }
        measureAbTest(result_);
        return std::move(result_);
    }

private:
    struct Side {
        SweepGenerator& generator;
        std::string AbExample::*text;
        double cost; ///< network evaluations a text
    };

    void readExamples() {
        const auto& plan = result_.plan;
        auto pairs = readPairs(plan.input);
        if (plan.limit > 0 && pairs.size() > plan.limit) pairs.resize(plan.limit);
        if (pairs.empty()) throw Error(translatable("core", "'%1' holds no rows."), {plan.input});
        for (std::size_t row = 0; row < pairs.size(); ++row) {
            auto misfit = a_.generator.misfit(pairs[row].source, plan.a.canvas);
            if (!misfit) misfit = b_.generator.misfit(pairs[row].source, plan.b.canvas);
            if (!misfit) {
                result_.examples.push_back({row, 0, pairs[row], {}, {}, {}});
                continue;
            }
            ++result_.skipped;
            result_.whySkipped = *misfit;
        }
        if (result_.examples.empty())
            throw Error(translatable("core", "No source of '%1' can be used. %2"), {plan.input, result_.whySkipped});
        const auto rows = result_.examples.size();
        for (int seed = 1; seed < plan.seeds; ++seed)
            for (std::size_t i = 0; i < rows; ++i) {
                result_.examples.push_back(result_.examples[i]);
                result_.examples.back().seed = seed;
            }
    }

    void report() const {
        if (!control_.onProgress) return;
        const auto texts = result_.examples.size();
        const double all = static_cast<double>(texts) * (a_.cost + b_.cost);
        AbProgress progress{done_, 2 * texts, all > 0 ? spent_ / all : 0.0, kNaN};
        if (fresh_ > 0) progress.secondsLeft = (all - spent_) * seconds_ / fresh_;
        control_.onProgress(progress);
    }

    void fill(Batch batch, Recipe recipe, const Side& side) {
        for (const auto& example : batch) recipe.sources.push_back(example.pair.source);
        try {
            const auto texts = generate(recipe, side);
            for (std::size_t i = 0; i < batch.size(); ++i) batch[i].*side.text = texts[i];
        } catch (const Error& error) {
            fillRowByRow(batch, recipe, side, error);
        }
        done_ += batch.size();
        spent_ += static_cast<double>(batch.size()) * side.cost;
        report();
    }

    void fillRowByRow(Batch batch, Recipe recipe, const Side& side, const Error& whole) {
        std::size_t refused = 0;
        for (auto& example : batch) {
            recipe.sources = {example.pair.source};
            try {
                example.*side.text = generate(recipe, side).front();
            } catch (const Error& error) {
                example.error = error.wording();
                ++refused;
            }
        }
        // The very first rows, all of them: it is the recipe's fault, and would be said of every row.
        if (refused == batch.size() && batch.data() == result_.examples.data()) throw whole;
    }

    std::vector<std::string> generate(const Recipe& recipe, const Side& side) {
        if (control_.stop.stop_requested()) throw Cancelled{};
        const auto model = side.generator.model();
        if (auto known = store_.find(model, recipe)) return std::move(known->texts);
        auto batch = side.generator.generate(recipe, control_.stop);
        seconds_ += batch.seconds;
        fresh_ += static_cast<double>(batch.texts.size()) * side.cost;
        store_.append(model, recipe, batch);
        return std::move(batch.texts);
    }

    const AbControl& control_;
    Side a_, b_;
    SweepStore store_;
    AbResult result_;
    std::size_t done_ = 0;
    double spent_ = 0.0, fresh_ = 0.0, seconds_ = 0.0; ///< evaluations so far; those that were computed, and their time
};

/// The examples that have both texts, with the place of each one's row among the rows that have any.
struct Measured {
    GeneratedRows a, b;
    std::vector<std::size_t> examples, items;
    std::size_t itemCount = 0;
};

Measured measured(const AbResult& result) {
    Measured all;
    std::vector<std::size_t> rows;
    for (const auto& example : result.examples)
        if (example.error.empty()) rows.push_back(example.row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    all.itemCount = rows.size();
    for (std::size_t i = 0; i < result.examples.size(); ++i) {
        const auto& example = result.examples[i];
        if (!example.error.empty()) continue;
        all.examples.push_back(i);
        all.items.push_back(static_cast<std::size_t>(std::lower_bound(rows.begin(), rows.end(), example.row) - rows.begin()));
        for (auto* texts : {&all.a, &all.b}) {
            texts->references.push_back(example.pair.target);
            texts->sources.push_back(example.pair.source);
        }
        all.a.candidates.push_back(example.a);
        all.b.candidates.push_back(example.b);
    }
    return all;
}

CorpusMetric pooled(const MetricKind& kind, const GeneratedRows& texts, const Measured& all) {
    CorpusMetric metric(kind, all.itemCount);
    for (std::size_t i = 0; i < all.items.size(); ++i)
        metric.add(all.items[i], {texts.candidates[i], texts.references[i], texts.sources[i]});
    return metric;
}

std::vector<double> scores(const MetricKind& kind, const GeneratedRows& texts, const Measured& all, std::size_t examples) {
    const CorpusMetric metric(kind, texts);
    std::vector<double> scores(examples, kNaN);
    for (std::size_t i = 0; i < all.examples.size(); ++i) scores[all.examples[i]] = metric.rowValue(i);
    return scores;
}

} // namespace

void measureAbTest(AbResult& result) {
    const auto all = measured(result);
    result.failed = result.examples.size() - all.examples.size();
    result.items = all.itemCount;
    result.metrics.clear();
    if (all.itemCount == 0) return;
    for (const auto& name : comparisonMetrics(all.a)) {
        const auto& kind = findMetric(name);
        result.metrics.push_back(
            {compareMetric(pooled(kind, all.a, all), pooled(kind, all.b, all), {result.plan.resamples, result.plan.a.seed}),
             scores(kind, all.a, all, result.examples.size()), scores(kind, all.b, all, result.examples.size())});
    }
}

AbResult runAbTest(const AbPlan& plan, SweepGenerator& a, SweepGenerator& b, const AbControl& control) {
    if (plan.seeds < 1 || plan.batch < 1) throw Error(translatable("core", "Seeds and batch must be at least 1."));
    return Run(plan, a, b, control).all();
}

} // namespace diffuscope
