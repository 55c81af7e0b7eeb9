// The only file that knows every stage: runs extract over many articles, and reads many lines of it, with the threads
// it is given.
#include "corroborate/corroborate.h"

#include "parallel/in_order.h"

namespace corroborate {
namespace {

constexpr parallel::Limits under_way{256, 16'000'000};  // articles, and bytes of their bodies: as much as one may have

Extracted make(Article&& article, const StreamOptions& options) {
  Extracted made{extract(article), {}};
  if (options.bodies) {
    made.extraction.article.body = std::move(article.body);
    made.extraction.article.lines = std::move(article.lines);
  }
  if (options.lines) made.line = write_extraction(made.extraction, *options.lines);
  return made;
}

}  // namespace

struct ExtractionStream::Queue {
  StreamOptions options;
  parallel::InOrder<Extracted> jobs;
};

ExtractionStream::ExtractionStream(const StreamOptions& options, std::function<void(Extracted&&)> take)
    : queue_(new Queue{options, {options.threads, under_way, std::move(take)}}) {}

ExtractionStream::~ExtractionStream() = default;

void ExtractionStream::add(Article&& article) {
  const std::size_t weight = article.body.size();
  queue_->jobs.add(
      weight, [article = std::move(article), this]() mutable { return make(std::move(article), queue_->options); });
}

void ExtractionStream::finish() { queue_->jobs.finish(); }

struct LineStream::Queue {
  struct Read {
    ExtractionOrError result;
    std::string line;
  };
  parallel::InOrder<Read> jobs;
};

LineStream::LineStream(unsigned threads, std::function<void(ExtractionOrError&&, std::string_view)> take)
    : queue_(new Queue{{threads, under_way,
                        [take = std::move(take)](Queue::Read&& read) { take(std::move(read.result), read.line); }}}) {}

LineStream::~LineStream() = default;

void LineStream::add(std::string&& line) {
  const std::size_t weight = line.size();
  queue_->jobs.add(weight, [line = std::move(line)]() mutable {
    ExtractionOrError result = read_extraction(line);
    return Queue::Read{std::move(result), std::move(line)};
  });
}

void LineStream::finish() { queue_->jobs.finish(); }

std::string_view version() { return CORROBORATE_VERSION; }

}  // namespace corroborate
