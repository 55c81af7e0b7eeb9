// Packs tables: weights are rounded to eight bits under one scale that spares the largest (clipping them costs two
// points of LAS), small ones vanish, and the rows with the smallest weights are left out.
#include "train/syntax_write.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

#include "syntax/lemmatize.h"
#include "syntax/tag_features.h"

namespace corroborate::syntax {

namespace {

constexpr double bucket_load = 0.80;  // share of places in use
constexpr double move_bucket_load = 0.86;

struct PackedRow {
  Key key = 0;
  int importance = 0;             // largest weight
  std::vector<WeightPair> pairs;  // largest first
};

float largest_weight(const Learner& learner) {
  float largest = 0;
  for (const auto& feature : learner.features())
    for (std::size_t output = 0; output < learner.outputs(); ++output)
      largest = std::max(largest, std::abs(learner.weights(feature.row)[output]));
  return largest;
}

// A weight too large for one pair takes several.
void append_pairs(std::size_t output, int weight, std::vector<WeightPair>& pairs) {
  while (weight != 0) {
    const int part = std::clamp(weight, -127, 127);
    pairs.push_back({static_cast<std::uint8_t>(output), static_cast<std::int8_t>(part)});
    weight -= part;
  }
}

PackedRow pack_row(Key key, std::span<const float> weights, float scale, int least_weight) {
  PackedRow row;
  row.key = key;
  for (std::size_t output = 0; output < weights.size(); ++output) {
    const auto weight = static_cast<int>(std::lround(weights[output] * scale));
    if (std::abs(weight) < least_weight) continue;
    append_pairs(output, weight, row.pairs);
    row.importance = std::max(row.importance, std::abs(weight));
  }
  std::ranges::stable_sort(row.pairs, std::greater{}, [](const WeightPair& pair) { return std::abs(pair.weight); });
  return row;
}

std::size_t pair_chunks(const PackedRow& row) {
  return std::min((row.pairs.size() + chunk_size - 1) / chunk_size, most_chunks);
}

// Whether a row has weights for so many of `outputs` that it is written for all: then it is summed up four times as
// fast, and takes twice the room at most.
bool is_full(const PackedRow& row, std::size_t outputs) {
  if (2 * pair_chunks(row) < full_chunks(outputs)) return false;
  std::vector<char> seen(outputs);
  return std::ranges::none_of(row.pairs, [&](const WeightPair& pair) {  // a large weight takes several pairs
    return std::exchange(seen[pair.output], 1) != 0;
  });
}

std::size_t chunks_of(const PackedRow& row, std::size_t outputs) {
  return is_full(row, outputs) ? full_chunks(outputs) : pair_chunks(row);
}

// Bytes that a row takes in the file as a list of pairs.
double cost_of(const PackedRow& row) {
  return static_cast<double>(sizeof(FeatureBucket)) / (bucket_size * bucket_load) +
         static_cast<double>(pair_chunks(row) * sizeof(WeightChunk));
}

// The rows with the largest weights, as many as fit.
std::vector<PackedRow> choose_rows(const Learner& learner, const PackOptions& options,
                                   const std::vector<SumRow>& sums) {
  const float scale = 127.0f / largest_weight(learner);
  std::vector<PackedRow> rows;
  for (const auto& sum : sums) {
    rows.push_back(pack_row(sum.key, sum.weights, scale, options.least_weight));
    rows.back().importance = std::numeric_limits<int>::max();
  }
  for (const auto& feature : learner.features()) {
    auto row = pack_row(feature.key, {learner.weights(feature.row), learner.outputs()}, scale, options.least_weight);
    if (!row.pairs.empty()) rows.push_back(std::move(row));
  }
  std::ranges::stable_sort(rows, std::greater{}, &PackedRow::importance);
  double used = 0;
  std::size_t count = 0;
  while (count < rows.size() && used + cost_of(rows[count]) < static_cast<double>(options.bytes))
    used += cost_of(rows[count++]);
  rows.resize(count);
  return rows;
}

void append_full(const PackedRow& row, std::size_t outputs, std::vector<WeightChunk>& chunks) {
  std::vector<std::int8_t> weights(full_chunks(outputs) * sizeof(WeightChunk));
  for (const WeightPair& pair : row.pairs) weights[pair.output] = pair.weight;
  const std::size_t first = chunks.size();
  chunks.resize(first + full_chunks(outputs));
  std::memcpy(chunks.data() + first, weights.data(), weights.size());
}

void append_pairs(const PackedRow& row, std::vector<WeightChunk>& chunks) {
  for (std::size_t chunk = 0; chunk < pair_chunks(row); ++chunk) {
    WeightChunk& out = chunks.emplace_back();
    for (std::size_t at = 0; at < chunk_size && chunk * chunk_size + at < row.pairs.size(); ++at)
      out.pairs[at] = row.pairs[chunk * chunk_size + at];
  }
}

void fill_bucket(std::vector<const PackedRow*>& rows, std::size_t outputs, FeatureBucket& bucket, PackedTable& table) {
  std::ranges::stable_sort(rows, std::greater{}, &PackedRow::importance);
  bucket = {};
  bucket.first = static_cast<std::uint32_t>(table.chunks.size());
  for (std::size_t place = 0; place < std::min(rows.size(), bucket_size); ++place) {
    bucket.tags[place] = tag_of(rows[place]->key);
    const bool full = is_full(*rows[place], outputs);
    bucket.lengths[place] = static_cast<std::uint8_t>(chunks_of(*rows[place], outputs) | (full ? full_row : 0u));
    if (full)
      append_full(*rows[place], outputs, table.chunks);
    else
      append_pairs(*rows[place], table.chunks);
    ++table.features;
  }
}

// A feature of the moves, measured against "shift".
struct MoveRow {
  Key key = 0;
  float left = 0;
  float right = 0;
  float importance = 0;
};

std::vector<MoveRow> collect_moves(const Learner& learner) {
  std::vector<MoveRow> rows;
  for (const auto& feature : learner.features()) {
    const float* weights = learner.weights(feature.row);
    MoveRow row{feature.key, weights[1] - weights[0], weights[2] - weights[0], 0};
    row.importance = std::max({std::abs(row.left), std::abs(row.right), std::abs(row.left - row.right)});
    rows.push_back(row);
  }
  std::ranges::stable_sort(rows, std::greater{}, &MoveRow::importance);
  return rows;
}

class FileBuilder {
 public:
  template <typename Item>
  Section add(const std::vector<Item>& items) {
    bytes_.resize((bytes_.size() + 63) / 64 * 64);
    const Section section{static_cast<std::uint32_t>(bytes_.size()),
                          static_cast<std::uint32_t>(items.size() * sizeof(Item))};
    const char* data = reinterpret_cast<const char*>(items.data());
    bytes_.insert(bytes_.end(), data, data + section.size);
    return section;
  }

  std::string finish(ModelHeader header) {
    std::ranges::copy(model_magic, header.magic);
    header.size = static_cast<std::uint32_t>(bytes_.size());
    header.checksum = model_checksum(std::as_bytes(std::span(bytes_)).subspan(sizeof header));
    std::memcpy(bytes_.data(), &header, sizeof header);
    return bytes_;
  }

 private:
  std::string bytes_ = std::string(sizeof(ModelHeader), '\0');
};

// Places items into buckets of eight by their keys; `put` writes one item into a place. There are as many buckets as it
// takes for every item to find a place: a lost "told" would be lemmatised by the rule for its last letter.
template <typename Bucket, typename Items, typename Put>
std::vector<Bucket> fill_small_buckets(const Items& items, Put put) {
  for (std::size_t count = items.size() / 5 + 1;; count += count / 8 + 1) {
    std::vector<Bucket> buckets(count);
    bool all_placed = true;
    for (const auto& [key, item] : items) {
      Bucket& bucket = buckets[bucket_of(key, count)];
      const auto free = std::ranges::find(bucket.tags, std::uint16_t{0});
      all_placed = free != std::end(bucket.tags);
      if (!all_placed) break;
      *free = tag_of(key);
      put(bucket, static_cast<std::size_t>(free - std::begin(bucket.tags)), item);
    }
    if (all_placed) return buckets;
  }
}

std::vector<WordBucket> pack_words(const WordTable& words) {
  const std::map<Key, WordClasses> sorted(words.begin(), words.end());
  return fill_small_buckets<WordBucket>(sorted, [](WordBucket& bucket, std::size_t place, const WordClasses& word) {
    bucket.ambiguities[place] = word.ambiguity;
    bucket.fixed_tags[place] = word.fixed_tag;
  });
}

void pack_lemmas(const LemmaRules& rules, FileBuilder& file, ModelHeader& header) {
  std::map<Script, std::uint16_t> numbers;
  std::vector<LemmaScript> scripts;
  std::vector<char> text;
  for (const auto& [key, script] : rules.entries) {
    if (!numbers.try_emplace(script, static_cast<std::uint16_t>(scripts.size())).second) continue;
    scripts.push_back({static_cast<std::uint16_t>(text.size()), static_cast<std::uint8_t>(script.added.size()),
                       static_cast<std::uint8_t>(script.cut)});
    text.insert(text.end(), script.added.begin(), script.added.end());
  }
  header.lemma_entries = file.add(
      fill_small_buckets<LemmaBucket>(rules.entries, [&](LemmaBucket& bucket, std::size_t place, const Script& script) {
        bucket.scripts[place] = numbers.at(script);
      }));
  header.lemma_scripts = file.add(scripts);
  header.lemma_text = file.add(text);
}

}  // namespace

namespace {

// Only differences count, so that the best few outputs can be measured against the next best: the others, which cannot
// win any more, rise to it and need no weight.
void keep_best(std::vector<float>& weights) {
  constexpr std::size_t kept = 6;
  std::vector<float> sorted = weights;
  std::ranges::sort(sorted, std::greater{});
  const float floor = sorted[kept];
  for (float& weight : weights) weight = std::max(weight - floor, 0.0f);
}

}  // namespace

std::vector<SumRow> sum_word_features(const Tagger& tagger, const Treebank& treebank) {
  constexpr int least = 4;  // occurrences of a word, from which its row is made
  std::map<Key, std::pair<int, Word>> counts;
  for (const auto& sentence : treebank)
    for (const auto& token : sentence) {
      auto& [count, word] = counts[word_row_key(token.word)];
      ++count;
      word = token.word;
    }
  std::vector<SumRow> sums;
  for (auto& [key, counted] : counts) {
    if (counted.first < least) continue;
    Word& word = counted.second;
    if (const auto found = tagger.words.find(word.form); found != tagger.words.end()) {
      if (found->second.fixed_tag != 0) continue;  // never scored
      word.ambiguity = found->second.ambiguity;
    }
    std::array<Key, word_feature_count> keys;
    list_word_keys(word, keys.data());
    SumRow& sum = sums.emplace_back(SumRow{key, std::vector<float>(tagger.learner.stride())});
    tagger.learner.score(keys, sum.weights.data());
    sum.weights.resize(tagger.learner.outputs());
    keep_best(sum.weights);
  }
  return sums;
}

PackedTable pack_table(const Learner& learner, const PackOptions& options, const std::vector<SumRow>& sums) {
  const auto rows = choose_rows(learner, options, sums);
  PackedTable table;
  table.buckets.resize(static_cast<std::size_t>(static_cast<double>(rows.size()) / (bucket_size * bucket_load)) + 1);
  std::vector<std::vector<const PackedRow*>> placed(table.buckets.size());
  for (const auto& row : rows) placed[bucket_of(row.key, table.buckets.size())].push_back(&row);
  for (std::size_t at = 0; at < placed.size(); ++at)
    fill_bucket(placed[at], learner.outputs(), table.buckets[at], table);
  return table;
}

PackedMoves pack_moves(const Learner& learner, std::size_t bytes) {
  auto rows = collect_moves(learner);
  float largest = 0;
  for (const auto& row : rows) largest = std::max({largest, std::abs(row.left), std::abs(row.right)});
  const float scale = 127.0f / largest;
  PackedMoves table;
  table.buckets.resize(bytes / sizeof(MoveBucket));
  const auto places = static_cast<double>(table.buckets.size() * move_bucket_size);
  rows.resize(std::min(rows.size(), static_cast<std::size_t>(places * move_bucket_load)));
  for (const auto& row : rows) {
    MoveBucket& bucket = table.buckets[bucket_of(row.key, table.buckets.size())];
    const auto free = std::ranges::find(bucket.tags, std::uint16_t{0});
    if (free == std::end(bucket.tags)) continue;  // the others here weigh more
    const auto place = free - std::begin(bucket.tags);
    *free = tag_of(row.key);
    bucket.left[place] = static_cast<std::uint8_t>(std::lround(row.left * scale) + weight_bias);
    bucket.right[place] = static_cast<std::uint8_t>(std::lround(row.right * scale) + weight_bias);
    ++table.features;
  }
  return table;
}

std::string pack_model(const ModelParts& parts) {
  FileBuilder file;
  ModelHeader header{};
  header.joint_tags = file.add(parts.tagger.tags);
  header.words = file.add(pack_words(parts.tagger.words));
  header.tagger_buckets = file.add(parts.tagger_table.buckets);
  header.tagger_chunks = file.add(parts.tagger_table.chunks);
  header.moves = file.add(parts.moves.buckets);
  header.move_order = file.add(parts.stages.order);
  header.move_stages = file.add(parts.stages.stages);
  header.relation_buckets = file.add(parts.relations.buckets);
  header.relation_chunks = file.add(parts.relations.chunks);
  pack_lemmas(parts.lemmas, file, header);
  return file.finish(header);
}

}  // namespace corroborate::syntax
