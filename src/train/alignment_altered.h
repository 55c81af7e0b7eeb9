// Stories of the news with values that are altered: articles differ on few of the questions that they answer, and
// seldom answer two questions alike by chance, so there is little to learn either from else.
#pragma once

#include <vector>

#include "train/alignment_gold.h"
#include "train/alignment_random.h"
#include "train/alignment_rows.h"

namespace corroborate::training {

// A topic as it is read from its folder.
struct TopicText {
  std::vector<Article> articles;
  std::vector<Extraction> extractions;  // before days are inferred from other articles
  std::vector<std::vector<std::size_t>> groups;
  std::vector<Row> rows;
};

class Altering {
 public:
  // `conflicts`: by question; those of altered stories are added to it. It must outlive this.
  explicit Altering(std::vector<bool>& conflicts) : conflicts_(conflicts) {}

  // Add the topic's stories once more, altered as the draw has it; `topic` holds them as they are.
  // An article or two answer some questions otherwise: what a conflict looks like when nothing but the value differs.
  void add_conflicts(GoldTopic& topic, const TopicText& text);
  // Some questions are answered as another of their kind is: what is not one question though the value is the same.
  void add_chances(GoldTopic& topic, const TopicText& text);

 private:
  void add(GoldTopic& topic, const TopicText& text, Altered how);

  std::vector<bool>& conflicts_;
  Random random_;
};

}  // namespace corroborate::training
