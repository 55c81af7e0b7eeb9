// The features that choose the relation of an arc, once the arc is decided.
#pragma once

#include "syntax/parse_features.h"

namespace corroborate::syntax {

constexpr std::size_t label_feature_capacity = 96;

// Of the arc that `move` is about to make. Returns the number of keys, the same for every state.
inline std::size_t list_label_keys(const ParseState& state, Move move, Key* out) {
  KeyList keys(out);
  const bool is_left = move == Move::left;
  const Node child = state.stack(0), parent = is_left ? state.buffer(0) : state.stack(1);
  const auto at = [&](std::size_t number) -> const ParseNode& {
    return state.node(number <= state.count() ? number : 0);
  };
  const ParseNode &d = at(child), &h = at(parent);
  const ParseNode &dl = at(d.left[0]), &dm = at(d.left[1]), &dr = at(d.right[0]), &dq = at(d.right[1]);
  const ParseNode &hl = at(h.left[0]), &hr = at(h.right[0]);
  const ParseNode &before_d = at(child - 1u), &after_d = at(child + 1u);
  const ParseNode &before_h = at(parent - 1u), &after_h = at(parent + 1u);
  const ParseNode& next = at(state.buffer(is_left ? 1 : 0));
  const Key side = number_atom(21, is_left);
  const Key gap = number_atom(22, distance_class(is_left ? parent - child : child - parent) * 2 + is_left);
  const Key between = is_left ? between_atom(state, child, parent) : between_atom(state, parent, child);
  const Key d_left = labels_atom(d.left_labels), d_right = labels_atom(d.right_labels);
  const Key h_left = labels_atom(h.left_labels), h_right = labels_atom(h.right_labels);
  const Key h_side = is_left ? h_left : h_right;

  keys.add(side);
  for (const ParseNode* node : {&d, &h}) {
    keys.add(join(node->form, side));
    keys.add(join(node->tag, side));
    keys.add(join(node->form, node->tag, side));
  }
  keys.add(join(d.form, h.tag, side));
  keys.add(join(d.tag, h.form, side));
  keys.add(join(d.tag, h.tag, side));
  keys.add(join(d.tag, h.tag, gap));
  keys.add(join(d.form, gap));
  keys.add(join(d.tag, h.tag, between, side));
  keys.add(join(d.form, h.tag, between, side));
  // What the dependent has.
  for (const ParseNode* node : {&dl, &dr}) {
    keys.add(join(node->form, d.tag, h.tag));
    keys.add(join(node->form, node->label, side));
    keys.add(join(node->tag, d.tag, side));
    keys.add(join(node->label, d.tag, h.tag, side));
  }
  keys.add(join(dl.form, h.form, side));
  keys.add(join(dl.form, dl.label, h.form, side));
  keys.add(join(dl.form, d.form, side));
  keys.add(join(dm.label, dl.label, d.tag, side));
  keys.add(join(dq.label, dr.label, d.tag, side));
  keys.add(join(dl.tag, dr.tag, d.tag, h.tag));
  keys.add(join(d_left, d.tag, side));
  keys.add(join(d_left, d.tag, h.tag, side));
  keys.add(join(d_left, d.form, side));
  keys.add(join(d_left, h.form, side));
  keys.add(join(d_right, d.tag, side));
  keys.add(join(d_right, d.tag, h.tag, side));
  keys.add(join(d_left, d_right, d.tag, side));
  // What the head has already.
  keys.add(join(h_side, d.tag, side));
  keys.add(join(h_side, d.tag, h.tag, side));
  keys.add(join(h_side, h.form, d.tag, side));
  keys.add(join(h_left, h_right, d.tag, side));
  keys.add(join(h_left, h.tag, d.tag, side));
  keys.add(join(h_side, h.form, side));
  keys.add(join(hr.tag, hr.label, d.tag, side));
  keys.add(join(hl.tag, hl.label, d.tag, side));
  keys.add(join(hr.form, d.tag, h.tag, side));
  // Neighbours in the text.
  keys.add(join(before_d.tag, d.tag, side));
  keys.add(join(after_d.tag, d.tag, side));
  keys.add(join(before_d.form, d.tag, side));
  keys.add(join(after_d.form, d.tag, side));
  keys.add(join(before_d.tag, d.tag, after_d.tag, h.tag));
  keys.add(join(before_h.tag, h.tag, d.tag, side));
  keys.add(join(after_h.tag, h.tag, d.tag, side));
  keys.add(join(after_h.form, h.tag, d.tag, side));
  keys.add(join(next.tag, d.tag, h.tag, side));
  keys.add(join(next.form, d.tag, side));
  return keys.count();
}

}  // namespace corroborate::syntax
