// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/verify/verify.h"
#include "tests/text/temporary_folder.h"

#include <gtest/gtest.h>

namespace diffuscope {
namespace {

TEST(Verify, EveryRecordedCaseOfThePublishedCodeAgrees) {
    const auto cases = verifyFolder(DIFFUSCOPE_TEST_DATA);
    for (const auto& c : cases) EXPECT_TRUE(c.ok()) << c.name << ": " << c.maxAbsError << ", allowed " << c.tolerance;
    for (const char* group :
         {"schedule/", "forward/", "loss/", "ddpm/", "ddpm_clamped/", "dpmpp_released/", "dpmpp_faithful/", "rounding/", "tokenizer/"})
        EXPECT_TRUE(std::any_of(cases.begin(), cases.end(), [&](const auto& c) { return c.name.rfind(group, 0) == 0; })) << group;
}

TEST(Verify, AFolderWithoutCasesIsRefused) {
    const test::TemporaryFolder folder;
    EXPECT_THROW(verifyFolder(folder.path()), Error);
}

} // namespace
} // namespace diffuscope
