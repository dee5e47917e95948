// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/model/official_model.h"
#include "core/model/pickle_reader.h"
#include "core/text/file_bytes.h"

#include <caffe2/serialize/inline_container.h>
#include <cstring>

namespace diffuscope {
namespace {

constexpr std::int64_t kLargestStorage = std::int64_t{1} << 34; ///< elements; beyond that the file is broken

void appendText(std::string& out, const std::string& text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    out += 'X';
    out.append(reinterpret_cast<const char*>(&size), sizeof size);
    out += text;
}

void appendInt(std::string& out, std::int64_t value) {
    if (value > std::numeric_limits<std::int32_t>::max()) throw Error("A tensor is too large for a .pt file.");
    const auto number = static_cast<std::int32_t>(value);
    out += 'J';
    out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void appendSizes(std::string& out, at::IntArrayRef sizes) {
    out += '(';
    for (const auto size : sizes) appendInt(out, size);
    out += 't';
}

std::string storageName(torch::ScalarType type) {
    switch (type) {
    case torch::kFloat32: return "FloatStorage";
    case torch::kFloat64: return "DoubleStorage";
    case torch::kFloat16: return "HalfStorage";
    case torch::kInt64: return "LongStorage";
    default: throw Error("A tensor of this type cannot be written to a .pt file.");
    }
}

/// One entry of the OrderedDict: name, and the call that rebuilds the tensor from storage `key`.
void appendTensor(std::string& out, const std::string& name, const torch::Tensor& tensor, const std::string& key) {
    appendText(out, name);
    out += "ctorch._utils\n_rebuild_tensor_v2\n((";
    appendText(out, "storage");
    out += "ctorch\n" + storageName(tensor.scalar_type()) + "\n";
    appendText(out, key);
    appendText(out, "cpu");
    appendInt(out, tensor.numel());
    out += "tQ";
    appendInt(out, 0);
    appendSizes(out, tensor.sizes());
    appendSizes(out, tensor.strides());
    out += "\x89"
           "ccollections\nOrderedDict\n)RtR";
}

} // namespace

StateDict readTorchFile(const std::filesystem::path& path) {
    try {
        caffe2::serialize::PyTorchStreamReader reader(path.string());
        const auto [pickle, size] = reader.getRecord("data.pkl");
        const auto load = [&](const std::string& key, torch::ScalarType type, std::int64_t count) {
            const auto [data, bytes] = reader.getRecord("data/" + key);
            const auto element = static_cast<std::int64_t>(torch::elementSize(type));
            if (count < 0 || count > kLargestStorage || static_cast<std::int64_t>(bytes) < count * element)
                throw Error(translatable("core", "'%1' is damaged: storage %2 is too short."), {path.string(), key});
            auto tensor = torch::empty({count}, torch::dtype(type));
            std::memcpy(tensor.data_ptr(), data.get(), static_cast<size_t>(count * element));
            return tensor;
        };
        const auto root = readPickle({static_cast<const char*>(pickle.get()), size}, load);
        StateDict tensors;
        for (const auto& [key, value] : root->dict)
            if (value->kind == PickleValue::Kind::Tensor) tensors.emplace_back(key->text, value->tensor);
        if (tensors.empty()) throw Error(translatable("core", "'%1' holds no state_dict."), {path.string()});
        return tensors;
    } catch (const c10::Error&) {
        throw Error(translatable("core", "'%1' is not a checkpoint that torch.save wrote (a zip file), or it is damaged."),
                    {path.string()});
    }
}

void writeTorchFile(const std::filesystem::path& path, const StateDict& tensors) {
    std::string pickle = "\x80\x02"
                         "ccollections\nOrderedDict\n)R(";
    std::vector<torch::Tensor> data;
    for (const auto& [name, tensor] : tensors) {
        data.push_back(tensor.detach().to(torch::kCPU).contiguous());
        appendTensor(pickle, name, data.back(), std::to_string(data.size() - 1));
    }
    pickle += "u.";
    replaceFile(path, [&](const std::filesystem::path& beside) {
        caffe2::serialize::PyTorchStreamWriter writer(beside.string());
        writer.writeRecord("data.pkl", pickle.data(), pickle.size());
        for (size_t i = 0; i < data.size(); ++i) writer.writeRecord("data/" + std::to_string(i), data[i].data_ptr(), data[i].nbytes());
        writer.writeEndOfFile();
    });
}

} // namespace diffuscope
