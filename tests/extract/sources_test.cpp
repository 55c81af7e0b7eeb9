// Who a source is, by the label that the report will print.
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/corroborate.h"
#include "extract/names/frontmatter.h"
#include "test.h"

using namespace corroborate;

namespace {

std::vector<std::string> sources_in(const std::string& text) {
  Article article;
  article.id = "a";
  article.body = text;
  const Extraction extraction = extract(article);
  std::vector<std::string> labels;
  for (const auto& attribution : extraction.attributions) {
    const bool named = attribution.source_entity != no_index;
    labels.push_back(named ? extraction.entities[static_cast<std::size_t>(attribution.source_entity)].label : "nobody");
  }
  return labels;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("an_office_is_known_by_its_whole_name") {
  CHECK(sources_in("The Holm County Coroner's Office said nine dockers died. The Holm County Sheriff's Office said ten "
                   "were hurt.") == Labels{"Holm County Coroner's Office", "Holm County Sheriff's Office"});
}

TEST_CASE("a_shorter_name_of_an_office_is_the_longer_one") {
  CHECK(sources_in("The Holm County Sheriff's Office said nine dockers died. On Monday the sheriff's office said ten "
                   "were hurt.") == Labels{"Holm County Sheriff's Office", "Holm County Sheriff's Office"});
}

TEST_CASE("a_name_in_front_of_a_role_is_not_the_speaker") {
  CHECK(sources_in("Ellan police said nine dockers died.") == Labels{"Ellan police"});
  CHECK(sources_in("Varga's lawyer said nine dockers died.") == Labels{"Varga's lawyer"});
}

TEST_CASE("a_spokesman_speaks_for_whom_he_names_and_a_name_behind_a_role_is_the_speaker") {
  CHECK(sources_in("Acorn Lines spokeswoman Ida Holm said nine dockers died.") == Labels{"Ida Holm"});
  CHECK(sources_in("The lawyer, Ida Holm, said nine dockers died.") == Labels{"Ida Holm"});
}

TEST_CASE("who_was_she_is_not_he") {
  const Labels labels = sources_in(
      "Otto Varga said the pier was weak. Ida Holm said nine dockers died. She said ten were hurt. He said the port "
      "was closed.");
  CHECK(labels == Labels{"Otto Varga", "Ida Holm", "Ida Holm", "Otto Varga"});
}

TEST_CASE("he_is_whom_the_sentence_before_was_about") {
  CHECK(sources_in("Coach Ada Holm was glad. \"We lost nine oars,\" she said.") == Labels{"Ada Holm"});
  CHECK(sources_in("\"The pier fell,\" said Ada Holm, a docker. Her neighbour Otto Varga disagreed. \"I heard nine "
                   "bangs,\" he said.") == Labels{"Ada Holm", "Otto Varga"});
  CHECK(sources_in("The captain of the Sunniva, Otto Varga, apologised. He said nine dockers were hurt.").back() ==
        "Otto Varga");
  CHECK(sources_in("The storm hit Ada Holm's house. He said nine dockers were hurt.") == Labels{"nobody"});
}

TEST_CASE("a_definite_body_is_the_one_of_its_kind_or_stays_as_it_is") {
  CHECK(sources_in("The Ministry of Health said nine dockers died. The ministry said ten were hurt.").back() ==
        "Ministry of Health");
  CHECK(sources_in("The interior ministry said nine dockers died. The ministry said ten were hurt.").back() ==
        "interior ministry");
  CHECK(sources_in("The River Observatory said nine dockers died. The ministry denied that ten were hurt.").back() ==
        "ministry");
  CHECK(sources_in("The health ministry said nine dockers died. The interior ministry said ten were hurt.").back() ==
        "interior ministry");
}

TEST_CASE("a_source_is_named_by_its_words") {
  CHECK(sources_in("Clerks at Holm Institute said nine dockers died.") == Labels{"Clerks at Holm Institute"});
  CHECK(sources_in("Norway Timber said nine dockers died.") == Labels{"Norway Timber"});
  CHECK(sources_in("The mayor of Varna port told AFP that nine dockers died.") == Labels{"mayor of Varna port"});
  CHECK(sources_in("A docker, who gave his name only as Otto, said that nine died.").back() == "Otto");
  CHECK(sources_in("According to a note seen by the Ellan Courier, nine dockers died.") ==
        Labels{"note seen by the Ellan Courier"});
}

TEST_CASE("an_event_says_nothing") {
  CHECK(sources_in("That cease-fire says nine dockers will go home.") == Labels{"nobody"});
}

TEST_CASE("pages_of_one_host_are_one_outlet") {
  const auto family = [](std::string_view outlet, std::string_view url) {
    return extraction::publisher_of(outlet, url);
  };
  CHECK(family("The Gull", "https://www.gull.example/a") == family("Gull Online", "https://m.gull.example/b?id=1"));
  CHECK(family("", "https://GULL.example:443/a") == family("The Gull", "http://gull.example"));
  CHECK(family("The Gull", "https://gull.example/a") != family("The Gull", "https://other.example/a"));
  CHECK(family("The Gull", "") == "the-gull");
  CHECK(family("BBC News", "https://relay.example/bbc") == family("", "https://www.bbc.co.uk/news/1"));
}
