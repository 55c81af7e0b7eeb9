// The rows of the annotated questions: one mention each, and the values that they lie on.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "train/alignment_gold.h"

namespace corroborate::training {

struct Row {
  int question = 0;
  std::string kind, file, phrase, value;
  Span span;  // of the phrase, in code points; empty until it is placed
};

// The name of an article's file, as rows have it.
std::string file_of(const Article& article);

// Finds where the phrases of one article's rows stand; those that stand nowhere keep an empty span.
void place_rows(std::vector<Row>& rows, const Article& article);

// Whether a claim is the day or the time of "8:30 am on Monday", of which the other is a claim too; and whether a
// phrase that it touches may ask for its half: by its kind ("day", "time"), where it has one; else the day is asked for
// by both, the time where the phrase names it.
bool tells_half(const Extraction& extraction, const Claim& claim);
bool fits_half(const Claim& claim, std::string_view kind, std::string_view phrase);

// The questions of the rows whose phrase the value touches; of several, those whose figures fit.
std::set<int> questions_of(const Extraction& extraction, const reconciliation::StoryValue& value,
                           const std::vector<Row>& rows);

// The story of a group of articles, whole, with the questions that its values answer: settles its days and zones first,
// as reconciling does. Refers to `extractions`.
GoldStory whole_story(std::vector<Extraction>& extractions, const std::vector<std::size_t>& group,
                      const std::vector<Row>& rows);

// The same of a part, of whose whole the days are settled.
GoldStory part_of_story(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& part,
                        const std::vector<Row>& rows);

}  // namespace corroborate::training
