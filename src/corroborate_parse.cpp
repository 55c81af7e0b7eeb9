// parse_conllu(): the syntax floor alone, from article to text.
#include "corroborate/corroborate.h"
#include "syntax/analyse.h"
#include "syntax/conllu.h"

namespace corroborate {

std::string parse_conllu(const Article& article) {
  auto document = syntax::tag(article.body);
  for (auto& sentence : document.sentences) syntax::parse(document, sentence);
  return syntax::write_conllu(document, article.id);
}

}  // namespace corroborate
