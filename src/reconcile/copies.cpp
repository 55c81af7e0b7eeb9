// Winnowed fingerprints (Schleimer, Wilkerson and Aiken 2003) give the pairs and the places to look at; from there a
// run is followed word by word in both directions.
#include "reconcile/copies.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>

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

struct Place {
  std::size_t article = 0, word = 0;
};

struct Run {
  std::size_t a = 0, b = 0;  // first word in each article
  std::size_t length = 0;
};

class CopyFinder {
 public:
  CopyFinder(const std::vector<Extraction>& extractions, const std::vector<std::vector<std::size_t>>& stories,
             const std::vector<std::size_t>& components)
      : extractions_(extractions), story_of_(extractions.size()), furniture_(extractions.size()) {
    for (std::size_t s = 0; s < stories.size(); ++s) {
      for (const auto article : stories[s]) story_of_[article] = s;
    }
    for (std::size_t a = 0; a < extractions.size(); ++a) {
      furniture_[a].resize(extractions[a].words.size());
      for (const auto& print : winnow(extractions[a].words)) {
        auto& places = postings_[print.hash + components[a] * 0x9E3779B97F4A7C15ull];
        // The first in an article stands for its repetitions.
        if (places.empty() || places.back().article != a) places.push_back({a, print.word});
      }
    }
  }

  Copies find() {
    for (auto posting = postings_.begin(); posting != postings_.end();) {
      posting = is_furniture(posting->second) ? drop(posting) : std::next(posting);
    }
    for (const auto& [hash, places] : postings_) add_hits(places);
    std::sort(hits_.begin(), hits_.end(), [](const Hit& x, const Hit& y) {
      return std::tie(x.a.article, x.b.article, x.a.word, x.b.word) <
             std::tie(y.a.article, y.b.article, y.a.word, y.b.word);
    });
    Copies copies;
    for (auto first = hits_.begin(); first != hits_.end();) {
      const auto last = std::find_if(first, hits_.end(), [&](const Hit& hit) {
        return hit.a.article != first->a.article || hit.b.article != first->b.article;
      });
      judge(first->a.article, first->b.article, follow({first, last}), copies);
      first = last;
    }
    return copies;
  }

 private:
  using Postings = std::unordered_map<std::uint64_t, std::vector<Place>>;
  struct Hit {
    Place a, b;
  };

  bool is_furniture(const std::vector<Place>& places) const {
    std::set<std::size_t> stories;
    for (const auto& place : places) {
      stories.insert(story_of_[place.article]);
      if (stories.size() >= furniture_stories) return true;
    }
    return false;
  }

  Postings::iterator drop(Postings::iterator posting) {
    for (const auto& place : posting->second) {
      auto& words = furniture_[place.article];
      std::fill_n(words.begin() + static_cast<std::ptrdiff_t>(place.word), fingerprint_words, true);
    }
    return postings_.erase(posting);
  }

  // All pairs of a short posting; of a long one each place with those near by, so that work stays bounded.
  void add_hits(const std::vector<Place>& places) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (std::size_t k = i + 1; k < std::min(places.size(), i + 1 + posting_reach); ++k) {
        hits_.push_back({places[i], places[k]});
      }
    }
  }

  bool same(std::size_t a, std::size_t word_a, std::size_t b, std::size_t word_b) const {
    return extractions_[a].words[word_a].hash == extractions_[b].words[word_b].hash && !furniture_[a][word_a] &&
           !furniture_[b][word_b];
  }

  // The longest runs through the hits of one pair of articles, each word of either article in one run at most.
  std::vector<Run> follow(std::span<const Hit> hits) const {
    std::vector<Run> runs;
    for (const auto& hit : hits) {
      const bool known = std::any_of(runs.begin(), runs.end(), [&](const Run& run) {
        return run.a <= hit.a.word && hit.a.word < run.a + run.length && hit.a.word - run.a == hit.b.word - run.b;
      });
      if (!known) runs.push_back(extend(hit));
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

  Run extend(const Hit& hit) const {
    const std::size_t a = hit.a.article, b = hit.b.article;
    std::size_t before = 0;
    while (before < std::min(hit.a.word, hit.b.word) && same(a, hit.a.word - before - 1, b, hit.b.word - before - 1))
      ++before;
    const std::size_t room =
        std::min(extractions_[a].words.size() - hit.a.word, extractions_[b].words.size() - hit.b.word);
    std::size_t after = 0;
    while (after < room && same(a, hit.a.word + after, b, hit.b.word + after)) ++after;
    return {hit.a.word - before, hit.b.word - before, before + after};
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
  std::vector<std::size_t> story_of_;
  std::vector<std::vector<bool>> furniture_;  // by article and word
  Postings postings_;
  std::vector<Hit> hits_;
};

}  // namespace

Copies find_copies(const std::vector<Extraction>& extractions, const std::vector<std::vector<std::size_t>>& stories,
                   const std::vector<std::size_t>& components) {
  return CopyFinder(extractions, stories, components).find();
}

}  // namespace corroborate::reconciliation
