# What `cmake --install` puts where, and what CPack makes Debian packages of: the tool (component tool), and the library
# with what other programs need to build against it (component development).
include(CMakePackageConfigHelpers)

# Completions and the manual page are printed by the tool itself: one definition of the options.
set(printed ${PROJECT_BINARY_DIR}/printed)
set(manual ${printed}/corroborate.1)
set(bash_completion ${printed}/corroborate)
set(zsh_completion ${printed}/_corroborate)
set(fish_completion ${printed}/corroborate.fish)
add_custom_command(OUTPUT ${manual} ${bash_completion} ${zsh_completion} ${fish_completion}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${printed}
  COMMAND tool man -o ${manual}
  COMMAND tool completion bash -o ${bash_completion}
  COMMAND tool completion zsh -o ${zsh_completion}
  COMMAND tool completion fish -o ${fish_completion}
  DEPENDS tool COMMENT "Printing completions and the manual page" VERBATIM)
add_custom_target(printed ALL DEPENDS ${manual} ${bash_completion} ${zsh_completion} ${fish_completion})

install(TARGETS tool RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT tool)
install(FILES ${manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT tool)
install(FILES ${bash_completion} DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT tool)
install(FILES ${zsh_completion} DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT tool)
install(FILES ${fish_completion} DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT tool)
install(DIRECTORY data/schema DESTINATION ${CMAKE_INSTALL_DATADIR}/corroborate COMPONENT tool)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT tool)
# The models are in the tool and in the library: their sources and licences come with either.
foreach(component tool development)
  set(documents ${CMAKE_INSTALL_DOCDIR})
  if(component STREQUAL development)
    set(documents ${CMAKE_INSTALL_DATADIR}/doc/libcorroborate-dev)
  endif()
  install(FILES data/model/README.md DESTINATION ${documents} RENAME model.md COMPONENT ${component})
endforeach()

install(TARGETS corroborate EXPORT corroborate-targets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(DIRECTORY include/corroborate DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/corroborate)
install(EXPORT corroborate-targets NAMESPACE corroborate:: DESTINATION ${package_dir} COMPONENT development)
configure_package_config_file(tools/corroborate-config.cmake.in ${PROJECT_BINARY_DIR}/corroborate-config.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/corroborate-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/corroborate-config.cmake ${PROJECT_BINARY_DIR}/corroborate-config-version.cmake
  DESTINATION ${package_dir} COMPONENT development)

# Relative to its own place, so that the installed tree can be moved.
file(RELATIVE_PATH pc_to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" pc_to_prefix "${pc_to_prefix}")
configure_file(tools/corroborate.pc.in ${PROJECT_BINARY_DIR}/corroborate.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/corroborate.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME corroborate)
set(CPACK_PACKAGE_CONTACT "corroborate <corroborate@localhost>" CACHE STRING "Maintainer of the Debian packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL tool development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_TOOL_PACKAGE_NAME corroborate)
set(CPACK_DEBIAN_TOOL_PACKAGE_SECTION text)
set(CPACK_DEBIAN_TOOL_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_TOOL_PACKAGE_RECOMMENDS poppler-utils)  # pdftotext, called for PDF where it is there
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libcorroborate-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "libfmt-dev, libicu-dev, libxml2-dev, libarchive-dev, libgmime-3.0-dev, libcsv-dev, libsimdjson-dev, pkg-config")
set(CPACK_COMPONENT_TOOL_DESCRIPTION "Reads news articles about the same events and shows, claim by claim, where the \
sources agree, where they conflict, and how many independent origins stand behind each figure, day or statement.")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "The library, with its headers: reads news articles, takes the claims out of \
them, and holds them against one another.")
include(CPack)
