// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/engine/bundled.h"
#include "core/error.h"
#include "core/model/official_model.h"
#include "core/text/tokenizer.h"

namespace diffuscope::cli {
namespace {

int convert(const std::string& model, const std::string& to, const Output& output) {
    const auto from = modelFolder(model);
    const bool native = isNativeModel(from);
    if (!native && !isOfficialModel(from)) throw Error("'" + model + "' holds no model, neither native nor official.");
    if (std::filesystem::exists(to) && std::filesystem::equivalent(from, to)) throw Error("Choose another folder to convert to.");
    const auto stored = native ? readNativeModel(from) : readOfficialModel(from);
    const auto tokenizer = openTokenizer(from);
    // What cannot be read is refused before anything is written, and without weights, which come last, no folder is taken for a model.
    std::filesystem::create_directories(to);
    tokenizer->save(to);
    if (native && stored.config.selfCondition)
        output.log(
            "The published network is not self-conditioned: that matrix is left out, and the model says worse sentences without it.");
    if (native) writeOfficialModel(to, stored);
    else writeNativeModel(to, stored);
    output.print({{"from", from.string()}, {"to", to}, {"format", native ? "official" : "native"}});
    return 0;
}

} // namespace

Command addConvert(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("convert", "Native folder to official folder, or the other way");
    auto from = std::make_shared<std::string>(), to = std::make_shared<std::string>();
    app->add_option("FROM", *from, "Model folder")->required();
    app->add_option("TO", *to, "Folder to write")->required();
    return {app, [&output, from, to] { return convert(*from, *to, output); }};
}

} // namespace diffuscope::cli
