// The tagger's features: what is looked at to choose the tag of one word, from left to right.
//
// Those of the word alone are summed up beforehand for frequent words (see train_write): a word with such a row needs
// one look-up for all of them.
#pragma once

#include <cstddef>

#include "syntax/hashing.h"
#include "syntax/tags.h"
#include "syntax/word.h"

namespace corroborate::syntax {

constexpr std::size_t word_feature_count = 15;
constexpr std::size_t context_feature_count = 26;
constexpr std::size_t tag_feature_count = word_feature_count + context_feature_count;

constexpr Key tag_atom(JointTag tag) {
  return mix(0x7A60000u + static_cast<unsigned>(tag.upos) * 256u + static_cast<unsigned>(tag.xpos));
}
constexpr Key no_tag = mix(0x7A6FFFFu);  // before the first word
constexpr Key class_atom(unsigned number) { return mix(0xC1A550000u + number); }

// The key under which the sum of a word's own features stands.
constexpr Key word_row_key(const Word& word) { return join(word.form, word.shape, 0x3077u) * key_factor; }

// What the word shows by itself.
inline void list_word_keys(const Word& w, Key* out) {
  KeyList keys(out);
  const Key a0 = class_atom(w.ambiguity);
  keys.add(0);
  keys.add(w.form);
  keys.add(join(w.form, w.shape));
  for (const Key suffix : w.suffixes) keys.add(suffix);
  for (const Key prefix : w.prefixes) keys.add(prefix);
  keys.add(w.shape);
  keys.add(join(w.shape, w.suffixes[2]));
  keys.add(a0);
}

// What stands around it. `words` points at the word itself; two words before it and two behind it must exist (padding
// at the edges). `t1` and `t2` are the atoms of the tags of the last two words, the last first.
inline void list_context_keys(const Word* words, Key t1, Key t2, Key* out) {
  KeyList keys(out, word_feature_count);
  const Word &w = words[0], &p1 = words[-1], &p2 = words[-2], &n1 = words[1], &n2 = words[2];
  const Key a0 = class_atom(w.ambiguity), a1 = class_atom(n1.ambiguity), a2 = class_atom(n2.ambiguity);
  keys.add(p1.form);
  keys.add(n1.form);
  keys.add(p2.form);
  keys.add(n2.form);
  keys.add(join(p1.form, w.form));
  keys.add(join(w.form, n1.form));
  keys.add(join(w.shape, p1.shape));
  keys.add(join(w.shape, n1.shape));
  keys.add(join(w.shape, w.suffixes[1], n1.shape));
  keys.add(p1.suffixes[2]);
  keys.add(n1.suffixes[2]);
  keys.add(n1.suffixes[1]);
  keys.add(a1);
  keys.add(join(a0, a1));
  keys.add(join(a0, a1, a2));
  keys.add(join(a0, n1.form));
  keys.add(join(w.form, a1));
  keys.add(t1);
  keys.add(join(t1, t2));
  keys.add(join(t1, w.form));
  keys.add(join(t1, n1.form));
  keys.add(join(t1, t2, a0));
  keys.add(join(t1, w.suffixes[2]));
  keys.add(join(t1, w.shape));
  keys.add(join(p1.form, a0));
  keys.add(join(class_atom(p1.ambiguity), a0, a1));
}

inline void list_tag_keys(const Word* words, Key t1, Key t2, Key* out) {
  list_word_keys(*words, out);
  list_context_keys(words, t1, t2, out + word_feature_count);
}

}  // namespace corroborate::syntax
