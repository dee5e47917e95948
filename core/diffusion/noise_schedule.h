// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace diffuscope {

/// A variance-preserving noise schedule over T discrete steps, and its continuous interpolation.
/// All values are float64. Discrete index i = 0 … T−1; continuous time t ∈ (0, 1], t_i = (i + 1) / T.
class NoiseSchedule {
public:
    /// ᾱ(t) = 1 − √(t + 1e-4): Li et al. 2022 (Diffusion-LM), as DiffuSeq uses it. β is capped at 0.999.
    static NoiseSchedule sqrt(int steps);
    /// β linear from 1e-4·1000/T to 0.02·1000/T: Ho et al. 2020.
    static NoiseSchedule linear(int steps);
    /// "sqrt" or "linear"; throws Error for another name.
    static NoiseSchedule named(const std::string& name, int steps);

    explicit NoiseSchedule(std::vector<double> betas);

    /// The process that visits only the given (ascending) steps of this one.
    NoiseSchedule respaced(const std::vector<int>& timesteps) const;

    int steps() const { return static_cast<int>(betas_.size()); }
    const std::vector<double>& betas() const { return betas_; }
    const std::vector<double>& alphasCumprod() const { return alphasCumprod_; }
    /// q(x_{t−1} | x_t, x_0): mean = coef1 · x_0 + coef2 · x_t (Ho et al. 2020, eq. 7).
    const std::vector<double>& posteriorVariance() const { return posteriorVariance_; }
    const std::vector<double>& posteriorMeanCoef1() const { return posteriorMeanCoef1_; }
    const std::vector<double>& posteriorMeanCoef2() const { return posteriorMeanCoef2_; }
    /// 'Fixed large': β, but the posterior variance of the second step at the first.
    const std::vector<double>& modelVariance() const { return modelVariance_; }

    /// log α(t), piecewise linear in t between the discrete steps, extended by the outermost segments.
    double logAlpha(double t) const;
    double alpha(double t) const;
    double sigma(double t) const;
    /// Half the log signal-to-noise ratio, log(α/σ).
    double lambda(double t) const;
    /// The t at which lambda(t) has this value.
    double timeOfLambda(double lambda) const;

private:
    std::vector<double> betas_;
    std::vector<double> alphasCumprod_;
    std::vector<double> posteriorVariance_;
    std::vector<double> posteriorMeanCoef1_;
    std::vector<double> posteriorMeanCoef2_;
    std::vector<double> modelVariance_;
    std::vector<double> logAlphas_;
};

/// Evenly spread indices 0 … total−1, both ends included; rounding half to even as the published code does.
/// Throws Error unless 1 ≤ count ≤ total.
std::vector<int> evenTimesteps(int total, int count);

} // namespace diffuscope
