// Blocks of heavy terms, the pairs within reach in them, and the best of each article.
#include "reconcile/neighbours.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <unordered_map>

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
  std::unordered_map<std::uint32_t, std::vector<Post>> by_term;
  std::vector<std::vector<Place>> places;  // by article
};

Blocks make_blocks(std::span<const TermVector> articles) {
  Blocks blocks;
  blocks.places.resize(articles.size());
  for (std::size_t a = 0; a < articles.size(); ++a) {
    for (const auto& [term, weight] : keys_of(articles[a])) {
      auto& block = blocks.by_term[term];
      blocks.places[a].push_back({term, block.size()});
      block.push_back({a, weight});
    }
  }
  return blocks;
}

// The articles that share most of the heavy terms of `article`.
void add_links(const Blocks& blocks, std::size_t article, std::vector<ArticlePair>& pairs) {
  std::unordered_map<std::size_t, std::uint32_t> shared;
  for (const auto& [term, at] : blocks.places[article]) {
    const auto& block = blocks.by_term.at(term);
    const std::size_t first = at > block_reach ? at - block_reach : 0;
    const std::size_t last = std::min(block.size(), at + block_reach + 1);
    for (std::size_t p = first; p < last; ++p)
      if (p != at) shared[block[p].article] += block[p].weight * block[at].weight;
  }
  std::vector<ArticlePair> links;
  for (const auto& [other, weight] : shared)
    if (weight >= least_link) links.push_back({std::min(article, other), std::max(article, other), weight});
  const auto heavier = [](const ArticlePair& x, const ArticlePair& y) {
    return x.weight != y.weight ? x.weight > y.weight : x < y;  // one end is the same: the other decides
  };
  const auto count = std::min(most_links, links.size());
  std::ranges::partial_sort(links, links.begin() + static_cast<std::ptrdiff_t>(count), heavier);
  pairs.insert(pairs.end(), links.begin(), links.begin() + static_cast<std::ptrdiff_t>(count));
}

}  // namespace

std::vector<ArticlePair> find_neighbours(std::span<const TermVector> articles) {
  const Blocks blocks = make_blocks(articles);
  std::vector<ArticlePair> pairs;
  for (std::size_t a = 0; a < articles.size(); ++a) add_links(blocks, a, pairs);
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

std::vector<std::size_t> find_components(std::size_t count, std::span<const ArticlePair> pairs) {
  std::vector<std::size_t> parents(count);
  std::iota(parents.begin(), parents.end(), std::size_t{0});
  const auto root = [&](std::size_t article) {
    while (parents[article] != article) article = parents[article] = parents[parents[article]];
    return article;
  };
  for (const auto& pair : pairs) {
    const auto a = root(pair.a), b = root(pair.b);
    parents[std::max(a, b)] = std::min(a, b);
  }
  for (std::size_t article = 0; article < count; ++article) parents[article] = root(article);
  return parents;
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

std::vector<Link> find_links(std::span<const Extraction> extractions, const Frequencies& frequencies) {
  std::vector<std::size_t> order(extractions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto id_of = [&](std::size_t article) -> const std::string& { return extractions[article].article.id; };
  std::ranges::sort(order, {}, id_of);
  const auto vectors = reconciliation::make_term_vectors(extractions, frequencies);
  std::vector<reconciliation::TermVector> ordered;
  for (const auto article : order) ordered.push_back(vectors.articles[article]);
  std::vector<Link> links;
  for (const auto& [a, b, weight] : reconciliation::find_neighbours(ordered))
    links.push_back({id_of(order[a]), id_of(order[b]), weight});
  return links;
}

}  // namespace corroborate
