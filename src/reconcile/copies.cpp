// Winnowed fingerprints (Schleimer, Wilkerson and Aiken 2003) give the pairs and the places to look at; from there a
// run is followed word by word in both directions.
#include "reconcile/copies.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

#include "parallel/runs.h"

namespace corroborate::reconciliation {

namespace {

// In words outside quotation marks. Read off samples: runs of 8 to 11 words are formulas ("told reporters at a news
// conference on Tuesday"); of 24 pairs that these rules name, 18 were copies and 5 quotations without their marks.
constexpr std::size_t fingerprint_words = 8;
constexpr std::size_t window = 5;      // fingerprints: every run of 12 words holds a chosen one
constexpr std::size_t long_run = 16;   // is a copied passage by itself
constexpr std::size_t short_run = 10;  // counts if such runs together come to
constexpr std::size_t short_runs_sum = 25;
constexpr std::size_t least_run = 8;   // counts in a short article, where such runs come to
constexpr double short_share = 0.25;   // of the shorter one's words
constexpr std::size_t short_sum = 12;  // and to so many words: less is a formula
constexpr double whole_share = 0.5;    // of the shorter article's words
constexpr std::size_t furniture_stories = 3;
constexpr std::size_t posting_reach = 15;  // articles of one fingerprint that one is paired with, each way

using Words = std::vector<PlainWord>;

struct Fingerprint {
  std::uint64_t hash = 0;
  std::size_t word = 0;  // its first
};

std::uint64_t hash_words(const Words& words, std::size_t from) {
  std::uint64_t hash = 1469598103934665603ull;
  for (std::size_t w = from; w < from + fingerprint_words; ++w) hash = (hash ^ words[w].hash) * 0x9E3779B97F4A7C15ull;
  return hash ^ (hash >> 31);
}

// The smallest of every window, the rightmost of equals.
std::vector<Fingerprint> winnow(const Words& words) {
  std::vector<Fingerprint> chosen;
  if (words.size() < fingerprint_words) return chosen;
  std::vector<std::uint64_t> hashes;
  for (std::size_t w = 0; w + fingerprint_words <= words.size(); ++w) hashes.push_back(hash_words(words, w));
  const std::size_t windows = hashes.size() < window ? 1 : hashes.size() - window + 1;
  for (std::size_t first = 0; first < windows; ++first) {
    std::size_t smallest = first;
    for (std::size_t k = first; k < std::min(first + window, hashes.size()); ++k) {
      if (hashes[k] <= hashes[smallest]) smallest = k;
    }
    if (chosen.empty() || chosen.back().word != smallest) chosen.push_back({hashes[smallest], smallest});
  }
  return chosen;
}

// A fingerprint where it stands.
struct Print {
  std::uint64_t hash = 0;
  std::uint32_t article = 0, word = 0;
  auto operator<=>(const Print&) const = default;
};

// The same fingerprint in two articles.
struct Hit {
  std::uint32_t b = 0;                   // the other article
  std::uint32_t word_a = 0, word_b = 0;  // its first word in each
  auto operator<=>(const Hit&) const = default;
};

struct Run {
  std::size_t a = 0, b = 0;  // first word in each article
  std::size_t length = 0;
};

// Fingerprints lie in one list, equal ones side by side: of a large archive there are many millions. Each article then
// looks at those behind its own.
class CopyFinder {
 public:
  CopyFinder(const std::vector<Extraction>& extractions, const std::vector<std::vector<std::size_t>>& stories,
             const std::vector<std::size_t>& components, unsigned threads)
      : extractions_(extractions), threads_(threads), story_of_(extractions.size()), furniture_(extractions.size()) {
    for (std::size_t s = 0; s < stories.size(); ++s) {
      for (const auto article : stories[s]) story_of_[article] = s;
    }
    for (std::size_t a = 0; a < extractions.size(); ++a) furniture_[a].resize(extractions[a].words.size());
    using Prints = std::vector<Print>;
    parallel::by_runs<Prints>(
        extractions.size(), articles_at_once, threads,
        [&](std::size_t first, std::size_t last) {
          Prints prints;
          for (std::size_t a = first; a < last; ++a) add_prints(a, components[a], prints);
          return prints;
        },
        [this](Prints&& prints) { prints_.insert(prints_.end(), prints.begin(), prints.end()); });
    std::ranges::sort(prints_);
    // The first in an article stands for its repetitions.
    const auto same = [](const Print& x, const Print& y) { return x.hash == y.hash && x.article == y.article; };
    prints_.erase(std::unique(prints_.begin(), prints_.end(), same), prints_.end());
  }

  Copies find() {
    drop_alone_and_furniture();
    const auto places = places_by_article();
    Copies copies;
    parallel::by_runs<Copies>(
        extractions_.size(), articles_at_once, threads_,
        [&](std::size_t first, std::size_t last) { return find_among(first, last, places); },
        [&](Copies&& more) {
          copies.articles.insert(copies.articles.end(), more.articles.begin(), more.articles.end());
          copies.passages.insert(copies.passages.end(), more.passages.begin(), more.passages.end());
        });
    return copies;
  }

 private:
  static constexpr std::size_t articles_at_once = 64;

  void add_prints(std::size_t a, std::size_t component, std::vector<Print>& prints) const {
    for (const auto& print : winnow(extractions_[a].words))
      prints.push_back({print.hash + component * 0x9E3779B97F4A7C15ull, static_cast<std::uint32_t>(a),
                        static_cast<std::uint32_t>(print.word)});
  }

  // Of the articles from `begin` up to `end`; `places` as places_by_article() gives them.
  Copies find_among(std::size_t begin, std::size_t end, const std::vector<std::uint32_t>& places) const {
    Copies copies;
    std::vector<Hit> hits;
    auto place = std::ranges::lower_bound(places, begin, {}, [&](std::uint32_t one) { return prints_[one].article; });
    for (auto a = begin; a < end; ++a) {
      hits.clear();
      for (; place != places.end() && prints_[*place].article == a; ++place) add_hits(*place, hits);
      std::ranges::sort(hits);
      for (auto first = hits.begin(); first != hits.end();) {
        const auto last = std::find_if(first, hits.end(), [&](const Hit& hit) { return hit.b != first->b; });
        judge(a, first->b, follow(a, {first, last}), copies);
        first = last;
      }
    }
    return copies;
  }

  // Keeps the fingerprints that several articles have, but for those of many stories, the words of which are marked.
  void drop_alone_and_furniture() {
    std::size_t kept = 0;
    for (std::size_t first = 0; first < prints_.size();) {
      std::size_t last = first;
      while (last < prints_.size() && prints_[last].hash == prints_[first].hash) ++last;
      const std::span<const Print> places(&prints_[first], last - first);
      if (is_furniture(places))
        mark(places);
      else if (places.size() > 1)
        for (const Print& print : places) prints_[kept++] = print;
      first = last;
    }
    prints_.resize(kept);
  }

  bool is_furniture(std::span<const Print> places) const {
    std::array<std::size_t, furniture_stories> stories{};
    std::size_t count = 0;
    for (const Print& print : places) {
      const auto story = story_of_[print.article];
      if (std::find(stories.begin(), stories.begin() + count, story) != stories.begin() + count) continue;
      stories[count++] = story;
      if (count == furniture_stories) return true;
    }
    return false;
  }

  void mark(std::span<const Print> places) {
    for (const Print& print : places)
      std::fill_n(furniture_[print.article].begin() + print.word, fingerprint_words, true);
  }

  // Numbers in the list, in the order of articles.
  std::vector<std::uint32_t> places_by_article() const {
    std::vector<std::uint32_t> places(prints_.size());
    std::iota(places.begin(), places.end(), std::uint32_t{0});
    std::ranges::stable_sort(places, {}, [&](std::uint32_t place) { return prints_[place].article; });
    return places;
  }

  // All that are behind it in a short posting; in a long one those near by, so that work stays bounded.
  void add_hits(std::size_t place, std::vector<Hit>& hits) const {
    const std::size_t end = std::min(prints_.size(), place + 1 + posting_reach);
    for (std::size_t other = place + 1; other < end && prints_[other].hash == prints_[place].hash; ++other)
      hits.push_back({prints_[other].article, prints_[place].word, prints_[other].word});
  }

  bool same(std::size_t a, std::size_t word_a, std::size_t b, std::size_t word_b) const {
    return extractions_[a].words[word_a].hash == extractions_[b].words[word_b].hash && !furniture_[a][word_a] &&
           !furniture_[b][word_b];
  }

  // The longest runs through the hits of one pair of articles, each word of either article in one run at most.
  std::vector<Run> follow(std::size_t a, std::span<const Hit> hits) const {
    std::vector<Run> runs;
    for (const auto& hit : hits) {
      const bool known = std::any_of(runs.begin(), runs.end(), [&](const Run& run) {
        return run.a <= hit.word_a && hit.word_a < run.a + run.length && hit.word_a - run.a == hit.word_b - run.b;
      });
      if (!known) runs.push_back(extend(a, hit));
    }
    std::stable_sort(runs.begin(), runs.end(), [](const Run& x, const Run& y) { return x.length > y.length; });
    std::vector<Run> apart;
    for (const auto& run : runs) {
      const bool overlaps = std::any_of(apart.begin(), apart.end(), [&](const Run& other) {
        return (run.a < other.a + other.length && other.a < run.a + run.length) ||
               (run.b < other.b + other.length && other.b < run.b + run.length);
      });
      if (!overlaps) apart.push_back(run);
    }
    return apart;
  }

  Run extend(std::size_t a, const Hit& hit) const {
    const std::size_t b = hit.b;
    std::size_t before = 0;
    while (before < std::min(hit.word_a, hit.word_b) && same(a, hit.word_a - before - 1, b, hit.word_b - before - 1))
      ++before;
    const std::size_t room =
        std::min(extractions_[a].words.size() - hit.word_a, extractions_[b].words.size() - hit.word_b);
    std::size_t after = 0;
    while (after < room && same(a, hit.word_a + after, b, hit.word_b + after)) ++after;
    return {hit.word_a - before, hit.word_b - before, before + after};
  }

  void judge(std::size_t a, std::size_t b, std::vector<Run> runs, Copies& copies) const {
    const auto shorter = static_cast<double>(std::min(extractions_[a].words.size(), extractions_[b].words.size()));
    drop_below(runs, least_run);
    if (static_cast<double>(sum_of(runs)) < short_share * shorter || sum_of(runs) < short_sum) {
      drop_below(runs, short_run);
      const bool has_long =
          std::any_of(runs.begin(), runs.end(), [](const Run& run) { return run.length >= long_run; });
      if (!has_long && sum_of(runs) < short_runs_sum) return;
    }
    const std::size_t sum = sum_of(runs);
    copies.articles.push_back(
        {a, b, static_cast<std::uint32_t>(sum), static_cast<double>(sum) >= whole_share * shorter});
    std::sort(runs.begin(), runs.end(), [](const Run& x, const Run& y) { return x.a < y.a; });
    for (const auto& run : runs) {
      copies.passages.push_back(
          {a, b, span_of(a, run.a, run.length), span_of(b, run.b, run.length), static_cast<std::uint32_t>(run.length)});
    }
  }

  static void drop_below(std::vector<Run>& runs, std::size_t length) {
    std::erase_if(runs, [length](const Run& run) { return run.length < length; });
  }

  static std::size_t sum_of(const std::vector<Run>& runs) {
    return std::accumulate(runs.begin(), runs.end(), std::size_t{0},
                           [](std::size_t sum, const Run& run) { return sum + run.length; });
  }

  Span span_of(std::size_t article, std::size_t word, std::size_t length) const {
    const auto& words = extractions_[article].words;
    return {words[word].span.begin, words[word + length - 1].span.end};
  }

  const std::vector<Extraction>& extractions_;
  unsigned threads_;
  std::vector<std::size_t> story_of_;
  std::vector<std::vector<bool>> furniture_;  // by article and word
  std::vector<Print> prints_;                 // ascending
};

}  // namespace

Copies find_copies(const std::vector<Extraction>& extractions, const std::vector<std::vector<std::size_t>>& stories,
                   const std::vector<std::size_t>& components, unsigned threads) {
  return CopyFinder(extractions, stories, components, threads).find();
}

}  // namespace corroborate::reconciliation
