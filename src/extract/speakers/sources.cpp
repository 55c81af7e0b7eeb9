// Finds and names the speakers of attributions.
#include "extract/speakers/sources.h"

#include <algorithm>

#include "extract/reading/contexts.h"
#include "extract/speakers/pieces.h"
#include "extract/speakers/source_rate.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

// What stands before the noun: of "as well as a report" the report.
std::string without_article(std::string label) {
  for (const std::string_view article : {"as well as ", "a ", "an ", "the ", "A ", "An ", "The ", "whose "}) {
    if (label.starts_with(article)) label.erase(0, article.size());
  }
  return label;
}

bool is_relative_pronoun(const syntax::Token& token) {
  return token.xpos == syntax::Xpos::wp || token.xpos == syntax::Xpos::wdt;
}

bool is_subject(Deprel label) {
  return label == Deprel::nsubj || label == Deprel::nsubj_pass || label == Deprel::csubj;
}

}  // namespace

// The subtree of a noun without relative clauses that a comma sets off at its end.
TokenRange Sources::phrase(std::size_t head) const {
  const auto range = analysis_.subtree(head);
  TokenRange result{range.first, range.last + 1};
  for (const auto child : analysis_.children(head)) {
    const auto label = analysis_.token(child).deprel;
    if (child > head && (label == Deprel::parataxis || label == Deprel::conj) &&
        analysis_.token(child).upos == Upos::verb) {
      result.end = std::min(result.end, analysis_.subtree(child).first);
    }
  }
  while (result.end > result.begin + 1 && analysis_.form(result.end - 1) == ",") --result.end;
  while (result.begin + 1 < result.end && analysis_.token(result.begin).upos == Upos::punct &&
         analysis_.form(result.begin) == ",")
    ++result.begin;
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
    if (first.empty())
      first = side;
    else if (linked && side != first)
      second = side;
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

// "Chilean Mining Ministry spokesman Igor Ode", "Ada Ode, Russia's ambassador": a person speaks for the body whose
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

// "a statement released by the Port of Ellan": whoever issued the words, though the span may end before; not who
// has seen them.
int Sources::issuer(std::size_t noun) const {
  for (const auto clause : analysis_.children(noun)) {
    if (analysis_.token(clause).deprel != Deprel::acl || is_context(analysis_, clause, "viewing")) continue;
    for (const auto agent : analysis_.children(clause)) {
      const auto marks = analysis_.children(agent);
      const bool by =
          std::any_of(marks.begin(), marks.end(), [&](TokenIndex mark) { return analysis_.lemma(mark) == "by"; });
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
  return antecedents_.first_called(analysis_.lemma(range.begin));
}

void Sources::resolve(std::vector<AttributionMention>& mentions) {
  std::vector<AttributionMention*> headlines;
  for (auto& mention : mentions) {
    if (!mention.source.empty() && is_in_headline(mention.source))
      headlines.push_back(&mention);
    else
      resolve(mention);
  }
  for (auto* mention : headlines) {
    mention->source_entity = named_later(mention->source);
    if (mention->source_entity == no_index) resolve(*mention);
  }
}

// ---- the words of a source

Sources::Words Sources::words_of(TokenRange range) const {
  while (range.begin + 1 < range.end &&
         (analysis_.token(range.begin).upos == Upos::adp || analysis_.token(range.begin).upos == Upos::punct) &&
         entities_.of_token(range.begin) == no_index) {
    ++range.begin;
  }
  Words words{{range.begin, range.begin}, range.end, range.end};
  for (auto t = range.begin; t < range.end; ++t) {
    const auto& token = analysis_.token(t);
    const bool noun = token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::pron;
    const bool inner = token.upos == Upos::adj || token.upos == Upos::det || token.upos == Upos::num ||
                       token.upos == Upos::part || analysis_.form(t) == "-" || entities_.of_token(t) != no_index;
    const bool day = words.head != range.end && entities_.of_token(t) == no_index &&
                     analysis_.longest(Table::calendar, t) != nullptr;
    if (!(noun || inner) || day) break;
    words.run.end = t + 1;
    if (noun || entities_.of_token(t) != no_index) words.head = t;
  }
  if (words.head == range.end) words.head = words.run.end > words.run.begin ? words.run.end - 1u : head_of(range);
  for (auto t = words.run.end; t < words.end; ++t) {
    const auto form = analysis_.form(t);
    if (form == "," || form == "(" || is_relative_pronoun(analysis_.token(t)) ||
        analysis_.token(t).xpos == syntax::Xpos::wp_poss)
      words.end = t;
  }
  words.end = Pieces(analysis_).without_day({words.run.begin, words.end}).end;
  return words;
}

// "a doctor, who judged": the nominal words in front of the relative pronoun.
TokenRange Sources::antecedent_phrase(std::size_t relative) const {
  const auto& sentence = analysis_.sentence(analysis_.sentence_of(relative));
  auto end = static_cast<TokenIndex>(relative);
  if (end > sentence.begin && analysis_.form(end - 1) == ",") --end;
  auto begin = end;
  for (; begin > sentence.begin; --begin) {
    const auto& token = analysis_.token(begin - 1);
    const bool nominal = token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::adj ||
                         token.upos == Upos::det || token.upos == Upos::num || token.upos == Upos::part;
    if (!nominal) break;
  }
  return {begin, end};
}

// An event or a day says nothing: "That cease-fire", "the strike", "Tuesday".
bool Sources::cannot_speak(std::size_t head) const {
  const auto& token = analysis_.token(head);
  if (analysis_.lemma(head) == "nothing") return true;
  if (token.upos == Upos::num || entities_.of_token(head) != no_index) return false;
  const Hit* cue = analysis_.longest(Table::cues, head);
  if (cue != nullptr && (*cue->row)[1] == "noun") return false;
  if (is_context(analysis_, head, "body")) return false;  // "her campaign said"
  const Hit* day = analysis_.longest(Table::calendar, head);
  if (day != nullptr && (*day->row)[1] != "unit") return true;  // "Minutes of the meeting" are no time
  const Hit* event = analysis_.longest_before(Table::events, head + 1);
  return event != nullptr && (*event->row)[1] == "noun" && token.upos == Upos::noun;
}

// ---- who it is

// A name right behind the role or set off behind it: "spokesman Igor Ode", "the lawyer, Ada Ode".
bool Sources::is_capitalised(std::size_t token) const {
  return analysis_.form(token)[0] >= 'A' && analysis_.form(token)[0] <= 'Z';
}

int Sources::named_behind(std::size_t head, TokenIndex end) const {
  const auto& sentence = analysis_.sentence(analysis_.sentence_of(head));
  for (std::size_t t = head + 1; t < end && t < sentence.end; ++t) {
    const int other = entities_.of_token(t);
    if (other == no_index || entities_.at(other).kind != EntityKind::person) continue;
    const bool possessive = t + 1 < sentence.end && analysis_.token(t + 1).xpos == syntax::Xpos::pos;
    const bool set_off =
        analysis_.form(t - 1) == "," || (t > head + 2 && analysis_.form(t - 2) == "," && is_capitalised(t - 1));
    if (!possessive && (t == head + 1 || set_off)) return other;
  }
  return no_index;
}

// "a docker, who gave her name only as Ida", "a man who identified himself as Otto"
int Sources::named_in_relative(std::size_t head, const TokenRange& range) const {
  const auto& sentence = analysis_.sentence(analysis_.sentence_of(head));
  bool relative = false, naming = false;
  for (std::size_t t = head + 1; t < sentence.end && t < range.end + 12u; ++t) {
    relative |= is_relative_pronoun(analysis_.token(t));
    if (t >= range.end && !relative && analysis_.form(t) != ",") return no_index;
    naming |= relative && is_context(analysis_, t, "naming");
    const int other = entities_.of_token(t);
    if (naming && other != no_index && entities_.at(other).kind == EntityKind::person && analysis_.lemma(t - 1) == "as")
      return other;
  }
  return no_index;
}

bool Sources::is_spokesman(std::size_t token) const { return is_context(analysis_, token, "mouthpiece"); }

// Whose spokesman, statement or official it is: a body or a side in front, or behind "for", "of", "from".
int Sources::owner_in(const Words& words) const {
  const bool speaks_for = is_spokesman(words.head);
  if (is_context(analysis_, words.head, "body")) return no_index;  // "the United Nations refugee agency"
  for (auto t = words.end; t > words.run.begin; --t) {
    const int other = entities_.of_token(t - 1);
    if (other == no_index || t - 1u == words.head) continue;
    const auto& named = entities_.at(other);
    if (named.kind == EntityKind::place || (t > words.head && seen_only(words.head + 1, t - 1))) continue;
    if (speaks_for || named.kind == EntityKind::body) return other;
  }
  return no_index;
}

// "a briefing note seen by the Gull": between the words and who has them stands how they came there.
bool Sources::seen_only(std::size_t begin, std::size_t end) const {
  for (auto t = begin; t < end; ++t)
    if (is_context(analysis_, t, "viewing")) return true;
  return false;
}

// "Chilean media", "police in Varna": a place says where the speaker is.
int Sources::place_role(const Words& words) {
  for (auto t = words.run.begin; t < words.end; ++t) {
    const int other = entities_.of_token(t);
    if (other == no_index || entities_.at(other).kind != EntityKind::place) continue;
    const Entity named = entities_.at(other);
    if (named.side.empty()) return no_index;  // a name behind "at" is as often a firm's
    const auto label = without_article(
        std::string(analysis_.text(analysis_.token(words.run.begin).begin, analysis_.token(words.head).end)));
    return entities_.add_role(named.side + "/" + slug(analysis_.lemma(words.head)), label, named.side,
                              static_cast<TokenIndex>(words.head), static_cast<TokenIndex>(words.head + 1));
  }
  return no_index;
}

// "the sheriff's office", where the article has a "Holm County Sheriff's Office".
int Sources::longer_name(const std::string& key) const {
  if (key.find('-') == std::string::npos && key != "police") return no_index;
  const auto alike = entities_.ending_in(last_part(key));
  const auto found =
      std::ranges::find_if(alike, [&](int entity) { return entities_.at(entity).key.ends_with("-" + key); });
  return found == alike.end() ? no_index : *found;
}

int Sources::role(const Words& words) {
  const auto end = std::max<TokenIndex>(words.end, words.run.begin + 1);
  const std::string bare = without_article(
      std::string(analysis_.text(analysis_.token(words.run.begin).begin, analysis_.token(end - 1).end)));
  const auto head = static_cast<TokenIndex>(words.head);
  const int longer = longer_name(slug(bare));
  if (longer == no_index) return entities_.add_role(slug(bare), bare, "", head, head + 1);
  entities_.add_mention(longer, head, head + 1);
  return longer;
}

bool Sources::is_document(std::size_t head) const {
  const Hit* cue = analysis_.longest(Table::cues, head);
  return (cue != nullptr && (*cue->row)[1] == "noun") || is_context(analysis_, head, "reckoning") ||
         is_context(analysis_, head, "article");
}

// "Norway Timber": a place in front of a word that is no one's name alone belongs to the name.
int Sources::with_place(int entity, const Words& words) {
  const auto head = static_cast<TokenIndex>(words.head);
  if (head == words.run.begin || entities_.at(entity).kind != EntityKind::person) return entity;
  const int place = entities_.of_token(head - 1);
  if (place == no_index || entities_.at(place).kind != EntityKind::place ||
      entities_.at(entity).key != slug(analysis_.form(head)))
    return entity;
  const std::string label(analysis_.text(analysis_.token(head - 1).begin, analysis_.token(head).end));
  return entities_.add_role(slug(label), label, "", head, head + 1);
}

// "The state's commissioner for works, Ida Holm": an office with a determiner gives way to the name behind it.
int Sources::holder_of(const Words& words, TokenRange range) const {
  const auto& first = analysis_.token(words.run.begin);
  if (first.upos != Upos::det && first.xpos != syntax::Xpos::prp_poss) return no_index;
  for (auto t = words.run.end; t + 1 < range.end; ++t) {
    if (analysis_.form(t) != ",") continue;
    const int entity = entities_.of_token(t + 1);
    return entity != no_index && entities_.at(entity).kind == EntityKind::person ? entity : no_index;
  }
  return no_index;
}

int Sources::named_or_role(const Words& words, TokenRange range) {
  int entity = holder_of(words, range);
  if (entity == no_index) entity = entities_.of_token(words.head);
  if (entity != no_index) entity = with_place(entity, words);
  if (entity == no_index) entity = named_behind(words.head, range.end);
  if (entity == no_index) entity = named_in_relative(words.head, range);
  if (entity == no_index && is_document(words.head)) entity = issuer(words.head);
  if (entity == no_index) entity = owner_in(words);
  if (entity == no_index) entity = place_role(words);
  if (entity == no_index) entity = antecedents_.of_definite(words.run, words.head);
  return entity == no_index ? role(words) : entity;
}

int Sources::speaker_of(TokenRange range) {
  if (const std::string side = joint_side(range); !side.empty()) {
    const std::string label(analysis_.text(analysis_.token(range.begin).begin, analysis_.token(range.end - 1).end));
    return entities_.add_speaker(side, label, side);
  }
  Words words = words_of(range);
  if (is_relative_pronoun(analysis_.token(words.head)) && words.head > 0) {
    const TokenRange before = antecedent_phrase(words.head);
    if (before.begin < before.end) words = words_of(range = before);
  }
  int entity = no_index;
  const bool pronoun = analysis_.token(words.head).upos == Upos::pron && analysis_.lemma(words.head) != "nothing";
  if (pronoun) entity = antecedents_.of_pronoun(words.head);
  if (pronoun && entity == no_index) entity = subject_role(words.head);
  if (!pronoun && !cannot_speak(words.head)) entity = named_or_role(words, range);
  if (entity == no_index) return no_index;
  take_side(entity, range);
  antecedents_.add(entity, words.run, role_word(words));
  return entity;
}

// "The port hired nine dockers, it said.": a body that is the subject in front, of this sentence or the one before.
int Sources::subject_role(std::size_t pronoun) {
  if (fold(analysis_.form(pronoun)) != "it") return no_index;
  const std::size_t here = analysis_.sentence_of(pronoun);
  for (std::size_t back = 0; back <= std::min<std::size_t>(1, here); ++back) {
    const auto& sentence = analysis_.sentence(here - back);
    auto end = sentence.begin;
    while (end < sentence.end && end < pronoun && analysis_.token(end).upos != Upos::verb &&
           analysis_.token(end).upos != Upos::aux && analysis_.form(end) != ",")
      ++end;
    const TokenRange range{sentence.begin, end};
    if (end == pronoun || analysis_.quoted(range.begin) || !Pieces(analysis_).is_nominal(range)) continue;
    const Words words = words_of(range);
    if (entities_.of_token(words.head) == no_index && source_rate(analysis_, words.head) == 0 &&
        !is_context(analysis_, words.head, "body"))
      continue;
    return named_or_role(words, range);
  }
  return no_index;
}

// The last common noun in front of a name: "spokesman" in "ministry spokesman Igor Ode".
std::size_t Sources::role_word(const Words& words) const {
  for (auto t = words.run.end; t > words.run.begin; --t)
    if (analysis_.token(t - 1).upos == Upos::noun) return t - 1u;
  return words.head;
}

void Sources::resolve(AttributionMention& mention) {
  if (!mention.source.empty()) mention.source_entity = speaker_of(mention.source);
}

}  // namespace corroborate::extraction
