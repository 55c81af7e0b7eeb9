// Templates by the weight that they bring to a decision on average; then, for each stage, the smallest lead at which
// next to no decision would be another with all templates.
#include "train/syntax_stages.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>

#include "syntax/label_features.h"
#include "syntax/move_lead.h"
#include "syntax/parse_features.h"
#include "syntax/parse_setup.h"

namespace corroborate::syntax {

namespace {

constexpr std::array<std::uint16_t, 3> stage_sizes = {36, 60, 84};  // of 119 templates: measured to cost least
constexpr double tolerance = 0.0004;                                // share of decisions that a stage may change
constexpr std::size_t every = 8;                                    // one sentence in so many is parsed

struct Decision {
  std::vector<MoveScores> parts;  // by template
  bool may_right = false;
  Move move = Move::shift;
};

class Observer {
 public:
  Observer(const PackedMoves& moves, const PackedTable& relations)
      : moves_{moves.buckets}, relations_{relations.buckets, relations.chunks} {}

  void parse(const GoldSentence& sentence, const std::vector<JointTag>& joint) {
    ParseState state;
    state.reset(sentence.size());
    for (std::size_t at = 0; at < sentence.size(); ++at)
      set_node(state, at + 1, sentence[at].word.form, joint[sentence[at].tag]);
    while (!state.is_final()) {
      const Move move = choose(state);
      state.apply(move, move == Move::shift ? Deprel::none : relation(state, move));
    }
  }
  const std::vector<Decision>& decisions() const { return decisions_; }

 private:
  Move choose(const ParseState& state) {
    if (!state.is_allowed(Move::shift)) return Move::right;
    if (!state.is_allowed(Move::left)) return Move::shift;
    std::array<Key, parse_feature_capacity> keys;
    const std::size_t count = list_parse_keys(state, keys.data());
    Decision& decision = decisions_.emplace_back();
    MoveScores sum{};
    for (std::size_t each = 0; each < count; ++each) {
      const MoveScores part = moves_.score({&keys[each], 1});
      decision.parts.push_back(part);
      sum = {sum.left + part.left, sum.right + part.right};
    }
    decision.may_right = state.is_allowed(Move::right);
    return decision.move = lead_of(sum, decision.may_right).move;
  }

  Deprel relation(const ParseState& state, Move move) const {
    std::array<Key, label_feature_capacity> keys;
    const std::size_t count = list_label_keys(state, move, keys.data());
    return static_cast<Deprel>(relations_.choose({keys.data(), count}, deprel_count));
  }

  MoveTable moves_;
  FeatureTable relations_;
  std::vector<Decision> decisions_;
};

std::vector<std::uint8_t> order_templates(const std::vector<Decision>& decisions) {
  std::vector<std::int64_t> weights(decisions.front().parts.size());
  for (const Decision& decision : decisions)
    for (std::size_t each = 0; each < weights.size(); ++each) {
      const MoveScores& part = decision.parts[each];
      weights[each] += std::max({std::abs(part.left), std::abs(part.right), std::abs(part.left - part.right)});
    }
  std::vector<std::uint8_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::uint8_t{0});
  std::ranges::stable_sort(order, std::greater{}, [&](std::uint8_t number) { return weights[number]; });
  return order;
}

// The smallest lead after `size` templates above which no more than the tolerated decisions change.
std::uint16_t find_margin(const std::vector<Decision>& decisions, const std::vector<std::uint8_t>& order,
                          std::size_t size) {
  std::vector<std::pair<std::int32_t, bool>> leads;  // by falling margin: would all templates say the same?
  for (const Decision& decision : decisions) {
    MoveScores sum{};
    for (std::size_t each = 0; each < size; ++each) {
      const MoveScores& part = decision.parts[order[each]];
      sum = {sum.left + part.left, sum.right + part.right};
    }
    const Lead lead = lead_of(sum, decision.may_right);
    leads.push_back({lead.margin, lead.move == decision.move});
  }
  std::ranges::sort(leads, std::greater{});
  auto changed = 0.0;
  std::int32_t margin = leads.front().first + 1;
  for (const auto& [lead, same] : leads) {
    changed += !same;
    if (changed > tolerance * static_cast<double>(leads.size())) break;
    margin = lead;
  }
  return static_cast<std::uint16_t>(std::clamp(margin, 1, 65535));
}

}  // namespace

MoveStages find_stages(const PackedMoves& moves, const PackedTable& relations, const Treebank& treebank,
                       const std::vector<JointTag>& joint) {
  Observer observer(moves, relations);
  for (std::size_t at = 0; at < treebank.size(); at += every) observer.parse(treebank[at], joint);
  MoveStages found;
  found.order = order_templates(observer.decisions());
  for (const std::uint16_t size : stage_sizes)
    found.stages.push_back({size, find_margin(observer.decisions(), found.order, size)});
  found.stages.push_back({static_cast<std::uint16_t>(found.order.size()), 0});
  return found;
}

}  // namespace corroborate::syntax
