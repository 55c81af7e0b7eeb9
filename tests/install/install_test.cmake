# Installs into a scratch prefix, builds the example against it as CMake and as pkg-config find it, and runs both.
# Run as: cmake -DBUILD=<build folder> -DSOURCE=<project> -DSCRATCH=<folder> -DGENERATOR=… -DCXX=… -DCXXFLAGS=… -P …
set(prefix ${SCRATCH}/prefix)
set(example ${SOURCE}/tests/install)
set(story ${SOURCE}/data/stories/harbour-fire)
file(REMOVE_RECURSE ${SCRATCH})

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGN} ended with ${status}:\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(expect_conflicts program)
  run(${program} ${story})
  if(NOT output MATCHES "warning fire@port-ellan@2021-03-08~[0-9a-z]+/killed.count/docker: 9; 12; at least 12; 14;")
    message(FATAL_ERROR "${program} does not find the conflict:\n${output}")
  endif()
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
foreach(file bin/corroborate share/man/man1/corroborate.1 share/bash-completion/completions/corroborate
    share/zsh/site-functions/_corroborate share/fish/vendor_completions.d/corroborate.fish
    share/corroborate/schema/report.schema.json share/doc/corroborate/model.md share/doc/libcorroborate-dev/model.md
    include/corroborate/corroborate.h)
  if(NOT EXISTS ${prefix}/${file})
    message(FATAL_ERROR "${file} is not installed")
  endif()
endforeach()
run(${prefix}/bin/corroborate --no-config --format csv ${story})

run(${CMAKE_COMMAND} -S ${example} -B ${SCRATCH}/by-cmake -G ${GENERATOR} -DCMAKE_PREFIX_PATH=${prefix}
  -DCMAKE_CXX_COMPILER=${CXX} -DCMAKE_CXX_FLAGS=${CXXFLAGS})
run(${CMAKE_COMMAND} --build ${SCRATCH}/by-cmake)
expect_conflicts(${SCRATCH}/by-cmake/conflicts)

# The whole tree can be moved.
file(RENAME ${prefix} ${SCRATCH}/moved)
file(GLOB_RECURSE description ${SCRATCH}/moved/corroborate.pc)
get_filename_component(folder ${description} DIRECTORY)
set(ENV{PKG_CONFIG_PATH} ${folder})
run(pkg-config --cflags --libs corroborate)
separate_arguments(flags UNIX_COMMAND "${CXXFLAGS} ${output}")
run(${CXX} -std=c++20 ${example}/conflicts.cpp -o ${SCRATCH}/by-pkg-config ${flags})
expect_conflicts(${SCRATCH}/by-pkg-config)
