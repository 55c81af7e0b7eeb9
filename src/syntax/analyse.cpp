// The syntax floor in one call.
#include "syntax/analyse.h"

#include "syntax/lemmatize.h"
#include "syntax/model.h"
#include "syntax/parser.h"
#include "syntax/sentences.h"
#include "syntax/tag_features.h"
#include "syntax/tagger.h"
#include "syntax/tokenize.h"

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

void tag_sentence(const Model& model, const Sentence& sentence, SentenceTagger& tagger, LemmaStore& lemmas,
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
    token.lemma = lemmatize(model, document.form(token), tagger.word(at), tag, lemmas);
  }
}

}  // namespace

Document tag(std::string_view text) {
  Document document;
  document.text = text;
  document.tokens.reserve(text.size() / 5 + 8);  // news text has some 5.5 bytes a token
  tokenize(text, document.tokens);
  split_sentences(document);
  for (auto& token : document.tokens) token.lemma = document.form(token);
  const Model& model = linked_model();
  if (model.joint_tags.empty()) return document;
  SentenceTagger tagger(model);
  LemmaStore lemmas(document.lemma_store);
  for (const auto& sentence : document.sentences) tag_sentence(model, sentence, tagger, lemmas, document);
  return document;
}

void parse(Document& document, Sentence& sentence) {
  const Model& model = linked_model();
  if (sentence.parsed || model.joint_tags.empty()) return;
  parse_sentence(model, document, sentence);
  sentence.parsed = true;
}

}  // namespace corroborate::syntax
