# link_model(VARIABLE HEADER CONSTANT SOURCE DEFINITION): links the model file that VARIABLE names into the library, as it
# lies on disk. The file's first eight bytes must be the CONSTANT in HEADER, which changes with features and layout, so
# that a model of another version stops the build; with an empty VARIABLE the library is built without, to train one.
function(check_model_version file header constant variable)
  file(STRINGS ${header} expected REGEX "${constant} = ")
  string(REGEX REPLACE ".*\"(.*)\".*" "\\1" expected "${expected}")
  string(HEX "${expected}" expected_bytes)
  file(READ ${file} found_bytes LIMIT 8 HEX)
  if(NOT found_bytes STREQUAL expected_bytes)
    message(FATAL_ERROR "${file}: not trained for version '${expected}' of the program; "
      "configure with -D${variable}= and train again (data/model/README.md)")
  endif()
endfunction()

function(link_model variable header constant source definition)
  target_sources(corroborate PRIVATE ${source})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${header})
  if(${variable})
    check_model_version(${${variable}} ${PROJECT_SOURCE_DIR}/${header} ${constant} ${variable})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${${variable}})
    set_source_files_properties(${source} PROPERTIES
      COMPILE_DEFINITIONS ${definition}="${${variable}}" OBJECT_DEPENDS ${${variable}})
  endif()
endfunction()
