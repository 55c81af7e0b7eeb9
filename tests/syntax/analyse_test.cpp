// Tags, lemmas and trees of whole texts.
#include "syntax/analyse.h"

#include <chrono>

#include "syntax/conllu.h"
#include "syntax/model.h"
#include "test.h"

namespace {

using namespace std::string_literals;
using corroborate::syntax::Deprel;
using corroborate::syntax::Document;
using corroborate::syntax::Upos;

Document parse(std::string_view text) {
  Document document = corroborate::syntax::tag(text);
  for (auto& sentence : document.sentences) corroborate::syntax::parse(document, sentence);
  return document;
}

std::string lemmas_of(std::string_view text) {
  std::string joined;
  const Document document = corroborate::syntax::tag(text);
  for (const auto& token : document.tokens) joined += (joined.empty() ? "" : " ") + std::string(document.lemma(token));
  return joined;
}

std::size_t find(const Document& document, std::string_view form) {
  for (std::size_t at = 0; at < document.tokens.size(); ++at)
    if (document.form(at) == form) return at;
  FAIL("no token " << form << " in " << document.text);
  return 0;
}

// Whether every sentence is one tree over all its words.
void check_trees(const Document& document) {
  for (const auto& sentence : document.sentences) {
    std::size_t roots = 0;
    for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
      std::size_t steps = 0;
      auto head = document.tokens[at].head;
      roots += head < 0;
      CHECK((head < 0) == (document.tokens[at].deprel == Deprel::root));
      for (; head >= 0 && steps <= sentence.end - sentence.begin; ++steps) {
        REQUIRE((static_cast<std::size_t>(head) >= sentence.begin && static_cast<std::size_t>(head) < sentence.end));
        head = document.tokens[static_cast<std::size_t>(head)].head;
      }
      CHECK(head < 0);  // no cycle
    }
    CHECK(roots == 1);
  }
}

}  // namespace

TEST_CASE("the_linked_model_fits_this_program") {
  const auto problem = corroborate::syntax::find_model_problem(corroborate::syntax::linked_model_bytes());
  CHECK(problem == "");
  CHECK(corroborate::syntax::linked_model_bytes().size() <= 6'000'000);
}

TEST_CASE("a_damaged_or_foreign_model_is_told_apart") {
  const auto linked = corroborate::syntax::linked_model_bytes();
  std::vector<std::byte> copy(linked.begin(), linked.end());
  copy[copy.size() / 2] ^= std::byte{1};
  CHECK(corroborate::syntax::find_model_problem(copy) == "the model is damaged");
  copy[0] = std::byte{'x'};
  CHECK(corroborate::syntax::find_model_problem(copy) ==
        "the model was trained for another version of the program: train it again");
  CHECK(corroborate::syntax::find_model_problem({}) == "the model is missing or shorter than its header");
}

TEST_CASE("pasts_get_the_verb_that_they_are_of") {
  CHECK(lemmas_of("The crew tackled the fire.") == "the crew tackle the fire .");
  CHECK(lemmas_of("The storm toppled a mast and bowled nobody over.") ==
        "the storm topple a mast and bowl nobody over .");
  CHECK(lemmas_of("The guards freed nine men.") == "the guard free nine man .");
  CHECK(lemmas_of("Nine men fled.") == "nine man flee .");
  CHECK(lemmas_of("They tied the boat and tried again.") == "they tie the boat and try again .");
}

TEST_CASE("a_silent_e_is_found_again") {
  CHECK(lemmas_of("He timed the vote.") == "he time the vote .");
  CHECK(lemmas_of("The sheriff contrasted their lives.") == "the sheriff contrast their life .");
  CHECK(lemmas_of("They boasted of it.") == "they boast of it .");
  CHECK(lemmas_of("The voters were duped.") == "the voter be dupe .");
  CHECK(lemmas_of("They were timing the raid.") == "they be time the raid .");
}

TEST_CASE("verbs_and_nouns_get_their_lemmas") {
  CHECK(lemmas_of("The soldiers were killed.") == "the soldier be kill .");
  CHECK(lemmas_of("She hasn’t gone; they said so.") == "she have not go ; they say so .");
  CHECK(lemmas_of("Two ferrymen and nine servicewomen heard the omen.") ==
        "two ferryman and nine servicewoman hear the omen .");
}

TEST_CASE("a_lemma_of_more_than_64_kilobytes_is_cut_between_letters") {
  std::string word = "b";
  for (int i = 0; i < 40'000; ++i) word += "é";  // 80,001 bytes; the cut of 65,535 stands behind an é
  for (const std::string& text : {word, "b" + word}) {
    const Document document = corroborate::syntax::tag(text);
    REQUIRE(document.tokens.size() == 1);
    const auto lemma = document.lemma(0);
    CHECK(lemma.size() > 65'000);
    CHECK(lemma.size() % 2 == text.size() % 2);
    CHECK(text.starts_with(lemma));
  }
}

TEST_CASE("a_passive_with_its_agent_is_read_off_the_tree") {
  const Document document = parse("Four sailors were killed by the rebels on Monday.");
  const auto killed = static_cast<std::int32_t>(find(document, "killed"));
  const auto& sailors = document.tokens[find(document, "sailors")];
  CHECK(document.tokens[static_cast<std::size_t>(killed)].upos == Upos::verb);
  CHECK(document.tokens[static_cast<std::size_t>(killed)].deprel == Deprel::root);
  CHECK(sailors.head == killed);
  CHECK(sailors.deprel == Deprel::nsubj_pass);
  CHECK(document.tokens[find(document, "rebels")].head == killed);
  CHECK(document.tokens[find(document, "Four")].deprel == Deprel::nummod);
}

TEST_CASE("reported_speech_hangs_on_its_verb") {
  const Document document = parse("The ministry said that the port was closed.");
  const auto said = static_cast<std::int32_t>(find(document, "said"));
  const auto& closed = document.tokens[find(document, "closed")];
  CHECK(closed.head == said);
  CHECK(closed.deprel == Deprel::ccomp);
  CHECK(document.tokens[find(document, "ministry")].deprel == Deprel::nsubj);
}

TEST_CASE("trees_have_one_root_and_no_cycle_whatever_the_text") {
  for (const auto& text : std::initializer_list<std::string>{
           "One."s, "? ! . , ; : ( ) \" ' - — …"s, "of of of of the the the"s, std::string(300, '.') + " a"s,
           "a b c d e f g h i j k l m n o p\n\nq r s"s, "\xFF\xFE\x80 \xE2\x80 \xF0\x9F word"s,
           "Fire\nODEN, Sept. 5 (AP) – \"It burned,\" Mr. Ode said. He’d seen it.\n"s})
    check_trees(parse(text));
}

TEST_CASE("empty_and_blank_texts_have_no_sentences") {
  for (const auto& text : {""s, " \n\n\t"s, "\0\0"s, "\u00A0\u200B"s}) {
    const Document document = parse(text);
    CHECK(document.tokens.empty());
    CHECK(document.sentences.empty());
  }
}

TEST_CASE("hostile_text_takes_time_in_proportion_to_its_length") {
  const auto seconds = [](const std::string& text) {
    const auto start = std::chrono::steady_clock::now();
    CHECK(!corroborate::syntax::tag(text).tokens.empty());
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  for (const auto& piece : {"a"s, "1-"s, "'"s, "."s, "a."s, "@."s, "1,"s, "\"("s, "’s"s, "a@b.c/"s, "[1]"s}) {
    std::string text;
    while (text.size() < 2'000'000) text += piece;
    INFO("two megabytes of " << piece);
    CHECK(seconds(text) < 20);
  }
}

TEST_CASE("conllu_ranges_are_code_points_of_the_text") {
  const Document document = parse("É “so”\n\nOden’s");
  const std::string text = corroborate::syntax::write_conllu(document, "a b");
  CHECK(text.starts_with("# newdoc id = a b\n# newpar\n# text = É “so”\n"));
  CHECK(text.find("\tso\t") != std::string::npos);
  CHECK(text.find("TokenRange=0:1\n") != std::string::npos);
  CHECK(text.find("SpaceAfter=No|TokenRange=3:5\n") != std::string::npos);
  CHECK(text.find("SpaceAfter=No|TokenRange=8:12\n") != std::string::npos);
}
