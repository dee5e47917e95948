// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/recipe.h"
#include "core/error.h"

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

} // namespace
} // namespace diffuscope
