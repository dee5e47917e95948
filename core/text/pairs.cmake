# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(diffuscope_base PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/pairs.cpp ${CMAKE_CURRENT_LIST_DIR}/packing.cpp
  ${CMAKE_CURRENT_LIST_DIR}/text_processor.cpp ${CMAKE_CURRENT_LIST_DIR}/dialogue_acts.cpp
  ${CMAKE_CURRENT_LIST_DIR}/delexicalizer.cpp)
