// What a file is read as, or why it is not.
#pragma once

#include <string>

#include "load/formats.h"

namespace corroborate::loading {

struct Choice {
  const Format* format = nullptr;  // none: it is not read
  Problem why = {};                // then
};

// By the first bytes of the file, and by the ending of its name where these do not tell. A file that the user has named
// is read as text where it is nothing else.
Choice choose(const std::string& path, const std::string& head, bool named, const LoadOptions& options);

// Of standard input. Where one of the first lines is a whole JSON object, the others are meant to be such.
Choice choose_for_stream(const std::string& head, const LoadOptions& options);

// Why a file of a folder is not looked into, by its name alone; empty where it is.
std::string why_unwanted(const std::string& file, const std::string& folder, const LoadOptions& options);

// The path of a file from the folder that holds it.
std::string within(const std::string& file, const std::string& folder);

// False where one of them is not there.
bool is_same_file(const std::string& a, const std::string& b);

}  // namespace corroborate::loading
