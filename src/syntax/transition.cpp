// Moves of the parser.
#include "syntax/transition.h"

namespace corroborate::syntax {

void ParseState::reset(std::size_t count) {
  count_ = count;
  depth_ = 0;
  front_ = 1;
  nodes_.assign(count + 1, ParseNode{});
  stack_.assign(count + 4, 0);
}

void ParseState::apply(Move move, Deprel relation) {
  if (move == Move::shift) {
    ++depth_;
    stack_[2 + depth_] = static_cast<Node>(front_++);
    return;
  }
  const Node dependent = stack(0);
  const Node head = move == Move::left ? static_cast<Node>(front_) : stack(1);
  --depth_;
  ParseNode& below = nodes_[dependent];
  ParseNode& above = nodes_[head];
  below.head = head;
  below.relation = static_cast<std::uint8_t>(relation);
  below.label = relation_atom(below.relation);
  const Key bit = Key{1} << below.relation;
  if (move == Move::left) {
    above.left = {dependent, above.left[0]};
    above.left_labels |= bit;
    if (above.left_count < 255) ++above.left_count;
  } else {
    above.right = {dependent, above.right[0]};
    above.right_labels |= bit;
    if (above.right_count < 255) ++above.right_count;
  }
}

}  // namespace corroborate::syntax
