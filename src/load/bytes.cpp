#include "load/bytes.h"

namespace corroborate::loading {

std::string read_all(std::istream& in, std::size_t limit) {
  constexpr std::size_t block = 1 << 16;
  std::string bytes;
  while (in && bytes.size() <= limit) {
    const auto before = bytes.size();
    bytes.resize(before + block);
    in.read(bytes.data() + before, static_cast<std::streamsize>(block));
    bytes.resize(before + static_cast<std::size_t>(in.gcount()));
  }
  return bytes;
}

}  // namespace corroborate::loading
