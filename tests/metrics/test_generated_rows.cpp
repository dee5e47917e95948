// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/generated_rows.h"

#include "core/error.h"
#include "tests/text/temporary_folder.h"

namespace diffuscope {
namespace {

TEST(GeneratedRows, MarksGoAndTheirSpacesStay) {
    const test::TemporaryFolder folder;
    const auto rows = readGeneratedRows(
        folder.write("rows.jsonl", "{\"recover\": \" [CLS] a b [SEP] [PAD]\\n\", \"reference\": \"[CLS] r [SEP]\", \"source\": \"s\"}\n"
                                   "\n"
                                   "{\"recover\": \"[START]c d[END]\", \"reference\": \"  t \"}"));
    EXPECT_EQ(rows.candidates, (std::vector<std::string>{" a b  ", "c d"}));
    EXPECT_EQ(rows.references, (std::vector<std::string>{" r ", "t"}));
    EXPECT_EQ(rows.sources, (std::vector<std::string>{"s", ""}));
}

TEST(GeneratedRows, AFaultIsNamedWithFileAndLine) {
    const test::TemporaryFolder folder;
    const std::string good = "{\"recover\": \"a\", \"reference\": \"b\", \"source\": \"c\"}\n";
    EXPECT_ERROR_SAYING(readGeneratedRows(folder.write("a.jsonl", good + "\n{\"recover\": \"a\"")), "a.jsonl': line 3 is no JSON object");
    EXPECT_ERROR_SAYING(readGeneratedRows(folder.write("b.jsonl", good + "[]")), "b.jsonl': line 2 is no JSON object");
    EXPECT_ERROR_SAYING(readGeneratedRows(folder.write("c.jsonl", "{\"recover\": \"a\"}")), "c.jsonl': line 1 has no text 'reference'");
    EXPECT_ERROR_SAYING(readGeneratedRows(folder.write("d.jsonl", "{\"recover\": 5, \"reference\": \"b\"}")),
                        "line 1 has no text 'recover'");
    EXPECT_ERROR_SAYING(readGeneratedRows(folder.write("e.jsonl", "\n \n")), "e.jsonl' has no rows");
    EXPECT_ERROR_SAYING(readGeneratedRows(folder.path() / "none.jsonl"), "none.jsonl");
    EXPECT_ERROR_SAYING(readGeneratedRows(folder.path()), folder.path().string());
}

} // namespace
} // namespace diffuscope
