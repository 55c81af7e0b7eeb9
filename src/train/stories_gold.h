// Articles whose event is known, to learn stories from.
#pragma once

#include <string>
#include <vector>

#include "corroborate/extraction.h"

namespace corroborate::reconciliation {

struct GoldArticles {
  std::vector<Extraction> extractions;
  std::vector<std::string> events;  // by article
  std::vector<std::string> topics;  // by article; events of one topic are of one kind

  std::size_t size() const { return extractions.size(); }
  GoldArticles subset(const std::vector<std::size_t>& articles) const;
};

// Reads the folder's gold-events.tsv or gold-slots.tsv: a table with a head whose columns `file` (below the folder),
// `event` and perhaps `topic` are read; without a topic each event is one. Nothing of a file's name or folder is kept.
// Throws std::runtime_error where the table or an article cannot be read.
GoldArticles read_gold_articles(const std::string& folder);

}  // namespace corroborate::reconciliation
