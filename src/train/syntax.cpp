// train OUTPUT TREEBANK...: learns tagger, lemmatiser and parser from CoNLL-U files and writes the model.
//
// Deterministic: the same treebanks give the same bytes, whatever the machine is doing.
#include <fmt/core.h>

#include <fstream>
#include <iterator>
#include <span>
#include <string>

#include "train/syntax_lemma.h"
#include "train/syntax_parser.h"
#include "train/syntax_stages.h"
#include "train/syntax_tagger.h"
#include "train/syntax_write.h"

namespace corroborate::syntax {

namespace {

constexpr PackOptions tagger_size = {.bytes = 1'400'000, .least_weight = 2};
constexpr PackOptions relations_size = {.bytes = 900'000, .least_weight = 2};
constexpr std::size_t moves_bytes = 3'300'000;

Treebank read_all(std::span<char*> paths) {
  Treebank treebank;
  for (const char* path : paths) {
    auto more = read_treebank(path);
    fmt::print(stderr, "{}: {} sentences\n", path, more.size());
    treebank.insert(treebank.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  return treebank;
}

std::string train_model(Treebank treebank) {
  const auto tags = collect_joint_tags(treebank);
  label_joint_tags(treebank, tags);
  const TaggerOptions tagger_options;
  const auto tagger = train_taggers(all_of(treebank), tags, tagger_options);
  fmt::print(stderr, "tagger: {} features\n", tagger->learner.row_count());
  jackknife(treebank, tags, tagger_options);
  const auto lemmas = learn_lemmas(treebank, tags);
  fmt::print(stderr, "lemmas: {} entries\n", lemmas.entries.size());
  const auto parser = train_parser(all_of(treebank), tags, {});
  fmt::print(stderr, "parser: {} and {} features\n", parser->moves.row_count(), parser->relations.row_count());
  const auto tagger_table = pack_table(tagger->learner, tagger_size, sum_word_features(*tagger, treebank));
  const auto moves = pack_moves(parser->moves, moves_bytes);
  const auto relations = pack_table(parser->relations, relations_size);
  fmt::print(stderr, "kept: tagger {}, moves {}, relations {}\n", tagger_table.features, moves.features,
             relations.features);
  const auto stages = find_stages(moves, relations, treebank, tags);
  for (const auto& stage : stages.stages)
    fmt::print(stderr, "stage: {} templates, margin {}\n", stage.templates, stage.margin);
  return pack_model({*tagger, tagger_table, moves, stages, relations, lemmas});
}

}  // namespace

}  // namespace corroborate::syntax

int main(int argument_count, char** arguments) {
  if (argument_count < 3) {
    fmt::print(stderr, "usage: train OUTPUT TREEBANK...\n");
    return 2;
  }
  const std::span<char*> paths(arguments + 2, static_cast<std::size_t>(argument_count - 2));
  const std::string model = corroborate::syntax::train_model(corroborate::syntax::read_all(paths));
  std::ofstream out(arguments[1], std::ios::binary);
  out.write(model.data(), static_cast<std::streamsize>(model.size()));
  out.close();
  if (!out) {
    fmt::print(stderr, "train: cannot write {}\n", arguments[1]);
    return 3;
  }
  fmt::print(stderr, "{}: {} bytes\n", arguments[1], model.size());
  return 0;
}
