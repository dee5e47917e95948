// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/train_log.h"
#include "widgets/plot_view.h"

#include <vector>

class QCPGraph;

namespace diffuscope {

/// What a training run shows: its name and its log.
struct TrainingRun {
    QString name;
    std::vector<TrainLogLine> lines;
    std::vector<TrainLogValidation> validations;
};

/// How training runs go on: one quantity of each against steps, pairs or time, in one picture. It shows no trace.
class TrainingView : public PlotView {
    Q_OBJECT
public:
    enum class Quantity { CrossEntropy, Bleu, Loss, Mse, GradientNorm, AbsorbingNorm, LearningRate, Speed };
    enum class Axis { Steps, Pairs, Hours };

    explicit TrainingView(QWidget* parent = nullptr);

    bool needsTrace() const override { return false; }
    QString dataTable() const override;
    QString figureTitle() const override;
    nlohmann::json figureMetadata() const override;
    /// The first is the one that a person works on.
    void setRuns(std::vector<TrainingRun> runs);
    const std::vector<TrainingRun>& runs() const { return runs_; }
    Quantity quantity() const;
    void setQuantity(Quantity quantity);
    Axis axis() const;
    void setAxis(Axis axis);
    /// The newest figures of a run, in words; empty while it has none.
    QString summary(const TrainingRun& run) const;

protected:
    void rebuild() override;
    void mark(Place, Place) override {}
    void recolour(const GridTheme& theme) const override;
    void retranslate() override;
    Place placeAt(double, double) const override { return {}; }
    QString valueAt(Place) const override;
    QString valueUnder(double x, double y) const override;
    void rescale() override;
    QString unavailable() const override;

private:
    /// A curve of a run: of training, or (`validated`) of the averaged weights on validation pairs.
    struct Curve {
        int run = 0;
        bool validated = false;
        QVector<double> x, y;
        QCPGraph* graph = nullptr;
    };
    std::vector<Curve> curves() const;
    Curve trained(int run) const;
    Curve validated(int run) const;
    QString nameOf(const Curve& curve) const;

    QComboBox *quantity_, *axis_;
    std::vector<TrainingRun> runs_;
    std::vector<Curve> shown_;
};

} // namespace diffuscope
