// Claims about how old a person is: "52-year-old Orla Lind", "the driver, 33, died", "She was 25".
#include <algorithm>

#include "extract/claims/claims.h"
#include "extract/facets/persons.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

class AgeReader {
 public:
  explicit AgeReader(Reading& reading)
      : reading_(reading),
        analysis_(reading.analysis),
        persons_(reading.analysis, reading.entities, reading.predicates) {}

  void read_all() {
    for (std::size_t q = 0; q < reading_.quantities.size(); ++q) {
      if (reading_.quantities[q].quantity.dimension == "age") read(static_cast<int>(q));
    }
  }

 private:
  void read(int number) {
    const auto& age = reading_.quantities[static_cast<std::size_t>(number)];
    if (is_compared(age)) return;
    const int head = person_of(age);
    if (head == no_index) return;
    const auto at = static_cast<std::size_t>(head);
    std::string person = persons_.key_at(at);
    if (person.empty()) return;
    Claim claim = make_claim(reading_, ClaimKind::quantity, age.number_begin,
                             std::min(age.begin, static_cast<TokenIndex>(at)), std::max(age.end, end_of_name(at)));
    claim.event = reading_.events.topic();
    claim.property = "age";
    claim.population = std::move(person);
    claim.quantity = number;
    claim.rule = "age-of-person";
    if (stands_aside(age)) state(claim);
    reading_.claims.push_back(std::move(claim));
  }

  TokenIndex end_of_name(std::size_t head) const {
    std::size_t end = head + 1;
    const std::string name = persons_.name_at(head);
    while (!name.empty() && end < analysis_.size() && persons_.name_at(end) == name) ++end;
    return static_cast<TokenIndex>(end);
  }

  // ", 34,": set off by commas, an age tells who is meant and shares in no negation, doubt or question around it.
  bool stands_aside(const QuantityMention& age) const { return age.begin > 0 && analysis_.form(age.begin - 1) == ","; }

  void state(Claim& claim) const {
    if (claim.polarity == Polarity::denied) claim.polarity = Polarity::asserted;
    claim.modality = Modality::actual;
    if (claim.chain.empty()) return;
    const auto& speaker = reading_.attributions[static_cast<std::size_t>(claim.chain.back())];
    if (speaker.stance == Stance::declines) claim.chain.pop_back();  // "did not know why Per Lund, 34, had come"
  }

  // "over the age of 21", "older than 40" draws a line; it is nobody's age.
  static bool is_compared(const QuantityMention& age) {
    return age.quantity.relation != Relation::equal && age.quantity.relation != Relation::about;
  }

  // Head of the phrase that names the person, or none.
  int person_of(const QuantityMention& age) const {
    if (const int behind = phrase_behind(age); behind != no_index) return behind;
    if (const int front = phrase_in_front(age); front != no_index) return front;
    return subject_of(age);
  }

  // "52-year-old Officer Otto Lind": the last noun of what follows directly, or the name that holds it.
  int phrase_behind(const QuantityMention& age) const {
    int head = no_index;
    for (std::size_t t = age.end; same_sentence(analysis_, age.begin, t) && t < age.end + 6u; ++t) {
      const auto tag = analysis_.token(t).upos;
      const bool nominal = tag == Upos::noun || tag == Upos::propn;
      if (!nominal && tag != Upos::adj) break;
      if (nominal && head != no_index && analysis_.token(t).upos == Upos::propn && !persons_.name_at(t).empty() &&
          persons_.name_at(t) == persons_.name_at(static_cast<std::size_t>(head))) {
        continue;  // the tree hangs a name on its first word
      }
      if (nominal) head = static_cast<int>(t);
    }
    return head;
  }

  // "Orla Brown, 36," and "the driver, aged 33,": the phrase that ends at the comma.
  int phrase_in_front(const QuantityMention& age) const {
    std::size_t at = age.begin;
    if (at > 0 && (fold(analysis_.form(at - 1)) == "aged" || fold(analysis_.form(at - 1)) == "age")) --at;
    if (at < 2 || analysis_.form(at - 1) != "," || !same_sentence(analysis_, at, at - 2)) return no_index;
    std::size_t head = at - 2;
    const auto tag = analysis_.token(head).upos;
    if (tag != Upos::noun && tag != Upos::propn && reading_.entities.of_token(head) == no_index) return no_index;
    while (head > 0 && !persons_.name_at(head).empty() && persons_.name_at(head - 1) == persons_.name_at(head)) --head;
    return static_cast<int>(head);
  }

  // "Holm was 40", "the girl, who was 14 months old".
  int subject_of(const QuantityMention& age) const {
    for (std::size_t t = age.begin; t < age.end; ++t) {
      for (const auto child : analysis_.children(t)) {
        if (analysis_.token(child).deprel != Deprel::nsubj) continue;
        const auto lemma = analysis_.lemma(child);
        if (lemma != "who") return static_cast<int>(child);
        for (std::size_t back = 1; back <= 2 && back <= child; ++back) {
          const auto tag = analysis_.token(child - back).upos;
          if (tag == Upos::noun || tag == Upos::propn) return static_cast<int>(child - back);
        }
      }
    }
    return no_index;
  }

  Reading& reading_;
  const Analysis& analysis_;
  Persons persons_;
};

}  // namespace

void read_age_claims(Reading& reading) { AgeReader(reading).read_all(); }

}  // namespace corroborate::extraction
