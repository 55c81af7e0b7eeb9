// The file is removed as soon as it is open.
#include "spool/spool.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace corroborate::spool {
namespace {

constexpr std::size_t written_at_once = 1'000'000;  // bytes

std::string folder() {
  const char* stated = std::getenv("TMPDIR");
  return stated == nullptr || *stated == '\0' ? "/tmp" : stated;
}

void note(std::atomic<int>& failure, int error) {
  int none = 0;
  failure.compare_exchange_strong(none, error == 0 ? EIO : error);
}

}  // namespace

Spool::~Spool() {
  if (file_ >= 0) close(file_);
}

void Spool::append(std::string_view bytes) {
  if (failure_ != 0) return;
  tail_ += bytes;
  size_ += bytes.size();
  if (tail_.size() >= (file_ < 0 ? most_in_memory_ : written_at_once)) write_out();
}

void Spool::open_file() {
  std::string name = folder() + "/corroborate-XXXXXX";
  file_ = mkostemp(name.data(), O_CLOEXEC);
  if (file_ < 0) return note(failure_, errno);
  unlink(name.c_str());
}

void Spool::write_out() {
  if (file_ < 0) open_file();
  std::string_view left = tail_;
  while (failure_ == 0 && !left.empty()) {
    const ssize_t written = write(file_, left.data(), left.size());
    if (written < 0 && errno != EINTR) note(failure_, errno);
    if (written > 0) left.remove_prefix(static_cast<std::size_t>(written));
  }
  in_file_ = size_;
  tail_.clear();
  if (tail_.capacity() > 2 * written_at_once) tail_.shrink_to_fit();
}

std::string Spool::read(std::uint64_t begin, std::size_t length) const {
  std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(length, size_ - std::min(begin, size_))), '\0');
  std::size_t done = 0;
  while (failure_ == 0 && done < bytes.size() && begin + done < in_file_) {
    const auto left = std::min<std::uint64_t>(bytes.size() - done, in_file_ - begin - done);
    const ssize_t got = pread(file_, bytes.data() + done, left, static_cast<off_t>(begin + done));
    if (got > 0) done += static_cast<std::size_t>(got);
    if (got == 0 || (got < 0 && errno != EINTR)) note(failure_, got == 0 ? EIO : errno);
  }
  if (failure_ != 0) return {};
  if (done < bytes.size()) tail_.copy(bytes.data() + done, bytes.size() - done, begin + done - in_file_);
  return bytes;
}

std::optional<Problem> Spool::trouble() const {
  if (failure_ == 0) return {};
  return Problem{folder(), 0,
                 fmt::format("temporary files cannot be kept: {} (expected a folder with room; TMPDIR names another)",
                             std::strerror(failure_))};
}

}  // namespace corroborate::spool
