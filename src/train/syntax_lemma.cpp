// Learns lemma scripts: endings from the shortest to the longest, each kept only where it decides differently from
// the shorter one, then the words that the endings get wrong.
#include "train/syntax_lemma.h"

#include <algorithm>

#include "syntax/characters.h"
#include "syntax/lemmatize.h"

namespace corroborate::syntax {

namespace {

// A word form with one tag.
struct Type {
  std::string form;  // lower case, ’ as '
  Word word;
  std::uint8_t tag = 0;
  std::map<std::string, int> lemmas;
  Script script;  // of its most frequent lemma
  Script guess;   // what the endings learned so far say
};

std::string fold(std::string_view form) {
  std::string folded;
  for (std::size_t at = 0; at < form.size(); ++at) {
    if (form.substr(at, 3) == "’")
      folded += '\'', at += 2;
    else
      folded += to_lower(form[at]);
  }
  return folded;
}

Script make_script(std::string_view form, const std::string& lemma) {
  const auto [in_form, in_lemma] = std::ranges::mismatch(form, lemma);
  const auto same = static_cast<std::size_t>(in_form - form.begin());
  if (same == 0) return {cut_all, lemma};
  return {static_cast<unsigned>(form.size() - same), lemma.substr(same)};
}

std::vector<Type> collect_types(const Treebank& treebank) {
  std::map<std::pair<std::string, std::uint8_t>, Type> types;
  for (const auto& sentence : treebank) {
    for (const auto& token : sentence) {
      const std::string form = fold(token.form);
      Type& type = types[{form, token.gold_tag}];
      type.form = form;
      type.word = token.word;
      type.tag = token.gold_tag;
      ++type.lemmas[fold(token.lemma)];
    }
  }
  std::vector<Type> result;
  for (auto& [key, type] : types) {
    const auto best = std::ranges::max_element(type.lemmas, {}, [](const auto& entry) { return entry.second; });
    type.script = make_script(type.form, best->first);
    result.push_back(std::move(type));
  }
  return result;
}

constexpr int least_words = 2;  // that an ending must have

void learn_endings(std::vector<Type>& types, std::size_t length, std::span<const JointTag> tags, LemmaRules& rules) {
  std::map<Key, std::map<Script, int>> votes;
  const auto key_of = [&](const Type& type) {
    return lemma_ending_key(type.word.suffixes[length - 1], tags[type.tag]);
  };
  for (const Type& type : types)
    if (type.script.cut < type.form.size()) ++votes[key_of(type)][type.script];
  for (const auto& [key, scripts] : votes) {
    const auto best = std::ranges::max_element(scripts, {}, [](const auto& entry) { return entry.second; });
    if (best->second < least_words) continue;
    rules.entries[key] = best->first;
  }
  for (Type& type : types) {
    const auto found = rules.entries.find(key_of(type));
    if (found != rules.entries.end()) type.guess = found->second;
  }
}

// Endings that only repeat what a shorter one says.
void drop_repetitions(const std::vector<Type>& types, std::span<const JointTag> tags, LemmaRules& rules) {
  std::map<Key, bool> needed;
  for (const Type& type : types) {
    Script shorter;
    for (std::size_t length = 1; length <= type.word.suffixes.size(); ++length) {
      const Key key = lemma_ending_key(type.word.suffixes[length - 1], tags[type.tag]);
      const auto found = rules.entries.find(key);
      if (found == rules.entries.end()) continue;
      needed[key] = needed[key] || found->second != shorter;
      shorter = found->second;
    }
  }
  for (const auto& [key, is_needed] : needed)
    if (!is_needed) rules.entries.erase(key);
}

}  // namespace

LemmaRules learn_lemmas(const Treebank& treebank, std::span<const JointTag> tags) {
  auto types = collect_types(treebank);
  LemmaRules rules;
  const std::size_t longest = Word{}.suffixes.size();
  for (std::size_t length = 1; length <= longest; ++length) learn_endings(types, length, tags, rules);
  drop_repetitions(types, tags, rules);
  for (const Type& type : types)
    if (type.guess != type.script) rules.entries[lemma_key(type.word.form, tags[type.tag])] = type.script;
  return rules;
}

}  // namespace corroborate::syntax
