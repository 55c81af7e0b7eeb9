// The values of one story with their facets, made ready for comparing each with many: words as numbers, bags sorted,
// sums of word vectors.
//
// Refers to the extractions, which must outlive it. Made once for a story; then constant.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corroborate/extraction.h"
#include "reconcile/align/figures.h"
#include "reconcile/align/word_vectors.h"
#include "reconcile/claim_ref.h"
#include "reconcile/compare.h"
#include "reconcile/events.h"

namespace corroborate::reconciliation {

// What kind of answer a value is; only values of one kind and unit are compared.
enum class Family : std::uint8_t { count, percent, money, age, span, measure, day, clock, rank };
inline constexpr std::size_t family_count = 9;

using WordId = std::uint32_t;
inline constexpr WordId no_word = 0;  // stands for no word

struct StoryWord {
  KnownWord known;
  Direction direction{};   // of its vector; null where it has none
  float story_rarity = 0;  // logarithm of passages in the story over those that hold it
};

struct StoryValue {
  ClaimRef ref;
  std::uint32_t group_article = 0;  // number of its article within the story
  Family family = Family::count;
  std::uint32_t unit = 0;  // currency or dimension; equal numbers are the same unit
  Value value;
  float magnitude = 0, width = 0;  // logarithms of what is stated, and of how far the interval reaches; 20 = no end
  const Claim* claim = nullptr;
  const Facets* facets = nullptr;
  const Passage* passage = nullptr;
  std::uint32_t event = 0;  // joined event; no_event where none
  WordId thing = no_word, governor = no_word;
  WordId thing_group = no_word, governor_group = no_word;  // classes, numbered like words
  WordId marker = no_word, owner = no_word, place = no_word, source = no_word;
  WordId property = no_word, population = no_word;     // labels from classes of the lexicon
  WordId person = no_word, whole_name = no_word;       // last name, and name as it stands, of whose age it is
  bool has_bare_name = false;                          // the last name is all of it
  WordId before = no_word, after = no_word;            // the nearest content words on either side
  WordId name_before = no_word, name_after = no_word;  // the nearest names of the sentence
  WordId anchor = no_word;                             // of a length: the first word of the name it is measured from
  Value clause_day;                                    // of the clause; not known where the clause names none
  std::vector<std::uint64_t> companions;               // figures of the other values of its sentence, sorted
  int place_in_row = 0, row_length = 1;                // among the values of its family in its sentence
  std::vector<WordId> clause, window, sentence;        // content words and classes, sorted, each once
  std::vector<WordId> names, clause_names, arguments, modifiers;
  Direction clause_direction{}, window_direction{}, sentence_direction{};
  StatedFigure figure;      // that is stated
  float figure_rarity = 0;  // logarithm of values of the family in the story over those that state it
  int repeats = 0;          // of the figure in its article, itself too
  int weekday = 0;          // of a day that is known to the day, or stated
};

class StoryValues {
 public:
  static constexpr std::uint32_t no_event = 0xFFFFFFFF;

  StoryValues(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group,
              const StoryEvents& events);

  const std::vector<StoryValue>& all() const { return values_; }
  const StoryWord& word(WordId id) const { return words_[id]; }
  std::size_t articles() const { return articles_; }

 private:
  void add(const Extraction& extraction, std::size_t article, std::uint32_t number, std::size_t claim,
           const StoryEvents& events);
  void read_words(StoryValue& value);
  void count_words();
  void count_figures();
  void find_companions();
  void sum_directions(StoryValue& value);
  WordId intern(std::string_view text);

  std::vector<StoryValue> values_;
  std::vector<StoryWord> words_;
  std::unordered_map<std::string, WordId> ids_;
  std::unordered_map<std::string, std::uint32_t> units_;
  std::size_t articles_ = 0;
};

// The family of a claim of kind quantity or date.
Family family_of(const Extraction& extraction, const Claim& claim);

}  // namespace corroborate::reconciliation
