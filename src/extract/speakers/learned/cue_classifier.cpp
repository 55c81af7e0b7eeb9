// Features of cue heads.
#include "extract/speakers/learned/cue_classifier.h"

#include <algorithm>

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

bool is_subject(Deprel label) {
  return label == Deprel::nsubj || label == Deprel::nsubj_pass || label == Deprel::csubj;
}
bool is_clause(Deprel label) { return label == Deprel::ccomp || label == Deprel::xcomp || label == Deprel::parataxis; }

// Each dependent: its relation and side, its word, its preposition.
void add_dependents(const TokenAtoms& atoms, std::size_t token, FeatureKeys& keys) {
  const auto lemma = atoms.lemma[token];
  const std::uint64_t rate = atoms.cue_class[token];
  const auto row = atoms.row[token] * 32u + atoms.upos(token);
  bool clause = false, object = false;
  for (const auto child : atoms.analysis.children(token)) {
    const auto label = atoms.analysis.token(child).deprel;
    if (label == Deprel::punct) continue;
    const auto relation = atoms.label(child) * 2 + (child < token);
    keys.add(100, relation);
    keys.add(101, relation, lemma);
    keys.add(102, relation, rate);
    keys.add(112, relation, row);
    keys.add(103, relation, atoms.lemma[child]);
    keys.add(104, relation, atoms.lemma[child], lemma);
    const auto marker = atoms.marker(child);
    if (marker != 0 || is_clause(label)) {
      keys.add(105, relation, marker, lemma);
      keys.add(106, relation, marker, rate);
      keys.add(107, relation, marker, atoms.xpos(child));
      keys.add(111, relation, marker, row);
    }
    if (is_clause(label) || label == Deprel::acl)
      keys.add(108, relation, rate, subject_of(atoms, child) != TokenAtoms::no_token);
    clause |= is_clause(label);
    object |= label == Deprel::obj;
  }
  keys.add(109, clause, object, rate);
  keys.add(110, clause, object, lemma);
  keys.add(113, clause, object, row);
}

void add_subject(const TokenAtoms& atoms, std::size_t token, FeatureKeys& keys) {
  const auto subject = subject_of(atoms, token);
  const auto lemma = atoms.lemma[token];
  const std::uint64_t rate = atoms.cue_class[token];
  if (subject == TokenAtoms::no_token) {
    keys.add(120, rate);
    keys.add(129, atoms.row[token], atoms.upos(token));
    keys.add(121, lemma);
    return;
  }
  keys.add(130, atoms.source_class[subject], atoms.row[token], atoms.kind[subject]);
  keys.add(122, atoms.source_class[subject], rate);
  keys.add(123, atoms.source_class[subject], lemma);
  keys.add(124, atoms.kind[subject], rate);
  keys.add(125, atoms.lemma[subject], rate);
  keys.add(126, atoms.lemma[subject]);
  keys.add(127, atoms.xpos(subject), rate);
  keys.add(128, atoms.upos(subject), lemma);
}

void add_neighbours(const TokenAtoms& atoms, std::size_t token, FeatureKeys& keys) {
  const std::uint64_t rate = atoms.cue_class[token];
  for (int offset = -2; offset <= 2; ++offset) {
    if (offset == 0) continue;
    const auto t = atoms.near(token, offset);
    const auto place = static_cast<std::uint64_t>(offset + 2);
    keys.add(140, place, atoms.lemma_at(t));
    keys.add(141, place, atoms.xpos_at(t), rate);
    keys.add(142, place, atoms.lemma_at(t), atoms.lemma[token]);
  }
  std::uint64_t closing = 0, opening = 0;
  for (int back = 1; back <= 5 && closing == 0; ++back) {
    const auto t = atoms.near(token, -back);
    if (t != TokenAtoms::no_token && atoms.mark[t] == 3) closing = static_cast<std::uint64_t>(back);
  }
  for (int on = 1; on <= 9 && opening == 0; ++on) {
    const auto t = atoms.near(token, on);
    if (t != TokenAtoms::no_token && atoms.mark[t] == 2) opening = on < 4 ? static_cast<std::uint64_t>(on) : 4;
  }
  const bool inside = atoms.analysis.quoted(token);
  keys.add(143, closing, opening, inside);
  keys.add(144, closing, inside, rate);
  keys.add(145, opening, inside, rate);
  keys.add(148, closing, inside, atoms.row[token]);
  keys.add(149, opening, inside, atoms.row[token]);
  keys.add(146, inside, atoms.lemma[token]);
  const auto after = atoms.near(token, 1), before = atoms.near(token, -1);
  keys.add(147, after == TokenAtoms::no_token ? 9 : atoms.mark[after],
           before == TokenAtoms::no_token ? 9 : atoms.mark[before], rate);
}

void add_surroundings(const TokenAtoms& atoms, std::size_t token, FeatureKeys& keys) {
  const auto& analysis = atoms.analysis;
  const std::uint64_t rate = atoms.cue_class[token];
  const auto head = analysis.token(token).head;
  if (head >= 0) {
    const auto up = static_cast<std::size_t>(head);
    keys.add(160, atoms.lemma[up], atoms.label(token));
    keys.add(161, atoms.cue_class[up], atoms.label(token), rate);
    keys.add(162, atoms.xpos(up), atoms.label(token), rate);
    keys.add(163, atoms.lemma[up], atoms.lemma[token]);
  }
  std::size_t child = token;
  int steps = 0;
  bool found = false;
  for (auto at = head; at >= 0 && steps < 12; at = analysis.token(static_cast<std::size_t>(at)).head, ++steps) {
    const auto t = static_cast<std::size_t>(at);
    if (atoms.cue_class[t] >= 4) {
      keys.add(164, atoms.label(child), t < token, rate);
      keys.add(165, atoms.label(child), t < token, atoms.cue_class[t]);
      keys.add(166, atoms.label(child), atoms.marker(child), rate);
      found = true;
      break;
    }
    child = t;
  }
  if (!found) keys.add(167, rate);
  const auto& sentence = analysis.sentence(analysis.sentence_of(token));
  std::uint64_t left = 0, right = 0;
  for (std::size_t t = sentence.begin; t < sentence.end; ++t) {
    if (t < token) left = std::max<std::uint64_t>(left, atoms.cue_class[t]);
    if (t > token) right = std::max<std::uint64_t>(right, atoms.cue_class[t]);
  }
  keys.add(168, left, rate);
  keys.add(169, right, rate);
  keys.add(170, left, right, rate);
  keys.add(171, size_class(token - sentence.begin), rate);
  keys.add(172, size_class(sentence.end - token), rate);
}

}  // namespace

std::size_t subject_of(const TokenAtoms& atoms, std::size_t token) {
  std::size_t at = token;
  for (int steps = 0; steps < 4; ++steps) {
    for (const auto child : atoms.analysis.children(at)) {
      if (is_subject(atoms.analysis.token(child).deprel)) return child;
    }
    const auto head = atoms.analysis.token(at).head;
    if (head < 0) return TokenAtoms::no_token;
    const auto label = atoms.analysis.token(at).deprel;
    if (label == Deprel::acl) return static_cast<std::size_t>(head);
    if (label != Deprel::conj && label != Deprel::xcomp && label != Deprel::advcl) return TokenAtoms::no_token;
    at = static_cast<std::size_t>(head);
  }
  return TokenAtoms::no_token;
}

bool is_passive(const TokenAtoms& atoms, std::size_t token) {
  for (const auto child : atoms.analysis.children(token)) {
    const auto label = atoms.analysis.token(child).deprel;
    if (label == Deprel::aux_pass || label == Deprel::nsubj_pass) return true;
  }
  return false;
}

bool may_be_cue(const TokenAtoms& atoms, std::size_t token) {
  if (atoms.cue_class[token] > 0 || atoms.row[token] > 0) return true;
  if (atoms.analysis.token(token).upos != Upos::verb) return false;
  for (const auto child : atoms.analysis.children(token)) {
    if (is_clause(atoms.analysis.token(child).deprel)) return true;
  }
  return false;
}

void add_cue_features(const TokenAtoms& atoms, std::size_t token, FeatureKeys& keys) {
  const auto lemma = atoms.lemma[token];
  const std::uint64_t rate = atoms.cue_class[token];
  keys.add(0);
  keys.add(1, lemma);
  keys.add(2, lemma, atoms.xpos(token));
  keys.add(3, atoms.xpos(token), rate);
  keys.add(4, atoms.label(token), rate);
  keys.add(5, atoms.label(token), lemma);
  keys.add(6, rate);
  keys.add(9, atoms.row[token], atoms.upos(token), rate);
  keys.add(10, atoms.row[token], atoms.upos(token), atoms.label(token));
  keys.add(7, rate, is_passive(atoms, token));
  keys.add(8, lemma, is_passive(atoms, token));
  add_dependents(atoms, token, keys);
  add_subject(atoms, token, keys);
  add_neighbours(atoms, token, keys);
  add_surroundings(atoms, token, keys);
}

}  // namespace corroborate::extraction
