// Who a claim about a person is about: the name, and the part that the person plays in what is told.
//
// A person is written "victim@kor-yang": the role, then the name after an at sign. Either may be missing. The same rule
// makes the same key in every article, so that reconcile can put a nameless victim beside a named one.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/events/predicates.h"
#include "extract/names/entities.h"

namespace corroborate::extraction {

class Persons {
 public:
  Persons(const Analysis& analysis, const Entities& entities, const Predicates& predicates);

  // Name of the person whose mention covers the token: "otto-lind" for "Officer Otto Lind" and, where the article
  // has no other, for "Lind"; empty where no person is named.
  std::string name_at(std::size_t token) const;
  // "victim", "injured", "suspect", by the sentence of this head or, for a name, by any other; empty when not told.
  std::string role_at(std::size_t head) const;
  // Of those who share the last name, the one who is a suspect: whom a bare last name means where a court speaks. The
  // name itself where there is none.
  std::string suspect_named(const std::string& name) const;
  // Both, in one word; empty when neither is known.
  std::string key_at(std::size_t head) const;

 private:
  void find_deeds();
  std::string role_here(std::size_t head) const;
  std::string role_by_predicate(std::size_t head) const;
  std::string role_as_argument(std::size_t head) const;
  std::string role_by_apposition(std::size_t head) const;
  bool is_in_front_of_passive(std::size_t head, std::size_t verb) const;
  bool is_behind_active(std::size_t head, std::size_t verb) const;
  bool persons_differ(std::size_t token, std::size_t head) const;
  std::string full_name(const Entity& entity) const;

  const Analysis& analysis_;
  const Entities& entities_;
  const Predicates& predicates_;
  std::vector<std::string> names_;                         // by entity; empty = no person
  std::map<std::string, std::string> roles_;               // by name
  std::unordered_map<std::string, std::string> suspects_;  // by last name: the first of them by name
  std::vector<TokenIndex> deeds_;                          // predicates that give their arguments a role, in text order
};

}  // namespace corroborate::extraction
