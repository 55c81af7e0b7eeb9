// Opens the model in place.
#include "syntax/model.h"

#include <cstring>

extern "C" {
extern const std::byte corroborate_model_begin[];
extern const std::byte corroborate_model_end[];
}

namespace corroborate::syntax {

namespace {

template <typename Item>
std::span<const Item> view(std::span<const std::byte> bytes, const Section& section) {
  return {reinterpret_cast<const Item*>(bytes.data() + section.offset), section.size / sizeof(Item)};
}

ModelHeader read_header(std::span<const std::byte> bytes) {
  ModelHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  return header;
}

}  // namespace

std::uint32_t model_checksum(std::span<const std::byte> bytes) {
  std::uint64_t sum = 0x5EED;
  for (const std::byte byte : bytes) sum = (sum ^ static_cast<std::uint64_t>(byte)) * 0x100000001B3u;
  return static_cast<std::uint32_t>(sum ^ (sum >> 32));
}

std::string_view find_model_problem(std::span<const std::byte> bytes) {
  if (bytes.size() < sizeof(ModelHeader)) return "the model is missing or shorter than its header";
  const ModelHeader header = read_header(bytes);
  if (std::string_view(header.magic, sizeof header.magic) != model_magic)
    return "the model was trained for another version of the program: train it again";
  if (header.size != bytes.size()) return "the model is cut off or too long";
  if (header.checksum != model_checksum(bytes.subspan(sizeof header))) return "the model is damaged";
  return {};
}

Model open_model(std::span<const std::byte> bytes) {
  const ModelHeader header = read_header(bytes);
  Model model;
  model.joint_tags = view<JointTag>(bytes, header.joint_tags);
  model.words = view<WordBucket>(bytes, header.words);
  model.tagger = {view<FeatureBucket>(bytes, header.tagger_buckets), view<WeightChunk>(bytes, header.tagger_chunks)};
  model.moves = {view<MoveBucket>(bytes, header.moves)};
  model.move_order = view<std::uint8_t>(bytes, header.move_order);
  model.move_stages = view<MoveStage>(bytes, header.move_stages);
  model.relations = {view<FeatureBucket>(bytes, header.relation_buckets),
                     view<WeightChunk>(bytes, header.relation_chunks)};
  model.lemma_entries = view<LemmaBucket>(bytes, header.lemma_entries);
  model.lemma_scripts = view<LemmaScript>(bytes, header.lemma_scripts);
  const auto text = view<char>(bytes, header.lemma_text);
  model.lemma_text = {text.data(), text.size()};
  return model;
}

std::span<const std::byte> linked_model_bytes() {
  return {corroborate_model_begin, static_cast<std::size_t>(corroborate_model_end - corroborate_model_begin)};
}

const Model& linked_model() {
  static const Model model = [] {
    const auto bytes = linked_model_bytes();
    const bool fits = bytes.size() >= sizeof(ModelHeader) &&
                      std::string_view(read_header(bytes).magic, model_magic.size()) == model_magic &&
                      read_header(bytes).size == bytes.size();
    return fits ? open_model(bytes) : Model{};
  }();
  return model;
}

void look_up(const Model& model, Word& word) {
  if (model.words.empty()) return;
  const WordBucket& bucket = model.words[bucket_of(word.form, model.words.size())];
  const std::uint16_t tag = tag_of(word.form);
  for (std::size_t place = 0; place < 8; ++place) {
    if (bucket.tags[place] != tag) continue;
    word.ambiguity = bucket.ambiguities[place];
    word.fixed_tag = bucket.fixed_tags[place];
    return;
  }
}

}  // namespace corroborate::syntax
