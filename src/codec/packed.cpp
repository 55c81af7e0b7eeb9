// Numbers of more than one digit: most have one.
#include "codec/packed.h"

namespace corroborate::codec {

std::uint32_t Unpacker::long_number() {
  std::uint64_t worth = 0;
  std::uint32_t digit = next();
  for (; digit >= last_digits; digit = next()) {
    worth = worth * more_digits + (digit - last_digits) + 1;
    if (worth > 0xFFFFFFFF / last_digits) return fail();
  }
  const std::uint64_t value = worth * last_digits + digit;
  return value <= 0xFFFFFFFF && !failed_ ? static_cast<std::uint32_t>(value) : fail();
}

}  // namespace corroborate::codec
