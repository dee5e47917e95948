// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/flat_parameters.h"

#include <gtest/gtest.h>

namespace diffuscope {
namespace {

class FlatParametersTest : public testing::Test {
protected:
    FlatParametersTest() {
        torch::manual_seed(1);
        net = torch::nn::Sequential(torch::nn::Linear(3, 4), torch::nn::Tanh(), torch::nn::Linear(4, 2));
        twin = std::dynamic_pointer_cast<torch::nn::SequentialImpl>(net->clone());
        x = torch::randn({5, 3});
    }

    static torch::Tensor flatGradient(torch::nn::Module& module) {
        std::vector<torch::Tensor> all;
        for (const auto& parameter : module.parameters()) all.push_back(parameter.grad().flatten());
        return torch::cat(all);
    }

    torch::nn::Sequential net, twin{nullptr};
    torch::Tensor x;
};

TEST_F(FlatParametersTest, LeaveTheNetworkAsItWasAndLieInItsOrder) {
    const FlatParameters flat(*net);
    EXPECT_TRUE(torch::equal(net->forward(x), twin->forward(x)));
    std::vector<torch::Tensor> all;
    for (const auto& parameter : twin->parameters()) all.push_back(parameter.detach().flatten());
    EXPECT_TRUE(torch::equal(flat.values().detach(), torch::cat(all)));
}

TEST_F(FlatParametersTest, GradientsOfAllParametersAreOneTensorThatBackwardAddsInto) {
    FlatParameters flat(*net);
    net->forward(x).square().sum().backward();
    twin->forward(x).square().sum().backward();
    EXPECT_TRUE(torch::allclose(flat.values().grad(), flatGradient(*twin)));
    net->forward(x).square().sum().backward();
    EXPECT_TRUE(torch::allclose(flat.values().grad(), 2 * flatGradient(*twin)));
    flat.zeroGradient();
    EXPECT_EQ(flat.values().grad().abs().max().item<float>(), 0.0f);
    net->forward(x).square().sum().backward();
    EXPECT_TRUE(torch::allclose(flat.values().grad(), flatGradient(*twin))) << "the memory is still the parameters'";
}

TEST_F(FlatParametersTest, ClippingIsThatOfTheLibrary) {
    FlatParameters flat(*net);
    net->forward(x).square().sum().backward();
    twin->forward(x).square().sum().backward();
    const double all = flat.values().grad().norm().item<double>();
    EXPECT_NEAR(flat.clipGradient(0).item<double>(), all, 1e-5 * all);
    EXPECT_TRUE(torch::allclose(flat.values().grad(), flatGradient(*twin))) << "0: left";
    flat.clipGradient(10 * all);
    EXPECT_TRUE(torch::allclose(flat.values().grad(), flatGradient(*twin))) << "short enough: left";
    EXPECT_NEAR(flat.clipGradient(0.5 * all).item<double>(), all, 1e-5 * all) << "the norm it had";
    torch::nn::utils::clip_grad_norm_(twin->parameters(), 0.5 * all);
    EXPECT_TRUE(torch::allclose(flat.values().grad(), flatGradient(*twin)));
}

TEST_F(FlatParametersTest, AStepOfTheOptimizerMovesTheNetwork) {
    FlatParameters flat(*net);
    torch::optim::AdamW one(std::vector{flat.values()}, torch::optim::AdamWOptions(0.1).weight_decay(0.01));
    torch::optim::AdamW each(twin->parameters(), torch::optim::AdamWOptions(0.1).weight_decay(0.01));
    for (int step = 0; step < 3; ++step) {
        flat.zeroGradient();
        each.zero_grad();
        net->forward(x).square().sum().backward();
        twin->forward(x).square().sum().backward();
        one.step();
        each.step();
    }
    EXPECT_TRUE(torch::allclose(net->forward(x), twin->forward(x)));
}

} // namespace
} // namespace diffuscope
