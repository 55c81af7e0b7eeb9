// Features for stories and words for copies.
#include "extract/features/features.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "extract/features/background.h"
#include "extract/numbers/numbers.h"
#include "syntax/open_class.h"
#include "text/word_hash.h"

namespace corroborate::extraction {

namespace {

using syntax::Upos;

// Measured on two collections of news (486 and 78 articles); each lies on a plateau.
constexpr std::size_t leading_tokens = 300;
constexpr std::size_t lead_sentences = 4;
constexpr std::size_t longest_headline = 30;  // tokens
constexpr std::size_t longest_tail = 5;       // tokens of "- Skerry Daily Mirror"
constexpr double headline_count = 2;          // added to the term frequency for each time in the headline
constexpr double lead_weight = 1.5, name_weight = 1.5, number_weight = 1.5;

// Has a letter or a digit. U+00A0 to U+00BF and U+2000 to U+2FFF are signs and spaces.
bool is_word(std::string_view form) {
  return std::any_of(form.begin(), form.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (byte >= 0xC3 && byte != 0xE2);
  });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_content(const syntax::Token& token) { return syntax::is_open_class(token.upos) && token.upos != Upos::adv; }

// "killings", "killed" and "kill" are one term: what the endings of English leave, never less than three letters.
std::string stem(std::string word) {
  const auto drop = [&word](std::string_view ending) {
    if (!word.ends_with(ending) || word.size() < ending.size() + 3) return false;
    word.resize(word.size() - ending.size());
    return true;
  };
  if (!drop("'s") && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is")) {
    if (word.ends_with("ies") && word.size() > 4)
      word.replace(word.size() - 3, 3, "y");
    else
      drop("s");
  }
  if (drop("ing") || drop("ed")) {
    const auto size = word.size();
    if (word[size - 1] == word[size - 2] && word[size - 1] != 's' && word[size - 1] != 'l') word.pop_back();
  }
  if (word.size() > 4 && word.back() == 'e') word.pop_back();
  return word;
}

// Where the lines before the article proper end: "URL: …" as some collections write it.
std::size_t first_token(const Analysis& analysis) {
  if (!analysis.text().starts_with("URL:")) return 0;
  const auto line_end = analysis.text().find('\n');
  std::size_t t = 0;
  while (t < analysis.size() && analysis.token(t).begin < line_end) ++t;
  return t;
}

struct Headline {
  std::size_t begin = 0;  // tokens, half-open
  std::size_t end = 0;    // without its tail
  std::size_t next = 0;   // first token of the text proper
};

// Where a tail such as "| ellan.example" or "- Skerry Daily Mirror" begins, or `end`: the name of an outlet is no part
// of the story.
std::size_t find_tail(const Analysis& analysis, std::size_t begin, std::size_t end) {
  for (std::size_t t = begin + 2; t < end; ++t) {
    const auto form = analysis.form(t);
    if (form == "|" || form == "\u00ab" || form == "\u00bb" || form == "::") return t;
    const bool dash = form == "-" || form == "\u2013" || form == "\u2014";
    if (dash && !analysis.glued_to_next(t - 1) && !analysis.glued_to_next(t) && end - t <= longest_tail + 1) return t;
  }
  return end;
}

// A short first line that ends in no full stop.
Headline find_headline(const Analysis& analysis) {
  Headline line;
  line.begin = line.end = line.next = first_token(analysis);
  if (line.begin == analysis.size()) return line;
  const auto line_end = analysis.text().find('\n', analysis.token(line.begin).begin);
  std::size_t end = line.begin;
  while (end < analysis.size() && analysis.token(end).begin < line_end) ++end;
  if (end == analysis.size() || end - line.begin > longest_headline || analysis.form(end - 1) == ".") return line;
  line.end = find_tail(analysis, line.begin, end);
  line.next = end;
  return line;
}

// Collects one article's terms.
class Collector {
 public:
  explicit Collector(const Analysis& analysis) : analysis_(analysis), headline_(find_headline(analysis)) {
    end_ = std::min(analysis.size(), headline_.begin + leading_tokens);
    terms_.resize(end_);
    count_capitals();
    const std::size_t first = headline_.next < analysis.size() ? analysis.sentence_of(headline_.next) : 0;
    lead_ = first + lead_sentences;
  }

  bool has_headline() const { return headline_.next > headline_.begin; }

  void collect() {
    for (std::size_t t = headline_.begin; t < headline_.end; ++t) t = collect_at(t, 1 + headline_count, lead_weight);
    for (std::size_t t = headline_.next; t < end_; ++t) {
      t = collect_at(t, 1, analysis_.sentence_of(t) < lead_ ? lead_weight : 1);
    }
  }

  void add(const std::string& term, FeatureKind kind, double weight, double times, double place) {
    auto& count = counts_[term];
    count.times += times;
    count.place = std::max(count.place, place);
    if (weight >= count.weight) {
      count.weight = weight;
      count.kind = kind;
    }
  }

  // Words of a headline that stands apart from the text.
  void add_headline(std::string_view title) {
    const Analysis analysis(title);
    const std::size_t end = find_tail(analysis, 0, analysis.size());
    for (std::size_t t = 0; t < end; ++t) {
      if (!is_content(analysis.token(t)) || !is_word(analysis.form(t))) continue;
      const std::string term = stem(fold(analysis.form(t)));
      const bool name = is_name(term);
      add(term, name ? FeatureKind::name : FeatureKind::word, name ? name_weight : 1, headline_count, lead_weight);
    }
  }

  std::vector<Feature> features() const {
    std::vector<Feature> result;
    for (const auto& [term, count] : counts_) {
      const double weight = (1 + std::log(count.times)) * count.place * count.weight;
      // Hundredths: more digits would only lengthen the line.
      result.push_back(
          {term, count.kind, static_cast<float>(std::round(weight * 100) / 100), background_frequency(term)});
    }
    return result;
  }

 private:
  struct Capitals {
    int upper = 0, lower = 0;
  };
  struct Count {
    double times = 0, place = 1, weight = 0;
    FeatureKind kind = FeatureKind::word;
  };

  void count_capitals() {
    for (std::size_t t = headline_.begin; t < end_; ++t) {
      const auto form = analysis_.form(t);
      if (!is_content(analysis_.token(t)) || !is_word(form)) continue;
      terms_[t] = stem(fold(form));
      const bool first = t == analysis_.sentence(analysis_.sentence_of(t)).begin;
      if (t < headline_.next || first || analysis_.longest(Table::calendar, t) != nullptr) continue;
      auto& capitals = capitals_[terms_[t]];
      if (form[0] >= 'A' && form[0] <= 'Z')
        ++capitals.upper;
      else
        ++capitals.lower;
    }
  }

  bool is_name(const std::string& term) const {
    const auto found = capitals_.find(term);
    return found != capitals_.end() && found->second.upper > 0 && found->second.upper >= 2 * found->second.lower;
  }

  // The last token that was used up.
  std::size_t collect_at(std::size_t t, double times, double place) {
    if (const auto number = read_number(analysis_, t);
        number && number->kind == NumberKind::cardinal && number->low == number->high) {
      collect_number(fmt::format("{:.15g}", number->low), number->end, times, place);
      return number->end - 1;
    }
    if (terms_[t].empty()) return t;
    if (is_digit(terms_[t][0])) {
      collect_number(terms_[t], t + 1, times, place);
      return t;
    }
    const bool name = is_name(terms_[t]);
    add(terms_[t], name ? FeatureKind::name : FeatureKind::word, name ? name_weight : 1, times, place);
    if (name && t > 0 && !terms_[t - 1].empty() && is_name(terms_[t - 1])) {
      add(terms_[t - 1] + " " + terms_[t], FeatureKind::name, 1, times, place);
    }
    return t;
  }

  // A number of one digit says nothing by itself, but "3 dead" does.
  void collect_number(const std::string& digits, std::size_t next, double times, double place) {
    if (digits.size() > 1) add(digits, FeatureKind::number, number_weight, times, place);
    while (next < end_ && !is_word(analysis_.form(next))) ++next;
    if (next < end_ && !terms_[next].empty() && !is_digit(terms_[next][0])) {
      add(digits + " " + terms_[next], FeatureKind::number, number_weight, times, place);
    }
  }

  const Analysis& analysis_;
  Headline headline_;
  std::size_t end_ = 0, lead_ = 0;
  std::vector<std::string> terms_;  // by token; empty = no content
  std::map<std::string, Capitals> capitals_;
  std::map<std::string, Count> counts_;
};

}  // namespace

std::vector<Feature> features_of(const Analysis& analysis, std::string_view title) {
  Collector collector(analysis);
  collector.collect();
  if (!title.empty() && !collector.has_headline()) collector.add_headline(title);
  return collector.features();
}

std::vector<PlainWord> words_of(const Analysis& analysis) {
  std::vector<PlainWord> words;
  words.reserve(analysis.size());  // most tokens are words
  for (std::size_t t = first_token(analysis); t < analysis.size(); ++t) {
    if (analysis.quoted(t) || !is_word(analysis.form(t))) continue;
    words.push_back({text::hash_word(fold(analysis.form(t))), {analysis.token(t).begin, analysis.token(t).end}});
  }
  return words;
}

}  // namespace corroborate::extraction
