// Formats that are written story by story. To add one: a writer in its file, and a row in writers.cpp.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "corroborate/stories.h"

namespace corroborate::reporting {

std::unique_ptr<ReportWriter> make_json_writer(std::function<void(std::string_view)> out);

// Of a format whose text is a beginning and then what each story adds, whatever the others hold.
using AppendStory = void (*)(std::string& out, const Report& story);

void append_ndjson(std::string& out, const Report& story);
void append_csv(std::string& out, const Report& story);
std::string csv_head();

}  // namespace corroborate::reporting
