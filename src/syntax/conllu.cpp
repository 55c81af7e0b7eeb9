// Writes CoNLL-U.
#include "syntax/conllu.h"

#include <algorithm>

#include "syntax/characters.h"

namespace corroborate::syntax {

namespace {

// Turns rising byte offsets into code point offsets, in one walk over the text.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}

  std::size_t at(std::size_t byte) {
    for (; byte_ < byte; ++byte_) points_ += (static_cast<unsigned char>(text_[byte_]) & 0xC0) != 0x80;
    return points_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t points_ = 0;
};

bool equals_but_for_case(std::string_view form, std::string_view lemma) {
  return std::ranges::equal(form, lemma, [](char a, char b) { return to_lower(a) == b; });
}

// Names keep their own spelling in the lemma column.
std::string_view written_lemma(const Document& document, const Token& token) {
  const std::string_view form = document.form(token);
  return token.upos == Upos::propn && equals_but_for_case(form, document.lemma(token)) ? form : document.lemma(token);
}

// One line of text: line ends and tabs become spaces.
void append_line(std::string& out, std::string_view text) {
  for (const char byte : text) out += byte_kind(byte) == kind_space ? ' ' : byte;
}

class Writer {
 public:
  Writer(const Document& document, std::string& out) : document_(document), points_(document.text), out_(out) {}

  void write(const Sentence& sentence) {
    if (sentence.begin == sentence.end) return;
    if (sentence.starts_paragraph) out_ += "# newpar\n";
    out_ += "# text = ";
    const auto& tokens = document_.tokens;
    const std::size_t begin = tokens[sentence.begin].begin;
    append_line(out_, document_.text.substr(begin, tokens[sentence.end - 1].end - begin));
    out_ += '\n';
    for (std::size_t at = sentence.begin; at < sentence.end; ++at) write(sentence, at);
    out_ += '\n';
  }

 private:
  void write(const Sentence& sentence, std::size_t at) {
    const Token& token = document_.tokens[at];
    out_ += std::to_string(at - sentence.begin + 1);
    column(document_.form(token));
    column(written_lemma(document_, token));
    column(name(token.upos));
    column(name(token.xpos));
    out_ += "\t_";
    write_head(sentence, token);
    out_ += "\t_\t";
    write_range(sentence, at);
    out_ += '\n';
  }

  void write_head(const Sentence& sentence, const Token& token) {
    if (!sentence.parsed) {
      out_ += "\t_\t_";
      return;
    }
    const auto begin = static_cast<std::int32_t>(sentence.begin);
    column(std::to_string(token.head < 0 ? 0 : token.head - begin + 1));
    column(name(token.deprel));
  }

  void write_range(const Sentence& sentence, std::size_t at) {
    const Token& token = document_.tokens[at];
    const bool attached = at + 1 < sentence.end && document_.tokens[at + 1].begin == token.end;
    if (attached) out_ += "SpaceAfter=No|";
    out_ += "TokenRange=" + std::to_string(points_.at(token.begin));
    out_ += ':' + std::to_string(points_.at(token.end));
  }

  void column(std::string_view text) {
    out_ += '\t';
    append_line(out_, text);
  }

  const Document& document_;
  CodePoints points_;
  std::string& out_;
};

}  // namespace

std::string write_conllu(const Document& document, std::string_view id) {
  std::string out = "# newdoc id = ";
  append_line(out, id);
  out += '\n';
  Writer writer(document, out);
  for (const auto& sentence : document.sentences) writer.write(sentence);
  return out;
}

}  // namespace corroborate::syntax
