// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <vector>

namespace diffuscope {

/// A line of a training run's log: means since the line before.
struct TrainLogLine {
    std::int64_t step = 0, epoch = 0;
    std::int64_t pairs = 0; ///< seen, over all epochs
    double seconds = 0;     ///< training time over all sittings
    double learningRate = 0;
    double loss = 0, mse = 0, nll = 0; ///< nll: CE of the prediction over target positions, nats
    double gradientNorm = 0, absorbingNorm = 0;
    double tokensPerSecond = 0;
};

/// What the averaged weights were worth after a step.
struct TrainLogValidation {
    std::int64_t step = 0, pairs = 0;
    double seconds = 0;
    double nll = 0;       ///< as TrainLogLine::nll, of validation pairs
    double tokenBleu = 0; ///< BLEU of sampled tokens, 0 to 100
};

nlohmann::json toJson(const TrainLogLine& line);
nlohmann::json toJson(const TrainLogValidation& validation);

/// The log of a training run, as far as it is written: `train.jsonl` in the model's folder. What an interrupted run wrote
/// after its last checkpoint it writes again when it goes on; the later lines count.
class TrainLog {
public:
    explicit TrainLog(std::filesystem::path file) : file_(std::move(file)) {}

    /// Takes in what was written since. Whether there was anything new. A file that is not there yet has no lines; one that is
    /// shorter than it was is another run's.
    bool readOn();
    const std::filesystem::path& file() const { return file_; }
    const std::vector<TrainLogLine>& lines() const { return lines_; }
    const std::vector<TrainLogValidation>& validations() const { return validations_; }

private:
    void add(const std::string& line);

    std::filesystem::path file_;
    std::uintmax_t read_ = 0; ///< bytes, up to the end of a line
    std::vector<TrainLogLine> lines_;
    std::vector<TrainLogValidation> validations_;
};

} // namespace diffuscope
