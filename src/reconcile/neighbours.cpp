// Blocks of heavy terms, the pairs within reach in them, and the best of each article.
#include "reconcile/neighbours.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "parallel/runs.h"
#include "reconcile/components.h"

namespace corroborate::reconciliation {

namespace {

constexpr float weight_unit = 10'000;  // ten-thousandths

struct Key {
  std::uint32_t term;
  std::uint32_t weight;  // ten-thousandths of a vector of length 1 over the keys
};

// By the length of its keys alone an article is as near to others whether it is short or long.
std::vector<Key> keys_of(const TermVector& article) {
  const TermVector terms = heaviest(article, most_keys);
  float squares = 0;
  for (const auto& term : terms) squares += term.weight * term.weight;
  const float unit = squares > 0 ? weight_unit / std::sqrt(squares) : 0;
  std::vector<Key> keys;
  for (const auto& term : terms) keys.push_back({term.id, static_cast<std::uint32_t>(std::lround(term.weight * unit))});
  return keys;
}

struct Post {
  std::size_t article;
  std::uint32_t weight;
};

struct Place {
  std::uint32_t term;
  std::size_t at;  // in the term's block
};

struct Blocks {
  std::vector<std::vector<Post>> by_term;
  std::vector<std::vector<Place>> places;  // by article
};

constexpr std::size_t articles_at_once = 1'000;

Blocks make_blocks(std::span<const TermVector> articles, unsigned threads) {
  using Keys = std::vector<std::vector<Key>>;  // by article of a run
  Blocks blocks;
  const auto keys_of_run = [articles](std::size_t first, std::size_t last) {
    Keys keys;
    for (std::size_t a = first; a < last; ++a) keys.push_back(keys_of(articles[a]));
    return keys;
  };
  parallel::by_runs<Keys>(articles.size(), articles_at_once, threads, keys_of_run, [&](Keys&& run) {
    for (const auto& keys : run) {
      const std::size_t article = blocks.places.size();
      blocks.places.emplace_back();
      for (const auto& [term, weight] : keys) {
        if (blocks.by_term.size() <= term) blocks.by_term.resize(term + 1U);
        auto& block = blocks.by_term[term];
        blocks.places.back().push_back({term, block.size()});
        block.push_back({article, weight});
      }
    }
  });
  return blocks;
}

// Links of one article after the other.
class Linker {
 public:
  explicit Linker(const Blocks& blocks) : blocks_(blocks), shared_(blocks.places.size()) {}

  // The articles that share most of the heavy terms of `article`.
  void add_links(std::size_t article, std::vector<ArticlePair>& pairs) {
    for (const auto& [term, at] : blocks_.places[article]) {
      const auto& block = blocks_.by_term[term];
      const std::size_t first = at > block_reach ? at - block_reach : 0;
      const std::size_t last = std::min(block.size(), at + block_reach + 1);
      for (std::size_t p = first; p < last; ++p) {
        if (p == at || block[p].weight == 0 || block[at].weight == 0) continue;
        if (shared_[block[p].article] == 0) touched_.push_back(block[p].article);
        shared_[block[p].article] += block[p].weight * block[at].weight;
      }
    }
    links_.clear();
    for (const auto other : touched_) {
      if (shared_[other] >= least_link)
        links_.push_back({std::min(article, other), std::max(article, other), shared_[other]});
      shared_[other] = 0;
    }
    touched_.clear();
    const auto heavier = [](const ArticlePair& x, const ArticlePair& y) {
      return x.weight != y.weight ? x.weight > y.weight : x < y;  // one end is the same: the other decides
    };
    const auto count = static_cast<std::ptrdiff_t>(std::min(most_links, links_.size()));
    std::ranges::partial_sort(links_, links_.begin() + count, heavier);
    pairs.insert(pairs.end(), links_.begin(), links_.begin() + count);
  }

 private:
  const Blocks& blocks_;
  std::vector<std::uint32_t> shared_;  // by article; all 0 between two calls
  std::vector<std::size_t> touched_;   // not 0
  std::vector<ArticlePair> links_;
};

}  // namespace

std::vector<ArticlePair> find_neighbours(std::span<const TermVector> articles, unsigned threads) {
  using Pairs = std::vector<ArticlePair>;
  const Blocks blocks = make_blocks(articles, threads);
  const auto links_of_run = [&blocks](std::size_t first, std::size_t last) {
    Linker linker(blocks);
    Pairs pairs;
    for (std::size_t a = first; a < last; ++a) linker.add_links(a, pairs);
    return pairs;
  };
  Pairs pairs;
  parallel::by_runs<Pairs>(articles.size(), articles_at_once, threads, links_of_run,
                           [&](Pairs&& run) { pairs.insert(pairs.end(), run.begin(), run.end()); });
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

std::vector<std::size_t> find_components(std::size_t count, std::span<const ArticlePair> pairs) {
  Components<std::size_t> components(count);
  for (const auto& pair : pairs) components.tie(pair.a, pair.b);
  return components.take();
}

}  // namespace corroborate::reconciliation

namespace corroborate {

std::vector<BlockingKey> blocking_keys(const Extraction& extraction, const Frequencies& frequencies) {
  const auto vectors = reconciliation::make_term_vectors({&extraction, 1}, frequencies);
  std::vector<BlockingKey> keys;
  for (const auto& [term, weight] : reconciliation::keys_of(vectors.articles.front()))
    keys.push_back({std::string(vectors.terms[term]), weight});
  return keys;
}

std::vector<Link> find_links(std::span<const Extraction> extractions, const Frequencies& frequencies,
                             unsigned threads) {
  std::vector<std::size_t> order(extractions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto id_of = [&](std::size_t article) -> const std::string& { return extractions[article].article.id; };
  std::ranges::sort(order, {}, id_of);
  const auto vectors = reconciliation::make_term_vectors(extractions, frequencies);
  std::vector<reconciliation::TermVector> ordered;
  for (const auto article : order) ordered.push_back(vectors.articles[article]);
  std::vector<Link> links;
  for (const auto& [a, b, weight] : reconciliation::find_neighbours(ordered, threads))
    links.push_back({id_of(order[a]), id_of(order[b]), weight});
  return links;
}

}  // namespace corroborate
