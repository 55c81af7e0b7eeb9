// The parser's state: arc-hybrid transitions over one sentence.
//
// Words are numbered from 1; 0 stands for "none". The word that is left on the stack when all others have a head is
// the root: every final state is one tree. Needs 2n - 1 transitions for n words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "syntax/hashing.h"
#include "syntax/sentences.h"
#include "syntax/tags.h"

namespace corroborate::syntax {

enum class Move : std::uint8_t {
  shift,
  left,   // the top of the stack becomes a dependent of the first word of the buffer
  right,  // the top of the stack becomes a dependent of the word below it
};

using Node = std::uint16_t;  // number of a word

// One word as the parser sees it; everything but the links is set before parsing.
struct ParseNode {
  Key form = 0;
  Key tag = 0;
  Key label = 0;        // atom of its relation, once it has a head
  Key left_labels = 0;  // set of the relations of its dependents on each side, one bit each
  Key right_labels = 0;
  std::array<Node, 2> left{};  // outermost and second outermost dependent on each side
  std::array<Node, 2> right{};
  std::uint8_t left_count = 0;
  std::uint8_t right_count = 0;
  std::uint8_t relation = 0;
  Node head = 0;
  // Words up to and with this one that are: verbs, commas and other marks, coordinators.
  std::uint16_t verbs = 0;
  std::uint16_t marks = 0;
  std::uint16_t coordinators = 0;
};

class ParseState {
 public:
  // Starts on `count` words; nodes()[1..count] must be filled in before the first move.
  void reset(std::size_t count);

  ParseNode& node(std::size_t number) { return nodes_[number]; }
  const ParseNode& node(std::size_t number) const { return nodes_[number]; }

  // The stack from the top; 0 below its bottom.
  Node stack(std::size_t depth) const { return stack_[2 + depth_ - depth]; }
  std::size_t depth() const { return depth_; }
  // The buffer from the front; 0 behind its end.
  Node buffer(std::size_t offset) const { return static_cast<Node>(front_ + offset <= count_ ? front_ + offset : 0); }
  std::size_t front() const { return front_; }
  std::size_t count() const { return count_; }

  bool is_final() const { return front_ > count_ && depth_ <= 1; }
  bool is_allowed(Move move) const {
    switch (move) {
      case Move::shift:
        return front_ <= count_;
      case Move::left:
        return front_ <= count_ && depth_ > 0;
      case Move::right:
        return depth_ > 1;
    }
    return false;
  }

  // `move` must be allowed.
  void apply(Move move, Deprel relation);

 private:
  std::vector<ParseNode> nodes_;  // [0] = none
  std::vector<Node> stack_;       // two empty places, then bottom to top
  std::size_t depth_ = 0;
  std::size_t front_ = 1;
  std::size_t count_ = 0;
};

constexpr Key relation_atom(unsigned relation) { return mix(0x4E1A0000u + relation); }

}  // namespace corroborate::syntax
