// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/best_times.h"
#include "core/error.h"

#include <algorithm>

namespace diffuscope {
namespace {

/// The best so far, and what else was tried.
class Search {
public:
    Search(std::vector<double> times, const std::function<double(const std::vector<double>&)>& error, const TimesSearch& options)
        : best_(std::move(times)), error_(error), options_(options), least_(error(best_)) {
        if (options_.onBetter) options_.onBetter(best_, least_);
    }

    /// Tries every inner time; whether one of them got better.
    bool round(double reach) {
        bool better = false;
        for (size_t i = 1; i + 1 < best_.size(); ++i)
            for (const size_t neighbour : {i - 1, i + 1}) {
                if (options_.stop.stop_requested()) return better;
                if (!tryMove(i, best_[i] + reach * (best_[neighbour] - best_[i]))) continue;
                better = true;
                break; // the other way would undo it
            }
        return better;
    }
    const std::vector<double>& best() const { return best_; }

private:
    bool tryMove(size_t i, double time) {
        auto times = best_;
        times[i] = time;
        const double error = error_(times);
        if (!(error < least_)) return false;
        best_ = std::move(times);
        least_ = error;
        if (options_.onBetter) options_.onBetter(best_, least_);
        return true;
    }

    std::vector<double> best_;
    const std::function<double(const std::vector<double>&)>& error_;
    const TimesSearch& options_;
    double least_;
};

} // namespace

std::vector<double> searchTimes(std::vector<double> times, const std::function<double(const std::vector<double>&)>& error,
                                const TimesSearch& options) {
    const bool falls = std::adjacent_find(times.begin(), times.end(), [](double a, double b) { return !(a > b); }) == times.end();
    if (times.size() < 2 || !falls) throw Error(translatable("core", "The search needs at least 2 times that fall."));
    Search search(std::move(times), error, options);
    double reach = options.reach;
    for (int round = 0; round < options.rounds && !options.stop.stop_requested(); ++round)
        if (!search.round(reach)) reach /= 2;
    return search.best();
}

} // namespace diffuscope
