// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/bundled.h"

#include <QString>

namespace diffuscope {

/// The data file of a study as models come and go: once for each model, a file that ships gives way to the model's own
/// (dataFor). What is chosen afterwards stays until another model comes.
class FittingData {
public:
    /// The file to take now that `model` is the study's.
    QString fit(const std::string& model, const QString& file) {
        if (model == model_) return file;
        model_ = model;
        return QString::fromStdString(dataFor(model, file.toStdString()).string());
    }

private:
    std::string model_;
};

} // namespace diffuscope
