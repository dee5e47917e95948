// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <string>
#include <thread>

class QLabel;
class QSpinBox;

namespace diffuscope {

class DataFileChoice;
class Notice;

/// A pair file and how many of its first rows are taken. Rows are counted in the background; a file that cannot be read is
/// told beside its name.
class DataFileBox : public QWidget {
    Q_OBJECT
public:
    explicit DataFileBox(QWidget* parent = nullptr);
    ~DataFileBox() override;

    /// The bundled validation file; empty when the program has lost its resources.
    static QString bundledFile();
    QString path() const;
    /// Whether it is the file that the model of fitTo() comes with; before that, bundledFile().
    bool isUsual() const { return path() == usual_; }
    /// One that is empty changes nothing.
    void setPath(const QString& path);
    /// See FittingData.
    void fitTo(const std::string& model);
    /// At least 1; no more than the file has, once they are counted.
    int rows() const;
    void setRows(int rows);
    /// −1: not counted yet, or not readable.
    int rowsInFile() const { return inFile_; }
    QString errorText() const;

signals:
    /// Path, number of rows or what is known of the file.
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void count();
    void onCounted(const QString& path, int rows, const QString& error);
    void retranslate();

    DataFileChoice* file_;
    QSpinBox* rows_;
    QLabel *rowsTitle_, *ofAll_;
    Notice* notice_;
    QString usual_;
    QString counted_; ///< the path that was last asked about
    int inFile_ = -1;
    int wanted_;           ///< rows that the person asked for: a shorter file on the way must not forget them
    std::jthread counter_; ///< last: it must end before the rest goes
};

} // namespace diffuscope
