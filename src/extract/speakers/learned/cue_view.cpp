// Fills token atoms and paths.
#include "extract/speakers/learned/cue_view.h"

#include <algorithm>

namespace corroborate::extraction {

namespace {

using syntax::Deprel;

std::uint32_t hash(std::string_view word) {
  std::uint32_t value = 2166136261u;
  for (const char c : word) value = (value ^ static_cast<unsigned char>(c)) * 16777619u;
  return value == 0 ? 1 : value;
}

std::uint8_t mark_of(const Analysis& analysis, std::size_t t) {
  const auto form = analysis.form(t);
  if (form == ",") return 1;
  if (form == "." || form == "?" || form == "!") return 4;
  if (form == ":") return 5;
  const bool quote = form == "\"" || form == "\u201c" || form == "\u201d" || form == "''" || form == "``" ||
                     form == "\u00ab" || form == "\u00bb";
  if (quote) {
    const bool opens = analysis.quoted(t) && (t == 0 || analysis.quotation(t - 1) != analysis.quotation(t));
    return opens ? 2 : 3;
  }
  return analysis.token(t).upos == syntax::Upos::punct ? 6 : 0;
}

}  // namespace

std::uint32_t lemma_key(std::string_view lemma, syntax::Upos tag) {
  return (hash(lemma) ^ static_cast<std::uint32_t>(tag)) * 16777619u;
}

std::uint64_t size_class(std::size_t size) {
  if (size < 6) return size;
  if (size < 8) return 6;
  if (size < 12) return 7;
  if (size < 18) return 8;
  return size < 30 ? 9 : 10;
}

TokenAtoms::TokenAtoms(const Analysis& article, const Entities& entities, const AttributionModel& model)
    : analysis(article),
      lemma(article.size()),
      cue_class(article.size()),
      source_class(article.size()),
      kind(article.size()),
      mark(article.size()),
      row(article.size()),
      depth(article.size()) {
  for (std::size_t t = 0; t < article.size(); ++t) {
    lemma[t] = hash(article.lemma(t));
    const auto known = model.lemma_class(lemma_key(article.lemma(t), article.token(t).upos));
    cue_class[t] = known.cue;
    source_class[t] = known.source;
    const int entity = entities.of_token(t);
    kind[t] = entity == no_index ? 0 : static_cast<std::uint8_t>(1 + static_cast<int>(entities.at(entity).kind));
    mark[t] = mark_of(article, t);
    mark_row(t);
    std::size_t steps = 0;
    for (auto up = article.token(t).head; up >= 0 && steps < 1000;
         up = article.token(static_cast<std::size_t>(up)).head)
      ++steps;
    depth[t] = static_cast<std::uint16_t>(steps);
  }
}

void TokenAtoms::mark_row(std::size_t first) {
  for (const Hit& hit : analysis.hits_at(first)) {
    if (hit.row->table != Table::cues) continue;
    const auto tag = analysis.token(first).upos;
    const auto wanted = (*hit.row)[1];
    if (hit.length == 1 &&
        ((wanted == "verb" && tag != syntax::Upos::verb) || (wanted == "noun" && tag != syntax::Upos::noun)))
      continue;
    const auto frame = (*hit.row)[3];
    const std::uint8_t code = frame == "that" ? 1 : frame == "object" ? 2 : frame == "quote" ? 3 : 4;
    const bool plain = (*hit.row)[2] == "says";
    for (std::size_t t = first; t < first + hit.length; ++t)
      row[t] = static_cast<std::uint8_t>(code + (plain ? 0 : 4) + (hit.length > 1 ? 8 : 0));
  }
}

std::size_t TokenAtoms::near(std::size_t t, int offset) const {
  const auto& sentence = analysis.sentence(analysis.sentence_of(t));
  const auto at = static_cast<std::int64_t>(t) + offset;
  if (at < static_cast<std::int64_t>(sentence.begin) || at >= static_cast<std::int64_t>(sentence.end)) return no_token;
  return static_cast<std::size_t>(at);
}

std::uint64_t TokenAtoms::marker(std::size_t t) const {
  for (const auto child : analysis.children(t)) {
    const auto relation = analysis.token(child).deprel;
    if (relation == Deprel::mark || relation == Deprel::case_) return lemma[child];
  }
  return 0;
}

CueView::CueView(const TokenAtoms& atoms, std::size_t start) : from(start) {
  const auto& analysis = atoms.analysis;
  const auto& sentence = analysis.sentence(analysis.sentence_of(start));
  begin = sentence.begin;
  end = sentence.end;
  const std::size_t size = end - begin;
  path_.assign(size, 0);
  branch_.assign(size, 0);
  top_.assign(size, 0);
  std::vector<std::uint8_t> known(size), climbs(size), steps(size);
  std::uint64_t path = 7, ups = 0;
  for (auto at = static_cast<std::int32_t>(start); at >= 0; at = analysis.token(static_cast<std::size_t>(at)).head) {
    const auto t = static_cast<std::size_t>(at);
    path_[t - begin] = path;
    branch_[t - begin] = ups * 64;
    top_[t - begin] = static_cast<TokenIndex>(t);
    known[t - begin] = 1;
    climbs[t - begin] = 1;
    steps[t - begin] = static_cast<std::uint8_t>(std::min<std::uint64_t>(ups, 5));
    if (ups < 5) path = path * 0x9E3779B97F4A7C15u + atoms.label(t) + 100;
    ++ups;
  }
  std::vector<TokenIndex> chain;
  for (std::size_t first = begin; first < end; ++first) {
    chain.clear();
    std::int32_t at = static_cast<std::int32_t>(first);
    while (at >= 0 && known[static_cast<std::size_t>(at) - begin] == 0) {
      chain.push_back(static_cast<TokenIndex>(at));
      at = analysis.token(static_cast<std::size_t>(at)).head;
    }
    for (auto token = chain.rbegin(); token != chain.rend(); ++token) {
      const std::size_t i = *token - begin;
      known[i] = 1;
      const auto head = analysis.token(*token).head;
      if (head < 0) {  // another root: not parsed, or in pieces
        path_[i] = 3;
        branch_[i] = 3;
        top_[i] = *token;
        continue;
      }
      const std::size_t up = static_cast<std::size_t>(head) - begin;
      steps[i] = static_cast<std::uint8_t>(std::min(steps[up] + 1, 7));
      path_[i] = steps[i] < 7 ? path_[up] * 0xBF58476D1CE4E5B9u + atoms.label(*token) + 1 : 5;
      const bool first_down = climbs[up] != 0;
      top_[i] = first_down ? *token : top_[up];
      branch_[i] = first_down ? branch_[up] + atoms.label(*token) + 1 : branch_[up];
    }
  }
}

}  // namespace corroborate::extraction
