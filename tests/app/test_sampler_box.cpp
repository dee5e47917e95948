// SPDX-License-Identifier: GPL-3.0-or-later
// The sampler's fields: everything that a recipe holds goes into them and comes out again, and only what applies is there.
#include "app/times_field.h"
#include "core/solvers/solver_table.h"
#include "tests/app/window_test.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QToolButton>

namespace diffuscope::test {

class SamplerBoxTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { installFatalLog(); }
    void everyFieldGoesThereAndBack();
    void onlyWhatASolverTakesIsThere();
    void aListOfTimesDecidesTheSteps();
    void aBudgetTakesTheStepsPlace();
    void moreSaysHowMuchIsUnusual();
    void everyFieldHasAName();

private:
    static void choose(SamplerBox& box, const char* field, const char* key) {
        auto* choice = box.findChild<QComboBox*>(QLatin1String(field));
        choice->setCurrentIndex(choice->findData(QLatin1String(key)));
    }
    static bool isThere(const SamplerBox& box, const char* field) { return !box.findChild<QWidget*>(QLatin1String(field))->isHidden(); }
};

void SamplerBoxTest::everyFieldGoesThereAndBack() {
    Recipe recipe;
    recipe.solver = "dpmpp-2m-sde";
    recipe.steps = 33;
    recipe.evaluations = 17;
    recipe.spacing = "karras";
    recipe.rho = 5.5;
    recipe.seed = 99;
    recipe.samples = 3;
    recipe.temperature = 0.9;
    recipe.interpolate = 0.25;
    recipe.eta = 0.5;
    recipe.sdeEta = 0.75;
    recipe.noiseScale = 1.003;
    recipe.tolerance = 0.001;
    recipe.restarts = 4;
    recipe.discreteNoise = false;
    recipe.absorbRate = 0.15;
    recipe.denoiseToZero = true;
    recipe.roundingClamp = true;
    recipe.canvas = 48;
    recipe.mbr = true;
    recipe.rerank = true;
    SamplerBox box;
    box.setRecipe(recipe);
    QCOMPARE(toJson(box.applyTo(Recipe{})).dump(), toJson(recipe).dump());
    box.setRecipe(Recipe{});
    QCOMPARE(toJson(box.applyTo(recipe)).dump(), toJson(Recipe{}).dump());
}

void SamplerBoxTest::onlyWhatASolverTakesIsThere() {
    SamplerBox box;
    for (const auto& solver : solverTable()) {
        choose(box, "solver", std::string(solver.name).c_str());
        for (const char* option : {"eta", "sde_eta", "s_noise", "tolerance", "restarts", "discrete_noise"})
            QVERIFY2(isThere(box, option) == solver.heeds(option),
                     qPrintable(QLatin1String(option) + u' ' + QString::fromStdString(std::string(solver.name))));
        QVERIFY(isThere(box, "absorb_rate") == !solver.heeds("discrete_noise"));
        QVERIFY(isThere(box, "temperature") && isThere(box, "denoise_to_zero") && isThere(box, "rounding_clamp"));
        QVERIFY(box.findChild<QWidget*>(QStringLiteral("spacing"))->isEnabled());
    }
    choose(box, "solver", "dpmpp-2m");
    choose(box, "spacing", "karras");
    QVERIFY(isThere(box, "rho"));
    choose(box, "spacing", "log-snr");
    QVERIFY(!isThere(box, "rho") && !isThere(box, "timesLine"));
}

void SamplerBoxTest::aListOfTimesDecidesTheSteps() {
    SamplerBox box;
    box.findChild<QSpinBox*>(QStringLiteral("steps"))->setValue(5);
    choose(box, "spacing", "custom");
    QVERIFY(isThere(box, "timesLine") && !isThere(box, "evaluations"));
    QCOMPARE(box.applyTo(Recipe{}).times, (std::vector{1.0, 0.8, 0.6, 0.4, 0.2, 0.0005}));
    QVERIFY(!box.findChild<QWidget*>(QStringLiteral("steps"))->isEnabled());
    auto* field = box.findChild<TimesField*>();
    auto* edit = box.findChild<QLineEdit*>(QStringLiteral("times"));
    edit->setText(QStringLiteral("1  0.5;0.1"));
    QCOMPARE(box.applyTo(Recipe{}).times, (std::vector{1.0, 0.5, 0.1}));
    QVERIFY(field->errorText().isEmpty());
    edit->setText(QStringLiteral("1, 0.5, half"));
    QVERIFY2(field->errorText().contains(QStringLiteral("half")), qPrintable(field->errorText()));
    edit->setText(QStringLiteral("0.1, 0.5"));
    QVERIFY(!field->errorText().isEmpty());
    choose(box, "spacing", "log-snr");
    QVERIFY2(box.applyTo(Recipe{}).times.empty(), "what is not to be seen decides nothing");
}

void SamplerBoxTest::aBudgetTakesTheStepsPlace() {
    SamplerBox box;
    auto* budget = box.findChild<QSpinBox*>(QStringLiteral("evaluations"));
    auto* steps = box.findChild<QWidget*>(QStringLiteral("steps"));
    QVERIFY(steps->isEnabled());
    budget->setValue(12);
    QVERIFY(!steps->isEnabled());
    QCOMPARE(box.applyTo(Recipe{}).evaluations, 12);
    choose(box, "solver", "dpm-adaptive"); // places its steps itself
    QVERIFY(!steps->isEnabled());
    QCOMPARE(box.applyTo(Recipe{}).evaluations, 0);
    choose(box, "solver", "heun");
    budget->setValue(0);
    QVERIFY(steps->isEnabled());
}

void SamplerBoxTest::moreSaysHowMuchIsUnusual() {
    SamplerBox box;
    const auto* more = box.findChild<QToolButton*>(QStringLiteral("more"));
    QCOMPARE(more->text(), QStringLiteral("More"));
    box.findChild<QDoubleSpinBox*>(QStringLiteral("temperature"))->setValue(0.8);
    box.findChild<QCheckBox*>(QStringLiteral("rounding_clamp"))->setChecked(true);
    QCOMPARE(more->text(), QStringLiteral("More (2)"));
    box.findChild<QDoubleSpinBox*>(QStringLiteral("eta"))->setValue(0.5); // not of this solver
    QCOMPARE(more->text(), QStringLiteral("More (2)"));
}

void SamplerBoxTest::everyFieldHasAName() {
    const SamplerBox box;
    for (const auto* field : box.findChildren<QAbstractSpinBox*>())
        QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
    for (const auto* field : box.findChildren<QComboBox*>()) QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
}

} // namespace diffuscope::test

int main(int argc, char** argv) { return diffuscope::test::runWidgetTest<diffuscope::test::SamplerBoxTest>(argc, argv); }

#include "test_sampler_box.moc"
