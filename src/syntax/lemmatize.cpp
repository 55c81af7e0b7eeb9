// Looks up and applies lemma scripts.
#include "syntax/lemmatize.h"

#include <algorithm>
#include <array>

#include "lexicon/lexicon.h"
#include "syntax/characters.h"
#include "syntax/silent_e.h"
#include "text/utf8.h"

namespace corroborate::syntax {

namespace {

const LemmaScript* find_script(const Model& model, Key key) {
  const LemmaBucket& bucket = model.lemma_entries[bucket_of(key, model.lemma_entries.size())];
  const std::uint16_t tag = tag_of(key);
  for (std::size_t place = 0; place < 8; ++place)
    if (bucket.tags[place] == tag) return &model.lemma_scripts[bucket.scripts[place]];
  return nullptr;
}

// The script of the longest known ending.
const LemmaScript* find_ending_script(const Model& model, const Word& word, JointTag tag) {
  for (std::size_t length = word.suffixes.size(); length > 0; --length)
    if (const auto* script = find_script(model, lemma_ending_key(word.suffixes[length - 1], tag))) return script;
  return nullptr;
}

// Writes the form with ' for ’ to `room`, as the scripts count bytes: "n’t" is "n't". Without a ’ the form itself.
std::string_view straighten(std::string_view form, std::string& room) {
  constexpr std::string_view curly = "’";
  const auto found = form.find(curly);
  if (found == std::string_view::npos) return form;
  room.assign(form.substr(0, found));
  room += '\'';
  return room.append(form.substr(found + curly.size()));
}

// "servicemen", "boatwomen": compounds that no treebank holds are formed like the word itself. Tagged as a singular,
// only where the ending tells: not "omen", "regimen", "bitumen".
bool is_plural_of_man(std::string_view form, JointTag tag) {
  constexpr std::size_t longest_other = 5;  // "semen", "hymen"
  if (form.size() <= 3 || !form.ends_with("men")) return false;
  if (tag.xpos != Xpos::nn) return tag.xpos == Xpos::nns;
  const char before = form[form.size() - 4];
  if (form.ends_with("women")) return true;
  return form.size() > longest_other && std::string_view("aiou").find(before) == std::string_view::npos;
}

// "fled" of "flee": the irregular pasts and participles stand in a table, as a treebank holds only some. Empty: none.
std::string_view irregular_base(std::string_view form, JointTag tag) {
  constexpr std::size_t longest = 12, base_column = 1;  // bytes: "overthrown"
  if ((tag.xpos != Xpos::vbd && tag.xpos != Xpos::vbn) || form.size() > longest) return {};
  std::array<char, longest> folded{};
  std::ranges::transform(form, folded.begin(), to_lower);
  const auto id = lexicon::word_id({folded.data(), form.size()});
  if (id == 0) return {};
  for (const auto& row : lexicon::rows_at(lexicon::step(lexicon::root, id)))
    if (row.table == lexicon::Table::irregulars) return row[base_column];
  return {};
}

// "boasted" and "timing" of which the script leaves "boast" or "boaste", "tim" or "time".
void settle_silent_e(std::string_view form, JointTag tag, std::size_t& kept, std::string_view& added) {
  const bool past = tag.xpos == Xpos::vbd || tag.xpos == Xpos::vbn;
  const std::string_view ending = past ? "ed" : "ing";
  constexpr std::size_t longest = 24;  // letters of a stem
  if ((!past && tag.xpos != Xpos::vbg) || !form.ends_with(ending) || form.size() - ending.size() > longest) return;
  const std::size_t stem = form.size() - ending.size();
  const bool with_e = (kept == stem && added == "e") || (past && kept == stem + 1 && added.empty());
  // A script of "stopped" that leaves "ro" of "robed".
  const bool falsely_single = kept + 1 == stem && added.empty() && stem > 1 && form[stem - 1] != form[stem - 2];
  if (!with_e && !falsely_single && (kept != stem || !added.empty())) return;
  std::array<char, longest> folded{};
  std::ranges::transform(form.substr(0, stem), folded.begin(), to_lower);
  const SilentE found = silent_e({folded.data(), stem}, ending);
  if (found == SilentE::open && !falsely_single) return;
  kept = stem;
  added = found == SilentE::lost ? "e" : "";
}

// Scripts count bytes: one that was learned of other words may cut a letter past ASCII in two ("bla³st" less two).
bool cuts_a_letter(std::string_view form, std::size_t cut) {
  return cut > 0 && text::is_continuation(form[form.size() - cut]);
}

}  // namespace

std::string_view lemmatize(const Model& model, std::string_view form, const Word& word, JointTag tag,
                           std::string& room) {
  if (const auto base = irregular_base(form, tag); !base.empty()) return base;
  const bool has_scripts = !model.lemma_entries.empty();
  const LemmaScript* known = has_scripts ? find_script(model, lemma_key(word.form, tag)) : nullptr;
  const LemmaScript* script = known == nullptr && has_scripts ? find_ending_script(model, word, tag) : known;
  if (script != nullptr) form = straighten(form, room);
  std::size_t kept = form.size();
  std::string_view added;
  if (script != nullptr) {
    const std::size_t cut = script->cut == cut_all ? form.size() : script->cut;
    const bool fits = cut < form.size() || (cut == form.size() && script->length > 0);
    if (fits && !cuts_a_letter(form, cut)) {
      kept = form.size() - cut;
      added = model.lemma_text.substr(script->text, script->length);
    }
  }
  if (kept == form.size() && added.empty() && is_plural_of_man(form, tag)) {
    kept -= 2;
    added = "an";
  }
  if (known == nullptr) settle_silent_e(form, tag, kept, added);
  const std::string_view stem = form.substr(0, kept);
  if (added.empty() && std::ranges::none_of(stem, is_upper)) return stem;
  if (stem.data() != room.data()) room.assign(stem);
  room.resize(kept);
  std::ranges::transform(room, room.begin(), to_lower);
  return room.append(added);
}

}  // namespace corroborate::syntax
