// The syntax floor in one call.
#include "syntax/analyse.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <string>

#include "syntax/lemmatize.h"
#include "syntax/model.h"
#include "syntax/parser.h"
#include "syntax/sentences.h"
#include "syntax/tag_features.h"
#include "syntax/tagger.h"
#include "syntax/tokenize.h"
#include "text/utf8.h"

namespace corroborate::syntax {

namespace {

// Where a quotation mark is likely the tagger takes a word for one ("…, police said"); "told" is a form of one verb
// alone, and it takes it for a preposition.
JointTag no_slip(JointTag tag, std::string_view form) {
  const char first = form.empty() ? '\0' : form.front();
  const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
  if (tag.upos == Upos::punct && letter) return {Upos::noun, Xpos::nn};
  if (form == "told" && tag.upos != Upos::verb) return {Upos::verb, Xpos::vbd};
  return tag;
}

// Of words that no treebank holds the first bytes are enough to tell them apart.
std::string_view cut_to_fit(std::string_view lemma) {
  std::size_t size = std::min<std::size_t>(lemma.size(), std::numeric_limits<std::uint16_t>::max());
  while (size < lemma.size() && size > 0 && text::is_continuation(lemma[size])) --size;
  return lemma.substr(0, size);
}

void set_lemma(Document& document, Token& token, std::string_view lemma) {
  lemma = cut_to_fit(lemma);
  const char *text = document.text.data(), *end = text + document.text.size();
  const bool in_text = std::less_equal<>()(text, lemma.data()) && std::less<>()(lemma.data(), end);
  const std::size_t begin =
      in_text ? static_cast<std::size_t>(lemma.data() - text) : document.text.size() + document.lemma_store.size();
  if (!in_text) document.lemma_store.insert(document.lemma_store.end(), lemma.begin(), lemma.end());
  token.lemma_begin = static_cast<std::uint32_t>(begin);
  token.lemma_size = static_cast<std::uint16_t>(lemma.size());
}

void tag_sentence(const Model& model, const Sentence& sentence, SentenceTagger& tagger, std::string& room,
                  Document& document) {
  const std::size_t count = sentence.end - sentence.begin;
  tagger.reset(count);
  for (std::size_t at = 0; at < count; ++at) {
    Word& word = tagger.word(at);
    word = analyse_word(document.form(sentence.begin + at));
    look_up(model, word);
    model.tagger.prefetch(word_row_key(word));
  }
  const auto tags = tagger.tag();
  for (std::size_t at = 0; at < count; ++at) {
    Token& token = document.tokens[sentence.begin + at];
    const JointTag tag = no_slip(tags[at], document.form(token));
    token.upos = tag.upos;
    token.xpos = tag.xpos;
    set_lemma(document, token, lemmatize(model, document.form(token), tagger.word(at), tag, room));
  }
}

}  // namespace

namespace {

// News text has some 5.5 bytes a token. A long text may be anything, and a list of tokens that outgrows its room stands
// in memory twice: hardly a token begins without a byte in front that is no letter or digit, or is one itself.
std::size_t expected_tokens(std::string_view text) {
  constexpr std::size_t long_text = 32'768, few = 8;  // bytes, tokens
  const std::size_t of_news = text.size() / 5 + few;
  if (text.size() < long_text) return of_news;
  const auto apart = std::ranges::count_if(text, [](char c) {
    const auto low = static_cast<unsigned char>(c | 0x20);
    return low < '0' || (low > '9' && low < 'a') || (low > 'z' && low < 0x80);
  });
  return std::max(of_news, static_cast<std::size_t>(apart) + few);
}

}  // namespace

Document tag(std::string_view text) {
  Document document;
  document.text = text;
  document.tokens.reserve(expected_tokens(text));
  tokenize(text, document.tokens);
  split_sentences(document);
  for (auto& token : document.tokens) set_lemma(document, token, document.form(token));
  const Model& model = linked_model();
  if (model.joint_tags.empty()) return document;
  SentenceTagger tagger(model);
  std::string room;
  for (const auto& sentence : document.sentences) tag_sentence(model, sentence, tagger, room, document);
  return document;
}

void parse(Document& document, Sentence& sentence) {
  const Model& model = linked_model();
  if (sentence.parsed || model.joint_tags.empty()) return;
  parse_sentence(model, document, sentence);
  sentence.parsed = true;
}

}  // namespace corroborate::syntax
