# SPDX-License-Identifier: GPL-3.0-or-later
diffuscope_core_test(test_pairs diffuscope_base ${CMAKE_CURRENT_LIST_DIR}/test_pairs.cpp
  ${CMAKE_CURRENT_LIST_DIR}/test_packing.cpp ${CMAKE_CURRENT_LIST_DIR}/test_delexicalizer.cpp)
target_link_libraries(test_pairs PRIVATE ZLIB::ZLIB)
