// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure.h"

#include <QString>
#include <QStringList>
#include <nlohmann/json.hpp>
#include <optional>

namespace diffuscope {

/// Writes a figure by the suffix of its path: .pdf and .svg as vectors with real text, .png at 300 dpi.
/// `metadata` (the recipe and whatever identifies the data) travels inside the file. The file appears whole
/// or not at all. False when it could not be written; `error` then holds a sentence for the person.
bool exportFigure(const Figure& figure, const QString& path, const nlohmann::json& metadata, QString* error = nullptr);

/// What exportFigure() put into a PDF, SVG or PNG; nothing when the file is no such figure.
std::optional<nlohmann::json> readRecipe(const QString& path, QString* error = nullptr);

/// Suffixes that exportFigure() knows: "pdf", "svg", "png".
QStringList figureSuffixes();
/// The same as filters of a file dialogue.
QStringList figureFilters();

} // namespace diffuscope
