// Finds and names the speakers of attributions.
#include "extract/speakers/sources.h"

#include <algorithm>

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

// Of a pronoun: f, m, or nothing.
char gender_of(std::string_view pronoun) { return pronoun == "she" ? 'f' : pronoun == "he" ? 'm' : '\0'; }

std::string without_article(std::string label) {
  for (const std::string_view article : {"a ", "an ", "the ", "A ", "An ", "The "}) {
    if (label.starts_with(article)) label.erase(0, article.size());
  }
  return label;
}

bool is_subject(Deprel label) { return label == Deprel::nsubj || label == Deprel::nsubj_pass || label == Deprel::csubj; }

}  // namespace

// The subtree of a noun without relative clauses that a comma sets off at its end.
TokenRange Sources::phrase(std::size_t head) const {
  const auto range = analysis_.subtree(head);
  TokenRange result{range.first, range.last + 1};
  for (const auto child : analysis_.children(head)) {
    const auto label = analysis_.token(child).deprel;
    if (child > head && (label == Deprel::parataxis || label == Deprel::conj) && analysis_.token(child).upos == Upos::verb) {
      result.end = std::min(result.end, analysis_.subtree(child).first);
    }
  }
  while (result.end > result.begin + 1 && analysis_.form(result.end - 1) == ",") --result.end;
  while (result.begin + 1 < result.end && analysis_.token(result.begin).upos == Upos::punct && analysis_.form(result.begin) == ",") ++result.begin;
  if (analysis_.token(head).head > static_cast<std::int32_t>(head)) widen_to_joint(result);
  return result;
}

// "after Norway and the Danish government accused …": the first of two names is often hung on the preposition.
void Sources::widen_to_joint(TokenRange& range) const {
  if (range.begin < 2 || analysis_.lemma(range.begin - 1) != "and") return;
  const std::size_t name = range.begin - 2u;
  if (analysis_.sentence_of(name) != analysis_.sentence_of(range.begin) || entities_.of_token(name) == no_index) return;
  if (entities_.of_token(name) == entities_.of_token(range.end - 1)) return;
  range.begin = static_cast<TokenIndex>(name);
}

// The sides of a source that names two: a voice of its own ("norway+denmark"); empty for one.
std::string Sources::joint_side(const TokenRange& range) const {
  std::string first, second;
  bool linked = false;
  for (auto t = range.begin; t < range.end; ++t) {
    linked |= analysis_.lemma(t) == "and";
    const int entity = entities_.of_token(t);
    if (entity == no_index || entities_.at(entity).side.empty()) continue;
    const auto& side = entities_.at(entity).side;
    if (first.empty()) first = side;
    else if (linked && side != first) second = side;
  }
  if (second.empty()) return {};
  return std::min(first, second) + "+" + std::max(first, second);
}

std::optional<TokenRange> Sources::of_verb(std::size_t verb) const {
  bool passive = false;
  std::size_t at = verb;
  for (int steps = 0; steps < 4; ++steps) {
    for (const auto child : analysis_.children(at)) {
      const auto label = analysis_.token(child).deprel;
      if (label == Deprel::obl_agent) return phrase(child);
      if (label == Deprel::nsubj_pass && at == verb) passive = true;
      if (is_subject(label) && !(passive && label == Deprel::nsubj_pass)) {
        const auto lemma = analysis_.lemma(child);
        if (lemma == "which" || lemma == "who" || lemma == "that") {  // the noun that the relative clause describes
          if (analysis_.token(at).head >= 0) {
            const auto noun = static_cast<std::size_t>(analysis_.token(at).head);
            return TokenRange{analysis_.subtree(noun).first, static_cast<TokenIndex>(noun + 1)};
          }
          return std::nullopt;
        }
        return phrase(child);
      }
    }
    if (passive || analysis_.token(at).head < 0) return std::nullopt;
    const auto label = analysis_.token(at).deprel;
    const bool shares = label == Deprel::conj || label == Deprel::xcomp || label == Deprel::advcl;
    if (label == Deprel::acl) {
      const auto noun = static_cast<std::size_t>(analysis_.token(at).head);
      return TokenRange{analysis_.subtree(noun).first, static_cast<TokenIndex>(noun + 1)};
    }
    if (!shares) return std::nullopt;
    at = static_cast<std::size_t>(analysis_.token(at).head);
  }
  return std::nullopt;
}

std::optional<TokenRange> Sources::of_noun(std::size_t noun) const {
  for (const auto child : analysis_.children(noun)) {
    const auto label = analysis_.token(child).deprel;
    if (label == Deprel::nmod_poss) return phrase(child);
    if (label != Deprel::nmod || child < noun) continue;
    for (const auto marker : analysis_.children(child)) {
      const auto lemma = analysis_.lemma(marker);
      if (analysis_.token(marker).deprel == Deprel::case_ && (lemma == "by" || lemma == "from")) {
        return TokenRange{static_cast<TokenIndex>(marker + 1), phrase(child).end};
      }
    }
  }
  TokenIndex begin = static_cast<TokenIndex>(noun);
  while (begin > 0 && analysis_.sentence_of(begin - 1) == analysis_.sentence_of(noun) &&
         (analysis_.token(begin - 1).upos == Upos::adj || analysis_.token(begin - 1).upos == Upos::noun ||
          analysis_.token(begin - 1).upos == Upos::propn)) {
    --begin;
  }
  if (begin == noun) return std::nullopt;
  return TokenRange{begin, static_cast<TokenIndex>(noun + 1)};
}

std::size_t Sources::head_of(const TokenRange& range) const {
  for (auto t = range.begin; t < range.end; ++t) {
    const auto head = analysis_.token(t).head;
    if (head < 0 || !range.holds(static_cast<std::size_t>(head))) {
      if (analysis_.token(t).upos != Upos::punct && analysis_.token(t).upos != Upos::adp) return t;
    }
  }
  return range.end - 1;
}

// "he", "it", "the official", "the command": the last speaker whose head fits; for a pronoun the last of all.
int Sources::antecedent(std::size_t head) const {
  const bool pronoun = analysis_.token(head).upos == Upos::pron;
  const auto lemma = analysis_.lemma(head);
  const char gender = pronoun ? gender_of(fold(analysis_.form(head))) : '\0';
  for (auto speaker = speakers_.rbegin(); speaker != speakers_.rend(); ++speaker) {
    const auto known = genders_.find(speaker->first);
    if (gender != '\0' && known != genders_.end() && known->second != gender) continue;  // "she" was somebody else
    if (pronoun || speaker->second == lemma) return speaker->first;
  }
  // "the command's statement", "the statement": whoever spoke last.
  if ((lemma == "statement" || lemma == "command" || lemma == "spokesman" || lemma == "spokeswoman" || lemma == "ministry") && !speakers_.empty()) {
    return speakers_.back().first;
  }
  return no_index;
}

// "Russian Defense Ministry spokesman Igor Ode", "Ada Ode, Russia's ambassador": a person speaks for the body whose
// role the phrase names.
void Sources::take_side(int entity, const TokenRange& range) {
  auto& speaker = entities_.all()[static_cast<std::size_t>(entity)];
  if (speaker.kind != EntityKind::person || !speaker.side.empty()) return;
  for (auto t = range.begin; t < range.end; ++t) {
    const int other = entities_.of_token(t);
    if (other == no_index || other == entity) continue;
    const auto& body = entities_.at(other);
    if (body.kind != EntityKind::body || body.relay || body.side.empty()) continue;
    speaker.side = body.side;
    return;
  }
}

// "a statement released by the U.S. Central Command": whoever issued the words, though the span may end before.
int Sources::issuer(std::size_t noun) const {
  for (const auto clause : analysis_.children(noun)) {
    if (analysis_.token(clause).deprel != Deprel::acl) continue;
    for (const auto agent : analysis_.children(clause)) {
      const auto marks = analysis_.children(agent);
      const bool by = std::any_of(marks.begin(), marks.end(), [&](TokenIndex mark) { return analysis_.lemma(mark) == "by"; });
      if (!by) continue;
      const int entity = entities_.of_token(agent);
      const auto range = analysis_.subtree(agent);
      return entity != no_index ? entity : entities_.of_phrase(agent, {range.first, range.last});
    }
  }
  return no_index;
}

// One word that stands for a longer name, as headlines have it.
bool Sources::is_in_headline(const TokenRange& range) const {
  const auto& sentence = analysis_.sentence(analysis_.sentence_of(range.begin));
  return range.end - range.begin == 1 && sentence.starts_paragraph && analysis_.form(sentence.end - 1) != "." &&
         entities_.of_token(range.begin) == no_index && analysis_.token(range.begin).upos != Upos::pron;
}

int Sources::named_later(const TokenRange& range) const {
  const auto word = fold(analysis_.lemma(range.begin));
  const auto found = std::ranges::find_if(speakers_, [&](const auto& speaker) { return fold(speaker.second) == word; });
  return found == speakers_.end() ? no_index : found->first;
}

void Sources::resolve(std::vector<AttributionMention>& mentions) {
  std::vector<AttributionMention*> headlines;
  for (auto& mention : mentions) {
    if (!mention.source.empty() && is_in_headline(mention.source.front())) headlines.push_back(&mention);
    else resolve(mention);
  }
  for (auto* mention : headlines) {
    mention->attribution.source_entity = named_later(mention->source.front());
    if (mention->attribution.source_entity == no_index) resolve(*mention);
  }
}

// Who is named inside a phrase whose head is a common noun: "spokesman Igor Ode", "the lawyer, Ada Ode", "a spokesman for
// the port". In front of it a name tells whose or where the speaker is, and is not the speaker: "Syrian media",
// "Memphis police", "Ode's lawyer".
int Sources::named_in(const TokenRange& range, std::size_t head) {
  for (std::size_t t = head + 1; t < range.end; ++t) {
    const int other = entities_.of_token(t);
    if (other != no_index && entities_.at(other).kind == EntityKind::person && (t == head + 1 || analysis_.form(t - 1) == ",")) return other;
  }
  const int entity = entities_.of_phrase(head, {range.begin, range.end - 1});
  if (entity == no_index || analysis_.token(head).upos != Upos::noun) return entity;
  const Entity named = entities_.at(entity);
  const bool in_front = named.mentions.end() != std::ranges::find_if(named.mentions, [&](const Span& span) {
    return analysis_.token(range.begin).begin <= span.begin && span.end <= analysis_.token(head).begin;
  });
  const bool modifier = named.kind == EntityKind::place || (in_front && named.kind == EntityKind::person && !is_spokesman(head));
  if (!modifier) return entity;
  const std::string label(analysis_.text(analysis_.token(range.begin).begin, analysis_.token(head).end));
  const std::string key = named.kind == EntityKind::place ? named.side + "/" + slug(analysis_.lemma(head)) : slug(without_article(label));
  return entities_.add_role(key, named.kind == EntityKind::place ? label : without_article(label), named.side, static_cast<TokenIndex>(head), static_cast<TokenIndex>(head + 1));
}

bool Sources::is_spokesman(std::size_t token) const {
  const Hit* role = analysis_.longest(Table::sides, token);
  return role != nullptr && (*role->row)[1] == "speaker";
}

// "the sheriff's office", where the article has a "Holm County Sheriff's Office".
int Sources::longer_name(const std::string& key) const {
  if (key.find('-') == std::string::npos && key != "police") return no_index;
  const auto& all = entities_.all();
  const auto found = std::ranges::find_if(all, [&](const Entity& entity) { return entity.key.ends_with("-" + key); });
  return found == all.end() ? no_index : static_cast<int>(found - all.begin());
}

void Sources::resolve(AttributionMention& mention) {
  if (mention.source.empty()) return;
  const TokenRange range = mention.source.front();
  const std::size_t head = head_of(range);
  if (const std::string side = joint_side(range); !side.empty()) {
    const std::string label(analysis_.text(analysis_.token(range.begin).begin, analysis_.token(range.end - 1).end));
    mention.attribution.source_entity = entities_.add_speaker(side, label, side);
    return;
  }
  int entity = entities_.of_token(head);
  if (entity == no_index) entity = named_in(range, head);
  if (entity == no_index) entity = issuer(head);
  if (entity == no_index && (analysis_.token(head).upos == Upos::pron || fold(analysis_.form(range.begin)) == "the" ||
                         fold(analysis_.form(range.begin)) == "this")) {
    entity = antecedent(head);
  }
  if (entity == no_index && analysis_.token(head).upos != Upos::pron) {
    std::string label(analysis_.text(analysis_.token(range.begin).begin, analysis_.token(range.end - 1).end));
    const std::string bare = without_article(label);
    entity = longer_name(slug(bare));
    if (entity != no_index) entities_.add_mention(entity, static_cast<TokenIndex>(head), static_cast<TokenIndex>(head + 1));
    else entity = entities_.add_role(slug(bare), bare, "", static_cast<TokenIndex>(head), static_cast<TokenIndex>(head + 1));
  }
  if (entity != no_index) take_side(entity, range);
  mention.attribution.source_entity = entity;
  const char gender = gender_of(fold(analysis_.form(head)));
  if (entity != no_index && gender != '\0') genders_.emplace(entity, gender);
  if (entity != no_index) speakers_.emplace_back(entity, std::string(analysis_.lemma(head)));
}

}  // namespace corroborate::extraction
