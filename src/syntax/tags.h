// Tag sets: Universal Dependencies v2 parts of speech and relations, Penn Treebank tags.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace corroborate::syntax {

// https://universaldependencies.org/u/pos/
enum class Upos : std::uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x,
};
constexpr std::size_t upos_count = static_cast<std::size_t>(Upos::x) + 1;

// Penn Treebank tags as the English UD treebanks use them.
enum class Xpos : std::uint8_t {
  none,
  add,
  afx,
  cc,
  cd,
  dt,
  ex,
  fw,
  gw,
  hyph,
  in,
  jj,
  jjr,
  jjs,
  ls,
  md,
  nfp,
  nn,
  nnp,
  nnps,
  nns,
  pdt,
  pos,
  prp,
  prp_poss,
  rb,
  rbr,
  rbs,
  rp,
  sym,
  to,
  uh,
  vb,
  vbd,
  vbg,
  vbn,
  vbp,
  vbz,
  wdt,
  wp,
  wp_poss,
  wrb,
  comma,
  period,
  colon,
  lrb,
  rrb,
  open_quote,
  close_quote,
  dollar,
  hash,
  xx,
};
constexpr std::size_t xpos_count = static_cast<std::size_t>(Xpos::xx) + 1;

// Relations without subtypes, and the subtypes that extraction needs: relative clauses, passives, particles, titles
// before names ("President Lopez": nmod:desc), possessives, agents ("by troops") and bare adverbials ("on" left out:
// "he spoke Tuesday": obl:unmarked).
// https://universaldependencies.org/u/dep/
enum class Deprel : std::uint8_t {
  none,
  acl,
  acl_relcl,
  advcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  ccomp,
  clf,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  dep,
  det,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nsubj,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp,
};
constexpr std::size_t deprel_count = static_cast<std::size_t>(Deprel::xcomp) + 1;

// Both parts of speech together: NOUN|NN, VERB|VBD … The tagger chooses one of these.
struct JointTag {
  Upos upos = Upos::x;
  Xpos xpos = Xpos::none;
};

std::string_view name(Upos tag);      // "NOUN"
std::string_view name(Xpos tag);      // "NNS"
std::string_view name(Deprel label);  // "nsubj:pass"

}  // namespace corroborate::syntax
