// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solvers/quadrature.h"

#include <array>

namespace diffuscope {
namespace {

/// Positive abscissas of the eight-point rule on [−1, 1] and their weights (Abramowitz and Stegun, table 25.4).
constexpr std::array<std::array<double, 2>, 4> kRule{{{0.1834346424956498, 0.3626837833783620},
                                                      {0.5255324099163290, 0.3137066458778873},
                                                      {0.7966664774136267, 0.2223810344533745},
                                                      {0.9602898564975363, 0.1012285362903763}}};

} // namespace

double integrate(const std::function<double(double)>& f, double a, double b, int panels) {
    const double half = (b - a) / (2.0 * panels);
    double sum = 0.0;
    for (int panel = 0; panel < panels; ++panel) {
        const double middle = a + (2.0 * panel + 1.0) * half;
        for (const auto& [x, weight] : kRule) sum += weight * (f(middle - half * x) + f(middle + half * x));
    }
    return sum * half;
}

double lagrange(const std::vector<double>& nodes, size_t j, double x) {
    double product = 1.0;
    for (size_t k = 0; k < nodes.size(); ++k)
        if (k != j) product *= (x - nodes[k]) / (nodes[j] - nodes[k]);
    return product;
}

} // namespace diffuscope
