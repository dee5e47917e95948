// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/safetensors.h"

#include "core/engine/cancelled.h"
#include "core/error.h"
#include "core/text/file_bytes.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

namespace diffuscope {
namespace {

struct TypeName {
    const char* name;
    torch::ScalarType type;
};
constexpr std::array<TypeName, 10> kTypes{{{"F64", torch::kFloat64},
                                           {"F32", torch::kFloat32},
                                           {"F16", torch::kFloat16},
                                           {"BF16", torch::kBFloat16},
                                           {"I64", torch::kInt64},
                                           {"I32", torch::kInt32},
                                           {"I16", torch::kInt16},
                                           {"I8", torch::kInt8},
                                           {"U8", torch::kUInt8},
                                           {"BOOL", torch::kBool}}};

/// A header of this many bytes would describe millions of tensors; more is a broken file.
constexpr std::uint64_t kLargestHeader = 100'000'000;
constexpr std::uint64_t kPiece = std::uint64_t(4) << 20; ///< bytes that a disk moves between two looks at the stop token

/// Calls move(offset, size) for one piece of so many bytes after the other.
template <class Move> void piecewise(std::uint64_t bytes, const std::stop_token& stop, Move move) {
    for (std::uint64_t offset = 0; offset < bytes; offset += kPiece) {
        if (stop.stop_requested()) throw Cancelled{};
        move(offset, static_cast<std::streamsize>(std::min(kPiece, bytes - offset)));
    }
}

torch::ScalarType typeFromName(const std::string& name, const std::filesystem::path& path) {
    for (const auto& entry : kTypes)
        if (name == entry.name) return entry.type;
    throw Error(translatable("core", "'%1' has a tensor of type %2, which is not supported."), {path.string(), name});
}

std::string nameOfType(torch::ScalarType type) {
    for (const auto& entry : kTypes)
        if (type == entry.type) return entry.name;
    throw Error(translatable("core", "A tensor of this type cannot be written to a safetensors file."));
}

torch::Tensor readTensor(std::ifstream& in, const nlohmann::json& entry, std::uint64_t start, std::uint64_t fileSize,
                         const std::filesystem::path& path, const std::stop_token& stop) {
    const auto type = typeFromName(entry.at("dtype"), path);
    const auto shape = entry.at("shape").get<std::vector<int64_t>>();
    const auto offsets = entry.at("data_offsets").get<std::array<std::uint64_t, 2>>();
    auto bytes = static_cast<std::uint64_t>(torch::elementSize(type));
    for (const int64_t size : shape) {
        if (size < 0 || (size > 0 && bytes > fileSize / static_cast<std::uint64_t>(size) + 1))
            throw Error(translatable("core", "'%1' is damaged: a tensor's shape does not fit the file."), {path.string()});
        bytes *= static_cast<std::uint64_t>(size);
    }
    if (offsets[1] < offsets[0] || offsets[1] - offsets[0] != bytes || offsets[1] > fileSize - start)
        throw Error(translatable("core", "'%1' is damaged: a tensor lies outside the file."), {path.string()});
    auto tensor = torch::empty(shape, torch::dtype(type));
    in.seekg(static_cast<std::streamoff>(start + offsets[0]));
    auto* data = static_cast<char*>(tensor.data_ptr());
    piecewise(bytes, stop, [&](std::uint64_t offset, std::streamsize size) { in.read(data + offset, size); });
    if (!in) throw Error(translatable("core", "'%1' could not be read to its end."), {path.string()});
    return tensor;
}

} // namespace

bool TensorFile::has(const std::string& name) const {
    return std::any_of(tensors.begin(), tensors.end(), [&](const auto& item) { return item.first == name; });
}

const torch::Tensor& TensorFile::at(const std::string& name) const {
    for (const auto& item : tensors)
        if (item.first == name) return item.second;
    throw Error(translatable("core", "'%1' has no tensor '%2'."), {path.string(), name});
}

TensorFile readSafetensors(const std::filesystem::path& path, const std::stop_token& stop) {
    std::ifstream in(path, std::ios::binary);
    if (!in || std::filesystem::is_directory(path)) throw Error(translatable("core", "'%1' cannot be opened."), {path.string()});
    const std::uint64_t fileSize = std::filesystem::file_size(path);
    std::uint64_t headerSize = 0;
    in.read(reinterpret_cast<char*>(&headerSize), sizeof headerSize);
    if (!in || headerSize > kLargestHeader || headerSize + sizeof headerSize > fileSize)
        throw Error(translatable("core", "'%1' is not a safetensors file."), {path.string()});
    std::string text(headerSize, '\0');
    in.read(text.data(), static_cast<std::streamsize>(headerSize));
    TensorFile result;
    result.path = path;
    try {
        const auto header = nlohmann::json::parse(text);
        for (const auto& [name, entry] : header.items())
            if (name == "__metadata__") result.metadata = entry.get<std::map<std::string, std::string>>();
            else result.tensors.emplace_back(name, readTensor(in, entry, headerSize + sizeof headerSize, fileSize, path, stop));
    } catch (const nlohmann::json::exception&) {
        throw Error(translatable("core", "'%1' is not a safetensors file: its header is no valid JSON description."), {path.string()});
    }
    return result;
}

void writeSafetensors(const std::filesystem::path& path, const TensorFile& file, const std::stop_token& stop) {
    nlohmann::ordered_json header;
    if (!file.metadata.empty()) header["__metadata__"] = file.metadata;
    std::vector<torch::Tensor> contiguous;
    std::uint64_t offset = 0;
    for (const auto& [name, tensor] : file.tensors) {
        contiguous.push_back(tensor.detach().to(torch::kCPU).contiguous());
        const std::uint64_t end = offset + contiguous.back().nbytes();
        header[name] = {{"dtype", nameOfType(tensor.scalar_type())}, {"shape", tensor.sizes().vec()}, {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text = header.is_null() ? "{}" : header.dump();
    text.append((8 - text.size() % 8) % 8, ' '); // the data starts at a multiple of 8, as the format advises
    const std::uint64_t size = text.size();
    replaceFile(path, [&](const std::filesystem::path& beside) {
        std::ofstream out(beside, std::ios::binary);
        out.write(reinterpret_cast<const char*>(&size), sizeof size);
        out.write(text.data(), static_cast<std::streamsize>(size));
        for (const auto& tensor : contiguous) {
            const auto* data = static_cast<const char*>(tensor.data_ptr());
            piecewise(tensor.nbytes(), stop, [&](std::uint64_t offset, std::streamsize size) { out.write(data + offset, size); });
        }
        out.close();
        if (!out)
            throw Error(translatable("core", "'%1' could not be written; is the disk full or the folder read-only?"), {path.string()});
    });
}

} // namespace diffuscope
