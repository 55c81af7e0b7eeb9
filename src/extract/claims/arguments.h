// Who and what take part in a proposition, in canonical terms: entities under their keys, events under their classes,
// others by their head word.
#pragma once

#include <vector>

#include "extract/claims/claims.h"
#include "extract/claims/predications.h"

namespace corroborate::extraction {

class ArgumentReader {
 public:
  explicit ArgumentReader(Reading& reading)
      : reading_(reading), analysis_(reading.analysis), predicates_(reading.predicates) {}

  // "who" and "what" first, then the prepositional ones in text order. Nobody ("no one") and what cannot be resolved
  // are left out.
  std::vector<Argument> of(const Predication& predication);
  // The token of the object or passive subject of a clause; none when there is none.
  int object_of(const Predication& predication) const;
  // The noun of "no aid has been delivered": a subject of which there is none; none where there is no such subject.
  int denied_subject_of(std::size_t verb) const;

 private:
  int subject_of(std::size_t verb) const;
  int own_subject_of(std::size_t verb) const;
  int object_in_phrase(const Predication& predication) const;
  int named_for(const Predication& predication) const;
  int controller_of(std::size_t verb) const;
  int possessor_of(std::size_t noun) const;
  bool names_group(std::size_t noun) const;
  std::size_t content_head(std::size_t noun) const;
  void add_deed(std::vector<Argument>& arguments, const Predication& predication);
  bool is_meant(const Predication& predication) const;
  void add_meant(std::vector<Argument>& arguments, const Predication& predication);
  Argument event_argument(int event) const;
  void add(std::vector<Argument>& arguments, std::string role, int head);
  void add_obliques(std::vector<Argument>& arguments, const Predication& predication);
  Argument read(std::string role, std::size_t head);
  std::string compound_key(std::size_t head) const;
  std::string owner_of(std::size_t head) const;
  Argument of_pronoun(std::string role, std::size_t pronoun) const;
  int speaker_at(std::size_t token) const;
  void take_entity(Argument& argument, int entity) const;

  Reading& reading_;
  const Analysis& analysis_;
  const Predicates& predicates_;
  std::size_t at_ = 0;  // of the predication that is read
  int who_ = no_index;  // the entity that is its subject
};

}  // namespace corroborate::extraction
