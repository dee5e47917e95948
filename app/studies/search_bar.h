// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace diffuscope {

class DataFileChoice;

/// The automatic spacings of the λ designer: equal error, and a search over the first sentences of a file; below it, how
/// far that is.
class SearchBar : public QWidget {
    Q_OBJECT
public:
    explicit SearchBar(QWidget* parent = nullptr);

    int sentences() const;
    void setSentences(int count);
    /// What an empty file() stands for; need not exist.
    void setSamples(const QString& file) { samples_ = file; }
    /// Pairs (JSON lines); empty: the model's samples.
    QString file() const;
    void setFile(const QString& file);
    /// The sentences to search over. Throws Error where the file cannot be read or has none.
    std::vector<std::string> sources() const;
    /// Whether times may be asked for.
    void setReady(bool ready);
    /// A format of QProgressBar that says what is under way, and how far that is; an empty one: it is over.
    void setProgress(const QString& format, int done = 0, int total = 0);
    QString progressText() const;
    /// What a search has found so far; stays until the next one.
    void setFound(const std::optional<std::pair<double, double>>& firstAndBest);
    QString foundText() const;

signals:
    void equalErrorRequested();
    void searchRequested();
    void cancelRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QPushButton *equal_, *search_, *cancel_;
    QSpinBox* sentences_;
    DataFileChoice* file_;
    QProgressBar* progress_;
    QLabel* found_;
    QStackedWidget* state_; ///< what was found, or how far it is
    QString samples_;
    std::optional<std::pair<double, double>> firstAndBest_;
};

} // namespace diffuscope
