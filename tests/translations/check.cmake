# SPDX-License-Identifier: GPL-3.0-or-later
set(file ${FOLDER}/diffuscope_${LANGUAGE}.ts)
file(COPY ${SOURCE}/translations/diffuscope_${LANGUAGE}.ts DESTINATION ${FOLDER})
if(LANGUAGE STREQUAL en)
  set(plural -pluralonly)
endif()
execute_process(COMMAND ${LUPDATE} -silent -no-obsolete -locations none -tr-function-alias QT_TRANSLATE_NOOP+=translatable ${plural}
    -I . widgets app core -ts ${file}
  WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "lupdate failed")
endif()
file(STRINGS ${file} unfinished REGEX "type=\"(unfinished|obsolete|vanished)\"")
list(LENGTH unfinished count)
if(count GREATER 0)
  message(FATAL_ERROR "${count} texts have no translation in ${LANGUAGE}; build the target 'translations' and fill them in:\n${unfinished}")
endif()
