// ZIP and tar. No file is written: names are labels, so that no path can lead out of anywhere.
#include "load/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <array>
#include <memory>

#include "load/formats.h"
#include "load/limits.h"
#include "load/members.h"

namespace corroborate::loading {
namespace {

struct Free {
  void operator()(archive* handle) const { archive_read_free(handle); }
};
using Handle = std::unique_ptr<archive, Free>;

// Feeds libarchive from a stream, counting what it takes.
struct Feed {
  std::istream& in;
  std::array<char, 1 << 16> block{};
  std::size_t taken = 0;

  static la_ssize_t read(archive*, void* self, const void** data) {
    auto& feed = *static_cast<Feed*>(self);
    feed.in.read(feed.block.data(), static_cast<std::streamsize>(feed.block.size()));
    feed.taken += static_cast<std::size_t>(feed.in.gcount());
    *data = feed.block.data();
    return feed.in.gcount();
  }
};

std::string error_of(archive* handle) {
  const char* text = archive_error_string(handle);
  return text == nullptr ? "broken" : text;
}

// The entry's bytes up to one past the limit, or false when they are broken.
bool read_entry(archive* handle, std::size_t limit, std::string& bytes) {
  std::array<char, 1 << 16> block;
  while (bytes.size() <= limit) {
    const auto size = archive_read_data(handle, block.data(), block.size());
    if (size < 0) return false;
    if (size == 0) return true;
    bytes.append(block.data(), static_cast<std::size_t>(size));
  }
  bytes.resize(limit + 1);
  return true;
}

}  // namespace

Unpacked unpack(std::istream& in, std::size_t limit,
                const std::function<bool(const std::string&, std::string)>& visit) {
  const Handle handle(archive_read_new());
  archive_read_support_filter_none(handle.get());
  archive_read_support_format_zip_streamable(handle.get());
  archive_read_support_format_tar(handle.get());
  Feed feed{in, {}, 0};
  if (archive_read_open(handle.get(), &feed, nullptr, Feed::read, nullptr) != ARCHIVE_OK)
    return {error_of(handle.get()), {}};
  std::size_t files = 0, unpacked = 0;
  archive_entry* entry = nullptr;
  while (true) {
    const int status = archive_read_next_header(handle.get(), &entry);
    if (status == ARCHIVE_EOF) return {};
    if (status < ARCHIVE_WARN) return {error_of(handle.get()), {}};
    const char* path = archive_entry_pathname(entry);
    const std::string name = path == nullptr ? fmt::format("file {}", files + 1) : path;
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    if (++files > max_archive_files) return {fmt::format("more than {} files (the limit)", max_archive_files), name};
    std::string bytes;
    if (!read_entry(handle.get(), limit, bytes)) return {error_of(handle.get()), name};
    unpacked += bytes.size();
    if (unpacked > limit && unpacked / (feed.taken + 1) > max_expansion_ratio) {
      return {fmt::format("unpacks to more than {} times its size (the limit)", max_expansion_ratio), name};
    }
    if (!visit(name, std::move(bytes))) return {};
  }
}

std::string inflate(const std::string& bytes, std::size_t limit) {
  const Handle handle(archive_read_new());
  archive_read_support_filter_all(handle.get());
  archive_read_support_format_raw(handle.get());
  std::string text;
  archive_entry* entry = nullptr;
  if (archive_read_open_memory(handle.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return text;
  if (archive_read_next_header(handle.get(), &entry) != ARCHIVE_OK) return text;
  read_entry(handle.get(), limit, text);
  return text;
}

bool sniff_archive(const Head& head) {
  const auto bytes = head.bytes;
  const bool zip =
      bytes.starts_with(std::string_view("PK\x03\x04", 4)) || bytes.starts_with(std::string_view("PK\x05\x06", 4));
  return zip || (bytes.size() > 262 && bytes.substr(257, 5) == "ustar");
}

void read_archive(Source& source) {
  std::size_t files = 0;
  const auto visit = [&](const std::string& name, std::string bytes) {
    if (name.find("__MACOSX/") != std::string::npos) return true;
    ++files;
    if (bytes.size() > max_json_line_bytes) {
      source.intake.problem(source.path + "!" + name, 0,
                            fmt::format("larger than {} MB unpacked (the limit)", max_json_line_bytes / 1'000'000));
    } else {
      read_member(source, name, std::move(bytes));
    }
    return true;
  };
  const Unpacked result = unpack(source.in, max_json_line_bytes, visit);
  if (result.error.empty() && files > 0) return;
  if (result.error.empty())
    return source.intake.problem(source.path, 0, "an archive without files (expected articles)");
  const std::string place = result.member.empty() ? source.path : source.path + "!" + result.member;
  source.intake.problem(place, 0, fmt::format("broken archive: {} (expected ZIP or tar)", result.error));
}

}  // namespace corroborate::loading
