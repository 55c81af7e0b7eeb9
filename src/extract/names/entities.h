// People, bodies and places of an article under canonical keys, with every mention.
//
// Mentions are token ranges here; the public Entity carries their spans. A role with a country in front of it ("Russian
// officials", "Chile's military") speaks for that country: its `side`.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corroborate/extraction.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

struct EntityMention {
  TokenIndex begin = 0, end = 0;  // half-open
  int entity = no_index;
};

class Entities {
 public:
  explicit Entities(const Analysis& analysis);
  Entities(const Entities&) = delete;  // by_key_ refers to the list itself
  Entities& operator=(const Entities&) = delete;

  const std::vector<Entity>& all() const { return entities_; }
  std::vector<Entity>& all() { return entities_; }
  const Entity& at(int entity) const { return entities_[static_cast<std::size_t>(entity)]; }
  // Index of the entity whose mention covers the token, or none. The longest mention wins.
  int of_token(std::size_t token) const { return of_token_[token]; }
  // The entity that a noun phrase names: the mention that holds its head, else the last one inside it.
  int of_phrase(std::size_t head, Analysis::Range range) const;
  // Entities whose key ends in "-" and this part ("holm", "ministry"), and those whose key opens with it and "-of-", in
  // the order in which they were found; the first `most_alike` of them. `part` holds no hyphen.
  std::span<const int> ending_in(std::string_view part) const;
  std::span<const int> opening_with(std::string_view part) const;

  // Makes an entity of a role without a name ("a senior official") and returns its index.
  int add_role(std::string key, std::string label, std::string side, TokenIndex begin, TokenIndex end);
  // A speaker that is no one mention: two bodies in one voice.
  int add_speaker(std::string key, std::string label, std::string side);
  void add_mention(int entity, TokenIndex begin, TokenIndex end);
  // The country named by a place or demonym at this token, or empty.
  std::string_view country_at(std::size_t token) const;

 private:
  void find_known();
  void find_roles();
  void find_names();
  bool is_verb_before_comma(std::size_t at) const;
  void find_last_names();
  void index(int entity);
  int intern(EntityKind kind, std::string key, std::string label, std::string side);
  bool names_place(std::size_t begin) const;
  bool owns_body(std::size_t mark) const;
  std::size_t begin_of_body(std::size_t at) const;
  bool is_spelled_number(std::size_t at) const;
  bool is_free(std::size_t begin, std::size_t end) const;

  // So many with one last name tell nobody who is meant; it keeps look-ups short in an article of names alone.
  static constexpr std::size_t most_alike = 200;
  using PartIndex = std::unordered_map<std::string, std::vector<int>>;

  const Analysis& analysis_;
  std::vector<Entity> entities_;
  // Indices of entities, found by their keys.
  struct OfKey {
    using is_transparent = void;
    const std::vector<Entity>& all;
    std::string_view key_of(int entity) const { return all[static_cast<std::size_t>(entity)].key; }
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>()(key); }
    std::size_t operator()(int entity) const { return (*this)(key_of(entity)); }
    bool operator()(int a, int b) const { return a == b; }  // no key stands twice
    bool operator()(int entity, std::string_view key) const { return key_of(entity) == key; }
    bool operator()(std::string_view key, int entity) const { return key_of(entity) == key; }
  };
  std::unordered_set<int, OfKey, OfKey> by_key_;
  PartIndex by_last_, by_first_;
  std::vector<int> of_token_;
};

// "Russian Defence Ministry" → "russian-defense-ministry": lower case, hyphens, one spelling.
std::string slug(std::string_view text);

// "ministry" of "russian-defense-ministry"; the whole key where it has no hyphen.
std::string_view last_part(std::string_view key);

}  // namespace corroborate::extraction
