// The parser's features: what is looked at to choose the next move.
#pragma once

#include <algorithm>
#include <cstddef>

#include "syntax/hashing.h"
#include "syntax/transition.h"

namespace corroborate::syntax {

constexpr std::size_t parse_feature_capacity = 160;

inline Key number_atom(unsigned kind, unsigned number) { return mix((Key{kind} << 32) + number + 0xD15u); }

// 1, 2, 3, 4, 5–7, 8–12, more.
inline unsigned distance_class(std::size_t distance) {
  if (distance < 5) return static_cast<unsigned>(distance);
  return distance < 8 ? 5 : distance < 13 ? 6 : 7;
}

inline Key labels_atom(Key labels) { return mix(labels ^ 0x5E7u); }
inline Key count_atom(unsigned count) { return number_atom(7, std::min(count, 4u)); }

// What stands between two words: verbs, marks and coordinators, none or one or more.
inline Key between_atom(const ParseState& state, Node first, Node second) {
  if (first == 0 || second == 0 || second <= first + 1) return number_atom(9, 0);
  const ParseNode &from = state.node(first), &to = state.node(static_cast<std::size_t>(second) - 1);
  const auto some = [](unsigned count) { return std::min(count, 2u); };
  return number_atom(9, 1 + some(static_cast<unsigned>(to.verbs - from.verbs)) +
                            3 * some(static_cast<unsigned>(to.marks - from.marks)) +
                            9 * std::min(1u, static_cast<unsigned>(to.coordinators - from.coordinators)));
}

// Returns the number of keys, at most parse_feature_capacity and the same for every state.
inline std::size_t list_parse_keys(const ParseState& state, Key* out) {
  KeyList keys(out);
  const Node i0 = state.stack(0), i1 = state.stack(1), i2 = state.stack(2);
  const Node j0 = state.buffer(0), j1 = state.buffer(1), j2 = state.buffer(2);
  const auto at = [&](Node number) -> const ParseNode& { return state.node(number); };
  const ParseNode &s0 = at(i0), &s1 = at(i1), &s2 = at(i2), &b0 = at(j0), &b1 = at(j1), &b2 = at(j2);
  const ParseNode &s0l = at(s0.left[0]), &s0m = at(s0.left[1]), &s0r = at(s0.right[0]), &s0q = at(s0.right[1]);
  const ParseNode &s1l = at(s1.left[0]), &s1r = at(s1.right[0]), &s1q = at(s1.right[1]);
  const ParseNode &b0l = at(b0.left[0]), &b0m = at(b0.left[1]);
  const ParseNode& s2r = at(s2.right[0]);
  // The neighbours in the text.
  const ParseNode& after0 = at(i0 == 0 || i0 >= state.count() ? Node{0} : static_cast<Node>(i0 + 1));
  const ParseNode& before0 = at(i0 == 0 ? Node{0} : static_cast<Node>(i0 - 1));
  const ParseNode& before_b = at(j0 == 0 ? Node{0} : static_cast<Node>(j0 - 1));
  const ParseNode& before1 = at(i1 == 0 ? Node{0} : static_cast<Node>(i1 - 1));
  const ParseNode& after1 = at(i1 == 0 || i1 >= state.count() ? Node{0} : static_cast<Node>(i1 + 1));

  const Key end = number_atom(3, (j0 == 0 ? 1u : 0u) + (i1 == 0 ? 2u : 0u) + (i0 == 0 ? 4u : 0u));
  const Key distance = number_atom(1, i0 == 0 || j0 == 0 ? 0 : distance_class(j0 - i0));
  const Key reach = number_atom(2, i1 == 0 || i0 == 0 ? 0 : distance_class(i0 - i1));
  const Key between = between_atom(state, i0, j0), under = between_atom(state, i1, i0);
  const Key s0ll = labels_atom(s0.left_labels), s0rl = labels_atom(s0.right_labels);
  const Key s1ll = labels_atom(s1.left_labels), s1rl = labels_atom(s1.right_labels);
  const Key b0ll = labels_atom(b0.left_labels);
  const Key s0lv = count_atom(s0.left_count), s0rv = count_atom(s0.right_count), s1rv = count_atom(s1.right_count);
  const Key b0lv = count_atom(b0.left_count);

  keys.add(end);
  // Single words.
  for (const ParseNode* node : {&s0, &s1, &b0, &b1}) {
    keys.add(node->form);
    keys.add(node->tag);
    keys.add(join(node->form, node->tag));
  }
  for (const ParseNode* node : {&s2, &b2}) {
    keys.add(node->form);
    keys.add(node->tag);
    keys.add(join(node->form, node->tag));
  }
  // Pairs.
  const auto pair = [&keys](const ParseNode& a, const ParseNode& b) {
    keys.add(join(a.form, b.form));
    keys.add(join(a.form, b.tag));
    keys.add(join(a.tag, b.form));
    keys.add(join(a.tag, b.tag));
  };
  pair(s0, b0);
  pair(s1, s0);
  keys.add(join(b0.tag, b1.tag));
  keys.add(join(b0.form, b1.tag));
  keys.add(join(b0.tag, b1.form));
  keys.add(join(b0.form, b1.form));
  keys.add(join(s1.tag, b0.tag));
  keys.add(join(s1.form, b0.tag));
  keys.add(join(s1.tag, b0.form));
  keys.add(join(s0.tag, b1.tag));
  keys.add(join(s0.form, b1.tag));
  keys.add(join(s2.tag, s0.tag));
  keys.add(join(s2.tag, s1.tag));
  keys.add(join(s2.tag, b0.tag));
  // Triples.
  const auto triple = [&keys](const ParseNode& a, const ParseNode& b, const ParseNode& c) {
    keys.add(join(a.tag, b.tag, c.tag));
  };
  triple(s0, b0, b1);
  triple(b0, b1, b2);
  triple(s1, s0, b0);
  triple(s2, s1, s0);
  triple(s1, s0, b1);
  triple(s0, s0l, b0);
  triple(s0, s0r, b0);
  triple(s0, s0m, s0l);
  triple(s0, s0q, s0r);
  triple(s0, b0, b0l);
  triple(b0, b0l, b0m);
  triple(s1, s1l, s0);
  triple(s1, s1r, s0);
  triple(s1, s0, s0l);
  triple(s1, s0, s0r);
  triple(s1, s1q, s1r);
  triple(s1, s1r, b0);
  keys.add(join(s0.tag, b0.tag, b1.form));
  // Dependents.
  for (const ParseNode* node : {&s0l, &s0r, &s1l, &s1r, &b0l}) {
    keys.add(join(node->form, node->label));
    keys.add(node->tag);
    keys.add(node->label);
  }
  keys.add(join(s0.tag, s0l.label, s0r.label));
  keys.add(join(s1.tag, s1l.label, s1r.label));
  keys.add(join(s1.tag, s1r.tag, s1r.label, s0.tag));
  keys.add(join(s0.tag, s0r.label, b0.tag));
  keys.add(join(s0.form, s0r.label, b0.tag));
  keys.add(join(b0.tag, b0l.label, s0.tag));
  keys.add(join(s0.tag, s0l.form, b0.tag));
  keys.add(join(s1.tag, s0.tag, s0l.form));
  keys.add(join(s1.form, s0.tag, s0l.form));
  keys.add(join(s0.tag, s0r.form, b0.tag));
  keys.add(join(s1.tag, s1r.form, s0.tag));
  keys.add(join(s2.tag, s2r.label, s1.tag));
  // Sets of relations, and numbers of dependents.
  keys.add(join(s0.tag, s0ll));
  keys.add(join(s0.tag, s0rl));
  keys.add(join(s0.form, s0ll));
  keys.add(join(s0.form, s0rl));
  keys.add(join(s1.tag, s1ll));
  keys.add(join(s1.tag, s1rl));
  keys.add(join(s1.form, s1rl));
  keys.add(join(b0.tag, b0ll));
  keys.add(join(b0.form, b0ll));
  keys.add(join(s0.tag, s0ll, b0.tag));
  keys.add(join(s0.tag, s0rl, b0.tag));
  keys.add(join(s1.tag, s1rl, s0.tag));
  keys.add(join(s1.tag, s1ll, s0.tag));
  keys.add(join(s1.tag, s0.tag, s0ll));
  keys.add(join(s0.tag, b0.tag, b0ll));
  keys.add(join(s0.tag, s0lv, s0rv));
  keys.add(join(s0.form, s0lv, s0rv));
  keys.add(join(s1.tag, s1rv, s0.tag));
  keys.add(join(b0.tag, b0lv));
  // Distance, and what stands between.
  keys.add(join(s0.tag, b0.tag, distance));
  keys.add(join(s0.form, distance));
  keys.add(join(b0.form, distance));
  keys.add(join(s1.tag, s0.tag, reach));
  keys.add(join(s0.tag, b0.tag, between));
  keys.add(join(s1.tag, s0.tag, under));
  keys.add(join(s0.form, b0.tag, between));
  keys.add(join(s1.tag, s0.tag, under, b0.tag));
  // Neighbours in the text.
  keys.add(join(before0.tag, s0.tag, b0.tag));
  keys.add(join(s0.tag, after0.tag, before_b.tag, b0.tag));
  keys.add(join(before0.form, s0.tag));
  keys.add(join(before0.tag, s0.tag, after0.tag));
  keys.add(join(before_b.form, b0.tag));
  keys.add(join(s1.tag, after1.tag, before0.tag, s0.tag));
  keys.add(join(before1.tag, s1.tag, s0.tag));
  keys.add(join(after1.form, s1.tag));
  return keys.count();
}

}  // namespace corroborate::syntax
