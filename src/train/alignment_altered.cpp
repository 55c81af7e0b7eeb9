// Rewrites values in the text and reads it again, so that whatever rests on the words follows.
#include "train/alignment_altered.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "corroborate/corroborate.h"
#include "text/utf8.h"
#include "train/alignment_answers.h"

namespace corroborate::training {

namespace {

struct Edit {
  std::size_t begin = 0, end = 0;  // bytes of the body
  std::string text;
};

using Edits = std::map<std::size_t, std::vector<Edit>>;  // by article

// One draw over a topic: which questions, which articles, what they say instead.
class Draw {
 public:
  Draw(const GoldTopic& topic, const TopicText& text, const std::vector<bool>& conflicts, Random& random)
      : text_(text), conflicts_(conflicts), random_(random) {
    for (const auto& story : topic.stories) {
      if (!story.is_scored()) continue;
      for (std::size_t v = 0; v < story.questions.size(); ++v) {
        const auto& value = story.values->all()[v];
        for (const int question : story.questions[v]) claims_[question][value.ref.article].push_back(value.claim);
      }
    }
  }

  // The questions that an article or two answer otherwise.
  std::set<int> answer_otherwise(Edits& edits) {
    constexpr float share = 0.4F;  // of the questions on which articles agree
    std::set<int> altered;
    for (const auto& [question, by_article] : claims_) {
      const bool settled = !conflicts_[static_cast<std::size_t>(question)] && by_article.size() >= 2;
      if (settled && random_.next() < share && alter(by_article, edits)) altered.insert(question);
    }
    return altered;
  }

  // Questions that all articles answer as they answer another of the kind and unit.
  void answer_alike(Edits& edits) {
    constexpr float share = 0.5F;
    std::map<std::string, std::vector<int>> kinds;
    for (const auto& row : text_.rows) {
      auto& questions = kinds[row.kind + row.value.substr(std::min(row.value.find(' '), row.value.size()))];
      if (claims_.contains(row.question) && std::ranges::find(questions, row.question) == questions.end())
        questions.push_back(row.question);
    }
    std::set<int> used;
    for (const auto& [kind, questions] : kinds)
      for (const int question : questions) {
        if (questions.size() < 2 || used.contains(question) || random_.next() >= share) continue;
        const int model = questions[random_.below(questions.size())];
        if (model == question || used.contains(model)) continue;
        used.insert({question, model});
        const auto& [article, claims] = *claims_.at(model).begin();
        const std::string like(words_of(*claims.front(), article));
        for (const auto& [changed, answers] : claims_.at(question))
          for (const Claim* claim : answers)
            rewrite(
                *claim, changed, [&](std::string_view words) { return answered_like(words, like); }, edits);
      }
  }

 private:
  using ByArticle = std::map<std::size_t, std::vector<const Claim*>>;

  // One article differs mostly, sometimes two of many that say the same.
  bool alter(const ByArticle& by_article, Edits& edits) {
    constexpr std::size_t many = 4;
    constexpr float both = 0.3F;
    std::vector<std::size_t> articles;
    for (const auto& [article, claims] : by_article) articles.push_back(article);
    const int count = articles.size() >= many && random_.next() < both ? 2 : 1;
    OtherAnswer answer(random_);
    bool done = false;
    for (int i = 0; i < count; ++i) {
      const auto at = random_.below(articles.size());
      for (const Claim* claim : by_article.at(articles[at])) {
        const bool is_date = claim->kind == ClaimKind::date;
        done |= rewrite(
            *claim, articles[at], [&](std::string_view words) { return answer.of(words, is_date); }, edits);
      }
      articles.erase(articles.begin() + static_cast<std::ptrdiff_t>(at));
    }
    return done;
  }

  std::pair<std::size_t, std::size_t> bytes_of(const Claim& claim, std::size_t article) const {
    const text::PositionIndex index(text_.articles[article].body);
    return {index.byte_offset(claim.span.begin), index.byte_offset(claim.span.end)};
  }

  std::string_view words_of(const Claim& claim, std::size_t article) const {
    const auto [begin, end] = bytes_of(claim, article);
    return std::string_view(text_.articles[article].body).substr(begin, end - begin);
  }

  // `other` makes of the claim's words others, or nothing.
  template <typename Other>
  bool rewrite(const Claim& claim, std::size_t article, Other other, Edits& edits) const {
    const auto [begin, end] = bytes_of(claim, article);
    auto& made = edits[article];
    for (const Edit& edit : made)
      if (begin < edit.end && edit.begin < end) return false;
    auto words = other(words_of(claim, article));
    if (words) made.push_back({begin, end, std::move(*words)});
    return words.has_value();
  }

  const TopicText& text_;
  const std::vector<bool>& conflicts_;
  Random& random_;
  std::map<int, ByArticle> claims_;  // by question
};

// The article as edited; its rows go with their words.
Article edited(Article article, std::vector<Edit> edits, std::vector<Row>& rows) {
  std::ranges::sort(edits, std::greater{}, &Edit::begin);  // from behind: what stands before keeps its place
  const std::string file = file_of(article);
  const std::string body = article.body;
  const text::PositionIndex index(body);
  for (const auto& edit : edits) {
    article.body.replace(edit.begin, edit.end - edit.begin, edit.text);
    const auto begin = index.at(edit.begin).code_point, end = index.at(edit.end).code_point;
    const auto longer = static_cast<std::uint32_t>(text::count_code_points(edit.text)) - (end - begin);  // wraps
    for (auto& row : rows) {
      if (row.file != file || row.span.end <= begin) continue;
      if (row.span.begin < end) row.value += " " + edit.text;  // its figures are told by it
      if (row.span.begin >= end) row.span.begin += longer;
      if (row.span.end >= end) row.span.end += longer;
    }
  }
  return article;
}

}  // namespace

void Altering::add_conflicts(GoldTopic& topic, const TopicText& text) { add(topic, text, Altered::otherwise); }

void Altering::add_chances(GoldTopic& topic, const TopicText& text) { add(topic, text, Altered::alike); }

void Altering::add(GoldTopic& topic, const TopicText& text, Altered how) {
  Edits edits;
  std::set<int> differing;
  Draw draw(topic, text, conflicts_, random_);
  if (how == Altered::otherwise)
    differing = draw.answer_otherwise(edits);
  else
    draw.answer_alike(edits);
  auto rows = text.rows;
  std::map<int, int> renamed;  // an altered story's questions are its own
  for (auto& row : rows) {
    const auto [at, fresh] = renamed.try_emplace(row.question, static_cast<int>(conflicts_.size()));
    if (fresh)
      conflicts_.push_back(differing.contains(row.question) || conflicts_[static_cast<std::size_t>(row.question)]);
    row.question = at->second;
  }
  auto extractions = std::make_shared<std::vector<Extraction>>(text.extractions);
  for (auto& [article, list] : edits)
    (*extractions)[article] = extract(edited(text.articles[article], std::move(list), rows));
  topic.altered.push_back(extractions);
  for (const auto& group : text.groups) {
    topic.stories.push_back(whole_story(*extractions, group, rows));
    topic.stories.back().altered = how;
  }
}

}  // namespace corroborate::training
