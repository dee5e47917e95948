// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace diffuscope {

/// How tables of numbers look here: whole rows chosen one at a time, no grid, columns as wide as what they hold.
/// `padding`: pixels that a row has beside its text.
void dressTable(QTableView* table, int padding);

} // namespace diffuscope
