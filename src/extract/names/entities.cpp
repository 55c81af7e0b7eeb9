// Finds entities: rows of the lexicon first, then roles with a country, then names by their capitals.
#include "extract/names/entities.h"

#include "extract/reading/contexts.h"

#include <algorithm>

namespace corroborate::extraction {

namespace {

using syntax::Upos;
using syntax::Xpos;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// British and American spellings of words that name bodies.
std::string one_spelling(const std::string& word) {
  if (word == "defence") return "defense";
  if (word == "labour") return "labor";
  if (word == "centre") return "center";
  return word;
}

bool is_nominal(Upos tag) { return tag == Upos::noun || tag == Upos::propn || tag == Upos::adj; }

// "Ministry of Defence", "Office for Safety at Sea": links inside a name.
bool links_name(std::string_view form) {
  return form == "of" || form == "for" || form == "and" || form == "the" || form == "de" || form == "al";
}

}  // namespace

std::string_view last_part(std::string_view key) { return key.substr(key.rfind('-') + 1); }

std::string slug(std::string_view text) {
  std::string result, word;
  const auto flush = [&] {
    if (word.empty()) return;
    if (!result.empty()) result += '-';
    result += one_spelling(word);
    word.clear();
  };
  for (const char c : fold(text)) {
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (part)
      word += c;
    else if (c != '.' && c != '\'')
      flush();
  }
  flush();
  return result;
}

Entities::Entities(const Analysis& analysis)
    : analysis_(analysis), by_key_(0, OfKey{entities_}, OfKey{entities_}), of_token_(analysis.size(), no_index) {
  find_known();
  find_roles();
  find_names();
}

int Entities::intern(EntityKind kind, std::string key, std::string label, std::string side) {
  if (const auto known = by_key_.find(std::string_view(key)); known != by_key_.end()) return *known;
  const int entity = static_cast<int>(entities_.size());
  entities_.push_back({kind, std::move(key), std::move(label), std::move(side), false, {}});
  by_key_.insert(entity);
  index(entity);
  return entity;
}

void Entities::index(int entity) {
  const std::string& key = entities_[static_cast<std::size_t>(entity)].key;
  const auto add = [entity](std::string part, PartIndex& to) {
    auto& alike = to[std::move(part)];
    if (alike.size() < most_alike) alike.push_back(entity);
  };
  if (const auto dash = key.rfind('-'); dash != std::string::npos) add(key.substr(dash + 1), by_last_);
  if (const auto of = key.find("-of-"); of != std::string::npos) add(key.substr(0, of), by_first_);
}

std::span<const int> Entities::ending_in(std::string_view part) const {
  const auto known = by_last_.find(std::string(part));
  return known == by_last_.end() ? std::span<const int>{} : std::span<const int>(known->second);
}

std::span<const int> Entities::opening_with(std::string_view part) const {
  const auto known = by_first_.find(std::string(part));
  return known == by_first_.end() ? std::span<const int>{} : std::span<const int>(known->second);
}

void Entities::add_mention(int entity, TokenIndex begin, TokenIndex end) {
  entities_[static_cast<std::size_t>(entity)].mentions.push_back(
      {analysis_.token(begin).begin, analysis_.token(end - 1).end});
  for (auto t = begin; t < end; ++t) of_token_[t] = entity;
}

int Entities::add_role(std::string key, std::string label, std::string side, TokenIndex begin, TokenIndex end) {
  const int entity = intern(EntityKind::person, std::move(key), std::move(label), std::move(side));
  add_mention(entity, begin, end);
  return entity;
}

int Entities::add_speaker(std::string key, std::string label, std::string side) {
  return intern(EntityKind::body, std::move(key), std::move(label), std::move(side));
}

bool Entities::is_free(std::size_t begin, std::size_t end) const {
  return std::all_of(of_token_.begin() + static_cast<std::ptrdiff_t>(begin),
                     of_token_.begin() + static_cast<std::ptrdiff_t>(end),
                     [](int entity) { return entity == no_index; });
}

int Entities::of_phrase(std::size_t head, Analysis::Range range) const {
  if (of_token_[head] != no_index) return of_token_[head];
  for (std::size_t t = head; t > range.first; --t) {
    if (of_token_[t - 1] != no_index) return of_token_[t - 1];
  }
  for (std::size_t t = head + 1; t <= range.last; ++t) {
    if (of_token_[t] != no_index) return of_token_[t];
  }
  return no_index;
}

std::string_view Entities::country_at(std::size_t token) const {
  const Hit* hit = analysis_.longest(Table::places, token);
  if (hit == nullptr) return {};
  const auto kind = (*hit->row)[2];
  if (kind == "country" || kind == "demonym") return (*hit->row)[1];
  return {};
}

// Aliases, agencies and places, the longest first at each token.
void Entities::find_known() {
  for (std::size_t at = 0; at < analysis_.size();) {
    const Hit* best = nullptr;
    for (const Hit& hit : analysis_.hits_at(at)) {
      const auto table = hit.row->table;
      if (table != Table::aliases && table != Table::agencies && table != Table::places) continue;
      if (best == nullptr || hit.length > best->length) best = &hit;
    }
    if (best == nullptr) {
      ++at;
      continue;
    }
    const Row& row = *best->row;
    const std::size_t end = at + best->length;
    if (row.table == Table::aliases) {
      add_mention(intern(EntityKind::body, std::string(row[1]), std::string(row[4]), std::string(row[3])),
                  static_cast<TokenIndex>(at), static_cast<TokenIndex>(end));
    } else if (row.table == Table::agencies) {
      const int entity = intern(EntityKind::body, std::string(row[1]), std::string(row.phrase()), "");
      entities_[static_cast<std::size_t>(entity)].relay = true;
      add_mention(entity, static_cast<TokenIndex>(at), static_cast<TokenIndex>(end));
    } else {
      add_mention(intern(EntityKind::place, std::string(row[1]), std::string(row.phrase()), std::string(row[1])),
                  static_cast<TokenIndex>(at), static_cast<TokenIndex>(end));
    }
    at = end;
  }
}

// "Norway's Defence Ministry", "Chilean government", "the Chilean navy's Northern Command": the head is a row of
// `sides`, the words in front hold a country or a body with a side.
void Entities::find_roles() {
  for (std::size_t at = 0; at < analysis_.size(); ++at) {
    const Hit* role = analysis_.longest(Table::sides, at);
    if (role == nullptr) continue;
    const std::size_t end = at + role->length;
    if (of_token_[end - 1] != no_index) continue;
    std::size_t begin = at;
    std::string side;
    for (std::size_t back = at; back > 0 && at - back < 7; --back) {
      const std::size_t t = back - 1;
      if (analysis_.sentence_of(t) != analysis_.sentence_of(at)) break;
      const auto tag = analysis_.token(t).upos;
      const bool possessive = analysis_.token(t).xpos == Xpos::pos;
      const bool hyphen = analysis_.form(t) == "-";
      if (!is_nominal(tag) && !possessive && !hyphen && tag != Upos::part && of_token_[t] == no_index) break;
      if (of_token_[t] != no_index) {
        const Entity& entity = entities_[static_cast<std::size_t>(of_token_[t])];
        if (!entity.side.empty()) side = entity.side;
        begin = t;
      } else if (tag == Upos::propn || tag == Upos::adj || tag == Upos::noun) {
        begin = t;
      }
    }
    if (side.empty() || (*role->row)[1] == "speaker") {
      if (side.empty()) continue;
    }
    std::string label(analysis_.text(analysis_.token(begin).begin, analysis_.token(end - 1).end));
    add_mention(intern(EntityKind::body,
                       side + "/" + slug(analysis_.text(analysis_.token(at).begin, analysis_.token(end - 1).end)),
                       std::move(label), side),
                static_cast<TokenIndex>(begin), static_cast<TokenIndex>(end));
  }
}

// "in Skerry", "near Hollin": a name right behind a word of place.
bool Entities::names_place(std::size_t begin) const {
  if (begin == 0 || analysis_.sentence_of(begin - 1) != analysis_.sentence_of(begin)) return false;
  const auto word = analysis_.lemma(begin - 1);
  return word == "in" || word == "near" || word == "at" || word == "outside" || word == "around";
}

// The 's of "Holm County Coroner's Office": a name goes on behind it.
bool Entities::owns_body(std::size_t mark) const {
  const std::size_t next = mark + 1;
  if (analysis_.token(mark).xpos != Xpos::pos || next >= analysis_.size() ||
      analysis_.sentence_of(next) != analysis_.sentence_of(mark))
    return false;
  return is_upper(analysis_.form(next)[0]) && of_token_[next] == no_index && is_context(analysis_, next, "body");
}

// "The Interior Ministry": a word of a body takes in the capitals in front of it that the tagger took for no name;
// the first word of a sentence has its capital anyway.
std::size_t Entities::begin_of_body(std::size_t at) const {
  if (!is_context(analysis_, at, "body")) return at;
  const std::size_t first = analysis_.sentence(analysis_.sentence_of(at)).begin;
  std::size_t begin = at;
  while (begin > first + 1 && is_upper(analysis_.form(begin - 1)[0]) && of_token_[begin - 1] == no_index &&
         is_nominal(analysis_.token(begin - 1).upos)) {
    --begin;
  }
  return begin;
}

// The first part of "Sixty-two", with which a sentence opens.
bool Entities::is_spelled_number(std::size_t at) const {
  const Hit* hit = analysis_.longest(Table::numbers, at);
  return hit != nullptr && at + 1 < analysis_.size() && analysis_.form(at + 1) == "-" && analysis_.glued_to_next(at);
}

// Runs of capitalised proper nouns; a later single word that ends a longer name is the same entity.
void Entities::find_names() {
  for (std::size_t at = 0; at < analysis_.size();) {
    const bool calendar = analysis_.longest(Table::calendar, at) != nullptr;
    const bool proper = analysis_.token(at).upos == Upos::propn && is_upper(analysis_.form(at)[0]);
    if (of_token_[at] != no_index || calendar || !proper || is_spelled_number(at)) {
      ++at;
      continue;
    }
    const bool place = names_place(at);
    const std::size_t begin = begin_of_body(at);
    std::size_t end = at + 1, name_end = end;
    while (end < analysis_.size() && analysis_.sentence_of(end) == analysis_.sentence_of(at) &&
           of_token_[end] == no_index) {
      const bool joins = analysis_.token(end).upos == Upos::propn && is_upper(analysis_.form(end)[0]) &&
                         analysis_.longest(Table::calendar, end) == nullptr;
      if (place && analysis_.longest(Table::events, end) != nullptr) break;  // "in Ellan Shootout", in a headline
      if (joins)
        name_end = ++end;
      else if (links_name(analysis_.form(end)) && analysis_.form(end) != "and" && analysis_.form(end) != "the")
        ++end;
      else if (owns_body(end))
        end = name_end = end + 2;
      else
        break;
    }
    const std::string label(analysis_.text(analysis_.token(begin).begin, analysis_.token(name_end - 1).end));
    std::string key = slug(label);
    if (name_end == begin + 1) {
      std::size_t most = 0;  // of two with one last name, the one that is spoken of more, else the later one
      const std::string ending = "-" + key;
      for (const int number : ending_in(last_part(key))) {
        const Entity& entity = this->at(number);
        if (entity.kind != EntityKind::person || !entity.key.ends_with(ending) || entity.mentions.size() < most)
          continue;
        key = entity.key;
        most = entity.mentions.size();
      }
    }
    if (!key.empty()) {
      add_mention(intern(place ? EntityKind::place : EntityKind::person, key, label, ""),
                  static_cast<TokenIndex>(begin), static_cast<TokenIndex>(name_end));
    }
    at = name_end;
  }
  find_last_names();
}

// "Verring, 58, was convicted": an ending that the tagger takes for a verb's.
bool Entities::is_verb_before_comma(std::size_t at) const {
  return analysis_.token(at).upos == Upos::verb && at + 2 < analysis_.size() && analysis_.form(at + 1) == "," &&
         analysis_.token(at + 2).upos == Upos::num;
}

// "Varga served nine months": a capital that the tagger took for no name, where a longer name ends in it.
void Entities::find_last_names() {
  std::unordered_map<std::string, int> by_last;
  for (std::size_t e = 0; e < entities_.size(); ++e) {
    const auto& key = entities_[e].key;
    const auto dash = key.rfind('-');
    if (entities_[e].kind != EntityKind::person || dash == std::string::npos) continue;
    const auto [known, is_new] = by_last.emplace(key.substr(dash + 1), static_cast<int>(e));
    const auto& other = entities_[static_cast<std::size_t>(known->second)];
    if (!is_new && other.mentions.size() < entities_[e].mentions.size()) known->second = static_cast<int>(e);
  }
  for (std::size_t at = 0; at < analysis_.size() && !by_last.empty(); ++at) {
    const auto& token = analysis_.token(at);
    if (of_token_[at] != no_index || !is_upper(analysis_.form(at)[0])) continue;
    if (token.upos != Upos::noun && token.upos != Upos::adj && !is_verb_before_comma(at)) continue;
    const auto known = by_last.find(slug(analysis_.form(at)));
    if (known != by_last.end())
      add_mention(known->second, static_cast<TokenIndex>(at), static_cast<TokenIndex>(at + 1));
  }
}

}  // namespace corroborate::extraction
