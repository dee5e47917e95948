// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/best_times.h"
#include "core/diffusion/noise_schedule.h"
#include "widgets/plot_view.h"

#include <memory>
#include <optional>
#include <vector>

class QAction;
class QCPGraph;
class QCPItemTracer;
class QUndoStack;

namespace diffuscope {

/// A solver's times as points on the λ axis that can be moved: by mouse, by keyboard; each step is as high as it is wide,
/// or as the error that it makes. Behind them the schedule's ᾱ and σ. It shows no trace.
class TimesView : public PlotView {
    Q_OBJECT
public:
    /// What the height of a step tells.
    enum class Measure { Size, Error };

    explicit TimesView(QWidget* parent = nullptr);
    ~TimesView() override;

    bool needsTrace() const override { return false; }
    QString dataTable() const override;
    QString figureTitle() const override;

    void setSchedule(const NoiseSchedule& schedule);
    const std::optional<NoiseSchedule>& schedule() const { return schedule_; }
    /// Falling, in [1/T, 1], at least two; told to nobody, and not to be undone.
    void setTimes(const std::vector<double>& times);
    /// The same as an edit: it can be undone, and timesChanged() tells of it. `goesOn`: undone together with the edit before.
    void editTimes(const std::vector<double>& times, bool goesOn = false);
    const std::vector<double>& times() const { return times_; }
    /// What a fine run measured; an empty one: nothing did.
    void setProfile(const ErrorProfile& profile);
    /// Of each step [steps], in lengths of the embedding space; empty without a profile.
    std::vector<double> errors() const;
    /// How many tokens part from the fine run's at each recorded step of a run with these times [steps + 1]. Every edit
    /// makes it unknown.
    void setParting(const std::vector<int>& tokens);
    Measure measure() const;
    void setMeasure(Measure measure);
    /// Index into times(); −1: none.
    int selected() const { return selected_; }
    void select(int index);
    bool endsFree() const { return endsFree_; }
    /// Where a time's handle is on plot(), in pixels.
    QPoint handleAt(int index) const;

public slots:
    /// Moves the selected time on the λ axis, as far as its neighbours allow.
    void moveSelected(double lambda);
    /// One more time in the middle of the step before the selected one, or of the widest step.
    void insertTime();
    void removeSelected();
    void undo();
    void redo();
    /// Whether the first and the last time may be moved as well.
    void setEndsFree(bool free);

signals:
    /// By a hand, by undoing, or by editTimes().
    void timesChanged();

protected:
    void rebuild() override;
    void mark(Place now, Place hover) override;
    void recolour(const GridTheme& theme) const override;
    void retranslate() override;
    Place placeAt(double, double) const override { return {}; }
    QString valueAt(Place) const override;
    QString valueUnder(double x, double y) const override;
    void rescale() override;
    QString unavailable() const override;

    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Edit;
    friend class Edit;

    void createActions();
    void updateActions();
    /// `gesture`: edits of one and the same are undone together.
    void change(const std::vector<double>& times, int selected, int gesture);
    /// A gesture of its own: what the keys move afterwards is another one.
    void changeOnce(const std::vector<double>& times, int selected);
    void put(const std::vector<double>& times, int selected);
    bool movable(int index) const;
    /// The time whose handle is under the mouse, −1: none.
    int handleUnder(const QPoint& at) const;
    bool onHandlesBand(const QPoint& at) const;
    bool mousePressed(const QPoint& at);
    void mouseMoved(const QPoint& at);
    bool doubleClicked(const QPoint& at);
    std::vector<double> heights() const;
    QString describeTime(int index) const;
    QString describeStep(int step) const;
    QString summary() const;

    std::optional<NoiseSchedule> schedule_;
    std::vector<double> times_;
    ErrorProfile profile_; ///< empty: not measured
    std::vector<int> parting_;
    QComboBox* choice_;
    QCPGraph *alphaBar_, *sigma_, *bars_, *stems_, *handles_;
    QCPItemTracer* chosen_;
    std::unique_ptr<QUndoStack> edits_;
    QAction *undo_, *redo_, *insert_, *remove_, *free_;
    int selected_ = -1;
    int dragging_ = -1; ///< the time under the pressed mouse
    int gesture_ = 0;   ///< number of the drag, or of the walk by keys, that goes on
    bool endsFree_ = false;
};

} // namespace diffuscope
