<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>SweepNames</name>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1, %n step</numerusform>
            <numerusform>%1, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::AbMetricsModel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::AbStudy</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::FindBar</name>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::LaneList</name>
    <message numerus="yes">
        <source>%1 · %n step(s)</source>
        <translation>
            <numerusform>%1 · %n step</numerusform>
            <numerusform>%1 · %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n evaluation(s)</source>
        <translation>
            <numerusform>%1 · %n evaluation</numerusform>
            <numerusform>%1 · %n evaluations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s)</source>
        <translation>
            <numerusform>%n edit</numerusform>
            <numerusform>%n edits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::LaneStack</name>
    <message numerus="yes">
        <source>%n evaluation(s) in %1 s</source>
        <translation>
            <numerusform>%n evaluation in %1 s</numerusform>
            <numerusform>%n evaluations in %1 s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n step(s) · %2 · seed %3 · %4</source>
        <translation>
            <numerusform>%1 · %n step · %2 · seed %3 · %4</numerusform>
            <numerusform>%1 · %n steps · %2 · seed %3 · %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::MainWindow</name>
    <message numerus="yes">
        <source>%n evaluation(s) in %1 s</source>
        <translation>
            <numerusform>%n evaluation in %1 s</numerusform>
            <numerusform>%n evaluations in %1 s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s): %1</source>
        <translation>
            <numerusform>%n lane: %1</numerusform>
            <numerusform>%n lanes: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Opened an earlier run of %n lane(s): %1</source>
        <translation>
            <numerusform>Opened an earlier run of %n lane: %1</numerusform>
            <numerusform>Opened an earlier run of %n lanes: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::OrderView</name>
    <message numerus="yes">
        <source>%1 · %n evaluation(s) · error %2</source>
        <translation>
            <numerusform>%1 · %n evaluation · error %2</numerusform>
            <numerusform>%1 · %n evaluations · error %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::SamplerBox</name>
    <message numerus="yes">
        <source>Named times, %n step(s)</source>
        <translation>
            <numerusform>Named times, %n step</numerusform>
            <numerusform>Named times, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::SentencesModel</name>
    <message numerus="yes">
        <source>Underlined: %n word(s) that lane %1 does not say there</source>
        <translation>
            <numerusform>Underlined: %n word that lane %1 does not say there</numerusform>
            <numerusform>Underlined: %n words that lane %1 does not say there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::SweepControls</name>
    <message numerus="yes">
        <source>%n row(s) too long for the canvas</source>
        <translation>
            <numerusform>%n row too long for the canvas</numerusform>
            <numerusform>%n rows too long for the canvas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::SweepForm</name>
    <message numerus="yes">
        <source>%n candidate(s)</source>
        <translation>
            <numerusform>%n candidate</numerusform>
            <numerusform>%n candidates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %n setting(s) of the paper&apos;s Figure 3</source>
        <translation>
            <numerusform>the %n setting of the paper&apos;s Figure 3</numerusform>
            <numerusform>the %n settings of the paper&apos;s Figure 3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::SweepModel</name>
    <message numerus="yes">
        <source>%n sentence(s)</source>
        <translation>
            <numerusform>%n sentence</numerusform>
            <numerusform>%n sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out: the source does not fit on the canvas</source>
        <translation>
            <numerusform>%n row left out: the source does not fit on the canvas</numerusform>
            <numerusform>%n rows left out: the source does not fit on the canvas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::SweepStudy</name>
    <message numerus="yes">
        <source>%n setting(s) measured.</source>
        <translation>
            <numerusform>%n setting measured.</numerusform>
            <numerusform>%n settings measured.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not run; its row says why.</source>
        <translation>
            <numerusform>%n could not run; its row says why.</numerusform>
            <numerusform>%n could not run; their rows say why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::SweepView</name>
    <message numerus="yes">
        <source>%n evaluation(s)</source>
        <translation>
            <numerusform>%n evaluation</numerusform>
            <numerusform>%n evaluations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s): %2 %3 · %4 · %5 s a sentence</source>
        <translation>
            <numerusform>%1, %n step: %2 %3 · %4 · %5 s a sentence</numerusform>
            <numerusform>%1, %n steps: %2 %3 · %4 · %5 s a sentence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::TimesResult</name>
    <message numerus="yes">
        <source>%1 of %n token(s) differ</source>
        <translation>
            <numerusform>%1 of %n token differs</numerusform>
            <numerusform>%1 of %n tokens differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evaluation(s)</source>
        <translation>
            <numerusform>%n evaluation</numerusform>
            <numerusform>%n evaluations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::TimesView</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) part here</source>
        <translation>
            <numerusform>%n token parts here</numerusform>
            <numerusform>%n tokens part here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::TokenGrid</name>
    <message numerus="yes">
        <source>Step %1: t = %2, λ = %3, %n network evaluation(s) so far</source>
        <translation>
            <numerusform>Step %1: t = %2, λ = %3, %n network evaluation so far</numerusform>
            <numerusform>Step %1: t = %2, λ = %3, %n network evaluations so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nearest tokens at each step: %1, %2, %n step(s)</source>
        <translation>
            <numerusform>Nearest tokens at each step: %1, %2, %n step</numerusform>
            <numerusform>Nearest tokens at each step: %1, %2, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::TrainingForm</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>diffuscope::TrainingStudy</name>
    <message numerus="yes">
        <source>%n pair(s) of %1 are too long for this size and left out.</source>
        <translation>
            <numerusform>%n pair of %1 is too long for this size and left out.</numerusform>
            <numerusform>%n pairs of %1 are too long for this size and left out.</numerusform>
        </translation>
    </message>
</context>
</TS>
