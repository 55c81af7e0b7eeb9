// The parser's training: averaged perceptron with margin and a dynamic oracle (Goldberg and Nivre 2013) for
// arc-hybrid transitions.
#include "train/syntax_parser.h"

#include <algorithm>
#include <array>
#include <map>

#include "syntax/label_features.h"
#include "syntax/parse_features.h"
#include "syntax/parse_setup.h"
#include "train/syntax_threads.h"

namespace corroborate::syntax {

namespace {

constexpr int impossible = 1000;  // cost of a move that is not allowed

// What each move would lose: the gold arcs that cannot be made any more.
struct MoveCosts {
  std::array<int, 3> lost{impossible, impossible, impossible};
};

class Oracle {
 public:
  Oracle(const ParseState& state, const GoldSentence& gold) : state_(state), gold_(gold) {}

  MoveCosts costs() const {
    MoveCosts costs;
    if (state_.is_allowed(Move::shift)) costs.lost[0] = shift_cost();
    if (state_.is_allowed(Move::left)) costs.lost[1] = left_cost();
    if (state_.is_allowed(Move::right)) costs.lost[2] = right_cost();
    return costs;
  }

  int head(Node node) const { return gold_[node - 1u].head; }
  Deprel relation(Node node) const { return gold_[node - 1u].relation; }

 private:
  int dependents_in_buffer(Node node) const {
    int count = 0;
    for (std::size_t at = state_.front(); at <= state_.count(); ++at) count += gold_[at - 1].head == node;
    return count;
  }

  // The root's gold head lies below the bottom of the stack.
  int left_cost() const {
    const Node top = state_.stack(0);
    const int gold = head(top), front = static_cast<int>(state_.front());
    const bool lost = gold > front || (state_.depth() > 1 ? gold == state_.stack(1) : gold == 0);
    return lost + dependents_in_buffer(top);
  }
  int right_cost() const {
    const Node top = state_.stack(0);
    return (head(top) >= static_cast<int>(state_.front())) + dependents_in_buffer(top);
  }
  int shift_cost() const {
    const Node front = state_.buffer(0);
    const int gold = head(front);
    int lost = state_.depth() > 0 && gold == 0;
    for (std::size_t depth = 0; depth < state_.depth(); ++depth) {
      const Node other = state_.stack(depth);
      lost += head(other) == front;
      lost += depth > 0 && gold == other;
    }
    return lost;
  }

  const ParseState& state_;
  const GoldSentence& gold_;
};

void fill_nodes(ParseState& state, const GoldSentence& sentence, const std::vector<std::uint8_t>& tags,
                const std::vector<JointTag>& joint) {
  state.reset(sentence.size());
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    set_node(state, at + 1, sentence[at].word.form, joint[tags[at]]);
  }
}

struct Choice {
  Move guess = Move::shift;  // best allowed move
  Move good = Move::shift;   // best of those that cost least
  Move bad = Move::shift;    // best of the others
  bool has_bad = false;
};

constexpr std::array<Move, 3> all_moves = {Move::shift, Move::left, Move::right};

Choice choose(const MoveCosts& costs, const float* scores) {
  const int least = *std::ranges::min_element(costs.lost);
  Choice choice;
  float guess = -1e30f, good = -1e30f, bad = -1e30f;
  for (const Move move : all_moves) {
    const auto at = static_cast<std::size_t>(move);
    if (costs.lost[at] >= impossible) continue;
    if (scores[at] > guess) guess = scores[at], choice.guess = move;
    if (costs.lost[at] == least) {
      if (scores[at] > good) good = scores[at], choice.good = move;
    } else if (scores[at] > bad) {
      bad = scores[at], choice.bad = move, choice.has_bad = true;
    }
  }
  return choice;
}

std::size_t best_relation(const float* scores) {
  return static_cast<std::size_t>(std::max_element(scores, scores + deprel_count) - scores);
}

class Trainer {
 public:
  Trainer(Parser& parser, const ParserOptions& options, const std::vector<JointTag>& joint)
      : parser_(parser), options_(options), joint_(joint), random_(options.seed * 7919) {}

  void learn(const GoldSentence& sentence, int epoch) {
    std::vector<std::uint8_t> tags;
    for (const auto& token : sentence) tags.push_back(token.tag);
    fill_nodes(state_, sentence, tags, joint_);
    const Oracle oracle(state_, sentence);
    while (!state_.is_final()) step(oracle, epoch);
  }

 private:
  void step(const Oracle& oracle, int epoch) {
    const std::span<const Key> keys(keys_.data(), list_parse_keys(state_, keys_.data()));
    parser_.moves.score(keys, scores_.data());
    const Choice choice = choose(oracle.costs(), scores_.data());
    const auto good = static_cast<std::size_t>(choice.good), bad = static_cast<std::size_t>(choice.bad);
    if (choice.has_bad && scores_[good] - scores_[bad] < options_.margin) parser_.moves.update(keys, bad, good);
    parser_.moves.tick();
    const bool explore = epoch > 0 && random_.fraction() < options_.exploration;
    const Move move = explore ? choice.guess : choice.good;
    state_.apply(move, move == Move::shift ? Deprel::none : learn_relation(oracle, move));
  }

  // The relation that the parser would choose; learns from it where the arc is right.
  Deprel learn_relation(const Oracle& oracle, Move move) {
    const std::span<const Key> keys(keys_.data(), list_label_keys(state_, move, keys_.data()));
    parser_.relations.score(keys, scores_.data());
    const std::size_t guess = best_relation(scores_.data());
    const Node dependent = state_.stack(0);
    parser_.relations.tick();
    if (oracle.head(dependent) != (move == Move::left ? state_.buffer(0) : state_.stack(1)))
      return static_cast<Deprel>(guess);
    const auto gold = static_cast<std::size_t>(oracle.relation(dependent));
    const float gold_score = scores_[gold];
    scores_[gold] = -1e30f;
    const std::size_t rival = best_relation(scores_.data());
    if (gold_score - scores_[rival] < options_.relation_margin) parser_.relations.update(keys, rival, gold);
    return static_cast<Deprel>(guess);
  }

  Parser& parser_;
  const ParserOptions& options_;
  const std::vector<JointTag>& joint_;
  Random random_;
  ParseState state_;
  std::array<Key, parse_feature_capacity> keys_{};
  std::array<float, 256> scores_{};
};

std::unique_ptr<Parser> train_once(const Sentences& sentences, const std::vector<JointTag>& joint,
                                   const ParserOptions& options) {
  auto parser = std::make_unique<Parser>();
  Trainer trainer(*parser, options, joint);
  Sentences order = sentences;
  Random random(options.seed);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    shuffle(order, random);
    for (const auto* sentence : order) trainer.learn(*sentence, epoch);
  }
  parser->moves.average();
  parser->relations.average();
  return parser;
}

}  // namespace

std::unique_ptr<Parser> train_parser(const Sentences& sentences, const std::vector<JointTag>& joint,
                                     const ParserOptions& options) {
  std::vector<std::unique_ptr<Parser>> parsers(static_cast<std::size_t>(options.runs));
  run_on_two_threads(parsers.size(), [&](std::size_t run) {
    ParserOptions own = options;
    own.seed = options.seed + run;
    parsers[run] = train_once(sentences, joint, own);
  });
  for (std::size_t run = 1; run < parsers.size(); ++run) {
    parsers[0]->moves.add(parsers[run]->moves);
    parsers[0]->relations.add(parsers[run]->relations);
    parsers[run].reset();
  }
  return std::move(parsers[0]);
}

std::vector<Arc> apply_parser(const Parser& parser, const GoldSentence& sentence, const std::vector<std::uint8_t>& tags,
                              const std::vector<JointTag>& joint) {
  ParseState state;
  fill_nodes(state, sentence, tags, joint);
  std::array<Key, parse_feature_capacity> keys{};
  std::array<float, 256> scores{};
  while (!state.is_final()) {
    parser.moves.score({keys.data(), list_parse_keys(state, keys.data())}, scores.data());
    Move best = Move::shift;
    float best_score = -1e30f;
    for (const Move move : all_moves)
      if (state.is_allowed(move) && scores[static_cast<std::size_t>(move)] > best_score)
        best_score = scores[static_cast<std::size_t>(move)], best = move;
    std::size_t relation = 0;
    if (best != Move::shift) {
      parser.relations.score({keys.data(), list_label_keys(state, best, keys.data())}, scores.data());
      relation = best_relation(scores.data());
    }
    state.apply(best, static_cast<Deprel>(relation));
  }
  std::vector<Arc> arcs;
  for (std::size_t at = 1; at <= sentence.size(); ++at)
    arcs.push_back({state.node(at).head, static_cast<Deprel>(state.node(at).relation)});
  return arcs;
}

}  // namespace corroborate::syntax
