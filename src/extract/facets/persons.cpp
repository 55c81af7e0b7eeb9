// Names and roles of persons.
#include "extract/facets/persons.h"

#include <algorithm>
#include <unordered_set>

#include "extract/names/entities.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

std::vector<std::string_view> parts_of(std::string_view key) {
  std::vector<std::string_view> parts;
  while (!key.empty()) {
    const auto dash = key.find('-');
    const auto part = key.substr(0, dash);
    const bool digits = part.find_first_of("0123456789") != std::string_view::npos;  // an address, a headline in a URL
    if (digits) return {};
    if (part.size() > 1 && part != "jr" && part != "sr") parts.push_back(part);
    if (dash == std::string_view::npos) break;
    key.remove_prefix(dash + 1);
  }
  return parts;
}

std::string_view population_class(const Analysis& analysis, std::size_t token) {
  const Hit* hit = analysis.longest(Table::populations, token);
  return hit == nullptr ? std::string_view{} : (*hit->row)[1];
}

std::unordered_set<std::string> read_titles() {
  std::unordered_set<std::string> titles;
  for (const auto table : {Table::populations, Table::abbreviations, Table::sides}) {
    for (const auto number : lexicon::rows_of(table)) {
      const auto phrase = lexicon::rows()[number].phrase();
      titles.insert(fold(phrase.substr(0, phrase.find('.'))));
    }
  }
  return titles;
}

// "Officer", "Sgt.", "Mr.": no part of the name.
bool is_title(std::string_view part) {
  static const std::unordered_set<std::string> titles = read_titles();
  return titles.contains(std::string(part));
}

}  // namespace

Persons::Persons(const Analysis& analysis, const Entities& entities, const Predicates& predicates)
    : analysis_(analysis), entities_(entities), predicates_(predicates) {
  for (const Entity& entity : entities.all())
    names_.push_back(entity.kind == EntityKind::person ? full_name(entity) : std::string());
  std::unordered_map<std::string, std::string> whole;  // by the last name: the first who has it
  for (const auto& name : names_)
    if (name.find('-') != std::string::npos) whole.emplace(last_part(name), name);
  for (auto& name : names_) {  // "Lind" alone is the one other Lind
    if (const auto other = whole.find(name); other != whole.end()) name = other->second;
  }
  find_deeds();
  for (std::size_t t = 0; t < analysis_.size(); ++t) {
    const std::string name = name_at(t);
    if (name.empty() || roles_.contains(name)) continue;
    if (std::string role = role_here(t); !role.empty()) roles_.emplace(name, std::move(role));
  }
  for (const auto& [name, role] : roles_)
    if (role == "suspect" && name.find('-') != std::string::npos) suspects_.emplace(last_part(name), name);
}

// First and last name: what stands between them comes and goes.
std::string Persons::full_name(const Entity& entity) const {
  auto parts = parts_of(entity.key);
  while (parts.size() > 1 && is_title(parts.front())) parts.erase(parts.begin());
  if (parts.empty()) return {};
  if (parts.size() == 1) return std::string(parts.front());
  return std::string(parts.front()) + "-" + std::string(parts.back());
}

std::string Persons::name_at(std::size_t token) const {
  const int entity = entities_.of_token(token);
  return entity == no_index || static_cast<std::size_t>(entity) >= names_.size()
             ? std::string()
             : names_[static_cast<std::size_t>(entity)];
}

std::string Persons::role_here(std::size_t head) const {
  if (population_class(analysis_, head) == "suspect") return "suspect";
  if (analysis_.lemma(head) == "victim") return "victim";
  if (std::string role = role_by_predicate(head); !role.empty()) return role;
  return role_by_apposition(head);
}

namespace {

bool is_of_court(const Predicate& p) {
  return p.event_class == "charged" || p.event_class == "detained" || p.event_class == "convicted" ||
         p.event_class == "sentenced";
}

}  // namespace

// Whom a harm befell, who did it, who was charged. Those who are named together share it ("Ann and Eve Holm died").
std::string Persons::role_by_predicate(std::size_t head) const {
  constexpr int longest_list = 50;  // names
  auto at = head;
  for (int names = 0; names < longest_list; ++names) {
    if (std::string role = role_as_argument(at); !role.empty()) return role;
    if (analysis_.token(at).deprel != Deprel::conj || analysis_.token(at).head < 0) return {};
    at = static_cast<std::size_t>(analysis_.token(at).head);
  }
  return {};
}

// Verbs and adjectives of harm, of attack or of a court.
void Persons::find_deeds() {
  for (const Predicate& p : predicates_.all()) {
    const bool tells = p.is_verb || analysis_.token(p.token).upos == Upos::adj;
    const bool kind = p.kind == EventKind::harm || p.kind == EventKind::attack || is_of_court(p);
    if (predicates_.at(p.token) == &p && tells && kind) deeds_.push_back(p.token);
  }
  std::ranges::sort(deeds_);
}

std::string Persons::role_as_argument(std::size_t head) const {
  const auto& sentence = analysis_.sentence(analysis_.sentence_of(head));
  for (auto deed = std::ranges::lower_bound(deeds_, sentence.begin); deed != deeds_.end() && *deed < sentence.end;
       ++deed) {
    const std::size_t t = *deed;
    const Predicate* p = predicates_.at(t);
    const bool court = is_of_court(*p);
    if (predicates_.patient_of(t) == static_cast<int>(head) || is_in_front_of_passive(head, t) ||
        is_behind_active(head, t)) {
      return court ? "suspect" : p->event_class == "injured" ? "injured" : "victim";
    }
    const bool does = !court && p->event_class != "killed" && predicates_.agent_of(t) == static_cast<int>(head);
    if (does) return "suspect";
  }
  return {};
}

// "The man was fatally shot": by the words, where the tree lost the passive.
bool Persons::is_in_front_of_passive(std::size_t head, std::size_t verb) const {
  constexpr std::size_t reach = 4;
  bool auxiliary = false;
  for (std::size_t t = verb; t > head && verb - t <= reach; --t) {
    if (t - 1 == head) return auxiliary;
    const auto tag = analysis_.token(t - 1).upos;
    const auto lemma = analysis_.lemma(t - 1);
    if (lemma == "be" || lemma == "get")
      auxiliary = true;
    else if (tag != Upos::adv && tag != Upos::aux && persons_differ(t - 1, head))
      return false;
  }
  return false;
}

// "killed 52-year-old Orla Holm": nothing but the phrase itself between the verb and its head.
bool Persons::is_behind_active(std::size_t head, std::size_t verb) const {
  constexpr std::size_t reach = 9;
  if (verb >= head || head - verb > reach || predicates_.is_passive(verb)) return false;
  for (std::size_t t = verb + 1; t < head; ++t) {
    const auto tag = analysis_.token(t).upos;
    const bool inside = tag == Upos::num || tag == Upos::adj || tag == Upos::noun || tag == Upos::propn ||
                        tag == Upos::det || analysis_.form(t) == "-";
    if (!inside) return false;
  }
  return true;
}

// A later word of a longer name is still the name.
bool Persons::persons_differ(std::size_t token, std::size_t head) const {
  return name_at(token).empty() || name_at(token) != name_at(head);
}

// "The victim, identified as 52-year-old Orla Lind", "the suspect, Holm".
std::string Persons::role_by_apposition(std::size_t head) const {
  constexpr std::size_t reach = 9;
  bool linked = false;
  for (std::size_t back = 1; back <= reach && back <= head; ++back) {
    const std::size_t t = head - back;
    if (analysis_.sentence_of(t) != analysis_.sentence_of(head)) return {};
    linked |= analysis_.lemma(t) == "identify" || (analysis_.form(t) == "," && back <= 2);
    const auto& word = analysis_.token(t);
    if (word.upos == Upos::verb && analysis_.lemma(t) != "identify") return {};
    if (word.upos != Upos::noun || !linked) continue;
    if (population_class(analysis_, t) == "suspect") return "suspect";
    if (analysis_.lemma(t) == "victim") return "victim";
  }
  return {};
}

std::string Persons::role_at(std::size_t head) const {
  if (const auto known = roles_.find(name_at(head)); known != roles_.end()) return known->second;
  return role_here(head);
}

std::string Persons::suspect_named(const std::string& name) const {
  const auto known = suspects_.find(std::string(last_part(name)));
  return known == suspects_.end() ? name : known->second;
}

std::string Persons::key_at(std::size_t head) const {
  const std::string name = name_at(head);
  return role_at(head) + (name.empty() ? "" : "@" + name);
}

}  // namespace corroborate::extraction
