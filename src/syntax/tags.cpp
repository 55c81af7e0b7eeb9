// Names of the tag sets, in the order of their enumerators.
#include "syntax/tags.h"

#include <array>

namespace corroborate::syntax {

namespace {

constexpr std::array<std::string_view, upos_count> upos_names = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                                 "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                                 "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, xpos_count> xpos_names = {
    "_",   "ADD", "AFX", "CC",  "CD", "DT",  "EX",    "FW",    "GW",  "HYPH", "IN",  "JJ",   "JJR",
    "JJS", "LS",  "MD",  "NFP", "NN", "NNP", "NNPS",  "NNS",   "PDT", "POS",  "PRP", "PRP$", "RB",
    "RBR", "RBS", "RP",  "SYM", "TO", "UH",  "VB",    "VBD",   "VBG", "VBN",  "VBP", "VBZ",  "WDT",
    "WP",  "WP$", "WRB", ",",   ".",  ":",   "-LRB-", "-RRB-", "``",  "''",   "$",   "#",    "XX"};

constexpr std::array<std::string_view, deprel_count> deprel_names = {
    "_",         "acl",        "acl:relcl",  "advcl", "advmod",    "amod",       "appos",        "aux",
    "aux:pass",  "case",       "cc",         "ccomp", "clf",       "compound",   "compound:prt", "conj",
    "cop",       "csubj",      "dep",        "det",   "discourse", "dislocated", "expl",         "fixed",
    "flat",      "goeswith",   "iobj",       "list",  "mark",      "nmod",       "nmod:desc",    "nmod:poss",
    "nsubj",     "nsubj:pass", "nummod",     "obj",   "obl",       "obl:agent",  "obl:unmarked", "orphan",
    "parataxis", "punct",      "reparandum", "root",  "vocative",  "xcomp"};

}  // namespace

std::string_view name(Upos tag) { return upos_names[static_cast<std::size_t>(tag)]; }
std::string_view name(Xpos tag) { return xpos_names[static_cast<std::size_t>(tag)]; }
std::string_view name(Deprel label) { return deprel_names[static_cast<std::size_t>(label)]; }

}  // namespace corroborate::syntax
