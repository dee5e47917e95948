// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace diffuscope {

/// Numbers of a step in IEEE binary16, immutable: in memory, or in a file that the system reads in where it is looked at
/// (LatentStore). Copies share them.
class Halves {
public:
    Halves() = default;
    Halves(std::vector<std::uint16_t> values) { // not explicit: a vector is one kind of them
        const auto kept = std::make_shared<const std::vector<std::uint16_t>>(std::move(values));
        values_ = *kept;
        owner_ = kept;
    }
    /// `owner` keeps the values where they are.
    Halves(std::shared_ptr<const void> owner, std::span<const std::uint16_t> values) : owner_(std::move(owner)), values_(values) {}

    bool empty() const { return values_.empty(); }
    std::size_t size() const { return values_.size(); }
    const std::uint16_t* data() const { return values_.data(); }
    std::uint16_t operator[](std::size_t i) const { return values_[i]; }
    auto begin() const { return values_.begin(); }
    auto end() const { return values_.end(); }
    bool operator==(const Halves& other) const { return std::equal(begin(), end(), other.begin(), other.end()); }

private:
    std::shared_ptr<const void> owner_;
    std::span<const std::uint16_t> values_;
};

} // namespace diffuscope
