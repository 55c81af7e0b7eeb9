// Fills a parser's node from a tagged word: the same in training and in use.
#pragma once

#include "syntax/tag_features.h"
#include "syntax/tags.h"
#include "syntax/transition.h"

namespace corroborate::syntax {

inline void set_node(ParseState& state, std::size_t number, Key form, JointTag tag) {
  ParseNode& node = state.node(number);
  const ParseNode& before = state.node(number - 1);
  node.form = form;
  node.tag = tag_atom(tag);
  const auto [upos, xpos] = tag;
  const bool mark = xpos == Xpos::comma || xpos == Xpos::colon || xpos == Xpos::lrb || xpos == Xpos::rrb;
  node.verbs = static_cast<std::uint16_t>(before.verbs + (upos == Upos::verb));
  node.marks = static_cast<std::uint16_t>(before.marks + mark);
  node.coordinators = static_cast<std::uint16_t>(before.coordinators + (upos == Upos::cconj));
}

}  // namespace corroborate::syntax
