// The parser at work.
#include "syntax/parser.h"

#include <array>

#include "syntax/label_features.h"
#include "syntax/move_lead.h"
#include "syntax/parse_features.h"
#include "syntax/parse_setup.h"

namespace corroborate::syntax {

namespace {

void fill_nodes(const Document& document, const Sentence& sentence, ParseState& state) {
  state.reset(sentence.end - sentence.begin);
  for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
    const Token& token = document.tokens[at];
    set_node(state, at - sentence.begin + 1, hash_word(document.form(token)), {token.upos, token.xpos});
  }
}

Move choose_move(const Model& model, const ParseState& state) {
  if (!state.is_allowed(Move::shift)) return Move::right;
  if (!state.is_allowed(Move::left)) return Move::shift;
  std::array<Key, parse_feature_capacity> keys, ordered;
  const std::size_t count = list_parse_keys(state, keys.data());
  for (std::size_t each = 0; each < count; ++each) ordered[each] = keys[model.move_order[each]];
  const bool may_right = state.is_allowed(Move::right);
  MoveScores sum{};
  std::size_t begin = 0;
  Lead lead{};
  for (const MoveStage& stage : model.move_stages) {
    const MoveScores part = model.moves.score({ordered.data() + begin, stage.templates - begin});
    sum = {sum.left + part.left, sum.right + part.right};
    lead = lead_of(sum, may_right);
    if (lead.margin >= stage.margin) break;
    begin = stage.templates;
  }
  return lead.move;
}

Deprel choose_relation(const Model& model, const ParseState& state, Move move) {
  std::array<Key, label_feature_capacity> keys;
  const std::size_t count = list_label_keys(state, move, keys.data());
  return static_cast<Deprel>(model.relations.choose({keys.data(), count}, deprel_count));
}

}  // namespace

void parse_sentence(const Model& model, Document& document, const Sentence& sentence) {
  ParseState state;
  fill_nodes(document, sentence, state);
  while (!state.is_final()) {
    const Move move = choose_move(model, state);
    state.apply(move, move == Move::shift ? Deprel::none : choose_relation(model, state, move));
  }
  for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
    const ParseNode& node = state.node(at - sentence.begin + 1);
    Token& token = document.tokens[at];
    token.head = node.head == 0 ? -1 : static_cast<std::int32_t>(sentence.begin + node.head - 1u);
    token.deprel = node.head == 0 ? Deprel::root : static_cast<Deprel>(node.relation);
  }
}

}  // namespace corroborate::syntax
