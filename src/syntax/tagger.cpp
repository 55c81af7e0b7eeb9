// The tagger at work.
#include "syntax/tagger.h"

#include <array>

#include "syntax/tag_features.h"

namespace corroborate::syntax {

void SentenceTagger::reset(std::size_t count) {
  words_.resize(count + 4);
  words_[0] = words_[1] = words_[count + 2] = words_[count + 3] = Word{};
  tags_.resize(count);
}

std::span<const JointTag> SentenceTagger::tag() {
  Key previous = no_tag, before = no_tag;
  for (std::size_t at = 0; at < tags_.size(); ++at) {
    const unsigned fixed = words_[at + 2].fixed_tag;
    tags_[at] = fixed != 0 ? model_.joint_tags[fixed - 1] : choose(at, previous, before);
    before = previous;
    previous = tag_atom(tags_[at]);
  }
  return tags_;
}

JointTag SentenceTagger::choose(std::size_t at, Key previous, Key before) const {
  const Word& word = words_[at + 2];
  std::array<Key, tag_feature_count> keys;
  keys[0] = word_row_key(word);
  const std::size_t own = model_.tagger.contains(keys[0]) ? 1 : word_feature_count;
  if (own > 1) list_word_keys(word, keys.data());
  list_context_keys(&word, previous, before, keys.data() + own);
  return model_.joint_tags[model_.tagger.choose({keys.data(), own + context_feature_count}, model_.joint_tags.size())];
}

}  // namespace corroborate::syntax
