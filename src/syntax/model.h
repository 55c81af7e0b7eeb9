// The model: tagger, lemmatiser and parser as one file that is linked in and used where it lies.
//
// All numbers are little-endian and aligned to their size. data/model/README.md says how a model is trained; the
// program `train` writes one. A model of another version than model_magic stops the build (see CMakeLists.txt).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "syntax/feature_table.h"
#include "syntax/tags.h"
#include "syntax/word.h"

namespace corroborate::syntax {

// Changes whenever the features, the tag sets or the layout change. Eight bytes.
constexpr std::string_view model_magic = "corrob06";

struct Section {
  std::uint32_t offset;  // bytes from the begin of the file, a multiple of 64
  std::uint32_t size;    // bytes
};

struct ModelHeader {
  char magic[8];
  std::uint32_t size;      // bytes of the whole file
  std::uint32_t checksum;  // of all bytes behind the header
  Section joint_tags;      // JointTag
  Section words;           // WordBucket
  Section tagger_buckets;  // FeatureBucket
  Section tagger_chunks;   // WeightChunk
  Section moves;           // MoveBucket
  Section move_order;      // std::uint8_t, template numbers
  Section move_stages;     // MoveStage
  Section relation_buckets;
  Section relation_chunks;
  Section lemma_entries;  // LemmaBucket
  Section lemma_scripts;  // LemmaScript
  Section lemma_text;     // bytes
};

// Eight words and their classes.
struct WordBucket {
  std::uint16_t tags[8];
  std::uint8_t ambiguities[8];
  std::uint8_t fixed_tags[8];
};
static_assert(sizeof(WordBucket) == 32);

// What turns a form into its lemma: cut so many bytes from the end, then append.
struct LemmaScript {
  std::uint16_t text;  // offset into lemma_text
  std::uint8_t length;
  std::uint8_t cut;
};
constexpr std::uint8_t cut_all = 255;

// Keys are of (form, tag) or of (ending, tag).
struct LemmaBucket {
  std::uint16_t tags[8];
  std::uint16_t scripts[8];
};

// Most moves are clear after the features that weigh most (Strubell et al. 2015, Learning Dynamic Feature Selection for
// Fast Sequential Prediction): templates are looked up in `move_order`, and when a stage's templates are summed up and
// the best move leads by its margin, the rest is not looked up. The last stage holds all templates.
struct MoveStage {
  std::uint16_t templates;  // from the first on
  std::uint16_t margin;
};

struct Model {
  std::span<const JointTag> joint_tags;
  std::span<const WordBucket> words;
  FeatureTable tagger;
  MoveTable moves;
  std::span<const std::uint8_t> move_order;
  std::span<const MoveStage> move_stages;
  FeatureTable relations;
  std::span<const LemmaBucket> lemma_entries;
  std::span<const LemmaScript> lemma_scripts;
  std::string_view lemma_text;
};

// Checks header and sizes of a model that lies in memory. Empty = it fits; else what is wrong.
std::string_view find_model_problem(std::span<const std::byte> bytes);

// Views into `bytes`, which must have no problem and be aligned to 64.
Model open_model(std::span<const std::byte> bytes);

// The model that is linked in; without tables when it does not fit.
const Model& linked_model();
std::span<const std::byte> linked_model_bytes();

std::uint32_t model_checksum(std::span<const std::byte> bytes);

// Sets the classes of a word from the model's table.
void look_up(const Model& model, Word& word);

}  // namespace corroborate::syntax
