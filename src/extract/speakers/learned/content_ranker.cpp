// Candidates and features of contents.
#include "extract/speakers/learned/content_ranker.h"

#include <algorithm>

#include "extract/speakers/learned/cue_classifier.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;

// Nothing ends with a word that belongs to one on its right.
bool leans_right(const Analysis& analysis, std::size_t t) {
  const auto& token = analysis.token(t);
  if (token.head <= static_cast<std::int32_t>(t)) return false;
  switch (token.deprel) {
    case Deprel::det:
    case Deprel::amod:
    case Deprel::compound:
    case Deprel::case_:
    case Deprel::aux:
    case Deprel::aux_pass:
    case Deprel::mark:
    case Deprel::nummod:
    case Deprel::nmod_poss:
    case Deprel::cc:
    case Deprel::cop:
      return true;
    default:
      return false;
  }
}

}  // namespace

ContentRanker::ContentRanker(const CueView& view, const TokenAtoms& atoms, const WeightTable& weights, CuePhrase phrase,
                             Edges edges)
    : view_(view), atoms_(atoms), weights_(weights), edges_(edges) {
  left_ = phrase.cue.begin;
  right_ = phrase.cue.end;
  const auto& source = phrase.source;
  if (source.begin < source.end) {
    // A source that stands apart from its cue does not shut off what lies between.
    if (source.end <= left_ && left_ - source.end <= 6) left_ = source.begin;
    if (source.begin >= right_ && source.begin - right_ <= 4) right_ = source.end;
  }
  left_ = std::clamp<std::size_t>(left_, view.begin, view.from);
  right_ = std::clamp<std::size_t>(right_, view.from + 1, view.end);
  left_end_ = left_;
  while (left_end_ > view.begin && atoms.mark[left_end_ - 1] == 1) --left_end_;
  right_begin_ = right_;
  while (right_begin_ < view.end && (atoms.mark[right_begin_] == 1 || atoms.mark[right_begin_] == 5)) ++right_begin_;
  const auto number = atoms.analysis.sentence_of(view.from);
  previous_begin_ = number > 0 ? atoms.analysis.sentence(number - 1).begin : view.begin;
}

void ContentRanker::prepare(ContentMode mode) {
  mode_ = mode;
  begins_.clear();
  lasts_.clear();
  keys_.clear();
  add_mode(keys_);
  mode_score_ = weights_.score(keys_);
  switch (mode) {
    case ContentMode::after:
      collect_begins(right_, view_.end);
      collect_lasts(right_, view_.end);
      break;
    case ContentMode::before:
      collect_begins(view_.begin, left_end_);
      collect_lasts(view_.begin, left_);
      break;
    case ContentMode::around:
      if (left_end_ <= view_.begin || right_begin_ >= view_.end) return;
      collect_begins(view_.begin, left_end_);
      collect_lasts(right_begin_, view_.end);
      break;
    case ContentMode::previous:
      if (previous_begin_ >= view_.begin) return;
      collect_begins(previous_begin_, view_.begin);
      collect_lasts(previous_begin_, view_.begin);
      break;
  }
}

void ContentRanker::collect_begins(std::size_t from, std::size_t to) {
  const auto& analysis = atoms_.analysis;
  for (auto t = from; t < to && begins_.size() < edges_.begins; ++t) {
    const auto mark = atoms_.mark[t];
    if (mark == 1 || mark == 3 || mark == 4 || mark == 5) continue;
    bool good = t == from || mark == 2 || atoms_.mark[t - 1] != 0;
    if (mode_ == ContentMode::after) good |= t < from + 10;
    if (mode_ != ContentMode::previous && !good) {
      good = analysis.token(t - 1).deprel == Deprel::cc;
      for (auto up = static_cast<std::int32_t>(t); up >= 0 && !good;
           up = analysis.token(static_cast<std::size_t>(up)).head) {
        const auto at = static_cast<std::size_t>(up);
        if (analysis.subtree(at).first != t) break;
        const auto head = analysis.token(at).head;
        good = head >= 0 && (static_cast<std::size_t>(head) == view_.from ||
                             view_.top(static_cast<std::size_t>(head)) == static_cast<std::size_t>(head));
      }
    }
    if (!good) continue;
    keys_.clear();
    add_begin(t, keys_);
    begins_.push_back({t, weights_.score(keys_)});
  }
}

void ContentRanker::collect_lasts(std::size_t from, std::size_t to) {
  for (auto t = from; t < to && lasts_.size() < edges_.lasts; ++t) {
    const auto mark = atoms_.mark[t];
    const bool inside_quotation = t + 1 < atoms_.analysis.size() && atoms_.mark[t + 1] == 3;
    if (mark == 1 || mark == 2 || mark == 5 || (mark == 4 && !inside_quotation && atoms_.analysis.form(t) == "."))
      continue;
    if (mark == 6 || leans_right(atoms_.analysis, t)) continue;
    keys_.clear();
    add_last(t, keys_);
    lasts_.push_back({t, weights_.score(keys_)});
  }
}

bool ContentRanker::fits(std::size_t begin, std::size_t last) const {
  if (begin > last) return false;
  return mode_ != ContentMode::before || last < left_;
}

ContentRanker::Ranges ContentRanker::ranges_of(std::size_t begin, std::size_t last) const {
  const auto first = static_cast<TokenIndex>(begin), end = static_cast<TokenIndex>(last + 1);
  if (mode_ != ContentMode::around) return {{{first, end}, {}}, 1};
  return {{{first, static_cast<TokenIndex>(left_end_)}, {static_cast<TokenIndex>(right_begin_), end}}, 2};
}

void ContentRanker::add_mode(FeatureKeys& keys) const {
  const auto m = static_cast<std::uint64_t>(mode_);
  const auto cue = view_.from;
  const auto& analysis = atoms_.analysis;
  const std::uint64_t rate = atoms_.cue_class[cue];
  const auto before = left_ > view_.begin ? left_ - 1 : TokenAtoms::no_token;
  const auto after = right_ < view_.end ? right_ : TokenAtoms::no_token;
  const std::uint64_t before_mark = before == TokenAtoms::no_token ? 9 : atoms_.mark[before];
  const std::uint64_t after_mark = after == TokenAtoms::no_token ? 9 : atoms_.mark[after];
  keys.add(0, m);
  keys.add(1, m, atoms_.lemma[cue]);
  keys.add(2, m, rate, atoms_.upos(cue));
  keys.add(3, m, before_mark, after_mark);
  keys.add(4, m, atoms_.xpos_at(after), atoms_.upos(cue));
  keys.add(5, m, atoms_.lemma_at(after), rate);
  keys.add(6, m, size_class(left_ - view_.begin), before_mark);
  keys.add(7, m, size_class(view_.end - right_), after_mark);
  keys.add(8, m, atoms_.label(cue), atoms_.upos(cue));
  keys.add(9, m, left_ < cue, before_mark);
  keys.add(10, m, size_class(left_ - view_.begin), size_class(view_.end - right_));
  keys.add(11, m, atoms_.mark[view_.begin], analysis.quoted(cue));
  const bool previous_quoted = view_.begin > 0 && analysis.quoted(view_.begin - 1);
  keys.add(12, m, previous_quoted, size_class(view_.end - view_.begin));
  keys.add(13, m, atoms_.lemma_at(before), atoms_.lemma_at(after));
  keys.add(14, m, before_mark, atoms_.label(cue));
  std::uint64_t relations = 0;
  for (const auto child : analysis.children(cue)) {
    const auto relation = atoms_.label(child) * 2 + (child < cue);
    keys.add(15, m, relation, rate);
    keys.add(16, m, relation, atoms_.lemma[cue]);
    const auto label = analysis.token(child).deprel;
    if (label == Deprel::ccomp) relations |= child < cue ? 1 : 2;
    if (label == Deprel::obj) relations |= 4;
    if (label == Deprel::xcomp) relations |= 8;
    if (label == Deprel::parataxis) relations |= child < cue ? 16 : 32;
  }
  keys.add(17, m, relations, before_mark);
  keys.add(18, m, relations, after_mark);
}

void ContentRanker::add_begin(std::size_t t, FeatureKeys& keys) const {
  const auto m = static_cast<std::uint64_t>(mode_);
  const auto cue = view_.from;
  const auto prior = t > 0 ? t - 1 : t;
  const auto distance = size_class(
      mode_ == ContentMode::after ? t - right_ : t - (mode_ == ContentMode::previous ? previous_begin_ : view_.begin));
  const bool starts_branch = t < view_.begin || t >= view_.end || atoms_.analysis.subtree(view_.top(t)).first == t;
  const std::uint64_t rate = atoms_.cue_class[cue];
  keys.add(30, m, path(t));
  keys.add(31, m, branch(t), starts_branch);
  keys.add(32, m, branch(t), branch(prior));
  keys.add(33, m, atoms_.lemma[t], rate);
  keys.add(34, m, atoms_.xpos(t), atoms_.xpos(prior));
  keys.add(35, m, atoms_.lemma[t], atoms_.lemma[cue]);
  keys.add(36, m, branch(t), atoms_.lemma[cue]);
  keys.add(37, m, distance, atoms_.mark[prior]);
  keys.add(38, m, distance, branch(t));
  keys.add(39, m, atoms_.lemma[prior], starts_branch);
  keys.add(40, m, atoms_.mark[t], atoms_.mark[prior]);
  keys.add(41, m, atoms_.lemma[prior], atoms_.lemma[cue]);
  keys.add(42, m, atoms_.xpos(t), branch(t));
  keys.add(43, m, atoms_.analysis.quoted(t), atoms_.mark[t]);
  keys.add(44, m, distance, atoms_.upos(cue));
  keys.add(45, m, starts_branch, rate);
}

void ContentRanker::add_last(std::size_t t, FeatureKeys& keys) const {
  const auto m = static_cast<std::uint64_t>(mode_);
  const auto& analysis = atoms_.analysis;
  const auto next = atoms_.near(t, 1), second = atoms_.near(t, 2), third = atoms_.near(t, 3);
  const std::uint64_t next_mark = next == TokenAtoms::no_token ? 9 : atoms_.mark[next];
  const auto limit = mode_ == ContentMode::before ? left_ : mode_ == ContentMode::previous ? view_.begin : view_.end;
  const auto left = size_class(limit - t - 1);
  const bool whole = t < view_.begin || t >= view_.end || analysis.subtree(view_.top(t)).last == t;
  const auto following = next == TokenAtoms::no_token                               ? 1
                         : atoms_.mark[next] != 0 && second != TokenAtoms::no_token ? branch(second)
                                                                                    : branch(next);
  keys.add(60, m, left, next_mark);
  keys.add(61, m, branch(t), whole);
  keys.add(62, m, path(t));
  keys.add(63, m, next == TokenAtoms::no_token ? 1 : path(next), next_mark);
  keys.add(64, m, atoms_.lemma_at(next), atoms_.lemma_at(second));
  keys.add(65, m, atoms_.lemma_at(next), atoms_.xpos_at(second));
  keys.add(66, m, branch(t), following);
  keys.add(67, m, atoms_.xpos(t), atoms_.xpos_at(next));
  keys.add(68, m, atoms_.label_at(second), next_mark);
  keys.add(69, m, next_mark, atoms_.mark[t] * 2u + analysis.quoted(t));
  keys.add(70, m, second == TokenAtoms::no_token ? 9 : path(second), next_mark);
  for (const auto near : {next, second, third}) {
    if (near == TokenAtoms::no_token || atoms_.cue_class[near] < 2) continue;
    keys.add(71, m, near - t, atoms_.cue_class[near]);
    keys.add(72, m, branch(near), atoms_.cue_class[near]);
    keys.add(73, m, atoms_.xpos(near), next_mark);
  }
  keys.add(74, m, following, atoms_.xpos_at(next_mark == 0 ? next : second));
  keys.add(75, m, following, atoms_.lemma[view_.from]);
  keys.add(76, m, atoms_.lemma[t], next_mark);
  keys.add(77, m, branch(t), atoms_.lemma[view_.from]);
  keys.add(78, m, atoms_.lemma_at(next), next == TokenAtoms::no_token ? 1 : branch(next));
  keys.add(79, m, left, following);
}

void ContentRanker::add_pair(std::size_t begin, std::size_t last, FeatureKeys& keys) {
  const auto m = static_cast<std::uint64_t>(mode_);
  const auto& analysis = atoms_.analysis;
  std::size_t root = begin;
  if (begin == root_begin_ && last >= root_last_) {  // widened by some words: only these can change the root
    root = root_;
    for (auto t = root_last_ + 1; t <= last; ++t) {
      if (atoms_.depth[t] < atoms_.depth[root] && !(left_ <= t && t < right_)) root = t;
    }
  } else {
    for (auto t = begin + 1; t <= last; ++t) {
      if (atoms_.depth[t] < atoms_.depth[root] && !(left_ <= t && t < right_)) root = t;
    }
  }
  root_begin_ = begin;
  root_last_ = last;
  root_ = root;
  const auto tree = analysis.subtree(root);
  const std::uint64_t cut = (tree.first < begin ? 1u : 0u) + (tree.last > last ? 2u : 0u) +
                            (tree.first > begin ? 4u : 0u) + (tree.last < last ? 8u : 0u);
  const auto length = size_class(last + 1 - begin);
  const auto q_begin = analysis.quotation(begin), q_last = analysis.quotation(last);
  const bool opens = begin > 0 && analysis.quotation(begin - 1) != q_begin;
  const bool closes = last + 1 >= analysis.size() || analysis.quotation(last + 1) != q_last;
  const std::uint64_t quotes =
      (q_begin != 0) + (q_last != 0) * 2u + (q_begin == q_last) * 4u + opens * 8u + closes * 16u;
  keys.add(90, m, path(root), cut);
  keys.add(91, m, path(root), atoms_.lemma[view_.from]);
  keys.add(92, m, length, quotes);
  keys.add(93, m, quotes, atoms_.mark[begin] * 8u + atoms_.mark[last]);
  keys.add(94, m, cut, atoms_.xpos(root));
  keys.add(95, m, length, cut);
  keys.add(96, m, branch(root), atoms_.upos(root));
}

float ContentRanker::pair_score(std::size_t begin, std::size_t last) {
  keys_.clear();
  add_pair(begin, last, keys_);
  return weights_.score(keys_);
}

// Of the best places taken apart; of nothing where no content is possible.
float ContentRanker::likely_score() {
  const auto begin = std::ranges::max_element(begins_, {}, &Edge::score);
  if (begin == begins_.end()) return -1e30f;
  const Edge* best = nullptr;
  for (const auto& last : lasts_)
    if (fits(begin->token, last.token) && (best == nullptr || last.score > best->score)) best = &last;
  if (best == nullptr) return -1e30f;
  return mode_score_ + begin->score + best->score + pair_score(begin->token, best->token);
}

void ContentRanker::add_features(ContentMode mode, const std::vector<TokenRange>& ranges, FeatureKeys& keys) {
  mode_ = mode;
  root_begin_ = SIZE_MAX;
  add_mode(keys);
  add_begin(ranges.front().begin, keys);
  add_last(ranges.back().end - 1u, keys);
  add_pair(ranges.front().begin, ranges.back().end - 1u, keys);
  root_begin_ = SIZE_MAX;
}

}  // namespace corroborate::extraction
