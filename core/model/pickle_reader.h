// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <torch/torch.h>
#include <utility>
#include <vector>

namespace diffuscope {

/// A value of the pickle language, as far as a PyTorch state_dict uses it.
struct PickleValue;
using PickleRef = std::shared_ptr<PickleValue>;
struct PickleValue {
    enum class Kind { None, Bool, Int, Float, Text, Tuple, Dict, Global, Storage, Tensor, Mark } kind = Kind::None;
    std::int64_t number = 0; ///< Int, Bool
    double real = 0;
    std::string text;                                  ///< Text; Global: "module name"
    std::vector<PickleRef> items;                      ///< Tuple
    std::vector<std::pair<PickleRef, PickleRef>> dict; ///< Dict, in order
    torch::Tensor tensor;                              ///< Tensor; Storage: its elements, flat

    PickleValue() = default;
    PickleValue(const PickleValue&) = delete;
    PickleValue& operator=(const PickleValue&) = delete;
    /// However deep a file nests its values: one after the other, not one inside the other.
    ~PickleValue();
};

/// Loads the flat elements of storage `key`.
using StorageLoader = std::function<torch::Tensor(const std::string& key, torch::ScalarType type, std::int64_t count)>;

/// Reads a state_dict's data.pkl. Nothing is executed: the only callables that are understood are OrderedDict and
/// the two that rebuild tensors; any other makes it throw Error with the callable's name.
PickleRef readPickle(std::string_view bytes, const StorageLoader& storage);

} // namespace diffuscope
