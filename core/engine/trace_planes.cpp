// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/trace_analysis.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace diffuscope {
namespace {

using Vector = std::vector<double>;

constexpr int kIterations = 60; ///< of the power method; directions closer than that do not show in a picture

double dot(const Vector& a, const Vector& b) {
    double sum = 0;
    for (size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

/// Takes the part along `axis` away.
void makeOrthogonal(Vector& v, const Vector& axis) {
    const double along = dot(v, axis);
    for (size_t i = 0; i < v.size(); ++i) v[i] -= along * axis[i];
}

/// To length 1; a vector of nothing stays 0.
void normalise(Vector& v) {
    const double length = std::sqrt(dot(v, v));
    if (length < 1e-12) return std::fill(v.begin(), v.end(), 0.0);
    for (auto& value : v) value /= length;
}

Vector toVector(std::span<const float> v) { return {v.begin(), v.end()}; }

Vector difference(std::span<const float> a, std::span<const float> b) {
    Vector result(a.size());
    for (size_t i = 0; i < a.size(); ++i) result[i] = double(a[i]) - double(b[i]);
    return result;
}

/// One cell of [B, L, D] halves; empty when there are none.
std::vector<float> widened(const Trace& trace, const Halves& halves, int row, int position) {
    if (halves.empty()) return {};
    const auto d = static_cast<size_t>(trace.header->dimensions);
    const auto first = (static_cast<size_t>(row) * static_cast<size_t>(trace.header->length) + static_cast<size_t>(position)) * d;
    std::vector<float> latent(d);
    for (size_t i = 0; i < d; ++i) latent[i] = halfToFloat(halves[first + i]);
    return latent;
}

/// Finite latents of the positions, evenly taken over the steps.
std::vector<std::vector<float>> samples(const Trace& trace, int row, std::span<const int> positions) {
    std::vector<std::vector<float>> result;
    if (positions.empty()) return result;
    const size_t most = std::max<size_t>(2, kPlaneSamples / positions.size());
    const size_t stride = (trace.steps.size() + most - 1) / most;
    for (size_t step = 0; step < trace.steps.size(); step += std::max<size_t>(1, stride))
        for (const int position : positions) {
            auto latent = latentAt(trace, static_cast<int>(step), row, position);
            if (!latent.empty() && std::all_of(latent.begin(), latent.end(), [](float v) { return std::isfinite(v); }))
                result.push_back(std::move(latent));
        }
    return result;
}

Vector meanOf(const std::vector<std::vector<float>>& all, size_t dimensions) {
    Vector mean(dimensions, 0.0);
    for (const auto& one : all)
        for (size_t i = 0; i < dimensions; ++i) mean[i] += one[i] / static_cast<double>(all.size());
    return mean;
}

/// Covariance, [D · D].
Vector covariance(const std::vector<std::vector<float>>& all, const Vector& mean) {
    const size_t d = mean.size();
    Vector c(d * d, 0.0), centred(d);
    for (const auto& one : all) {
        for (size_t i = 0; i < d; ++i) centred[i] = one[i] - mean[i];
        for (size_t i = 0; i < d; ++i)
            for (size_t j = 0; j <= i; ++j) c[i * d + j] += centred[i] * centred[j];
    }
    for (size_t i = 0; i < d; ++i)
        for (size_t j = 0; j <= i; ++j) c[j * d + i] = c[i * d + j] /= static_cast<double>(std::max<size_t>(1, all.size()));
    return c;
}

double trace(const Vector& matrix, size_t d) {
    double sum = 0;
    for (size_t i = 0; i < d; ++i) sum += matrix[i * d + i];
    return sum;
}

Vector multiply(const Vector& matrix, const Vector& v) {
    Vector result(v.size(), 0.0);
    for (size_t i = 0; i < v.size(); ++i)
        for (size_t j = 0; j < v.size(); ++j) result[i] += matrix[i * v.size() + j] * v[j];
    return result;
}

/// Share of the variance along each axis of the plane.
std::array<double, 2> shares(const Vector& c, const Plane& plane) {
    const double all = trace(c, plane.origin.size());
    if (!(all > 0)) return {};
    return {dot(plane.axes[0], multiply(c, plane.axes[0])) / all, dot(plane.axes[1], multiply(c, plane.axes[1])) / all};
}

/// The sign in which the largest entry is positive.
void fixSign(Vector& v) {
    const auto largest = std::max_element(v.begin(), v.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    if (largest != v.end() && *largest < 0)
        for (auto& value : v) value = -value;
}

} // namespace

std::array<double, 2> Plane::project(std::span<const float> latent) const {
    std::array<double, 2> result{};
    for (size_t i = 0; i < latent.size(); ++i)
        for (size_t axis = 0; axis < 2; ++axis) result[axis] += (latent[i] - origin[i]) * axes[axis][i];
    return result;
}

std::vector<float> latentAt(const Trace& trace, int step, int row, int position) {
    return widened(trace, trace.steps.at(static_cast<size_t>(step))->x, row, position);
}

std::vector<float> predictionAt(const Trace& trace, int step, int row, int position) {
    return widened(trace, trace.steps.at(static_cast<size_t>(step))->x0, row, position);
}

Plane principalPlane(const Trace& trace, int row, std::span<const int> positions) {
    const auto d = static_cast<size_t>(trace.header->dimensions);
    const auto all = samples(trace, row, positions);
    Plane plane{meanOf(all, d), {Vector(d, 0.0), Vector(d, 0.0)}, {}};
    const auto c = covariance(all, plane.origin);
    for (size_t axis = 0; axis < 2; ++axis) {
        auto& v = plane.axes[axis];
        // Any start will do that is not orthogonal to the answer; the square roots make that unlikely.
        for (size_t i = 0; i < d; ++i) v[i] = std::sqrt(static_cast<double>(i + axis + 2));
        for (int iteration = 0; iteration < kIterations; ++iteration) {
            v = multiply(c, v);
            if (axis == 1) makeOrthogonal(v, plane.axes[0]);
            normalise(v);
        }
        fixSign(v);
    }
    plane.explained = shares(c, plane);
    return plane;
}

Plane planeThrough(std::span<const float> a, std::span<const float> b, std::span<const float> c) {
    Plane plane{toVector(a), {difference(b, a), difference(c, a)}, {}};
    normalise(plane.axes[0]);
    makeOrthogonal(plane.axes[1], plane.axes[0]);
    normalise(plane.axes[1]);
    return plane;
}

Plane randomPlane(std::span<const float> origin, unsigned seed) {
    std::mt19937 engine(seed);
    std::normal_distribution<double> normal;
    Plane plane{toVector(origin), {Vector(origin.size()), Vector(origin.size())}, {}};
    for (auto& axis : plane.axes)
        for (auto& value : axis) value = normal(engine);
    normalise(plane.axes[0]);
    makeOrthogonal(plane.axes[1], plane.axes[0]);
    normalise(plane.axes[1]);
    return plane;
}

void measureExplained(Plane& plane, const Trace& trace, int row, std::span<const int> positions) {
    const auto all = samples(trace, row, positions);
    plane.explained = shares(covariance(all, meanOf(all, plane.origin.size())), plane);
}

} // namespace diffuscope
