// Lays the rows of a table, and the marks of our own stories, on the values that are read.
#include "train/alignment_gold.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "corroborate/corroborate.h"
#include "reconcile/stories.h"
#include "text/utf8.h"
#include "time/civil.h"
#include "train/alignment_altered.h"
#include "train/alignment_rows.h"

namespace corroborate::training {

namespace {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == '\t')
      cells.emplace_back();
    else
      cells.back().push_back(c);
  }
  return cells;
}

[[noreturn]] void fail(const std::string& message) {
  fmt::print(stderr, "{}\n", message);
  std::exit(2);
}

// "@2016-09-09 A fire killed …": the day of an article and its text. An article without a day is of one day like any
// other.
constexpr std::size_t day_width = std::string_view("@2016-09-09 ").size();

Day day_of(const std::string& line) {
  constexpr Day any_day = 17052;
  const std::string_view all(line);
  return all.starts_with('@') && all.size() > day_width
             ? time::parse_iso_day(all.substr(1, day_width - 2)).value_or(any_day)
             : any_day;
}

std::string text_of(const std::string& line) {
  return line.starts_with('@') && line.size() > day_width ? line.substr(day_width) : line;
}

// "A fire killed [nine]{k!} dockers": the text, and where its values stand with the letters of their questions.
struct MarkedText {
  std::string text;
  struct Mark {
    std::size_t begin, end;  // bytes
    std::string question;    // its letters
    bool conflict;
  };
  std::vector<Mark> marks;
};

MarkedText read_marks(const std::string& line) {
  MarkedText result;
  std::size_t open = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '[')
      open = result.text.size();
    else if (const auto close = line.find('}', at); line.compare(at, 2, "]{") == 0 && close != std::string::npos) {
      const bool conflict = line[close - 1] == '!';
      result.marks.push_back(
          {open, result.text.size(), line.substr(at + 2, close - at - 2 - (conflict ? 1 : 0)), conflict});
      at = close;
    } else {
      result.text.push_back(line[at]);
    }
  }
  return result;
}

// Most folders hold a few articles of a story, not all: each article once beside another and once among four.
std::vector<std::vector<std::size_t>> parts_of(const std::vector<std::size_t>& group) {
  std::vector<std::vector<std::size_t>> parts;
  for (const std::size_t size : {std::size_t{2}, std::size_t{4}}) {
    const std::size_t count = group.size() / size;
    if (count < 2) continue;
    for (std::size_t p = 0; p < count; ++p) {
      auto& part = parts.emplace_back();
      for (std::size_t i = 0; i < size; ++i) part.push_back(group[p + i * count]);
    }
  }
  return parts;
}

class OwnReader {
 public:
  OwnReader(Gold& gold, std::size_t topics, Parts parts)
      : gold_(gold), first_(gold.topics.size()), topics_(topics), parts_(parts) {
    for (std::size_t t = 0; t < topics; ++t) gold.topics.push_back({"own", {}, {}, {}});
  }

  void read(std::istream& in) {
    std::vector<std::string> block;
    for (std::string line; std::getline(in, line);) {
      is_first_ |= line.starts_with("# first");
      if (line.starts_with("#")) continue;
      if (!line.empty())
        block.push_back(line);
      else if (!block.empty())
        add(block), block.clear();
    }
    if (!block.empty()) add(block);
  }

 private:
  void add(const std::vector<std::string>& block) {
    auto extractions = std::make_shared<std::vector<Extraction>>();
    std::vector<MarkedText> texts;
    for (const auto& line : block) {
      Article article;
      article.id = fmt::format("own{}-{}", blocks_, texts.size());
      article.published = PublishedDay{day_of(line), DayBasis::metadata, {}};
      texts.push_back(read_marks(text_of(line)));
      article.body = texts.back().text;
      extractions->push_back(extract(article));
    }
    std::vector<std::size_t> group(block.size());
    for (std::size_t i = 0; i < group.size(); ++i) group[i] = i;
    auto& stories = gold_.topics[first_ + blocks_++ % topics_].stories;
    stories.push_back(story_of(*extractions, group, texts));
    const Length length = stories.back().length = length_of(group.size(), stories.back().values->all().size());
    if (parts_ == Parts::of_large_stories && length == Length::folder)
      for (const auto& part : parts_of(group)) {
        stories.push_back(story_of(*extractions, part, texts));
        stories.back().length = length;
      }
    gold_.kept.push_back(extractions);
    numbers_.clear();
  }

  static Length length_of(std::size_t articles, std::size_t values) {
    constexpr std::size_t folder = 8, brief = 20;
    return articles >= folder ? Length::folder : values >= brief ? Length::report : Length::brief;
  }

  GoldStory story_of(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group,
                     const std::vector<MarkedText>& texts) {
    GoldStory story;
    story.part = true;
    story.own = gold_.kept.size();
    story.first = is_first_;
    story.values = std::make_unique<reconciliation::StoryValues>(extractions, group,
                                                                 reconciliation::join_events(extractions, group));
    for (const auto& value : story.values->all())
      story.questions.push_back(questions_of(extractions[value.ref.article], *value.claim, texts[value.ref.article]));
    return story;
  }

  std::set<int> questions_of(const Extraction& extraction, const Claim& claim, const MarkedText& text) {
    const text::PositionIndex index(text.text);
    std::set<int> questions;
    const bool halved = tells_half(extraction, claim);
    for (const auto& mark : text.marks) {
      const Span span{index.at(mark.begin).code_point, index.at(mark.end).code_point};
      // A claim may take in a neighbour's value: what counts is where its own stands, as its facets have it.
      if (claim.span.begin >= span.end || span.begin >= claim.span.end || !holds_value(claim, text, mark)) continue;
      const std::string_view phrase = std::string_view(text.text).substr(mark.begin, mark.end - mark.begin);
      if (halved && !fits_half(claim, {}, phrase)) continue;
      const auto [at, fresh] = numbers_.emplace(mark.question, static_cast<int>(gold_.conflicts.size()));
      if (fresh) gold_.conflicts.push_back(false);
      if (mark.conflict) gold_.conflicts[static_cast<std::size_t>(at->second)] = true;
      questions.insert(at->second);
    }
    return questions;
  }

  static bool holds_value(const Claim& claim, const MarkedText& text, const MarkedText::Mark& mark) {
    int touched = 0;
    const text::PositionIndex index(text.text);
    for (const auto& other : text.marks) {
      touched += claim.span.begin < index.at(other.end).code_point && index.at(other.begin).code_point < claim.span.end;
    }
    return touched == 1 || claim.span.begin == index.at(mark.begin).code_point ||
           claim.span.end == index.at(mark.end).code_point;
  }

  Gold& gold_;
  std::size_t first_, topics_, blocks_ = 0;
  Parts parts_;
  bool is_first_ = false;
  std::map<std::string, int> numbers_;
};

class Reader {
 public:
  explicit Reader(const std::string& folder) : folder_(folder) {}

  Gold read(const std::string& table) {
    std::ifstream in(table);
    if (!in) fail(table + ": cannot be read");
    std::string line;
    std::getline(in, line);
    const auto names = cells_of(line);
    while (std::getline(in, line)) add_row(names, cells_of(line));
    Gold gold;
    gold.conflicts = conflicts_;
    Altering altering(gold.conflicts);
    constexpr int rounds = 4;  // of conflicts
    for (auto& [topic, rows] : rows_) {
      TopicText text;
      text.rows = std::move(rows);
      gold.topics.push_back(read_topic(topic, text));
      altering.add_chances(gold.topics.back(), text);
      for (int round = 0; round < rounds; ++round) altering.add_conflicts(gold.topics.back(), text);
    }
    return gold;
  }

 private:
  void add_row(const std::vector<std::string>& names, const std::vector<std::string>& cells) {
    const auto cell = [&](std::string_view name) {
      const auto at = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
      return at < cells.size() ? cells[at] : std::string();
    };
    const std::string story = cell("story");
    if (story.empty()) return;
    const auto [at, fresh] = questions_.emplace(story + "#" + cell("cluster"), static_cast<int>(questions_.size()));
    if (fresh) conflicts_.push_back(cell("verdict") == "conflict");
    rows_[std::atoi(story.c_str())].push_back(
        {at->second, cell("kind"), cell("file"), cell("phrase"), cell("value"), {}});
  }

  // `text` holds the rows and takes in all else that is read.
  GoldTopic read_topic(int number, TopicText& text) {
    GoldTopic topic;
    topic.name = std::to_string(number);
    const std::vector<std::string> paths = {folder_ + "/" + topic.name};
    std::istringstream none;
    load(paths, none,
         {[&](Article&& article) {
            place_rows(text.rows, article);
            text.extractions.push_back(extract(article));
            text.articles.push_back(std::move(article));
          },
          [](Problem&&) {}});
    if (text.articles.empty()) fail(paths.front() + ": no articles");
    topic.extractions = text.extractions;
    text.groups = reconciliation::group_stories(topic.extractions);
    for (const auto& group : text.groups) {
      topic.stories.push_back(whole_story(topic.extractions, group, text.rows));
      for (const auto& part : parts_of(group))
        topic.stories.push_back(part_of_story(topic.extractions, part, text.rows));
    }
    return topic;
  }

  std::string folder_;
  std::map<int, std::vector<Row>> rows_;  // by topic
  std::map<std::string, int> questions_;
  std::vector<bool> conflicts_;
};

}  // namespace

void add_own_stories(Gold& gold, const std::string& path, std::size_t topics, Parts parts) {
  std::ifstream in(path);
  if (!in) fail(path + ": cannot be read");
  OwnReader(gold, topics, parts).read(in);
}

Gold read_gold(const std::string& table, const std::string& folder) { return Reader(folder).read(table); }

}  // namespace corroborate::training
