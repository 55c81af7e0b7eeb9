# The Debian packages hold what they should and name what they need. Run as: cmake -DBUILD=… -DSCRATCH=… -P …
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
execute_process(COMMAND cpack -G DEB -B ${SCRATCH} WORKING_DIRECTORY ${BUILD}
  RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "cpack ended with ${status}:\n${output}")
endif()

# expect(PACKAGE FIELD PATTERN…): the field, or the list of files, has each.
function(expect package field)
  file(GLOB file ${SCRATCH}/${package}_*.deb)
  set(command dpkg-deb -f ${file} ${field})
  if(field STREQUAL files)
    set(command dpkg-deb -c ${file})
  endif()
  execute_process(COMMAND ${command} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  foreach(pattern ${ARGN})
    if(NOT text MATCHES "${pattern}")
      message(FATAL_ERROR "${package}: no ${pattern} in its ${field}:\n${text}")
    endif()
  endforeach()
endfunction()

expect(corroborate Depends libarchive libgmime libxml2 libcsv libsimdjson libtomlplusplus libc6)
expect(corroborate files /usr/bin/corroborate /usr/share/man/man1/corroborate.1
  /usr/share/bash-completion/completions/corroborate /usr/share/doc/corroborate/model.md)
expect(libcorroborate-dev Depends libarchive-dev libgmime-3.0-dev libcsv-dev libsimdjson-dev)
expect(libcorroborate-dev files /libcorroborate.a /corroborate.pc /corroborate-config.cmake /usr/include/corroborate/check.h)
