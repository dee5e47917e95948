// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/recipe.h"
#include "core/error.h"

#include <cmath>
#include <gtest/gtest.h>

namespace diffuscope {
namespace {

TEST(Recipe, JsonRoundTripKeepsEveryField) {
    Recipe r;
    r.model = "/a b/ü";
    r.sources = {"one", "two"};
    r.solver = "ancestral";
    r.steps = 77;
    r.spacing = "karras";
    r.mode = Mode::AsReleased;
    r.seed = 18446744073709551615ull;
    r.samples = 3;
    r.temperature = 0.7;
    r.interpolate = 0.5;
    r.eta = 0.25;
    r.sdeEta = 0.5;
    r.noiseScale = 1.003;
    r.tolerance = 0.01;
    r.restarts = 4;
    r.absorbRate = 0.125;
    r.denoiseToZero = true;
    r.evaluations = 31;
    r.rho = 3.5;
    r.times = {1.0, 0.3, 0.0005};
    r.discreteNoise = false;
    r.roundingClamp = true;
    r.canvas = 40;
    r.mbr = true;
    r.device = "cuda";
    EXPECT_EQ(recipeFromJson(nlohmann::json::parse(toJson(r).dump())), r);
}

TEST(Recipe, MissingKeysKeepDefaultsUnknownOnesAreRefused) {
    EXPECT_EQ(recipeFromJson({{"steps", 5}}).solver, Recipe{}.solver);
    EXPECT_THROW(recipeFromJson({{"stepz", 5}}), Error);
    EXPECT_THROW(recipeFromJson({{"steps", "five"}}), Error);
    EXPECT_THROW(recipeFromJson({{"mode", "faithless"}}), Error);
    EXPECT_THROW(recipeFromJson(nlohmann::json::array()), Error);
}

TEST(Recipe, RecipesFromBeforeAnOptionStillRead) {
    // The keys of the first release; what came later must do nothing when it is not there.
    const auto old = nlohmann::json::parse(R"({"canvas":0,"device":"cpu","discrete_noise":true,"eta":0.0,"interpolate":0.0,"mbr":false,
        "mode":"faithful","model":"bundled","rounding_clamp":false,"samples":1,"seed":0,"solver":"dpmpp-2m","sources":["x"],
        "spacing":"time-uniform","steps":20,"temperature":1.0})");
    Recipe expected;
    expected.sources = {"x"};
    EXPECT_EQ(recipeFromJson(old), expected);
    EXPECT_EQ(expected.absorbRate, 0.0);
    EXPECT_EQ(expected.evaluations, 0);
    EXPECT_FALSE(expected.denoiseToZero);
}

TEST(Recipe, ValuesOutsideTheirRangeAreRefusedByName) {
    const auto refused = [](const char* key, const nlohmann::json& value) {
        auto recipe = recipeFromJson({{"sources", {"x"}}});
        EXPECT_NO_THROW(validate(recipe));
        auto json = toJson(recipe);
        json[key] = value;
        try {
            validate(recipeFromJson(json));
            ADD_FAILURE() << key << " = " << value << " was taken";
        } catch (const Error& error) {
            const std::string text = error.what();
            EXPECT_NE(text.find(std::string("'") + key + "' must lie between"), std::string::npos) << text;
        }
    };
    refused("steps", 0);
    refused("samples", 0);
    refused("eta", -0.1);
    refused("eta", 1.5);
    refused("sde_eta", 2);
    refused("s_noise", -1);
    refused("tolerance", 0);
    refused("tolerance", 7);
    refused("restarts", -1);
    refused("absorb_rate", 1.1);
    refused("evaluations", -5);
    refused("rho", -1);
    refused("temperature", 11);
    Recipe recipe;
    recipe.sources = {"x"};
    recipe.tolerance = std::nan("");
    EXPECT_THROW(validate(recipe), Error);
}

} // namespace
} // namespace diffuscope
