// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/train_log.h"

#include <fstream>
#include <iterator>

namespace diffuscope {
namespace {

/// Calls visit(name, member) for every field, so that writing and reading cannot drift apart.
template <class Line, class Visit> void eachFigure(Line& line, Visit visit) {
    visit("step", line.step);
    visit("epoch", line.epoch);
    visit("pairs", line.pairs);
    visit("seconds", line.seconds);
    visit("lr", line.learningRate);
    visit("loss", line.loss);
    visit("mse", line.mse);
    visit("nll", line.nll);
    visit("gradient_norm", line.gradientNorm);
    visit("absorbing_norm", line.absorbingNorm);
    visit("tokens_per_second", line.tokensPerSecond);
}

template <class Line, class Visit> void eachScore(Line& line, Visit visit) {
    visit("step", line.step);
    visit("pairs", line.pairs);
    visit("seconds", line.seconds);
    visit("valid_nll", line.nll);
    visit("valid_token_bleu", line.tokenBleu);
}

/// A field that the log lacks, or that is null (no finite number), keeps its value.
auto from(const nlohmann::json& json) {
    return [&json](const char* name, auto& member) {
        if (const auto at = json.find(name); at != json.end() && at->is_number()) at->get_to(member);
    };
}

template <class Lines> void forgetFrom(Lines& lines, std::int64_t step) {
    while (!lines.empty() && lines.back().step >= step) lines.pop_back();
}

} // namespace

nlohmann::json toJson(const TrainLogLine& line) {
    nlohmann::json json;
    eachFigure(line, [&](const char* name, const auto& value) { json[name] = value; });
    return json;
}

nlohmann::json toJson(const TrainLogValidation& validation) {
    nlohmann::json json;
    eachScore(validation, [&](const char* name, const auto& value) { json[name] = value; });
    return json;
}

void TrainLog::add(const std::string& line) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("step")) return;
    if (json.contains("valid_nll")) {
        TrainLogValidation validation;
        // Older logs say only the step.
        if (!lines_.empty()) validation = {0, lines_.back().pairs, lines_.back().seconds, 0, 0};
        eachScore(validation, from(json));
        forgetFrom(validations_, validation.step);
        validations_.push_back(validation);
    } else {
        TrainLogLine figures;
        eachFigure(figures, from(json));
        if (!lines_.empty() && lines_.back().step >= figures.step) forgetFrom(validations_, figures.step);
        forgetFrom(lines_, figures.step);
        lines_.push_back(figures);
    }
}

bool TrainLog::readOn() {
    std::error_code none;
    const auto size = std::filesystem::file_size(file_, none);
    if (none || size == read_) return false;
    if (size < read_) {
        read_ = 0;
        lines_.clear();
        validations_.clear();
    }
    std::ifstream in(file_, std::ios::binary);
    in.seekg(static_cast<std::streamoff>(read_));
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    size_t at = 0;
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', at)) {
        add(text.substr(at, end - at));
        at = end + 1;
    }
    read_ += at;
    return at > 0;
}

} // namespace diffuscope
