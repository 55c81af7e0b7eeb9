// Reads passages.
#include "extract/facets/passages.h"

#include <algorithm>

#include "syntax/open_class.h"

namespace corroborate::extraction {

namespace {

using syntax::Upos;

constexpr std::size_t most_words = 120;  // content words of a sentence; a longer one is a list

WordKind kind_of(const Analysis& analysis, const Entities& entities, std::size_t token) {
  switch (analysis.token(token).upos) {
    case Upos::propn:
      return WordKind::name;
    case Upos::noun: {
      const int entity = entities.of_token(token);
      const bool named = entity != no_index && entities.at(entity).kind == EntityKind::place;
      return named ? WordKind::name : WordKind::noun;
    }
    case Upos::verb:
      return WordKind::verb;
    case Upos::adj:
      return WordKind::adjective;
    default:
      return WordKind::other;
  }
}

bool is_content(const Analysis& analysis, std::size_t token) {
  const auto lemma = analysis.lemma(token);
  return syntax::is_open_class(analysis.token(token).upos) && lemma != "be" && lemma != "have" && lemma != "do";
}

std::uint16_t offset(std::size_t token, std::size_t begin) {
  return static_cast<std::uint16_t>(std::min<std::size_t>(token - begin, 0xFFFF));
}

}  // namespace

std::string_view group_of(const Analysis& analysis, const Predicates& predicates, std::size_t token) {
  const Predicate* predicate = predicates.at(token);
  if (predicate != nullptr && predicate->token == token) return predicate->event_class;
  const Hit* who = analysis.longest(Table::populations, token);
  return who == nullptr || who->length > 1 ? std::string_view{} : (*who->row)[1];
}

Passages::Passages(const Analysis& analysis, const Entities& entities, const Predicates& predicates)
    : analysis_(analysis),
      entities_(entities),
      predicates_(predicates),
      number_(analysis.document().sentences.size(), no_index) {}

int Passages::of_sentence(std::size_t sentence) {
  int& number = number_[sentence];
  if (number != no_index) return number;
  number = static_cast<int>(passages_.size());
  word_of_.resize(analysis_.size(), no_index);
  Passage passage;
  passage.sentence = static_cast<std::uint32_t>(sentence);
  const auto& range = analysis_.sentence(sentence);
  const auto last = analysis_.form(range.end - 1);
  passage.headline = sentence == 0 && last != "." && last != "?" && last != "!" && last != "\"";
  read(sentence, passage);
  passages_.push_back(std::move(passage));
  return number;
}

void Passages::read(std::size_t sentence, Passage& passage) {
  const auto& range = analysis_.sentence(sentence);
  for (std::size_t t = range.begin; t < range.end && passage.words.size() < most_words; ++t) {
    if (!is_content(analysis_, t)) continue;
    word_of_[t] = static_cast<int>(passage.words.size());
    passage.words.push_back(word_of(t, range.begin));
  }
}

PassageWord Passages::word_of(std::size_t token, std::size_t begin) const {
  PassageWord word;
  word.lemma = analysis_.lemma(token);
  word.group = group_of(analysis_, predicates_, token);
  word.kind = kind_of(analysis_, entities_, token);
  word.at = offset(token, begin);
  word.clause = offset(predicates_.clause_of(token), begin);
  return word;
}

}  // namespace corroborate::extraction
