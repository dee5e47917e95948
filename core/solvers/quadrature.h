// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace diffuscope {

/// ∫_a^b f by Gauss–Legendre: eight points on each of `panels` equal panels.
double integrate(const std::function<double(double)>& f, double a, double b, int panels);

/// The Lagrange polynomial through `nodes` that is 1 at nodes[j] and 0 at the others.
double lagrange(const std::vector<double>& nodes, size_t j, double x);

} // namespace diffuscope
