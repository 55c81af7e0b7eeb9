// What the outside world may hand us, as functions of bytes: one target a format. The fuzzer feeds them bytes that it
// invents (fuzz_main.cpp), the tests every input that was ever kept (fuzz_test.cpp).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace corroborate::fuzz {

struct Target {
  std::string_view name;  // also of its folders in seeds/ and found/, and of its dictionary
  // Takes any bytes. Returns what is wrong with what became of them, or empty; crashes and what the sanitizers see
  // are findings of their own.
  std::function<std::string(std::string_view bytes)> run;
};

const std::vector<Target>& targets();

}  // namespace corroborate::fuzz
