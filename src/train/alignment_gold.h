// Stories whose values are marked with the questions that they answer.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "corroborate/extraction.h"
#include "reconcile/align/story_values.h"
#include "reconcile/events.h"

namespace corroborate::training {

// How much a whole story holds: a folder's of eight articles and more, a report's, or one of a few sentences.
enum class Length { folder, report, brief };

// What was done to the values of a story: some questions are answered otherwise by an article or two, to learn
// conflicts from; or some are answered alike by chance, to learn from what is not one question.
enum class Altered { no, otherwise, alike };

struct GoldStory {
  std::unique_ptr<reconciliation::StoryValues> values;
  std::vector<std::set<int>> questions;  // by value: numbers of the questions that it answers
  Altered altered = Altered::no;
  bool part = false;               // a few articles of a larger story: to learn from, not to be scored on
  std::size_t own = no_own;        // number in Gold::kept of a story of our own
  Length length = Length::folder;  // of the whole, for parts too
  bool first = true;               // of the news, or of the first of our own ("# first" in its file)
  // Whole and as it was told.
  bool is_scored() const { return !part && altered == Altered::no; }
  static constexpr std::size_t no_own = static_cast<std::size_t>(-1);
};

struct GoldTopic {
  std::string name;
  std::vector<Extraction> extractions;
  std::vector<std::shared_ptr<std::vector<Extraction>>> altered;  // that altered stories refer to
  std::vector<GoldStory> stories;  // as the tool groups the topic's articles, parts of them, and altered ones
};

struct Gold {
  std::vector<GoldTopic> topics;                               // in the order of their numbers
  std::vector<bool> conflicts;                                 // by question: its answers exclude each other
  std::vector<std::shared_ptr<std::vector<Extraction>>> kept;  // that stories of our own refer to
};

// Large stories are learned from in parts too.
enum class Parts { none, of_large_stories };

// Adds stories as src/train/alignment.stories has them, dealt out to so many topics named "own": to learn from only.
void add_own_stories(Gold& gold, const std::string& path, std::size_t topics, Parts parts);

// `table`: one mention a row with the columns story ("2/ecb"), cluster, kind, verdict, file, phrase, value; `folder`
// holds a folder of articles a topic. A value answers the questions of the rows whose phrase it touches, of several
// those whose figures fit. Ends the program with a message where something cannot be read.
Gold read_gold(const std::string& table, const std::string& folder);

}  // namespace corroborate::training
