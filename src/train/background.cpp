// count_background FILE.conllu…: in how many documents of a treebank each story feature occurs, as the table that
// data/model/README.md describes. Reads the text of the sentences only, so that terms are counted as in an article.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <string>

#include "corroborate/corroborate.h"

namespace {

constexpr int rarest = 2;  // documents: a term that only one has is dropped, two thirds of the table

class Counter {
 public:
  void read(std::istream& in) {
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with("# newdoc"))
        finish_document();
      else if (line.starts_with("# newpar"))
        text_ += '\n';
      else if (line.starts_with("# text = "))
        text_ += line.substr(9) + " ";
    }
    finish_document();
  }

  void write() const {
    fmt::print("# term and number of documents that have it: data/model/README.md\n");
    for (const auto& [term, count] : counts_) {
      if (count >= rarest) fmt::print("{}\t{}\n", term, count);
    }
  }

 private:
  void finish_document() {
    if (text_.empty()) return;
    corroborate::Article article;
    article.body = std::move(text_);
    text_.clear();
    ++counts_["*"];
    for (const auto& feature : corroborate::extract(article).features) ++counts_[feature.term];
  }

  std::string text_;
  std::map<std::string, int> counts_;  // in the order of bytes, as the search needs it; "*" = all documents
};

}  // namespace

int main(int count, char** arguments) {
  Counter counter;
  for (int i = 1; i < count; ++i) {
    std::ifstream in(arguments[i]);
    if (!in) {
      fmt::print(stderr, "{}: cannot be read\n", arguments[i]);
      return 2;
    }
    counter.read(in);
  }
  counter.write();
}
