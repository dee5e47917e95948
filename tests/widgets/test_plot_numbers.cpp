// SPDX-License-Identifier: GPL-3.0-or-later
// What each plot shows of a trace with known answers.
#include "tests/widgets/latent_trace.h"
#include "tests/widgets/widget_test.h"
#include "widgets/absorbing_view.h"
#include "widgets/change_view.h"
#include "widgets/commit_view.h"
#include "widgets/entropy_curve.h"
#include "widgets/margin_view.h"
#include "widgets/neighbours_model.h"
#include "widgets/number_text.h"
#include "widgets/schedule_view.h"
#include "widgets/trace_cursor.h"
#include "widgets/trajectory_view.h"

#include <cmath>
#include <numeric>
#include <set>

using namespace diffuscope;
using namespace diffuscope::test;

namespace {

/// A view of a trace with a cursor, brought up to date.
template <class View> struct Shown {
    TraceCursor cursor;
    View view;
    std::shared_ptr<const Trace> trace;

    explicit Shown(std::shared_ptr<const Trace> of = latentTrace()) : trace(std::move(of)) {
        cursor.setTrace(0, trace);
        cursor.setPosition(Sample::position(0));
        view.bindCursor(&cursor);
        view.setTrace(trace);
        view.refreshNow();
    }
};

double length(const std::array<float, 4>& v) { return std::sqrt(std::inner_product(v.begin(), v.end(), v.begin(), 0.0)); }

double meanOverTargets(double (*value)(int n)) {
    double sum = 0;
    constexpr int kTargets = Sample::length - Sample::targetFrom;
    for (int n = 0; n < kTargets; ++n) sum += value(n);
    return sum / kTargets;
}

bool near(double a, double b, double tolerance = 1e-5) { return std::abs(a - b) <= tolerance; }

/// softmax(E·x + bias) of the sample's embeddings.
std::vector<double> probabilities(const std::array<float, 4>& x, const std::vector<float>& bias) {
    std::vector<double> result;
    double sum = 0;
    for (int token = 0; token < static_cast<int>(sampleWords().size()); ++token) {
        const auto e = sampleEmbedding(token);
        result.push_back(
            std::exp(std::inner_product(e.begin(), e.end(), x.begin(), bias.empty() ? 0.0 : double(bias[static_cast<size_t>(token)]))));
        sum += result.back();
    }
    for (auto& p : result) p /= sum;
    return result;
}

} // namespace

class TestPlotNumbers : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }

    void numbersHaveATrueMinusAndNoughtHasNone() {
        QLocale::setDefault(QLocale(QLocale::English));
        QCOMPARE(numberText(-1.26, 1), QStringLiteral("−1.3"));
        QCOMPARE(numberText(-0.04, 1), QStringLiteral("0.0"));
        QCOMPARE(numberText(-0.06, 1), QStringLiteral("−0.1"));
        QCOMPARE(numberText(2.5, 2), QStringLiteral("2.50"));
        QCOMPARE(numberText(std::nan(""), 1), QStringLiteral("–"));
        QLocale::setDefault(QLocale::system());
    }

    void changeShowsHowFarAStepMoves() {
        Shown<ChangeView> shown;
        const double mean = meanOverTargets([](int n) { return length(sampleEmbedding(Sample::final(n))); });
        const auto state = shown.view.values(QStringLiteral("state_change"));
        QCOMPARE(state.size(), size_t(Sample::steps + 1));
        QVERIFY(std::isnan(state[0]));
        for (size_t step = 1; step < state.size(); ++step) QVERIFY(near(state[step], mean));
        QVERIFY(near(shown.view.values(QStringLiteral("prediction_change"))[4], 0.0));
        QVERIFY(near(shown.view.values(QStringLiteral("state_norm"))[7], 7 * mean));
        // At the end of a run without noise the expected length is that of the prediction itself.
        const auto expected = shown.view.values(QStringLiteral("expected_norm"));
        const auto& last = *shown.trace->steps.back();
        const double above = meanOverTargets([](int n) { return length(sampleEmbedding(Sample::final(n))); }) * last.alpha;
        QVERIFY(expected.back() > above);
        QVERIFY(near(expected.front(), std::sqrt(5 + 4), 0.05)); // ‖m‖² + σ²D at the noise, where α is nearly 0
    }

    void changeStandsOnTheAxisOfChoice() {
        Shown<ChangeView> shown;
        QCOMPARE(shown.view.placeOf(4), 4.0);
        shown.view.setAxis(StepPlot::Axis::Time);
        QCOMPARE(shown.view.placeOf(4), shown.trace->steps[4]->t);
        shown.view.setAxis(StepPlot::Axis::Lambda);
        QCOMPARE(shown.view.placeOf(4), shown.trace->steps[4]->lambda);
        const auto lines = shown.view.dataTable().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), Sample::steps + 2);
        QCOMPARE(lines[0], QStringLiteral("step\tt\tlambda\tstate_change\tprediction_change\tstate_norm\texpected_norm\ttoken_flips"));
        QVERIFY(lines[1].startsWith(QLatin1String("0\t1\t-7.7\tnan")));
    }

    void scheduleShowsStepSizes() {
        Shown<ScheduleView> shown;
        QCOMPARE(shown.view.axis(), StepPlot::Axis::Lambda);
        const auto sizes = shown.view.values(QStringLiteral("lambda_step"));
        QVERIFY(std::isnan(sizes[0]));
        for (size_t step = 1; step < sizes.size(); ++step) QVERIFY(near(sizes[step], 0.98));
        for (const int step : {0, 5, 10}) {
            const auto& record = *shown.trace->steps[static_cast<size_t>(step)];
            const auto at = static_cast<size_t>(step);
            QVERIFY(near(shown.view.values(QStringLiteral("alpha_bar"))[at], record.alpha * record.alpha));
            QVERIFY(near(shown.view.values(QStringLiteral("sigma"))[at], record.sigma));
        }
    }

    void marginAndRoundingErrorOfEachCell() {
        Shown<MarginView> shown;
        QCOMPARE(shown.view.positions().size(), size_t(Sample::words)); // up to the end mark
        QCOMPARE(shown.view.positions().front(), Sample::position(0));
        for (const auto& [step, n] : {std::pair{0, 0}, {4, 3}, {10, 9}}) QVERIFY(near(shown.view.value(step, n), Sample::margin(step, n)));
        QVERIFY(near(shown.view.curves().roundingError[6], Sample::distance(6)));
        shown.view.setMap(MarginView::Map::Error);
        QVERIFY(near(shown.view.value(4, 3), Sample::distance(4)));
    }

    void probabilitiesAndEntropyAreLmHeads_data() {
        QTest::addColumn<bool>("biased");
        QTest::newRow("without bias") << false;
        QTest::newRow("with bias") << true;
    }

    void probabilitiesAndEntropyAreLmHeads() {
        QFETCH(bool, biased);
        auto trace = latentTrace();
        auto header = std::make_shared<TraceHeader>(*trace->header);
        if (biased)
            for (size_t token = 0; token < sampleWords().size(); ++token) header->headBias.push_back(0.25f * static_cast<float>(token % 5));
        trace->header = header;
        Shown<MarginView> shown(trace);
        shown.cursor.setStep(6);
        shown.view.refreshNow();
        double bits = 0;
        constexpr int kTargets = Sample::length - Sample::targetFrom;
        for (int n = 0; n < kTargets; ++n)
            for (const double p : probabilities(sampleEmbedding(Sample::final(n)), header->headBias)) bits -= p * std::log2(p) / kTargets;
        QCOMPARE(shown.view.entropies().size(), size_t(Sample::steps + 1));
        for (const double value : shown.view.entropies()) QVERIFY(near(value, bits, 1e-4));
        const auto expected = probabilities(sampleEmbedding(Sample::final(0)), header->headBias);
        const auto* model = shown.view.neighbours();
        const auto token = static_cast<size_t>(trace->token(6, 0, Sample::position(0)));
        QVERIFY(near(model->index(0, NeighboursModel::Probability).data(Qt::UserRole).toDouble(), expected[token], 1e-5));
    }

    void entropyOfALongRunComesInSlices() {
        const auto trace = latentTrace(2001, 2000);
        EntropyCurve curve;
        QVERIFY(curve.finished());
        QVERIFY(curve.aim(trace, 0));
        QVERIFY(!curve.aim(trace, 0));
        int slices = 0;
        while (curve.advance()) ++slices;
        QVERIFY(curve.finished());
        QVERIFY(slices > 0);
        const auto known = std::count_if(curve.values().begin(), curve.values().end(), [](double v) { return std::isfinite(v); });
        QVERIFY2(known > 100 && known <= 260, qPrintable(QString::number(known)));
        QVERIFY(curve.aim(trace, 1));
        QVERIFY(!std::isfinite(curve.values().front()));
    }

    void absorbingShowsWhereAndHowMuch() {
        Shown<AbsorbingView> shown;
        const PlotView::Place only{Sample::absorbedStep, Sample::position(Sample::absorbedWord)};
        QCOMPARE(shown.view.replaced().size(), size_t(1));
        QVERIFY(shown.view.replaced().front() == only);
        QVERIFY(near(shown.view.value(4, 2), 3.0));
        shown.view.setMap(AbsorbingView::Map::Replaced);
        QCOMPARE(shown.view.value(Sample::absorbedStep, Sample::absorbedWord), 1.0);
        QCOMPARE(shown.view.value(Sample::absorbedStep, 0), 0.0);
        shown.view.setMap(AbsorbingView::Map::Nearer);
        QCOMPARE(shown.view.value(2, 0), 1.0);
        QCOMPARE(shown.view.value(3, 0), 0.0);
        shown.view.refreshNow();
        QVERIFY(near(shown.view.curves().absorbed[Sample::absorbedStep], 1.0 / (Sample::length - Sample::targetFrom)));
        QVERIFY(shown.view.dataTable().startsWith(QLatin1String("step\t9\t10")));
        QVERIFY(shown.view.dataTable().section(u'\n', 0, 0).endsWith(QLatin1String("near_absorbing\tabsorbed\tabsorb_probability")));
    }

    void commitShowsWhenEachTokenSettles() {
        Shown<CommitView> shown;
        std::vector<int> expected, counts(Sample::steps + 1, 0);
        for (int n = 0; n < Sample::words; ++n) expected.push_back(Sample::committed(n));
        QCOMPARE(shown.view.commits(), expected);
        for (const int step : expected) ++counts[static_cast<size_t>(step)];
        QCOMPARE(shown.view.histogram(), counts);
        // Committed at 1 4 7 1 4 7 1 4 7 1: four first, then three, then three.
        QCOMPARE(shown.view.order(), (std::vector<double>{1.5, 5, 8, 1.5, 5, 8, 1.5, 5, 8, 1.5}));
        QVERIFY(std::abs(shown.view.orderCorrelation()) < 0.2);
        const auto lines = shown.view.dataTable().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines[1], QStringLiteral("9\t1\t1.5\t▁what"));
    }

    void trajectoryKeepsDistancesInAPlaneThatHoldsAll() {
        Shown<TrajectoryView> shown;
        const auto& plane = shown.view.plane();
        QVERIFY(near(plane.explained[0] + plane.explained[1], 1.0, 1e-6));
        QVERIFY(plane.explained[0] >= plane.explained[1]);
        for (const int n : {0, 3, 6}) {
            const auto from = shown.view.pointAt(2, Sample::position(n)), to = shown.view.pointAt(9, Sample::position(n));
            QVERIFY(near(std::hypot(to[0] - from[0], to[1] - from[1]), 7 * length(sampleEmbedding(Sample::final(n))), 1e-3));
            // The prediction's token lies where the state is after one step.
            const auto token = shown.view.embeddingAt(Sample::final(n));
            const auto state = shown.view.pointAt(1, Sample::position(n));
            QVERIFY(token && near((*token)[0], state[0], 1e-4) && near((*token)[1], state[1], 1e-4));
        }
    }

    void trajectorySaysHowMuchEachPlaneShows() {
        Shown<TrajectoryView> shown;
        shown.view.setProjection(TrajectoryView::Projection::Landmarks);
        shown.view.refreshNow();
        // m lies at the plane's origin, the final token on its first axis.
        const auto& m = shown.trace->header->absorbing;
        QVERIFY(near(shown.view.plane().project(m)[0], 0) && near(shown.view.plane().project(m)[1], 0));
        QVERIFY(near((*shown.view.embeddingAt(Sample::final(0)))[1], 0, 1e-6));
        QVERIFY(near(shown.view.plane().explained[0] + shown.view.plane().explained[1], 1.0, 1e-6));
        shown.view.setProjection(TrajectoryView::Projection::Random);
        shown.view.refreshNow();
        const double share = shown.view.plane().explained[0] + shown.view.plane().explained[1];
        QVERIFY(share > 0 && share < 1);
    }

    void aGrowingTraceDoesNotTurnThePlaneAtEveryStep() {
        const auto whole = latentTrace(2001, 2000);
        Shown<TrajectoryView> shown(beginning(*whole, 1500));
        const auto before = shown.view.plane().axes[0];
        shown.view.setTrace(beginning(*whole, 1510));
        shown.view.refreshNow();
        QVERIFY(before == shown.view.plane().axes[0]);
        shown.view.setTrace(whole);
        shown.view.refreshNow();
        QVERIFY(before != shown.view.plane().axes[0]);
    }

    void theTitleSaysWhatIsShown() {
        Shown<MarginView> margin;
        QVERIFY(margin.view.figureTitle().startsWith(QLatin1String("Margin")));
        margin.view.setMap(MarginView::Map::Error);
        QVERIFY(margin.view.figureTitle().startsWith(QLatin1String("Rounding error")));
        QCOMPARE(margin.view.accessibleDescription(), margin.view.figureTitle());
        Shown<CommitView> commit;
        commit.view.setMap(CommitView::Map::Order);
        QVERIFY(commit.view.figureTitle().startsWith(QLatin1String("Order")));
        QCOMPARE(commit.view.accessibleDescription(), commit.view.figureTitle());
    }

    void numbersThatAreNoneLeaveGaps() {
        Shown<ChangeView> change(latentTraceWithNan());
        const auto state = change.view.values(QStringLiteral("state_change"));
        QVERIFY(std::isnan(state[5]) && std::isnan(state[6]) && std::isfinite(state[7]));
        Shown<TrajectoryView> trajectory(latentTraceWithNan());
        QVERIFY(std::isnan(trajectory.view.pointAt(5, Sample::position(1))[0]));
        QVERIFY(near(trajectory.view.plane().explained[0] + trajectory.view.plane().explained[1], 1.0, 1e-6));
        Shown<MarginView> margin(latentTraceWithNan());
        QVERIFY(std::isnan(margin.view.value(5, 0)) && std::isnan(margin.view.entropies()[5]) && std::isfinite(margin.view.entropies()[6]));
    }
};

int main(int argc, char** argv) { return runWidgetTest<TestPlotNumbers>(argc, argv); }
#include "test_plot_numbers.moc"
