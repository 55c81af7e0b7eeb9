// Words that name something that happens, with their class, their clause and their arguments.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "corroborate/extraction.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

// Column of the events table.
enum class EventKind : std::uint8_t { harm, attack, hazard, process, state, act, trait, onset, alarm };
std::string_view name_of(EventKind kind);

struct Predicate {
  std::string_view event_class;  // column of the events table
  TokenIndex token = 0;          // head word
  std::uint8_t length = 1;       // tokens from the head word to its last
  EventKind kind = EventKind::harm;
  bool is_verb = false;
  TokenIndex end() const { return token + length; }  // after its last word
  // Does harm itself, where others only tell of it.
  bool is_cause() const { return kind == EventKind::attack || kind == EventKind::hazard; }
};

class Predicates {
 public:
  explicit Predicates(const Analysis& analysis);

  const std::vector<Predicate>& all() const { return all_; }
  const Predicate* at(std::size_t token) const {
    return number_[token] == no_index ? nullptr : &all_[static_cast<std::size_t>(number_[token])];
  }

  // The head of the clause that holds the token: a verb, or the root of its sentence.
  std::size_t clause_of(std::size_t token) const { return clauses_[token]; }
  // Subject of a verb, also one shared through coordination or control; none when there is none.
  int subject_of(std::size_t verb) const;
  // Who does it: the active subject or the by-phrase; none when not said.
  int agent_of(std::size_t verb) const;
  // Whom it befalls: object, passive subject, subject of "die" and "dead".
  int patient_of(std::size_t verb) const;
  bool is_passive(std::size_t verb) const;
  // Negated by a word of the clause, or governed by a refusal ("reluctance to coordinate").
  bool is_negated(std::size_t token) const;
  Modality modality_of(std::size_t token) const;

 private:
  int behind_time(std::size_t subject) const;
  void find_clauses();
  void drop_deal_making();
  void follow_subjects();
  void follow_instrument(Predicate& predicate, std::size_t agent) const;
  void renumber();
  bool is_alarm(std::size_t verb) const;
  bool fires_shots(std::size_t verb) const;
  bool is_by_shot(std::size_t verb) const;
  bool seizes_people(std::size_t verb) const;
  const Predicate* hazard_in_front(std::size_t verb) const;
  int antecedent_of(std::size_t pronoun, std::size_t verb) const;

  const Analysis& analysis_;
  std::vector<Predicate> all_;
  std::vector<int> number_;
  std::vector<TokenIndex> clauses_;  // by token: clause_of
};

}  // namespace corroborate::extraction
