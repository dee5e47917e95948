# SPDX-License-Identifier: GPL-3.0-or-later
# SentencePiece, processor and trainer, as a static library that keeps its bundled protobuf to itself.
#
# LibTorch brings another libprotobuf into the process. Two versions under one name crash at start, whichever the
# linker finds first. So the bundled one is compiled under a namespace of its own (the macro renames google::protobuf
# only as an identifier; file names are untouched), and nothing of the archive is exported from a program.
if(NOT EXISTS ${DIFFUSCOPE_SENTENCEPIECE}/src/sentencepiece_processor.h)
  message(FATAL_ERROR "DIFFUSCOPE_SENTENCEPIECE is '${DIFFUSCOPE_SENTENCEPIECE}', which holds no "
    "src/sentencepiece_processor.h. Set it to the sentencepiece folder of SentencePiece's source package, or leave it empty.")
endif()
find_package(Threads REQUIRED)

set(sentencepiece_src ${DIFFUSCOPE_SENTENCEPIECE}/src)
set(sentencepiece_third_party ${DIFFUSCOPE_SENTENCEPIECE}/third_party)
file(GLOB sentencepiece_sources CONFIGURE_DEPENDS
  ${sentencepiece_src}/*.cc ${sentencepiece_src}/builtin_pb/*.cc ${sentencepiece_third_party}/protobuf-lite/*.cc)
list(FILTER sentencepiece_sources EXCLUDE REGEX "(_test|_main|/testharness)\\.cc$")

add_library(diffuscope_sentencepiece STATIC ${sentencepiece_sources}
  ${sentencepiece_third_party}/absl/flags/flag.cc
  ${CMAKE_CURRENT_LIST_DIR}/sentencepiece_check.cpp ${CMAKE_CURRENT_LIST_DIR}/sentencepiece_check.h)

block()
  file(STRINGS ${DIFFUSCOPE_SENTENCEPIECE}/VERSION.txt PROJECT_VERSION LIMIT_COUNT 1)
  set(PROJECT_NAME sentencepiece)
  configure_file(${DIFFUSCOPE_SENTENCEPIECE}/config.h.in ${CMAKE_CURRENT_BINARY_DIR}/sentencepiece/config.h @ONLY)
endblock()

# builtin_pb and third_party come first: a system's own protobuf headers must not be found instead.
target_include_directories(diffuscope_sentencepiece BEFORE PRIVATE
  ${CMAKE_CURRENT_BINARY_DIR}/sentencepiece ${sentencepiece_src} ${sentencepiece_src}/builtin_pb
  ${DIFFUSCOPE_SENTENCEPIECE} ${sentencepiece_third_party} ${sentencepiece_third_party}/protobuf-lite
  ${CMAKE_CURRENT_LIST_DIR}/../..)
target_compile_definitions(diffuscope_sentencepiece PRIVATE
  protobuf=diffuscope_protobuf HAVE_PTHREAD=1 _USE_INTERNAL_STRING_VIEW)
target_compile_options(diffuscope_sentencepiece PRIVATE -w)
set_target_properties(diffuscope_sentencepiece PROPERTIES
  CXX_STANDARD 17 POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)

target_include_directories(diffuscope_sentencepiece SYSTEM INTERFACE ${sentencepiece_src})
target_link_libraries(diffuscope_sentencepiece PUBLIC Threads::Threads)
target_link_options(diffuscope_sentencepiece INTERFACE
  "LINKER:--exclude-libs,$<TARGET_FILE_NAME:diffuscope_sentencepiece>")
