// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/model/native_model.h"
#include "tests/text/temporary_folder.h"

namespace diffuscope {
namespace {

StoredModel model(int layers, const torch::Tensor& tensor) {
    ModelConfig config;
    config.vocabSize = 8;
    config.layers = layers;
    return {config, nlohmann::json::object(), {{"weight", tensor}}};
}

TEST(NativeModel, WeightsThatCannotBeWrittenLeaveTheModelAsItWas) {
    const test::TemporaryFolder folder;
    const auto unwritable = torch::zeros({2}, torch::kComplexFloat);
    EXPECT_THROW(writeNativeModel(folder.path(), model(3, unwritable)), Error);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "nothing is left of it";
    writeNativeModel(folder.path(), model(2, torch::ones({2})));
    EXPECT_THROW(writeNativeModel(folder.path(), model(3, unwritable)), Error);
    const auto read = readNativeModel(folder.path());
    EXPECT_EQ(read.config.layers, 2);
    EXPECT_TRUE(torch::equal(read.tensors.front().second, torch::ones({2})));
}

TEST(NativeModel, AConfigThatIsNoNetworkIsNamed) {
    const test::TemporaryFolder folder;
    auto wrong = model(2, torch::ones({2}));
    wrong.config.heads = 7;
    writeNativeModel(folder.path(), wrong);
    EXPECT_ERROR_SAYING(readNativeModel(folder.path()), "config.json: 'hidden_size' (768) must be a multiple");
}

} // namespace
} // namespace diffuscope
