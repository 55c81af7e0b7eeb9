// Packs what was written down, and says what is wrong with what is read.
#include "codec/packs.h"

namespace corroborate::codec {

void RecordingPack::grow() { records_.resize(2 * size_ + 2048); }

void RecordingPack::pack(std::size_t begin, std::size_t end, Packer& out) const {
  std::int32_t near = 0;
  char* at = out.room(end - begin);
  for (std::size_t r = begin; r < end; ++r) {
    const Record record = records_[r];
    if (record.kind == Kind::real) {
      at = Packer::put(at, 2 * strings_.number(record.value) + 1);
      continue;
    }
    // What else it is cannot be foreseen: it is looked up as a string and set against the one before in any case.
    const bool is_number = record.kind == Kind::number, is_near = record.kind == Kind::near_text;
    const std::uint32_t string = strings_.number(record.value & (0U - !is_number));
    const std::uint32_t step = from_signed(static_cast<std::int32_t>(string) - near);
    near = is_near ? static_cast<std::int32_t>(string) : near;
    at = Packer::put(at, is_number ? record.value : is_near ? step : string);
  }
  out.end(at);
}

void ReadingPack::wrong(std::string_view message) {
  if (!failed()) error_ = message;
  in_.fail();
}

std::string_view ReadingPack::no_string(std::uint64_t number) {
  wrong(fmt::format("string {} (expected 0 to {})", static_cast<std::int64_t>(number), strings_.size() - 1));
  return {};
}

void ReadingPack::out_of_range(std::string_view name, std::int64_t value, std::int64_t least, std::int64_t most) {
  wrong(fmt::format("{} is {} (expected {} to {})", name, value, least, most));
}

void ReadingPack::too_large(std::uint32_t number) { wrong(fmt::format("{} (expected a smaller number)", number)); }

void ReadingPack::too_long(std::uint32_t size) {
  wrong(fmt::format("a list of {} (expected so many digits, not {})", size, in_.left()));
}

std::string ReadingPack::error() const {
  if (!error_.empty()) return error_;
  if (failed()) return "broken digits, or too few (expected numbers)";
  return in_.left() == 0 ? std::string() : fmt::format("{} digits too many", in_.left());
}

}  // namespace corroborate::codec
