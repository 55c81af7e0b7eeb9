// Lemmas: the form in lower case, changed by the script that the model holds for the form or for its ending.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "syntax/hashing.h"
#include "syntax/model.h"
#include "syntax/tag_features.h"
#include "syntax/word.h"

namespace corroborate::syntax {

inline Key lemma_key(Key form, JointTag tag) { return join(form, tag_atom(tag)) * key_factor; }
inline Key lemma_ending_key(Key suffix, JointTag tag) { return join(tag_atom(tag), suffix) * key_factor; }

// Keeps the lemmas that are not in the text itself, in blocks that never move.
class LemmaStore {
 public:
  explicit LemmaStore(std::vector<std::unique_ptr<char[]>>& blocks) : blocks_(blocks) {}

  // Room for `size` bytes.
  char* reserve(std::size_t size);

 private:
  std::vector<std::unique_ptr<char[]>>& blocks_;
  std::size_t left_ = 0;
  char* next_ = nullptr;
};

// A view into `form`'s own text or into the store. Never empty when `form` is not.
std::string_view lemmatize(const Model& model, std::string_view form, const Word& word, JointTag tag,
                           LemmaStore& store);

}  // namespace corroborate::syntax
