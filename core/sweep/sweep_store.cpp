// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep_store.h"

#include "core/error.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace diffuscope {
namespace {

/// Of every line, as the JSON library sorts the keys.
constexpr std::string_view kLineBegins = "{\"evaluations\"";

std::string dump(const nlohmann::json& json) { return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

/// FNV-1a, 64 bits.
std::uint64_t digest(const std::string& text) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return hash;
}

std::uint64_t keyOf(const std::string& model, const Recipe& recipe) { return digest(model + '\n' + dump(toJson(recipe))); }

std::string hexadecimal(std::uint64_t key) {
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(key));
    return text.data();
}

/// Of a line of the file; nothing when it is no sweep's.
std::optional<std::uint64_t> keyIn(const std::string& line) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("texts") || !json.contains("key") || !json["key"].is_string()) return std::nullopt;
    return std::strtoull(json["key"].get_ref<const std::string&>().c_str(), nullptr, 16);
}

} // namespace

SweepStore::SweepStore(std::filesystem::path file, Access access) : file_(std::move(file)) {
    if (file_.empty()) return;
    if (access == Access::Add) lock_.emplace(file_);
    if (!std::filesystem::exists(file_)) return;
    std::ifstream in(file_, std::ios::binary);
    if (!in) throw Error(translatable("core", "'%1' cannot be opened."), {file_.string()});
    std::string line;
    while (std::getline(in, line) && !in.eof()) {
        if (const auto key = keyIn(line)) lines_.push_back({*key, end_});
        end_ += line.size() + 1;
    }
    if (lines_.empty() && (end_ > 0 || !kLineBegins.starts_with(line.substr(0, kLineBegins.size()))))
        throw Error(translatable("core", "'%1' is no sweep's file; name another one for the results."), {file_.string()});
}

const SweepStore::Line* SweepStore::lineOf(std::uint64_t key) const {
    const auto at = std::find_if(lines_.begin(), lines_.end(), [&](const Line& line) { return line.key == key; });
    return at == lines_.end() ? nullptr : &*at;
}

std::optional<SweepBatch> SweepStore::find(const std::string& model, const Recipe& recipe) const {
    const auto* known = lineOf(keyOf(model, recipe));
    if (!known) return std::nullopt;
    std::ifstream in(file_, std::ios::binary);
    in.seekg(static_cast<std::streamoff>(known->place));
    std::string line;
    std::getline(in, line);
    try {
        const auto json = nlohmann::json::parse(line);
        SweepBatch batch{json.at("texts"), json.at("seconds"), json.at("evaluations")};
        if (json.at("key") == hexadecimal(known->key) && batch.texts.size() == recipe.sources.size()) return batch;
    } catch (const nlohmann::json::exception&) {
    }
    throw Error(translatable("core", "'%1' was changed or is damaged; start the sweep again, or name another file for the results."),
                {file_.string()});
}

void SweepStore::append(const std::string& model, const Recipe& recipe, const SweepBatch& batch) {
    if (!lock_) return;
    const auto key = keyOf(model, recipe);
    auto kept = toJson(recipe);
    kept.erase("sources");
    const auto line = dump({{"key", hexadecimal(key)},
                            {"recipe", kept},
                            {"texts", batch.texts},
                            {"seconds", batch.seconds},
                            {"evaluations", batch.evaluations}}) +
                      '\n';
    // What a program that ended while writing left behind goes first.
    if (std::filesystem::exists(file_) && std::filesystem::file_size(file_) > end_) std::filesystem::resize_file(file_, end_);
    std::ofstream out(file_, std::ios::binary | std::ios::app);
    out << line << std::flush;
    if (!out) throw Error(translatable("core", "'%1' could not be written; is the disk full or the folder read-only?"), {file_.string()});
    lines_.push_back({key, end_});
    end_ += line.size();
}

} // namespace diffuscope
