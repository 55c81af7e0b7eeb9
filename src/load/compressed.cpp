// Compressed streams (gzip, bzip2, xz): unpacked while they are read, so that crawls of any size pass through.
#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <streambuf>

#include "load/formats.h"
#include "load/limits.h"

namespace corroborate::loading {
namespace {

// Unpacks another stream through libarchive's filters; ends where the stream is broken or swells past the limit.
class InflatingBuffer : public std::streambuf {
 public:
  explicit InflatingBuffer(std::istream& in) : in_(in), handle_(archive_read_new()) {
    archive_read_support_filter_all(handle_.get());
    archive_read_support_format_raw(handle_.get());
    archive_entry* entry = nullptr;
    const bool opened = archive_read_open(handle_.get(), this, nullptr, feed, nullptr) == ARCHIVE_OK &&
                        archive_read_next_header(handle_.get(), &entry) == ARCHIVE_OK;
    if (!opened) fail();
  }

  // What can be looked at without reading on.
  std::string_view head() {
    if (gptr() == egptr()) underflow();
    return {gptr(), static_cast<std::size_t>(egptr() - gptr())};
  }
  const std::string& error() const { return error_; }

 protected:
  int_type underflow() override {
    if (gptr() < egptr()) return traits_type::to_int_type(*gptr());
    if (!error_.empty()) return traits_type::eof();
    const auto size = archive_read_data(handle_.get(), block_.data(), block_.size());
    if (size < 0) fail();
    if (size <= 0) return traits_type::eof();
    given_ += static_cast<std::size_t>(size);
    if (given_ > max_article_bytes && given_ / (taken_ + 1) > max_expansion_ratio) {
      error_ = fmt::format("unpacks to more than {} times its size (the limit)", max_expansion_ratio);
      return traits_type::eof();
    }
    setg(block_.data(), block_.data(), block_.data() + size);
    return traits_type::to_int_type(block_[0]);
  }

 private:
  struct Free {
    void operator()(archive* handle) const { archive_read_free(handle); }
  };

  void fail() {
    const char* text = archive_error_string(handle_.get());
    error_ = text == nullptr ? "broken" : text;
  }

  static la_ssize_t feed(archive*, void* self, const void** data) {
    auto& buffer = *static_cast<InflatingBuffer*>(self);
    buffer.in_.read(buffer.packed_.data(), static_cast<std::streamsize>(buffer.packed_.size()));
    buffer.taken_ += static_cast<std::size_t>(buffer.in_.gcount());
    *data = buffer.packed_.data();
    return buffer.in_.gcount();
  }

  std::istream& in_;
  std::unique_ptr<archive, Free> handle_;
  std::array<char, head_bytes> block_;
  std::array<char, 1 << 16> packed_;
  std::size_t taken_ = 0, given_ = 0;
  std::string error_;
};

// "crawl.warc.gz" holds "crawl.warc".
std::string inner_ending(std::string path) {
  path.resize(path.rfind('.') == std::string::npos ? path.size() : path.rfind('.'));
  const auto dot = path.rfind('.'), slash = path.rfind('/');
  return dot == std::string::npos || (slash != std::string::npos && dot < slash) ? std::string{} : path.substr(dot + 1);
}

}  // namespace

bool sniff_compressed(const Head& head) {
  return head.bytes.starts_with("\x1F\x8B") || head.bytes.starts_with("BZh") ||
         head.bytes.starts_with(std::string_view("\xFD"
                                                 "7zXZ",
                                                 5));
}

void read_compressed(Source& source) {
  const auto buffer = std::make_unique<InflatingBuffer>(source.in);  // large: not for the stack
  const std::string ending = inner_ending(source.path);
  const auto& table = formats();
  const auto format = std::find_if(table.begin(), table.end(), [&](const Format& row) {
    return row.sniff({buffer->head(), ending, source.map});
  });
  if (format == table.end() || buffer->head().empty()) {
    return source.intake.problem(source.path, 0,
                                 buffer->error().empty() ? "binary data (expected text)"
                                                         : fmt::format("broken compression: {}", buffer->error()));
  }
  if (source.depth >= max_archive_depth) {
    return source.intake.problem(source.path, 0,
                                 fmt::format("an archive in archives {} deep (the limit)", max_archive_depth));
  }
  std::istream in(buffer.get());
  Source inner{source.path, source.id, in, source.intake, source.fill, source.map, source.named, source.depth + 1};
  format->read(inner);
  if (!buffer->error().empty())
    source.intake.problem(source.path, 0,
                          fmt::format("broken compression: {}; what came before was read", buffer->error()));
}

}  // namespace corroborate::loading
