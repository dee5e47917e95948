// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "core/train/prepare.h"

namespace diffuscope::cli {

Command addPrepare(CLI::App& program, Output& output) {
    auto* app = program.add_subcommand("prepare", "Tokenizer and token ids from pair files, in a folder for 'train'");
    auto o = std::make_shared<PrepareOptions>();
    app->add_option("--input", o->train, "Training pairs: JSON lines {\"src\",\"trg\"}, plain or gzip")->required();
    app->add_option("--valid", o->valid, "Validation pairs");
    app->add_option("--vocab-size", o->vocabSize, "Tokens of the vocabulary, at most")
        ->check(CLI::Range(64, 1000000))
        ->capture_default_str();
    app->add_option("--seq-len", o->seqLen, "Rows longer than this are counted as cut")->capture_default_str();
    app->add_flag("!--no-delexicalize", o->delexicalize, "Keep slot values as text");
    app->add_option("--forget-slots", o->forgetSlots,
                    "Share of the training pairs given once more with slots as the shared <value>, so that the model can say slots that it "
                    "never saw")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    app->add_option("--output", o->output, "Folder to write")->required();
    return {app, [&output, o] {
                output.print(prepareData(*o, [&](const std::string& line) { output.log(line); }));
                return 0;
            }};
}

} // namespace diffuscope::cli
