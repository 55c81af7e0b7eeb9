// The only file that knows every stage: runs extract over many articles with the threads it is given.
#include <atomic>
#include <thread>

#include "corroborate/corroborate.h"

namespace corroborate {

// One atomic index, no locks: every worker takes the next article and writes to that article's own place.
std::vector<Extraction> extract_all(std::vector<Article>&& articles, unsigned threads) {
  std::vector<Extraction> results(articles.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < articles.size(); i = next++) {
      results[i] = extract(articles[i]);
      articles[i].body = {};
    }
  };
  const std::size_t helpers = std::min<std::size_t>(threads == 0 ? 0 : threads - 1, articles.size());
  std::vector<std::jthread> workers;
  for (std::size_t i = 0; i < helpers; ++i) workers.emplace_back(work);
  work();
  workers.clear();  // joins
  return results;
}

std::string_view version() { return CORROBORATE_VERSION; }

}  // namespace corroborate
