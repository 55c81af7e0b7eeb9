# A model of another version must stop the configuration, with a sentence that says what to do; the committed must not.
# Run as: cmake -DSOURCE=<project> -DSCRATCH=<folder> -P model_version_test.cmake
set(check ${SCRATCH}/check_model.cmake)
file(WRITE ${check} "include(${SOURCE}/tools/link_model.cmake)
check_model_version(\${MODEL} ${SOURCE}/src/syntax/model.h model_magic CORROBORATE_MODEL)\n")

file(WRITE ${SCRATCH}/other.model "corrob00 of another version")
execute_process(COMMAND ${CMAKE_COMMAND} -DMODEL=${SCRATCH}/other.model -P ${check}
  RESULT_VARIABLE status ERROR_VARIABLE message)
string(REGEX REPLACE "[ \n]+" " " message "${message}")  # CMake wraps a message where the length of the path has it
if(status EQUAL 0 OR NOT message MATCHES "not trained for version" OR NOT message MATCHES "train again")
  message(FATAL_ERROR "a model of another version passed, or without a clear message: ${status} ${message}")
endif()

execute_process(COMMAND ${CMAKE_COMMAND} -DMODEL=${SOURCE}/data/model/en.model -P ${check} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "the committed model was refused")
endif()
