// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lane_difference.h"

#include "core/engine/trace_analysis.h"

#include <algorithm>
#include <set>

namespace diffuscope {
namespace {

bool generates(const Trace& trace, int row, int position) {
    return row < trace.batch() && position < trace.header->length &&
           trace.header->rows[static_cast<size_t>(row)].target[static_cast<size_t>(position)] != 0;
}

struct Word {
    int from, length;
    QStringView text;
};

std::vector<Word> wordsOf(const QString& text) {
    std::vector<Word> words;
    for (int at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        const int from = at;
        while (at < text.size() && !text[at].isSpace()) ++at;
        words.push_back({from, at - from, QStringView(text).mid(from, at - from)});
    }
    return words;
}

} // namespace

bool tokensDiffer(const Trace& one, int stepOfOne, const Trace& other, int stepOfOther, int row, int position) {
    if (!generates(one, row, position) || !generates(other, row, position)) return false;
    const auto first = one.token(stepOfOne, row, position), second = other.token(stepOfOther, row, position);
    // Lanes of two models have two vocabularies.
    return one.header->pieces == other.header->pieces ? first != second : one.piece(first) != other.piece(second);
}

int differingTokens(const Trace& one, const Trace& other, int row) {
    if (one.steps.empty() || other.steps.empty() || row >= one.batch() || row >= other.batch()) return 0;
    std::set<int> positions;
    for (const auto* trace : {&one, &other})
        for (const int position : sentencePositions(*trace, row)) positions.insert(position);
    const int end = static_cast<int>(one.steps.size()) - 1, otherEnd = static_cast<int>(other.steps.size()) - 1;
    return static_cast<int>(std::count_if(positions.begin(), positions.end(),
                                          [&](int position) { return tokensDiffer(one, end, other, otherEnd, row, position); }));
}

std::vector<std::pair<int, int>> differingWords(const QString& text, const QString& reference) {
    const auto words = wordsOf(text), others = wordsOf(reference);
    const size_t rows = words.size(), columns = others.size();
    // common[i][j]: length of the longest common subsequence of what follows word i here and word j there.
    std::vector common(rows + 1, std::vector<int>(columns + 1, 0));
    for (size_t i = rows; i-- > 0;)
        for (size_t j = columns; j-- > 0;)
            common[i][j] = words[i].text == others[j].text ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    std::vector<std::pair<int, int>> differing;
    for (size_t i = 0, j = 0; i < rows;) {
        if (j < columns && words[i].text == others[j].text) {
            ++i, ++j;
        } else if (j < columns && common[i][j + 1] > common[i + 1][j]) {
            ++j;
        } else {
            differing.emplace_back(words[i].from, words[i].length);
            ++i;
        }
    }
    return differing;
}

} // namespace diffuscope
