// The HTML report: whole, linked, and closed against whatever an article holds.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "corroborate/corroborate.h"
#include "report/content_hash.h"
#include "report/html_style.h"
#include "report/html_text.h"
#include "support/report.h"
#include "test.h"

using namespace corroborate;
namespace reporting = corroborate::reporting;

namespace {

std::string page_of(const Report& report) { return write_report(report, "html", {}); }

// What stands between each `before` and the next `after`.
std::vector<std::string> between(const std::string& text, const std::string& before, const std::string& after) {
  std::vector<std::string> found;
  for (auto at = text.find(before); at != std::string::npos; at = text.find(before, at)) {
    at += before.size();
    const auto end = text.find(after, at);
    if (end == std::string::npos) break;
    found.push_back(text.substr(at, end - at));
  }
  return found;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t times = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++times;
  return times;
}

// The elements that a page opens and how often, so that markup out of an article shows up as a new one.
std::string elements_of(const std::string& page) {
  std::map<std::string, int> names;
  for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    ++names[page.substr(at + 1, page.find_first_of(" >\n", at) - at - 1)];
  }
  std::string lines;
  for (const auto& [name, times] : names) lines += name + " " + std::to_string(times) + "\n";
  return lines;
}

const std::string hostile =
    "\"><script>alert(1)</script>' onload='x' ]]>--><img src=//evil.example>&amp;\u202E\u2066\x1b";

// The sample with the same text in every field that comes from an article.
Report with_text_everywhere(const std::string& text) {
  Report report = testing::sample_report();
  for (auto& article : report.articles) {
    article.id = article.path = article.outlet = article.title = article.url = article.published = article.basis = text;
    article.body = "lines of " + text;
  }
  for (auto& story : report.stories) story.id = story.label = text;
  for (auto& event : report.events) event.id = event.label = event.first = event.last = text;
  for (auto& origin : report.origins) origin.label = text;
  for (auto& claim : report.claims) {
    claim.id = claim.value = claim.property = claim.population = claim.quote = claim.rule = text;
    claim.context = "before " + text + " after";
    claim.chain = {text, text};
  }
  for (auto& finding : report.findings) {
    finding.id = finding.property = finding.population = finding.low = finding.high = finding.grade = text;
    finding.grade_reason = text;
    for (auto& position : finding.positions) position.value = text;
  }
  report.problems = {{text, 3, text, Severity::skipped}};
  return report;
}

// `articles` articles that each state the same ten things, a third of them otherwise than the others.
Report large_report(std::uint32_t articles) {
  constexpr std::uint32_t topics = 10;
  Report report = testing::sample_report();
  const ReportArticle article = report.articles[0];
  const ReportClaim claim = report.claims[0];
  const Finding finding = report.findings[1];
  report.articles.assign(articles, article);
  report.claims.clear();
  report.findings.assign(topics, finding);
  report.copies.clear();
  report.stories[0].articles.clear();
  for (auto& topic : report.findings) {
    for (auto& position : topic.positions) position.claims.clear();
  }
  for (std::uint32_t a = 0; a < articles; ++a) {
    report.articles[a].id = report.articles[a].path = "in/" + std::to_string(a) + ".txt";
    report.stories[0].articles.push_back(a);
    for (std::uint32_t topic = 0; topic < topics; ++topic) {
      report.findings[topic].positions[a % 3 == 0 ? 1 : 0].claims.push_back(
          static_cast<std::uint32_t>(report.claims.size()));
      report.claims.push_back(claim);
      report.claims.back().article = a;
      report.claims.back().context += " " + std::to_string(topic);  // a sentence of its own
    }
  }
  return report;
}

}  // namespace

TEST_CASE("html_shows_every_finding_once_and_links_it_with_its_claims_both_ways") {
  const Report report = testing::sample_report();
  const std::string page = page_of(report);
  for (std::size_t f = 0; f < report.findings.size(); ++f) {
    INFO(report.findings[f].id);
    CHECK(count(page, "id=\"f" + std::to_string(f) + "\"") == 1);
    CHECK(count(page, "<code>" + report.findings[f].id + "</code>") == 1);
    for (std::size_t p = 0; p < report.findings[f].positions.size(); ++p) {
      const std::string place = "f" + std::to_string(f) + "p" + std::to_string(p);
      CHECK(count(page, "id=\"" + place + "\"") == 1);
      for (const std::uint32_t claim : report.findings[f].positions[p].claims) {
        const auto item = between(page, "<li id=\"c" + std::to_string(claim) + "\">", "</li>");
        REQUIRE(item.size() == 1);
        CHECK(item[0].find("href=\"#" + place + "\"") != std::string::npos);
        CHECK(count(page, "<a href=\"#c" + std::to_string(claim) + "\">") >= 1);
      }
    }
  }
}

namespace {

// The sample with the text of its first article, in which both its claims stand.
Report report_with_text() {
  Report report = testing::sample_report();
  ReportArticle& article = report.articles[0];
  article.body = "Fire on the quay\n\n" + report.claims[0].context + "\nIt is <out>.\n";
  article.first_line = 5;
  for (ReportClaim* claim : {&report.claims[0], &report.claims[1]}) {
    const auto at = static_cast<std::uint32_t>(article.body.find(claim->quote));
    claim->span = {at, at + static_cast<std::uint32_t>(claim->quote.size())};
  }
  return report;
}

std::string text_of_first(const Report& report) {
  const auto texts = between(page_of(report), "<ol class=\"text\">", "</ol>");
  REQUIRE(texts.size() == 1);
  return texts[0];
}

}  // namespace

TEST_CASE("html_marks_the_claims_in_the_text_and_links_each_with_its_finding_both_ways") {
  const Report report = report_with_text();
  const std::string page = page_of(report), text = text_of_first(report);
  CHECK(count(text, "<mark>") == 2);
  CHECK(text.find("<mark>killed nine dockers<a id=\"c0\" href=\"#f1p0\" title=\"conflict: killed · docker\">↑</a>"
                  "</mark> and <mark>injured about 20<a id=\"c1\" href=\"#f0p0\"") != std::string::npos);
  CHECK(text.find("<a href=\"#f3p0\"") != std::string::npos);  // the second finding that the same words feed
  CHECK(count(page, " id=\"c0\"") == 1);
  CHECK(count(page, "href=\"#c0\"") >= 1);
  CHECK(text.find("It is &lt;out&gt;.") != std::string::npos);
  CHECK(between(page, "<section class=\"source\" id=\"a0\"", "</section>")[0].find("sentences") == std::string::npos);
  CHECK(between(page, "<section class=\"source\" id=\"a1\"", "</section>")[0].find("sentences") != std::string::npos);
}

TEST_CASE("html_numbers_the_lines_of_a_text_as_the_file_does") {
  Report report = report_with_text();
  std::string text = text_of_first(report);
  CHECK(text.find("<li value=\"5\">Fire on the quay</li>") != std::string::npos);
  CHECK(text.find("<li value=\"7\">The fire") != std::string::npos);
  CHECK(text.find("<li>It is") != std::string::npos);
  report.articles[0].lines = {12, 14, 14, 30};
  text = text_of_first(report);
  CHECK(text.find("<li value=\"12\">Fire on the quay</li>") != std::string::npos);
  CHECK(text.find("<li value=\"14\">The fire") != std::string::npos);
  CHECK(text.find("<li value=\"30\">It is") != std::string::npos);
}

TEST_CASE("html_marks_claims_that_overlap_once_and_goes_on_over_the_end_of_a_line") {
  Report report = report_with_text();
  const std::string& body = report.articles[0].body;
  const auto end = static_cast<std::uint32_t>(body.find("It is") + 5);
  report.claims[1].span = {report.claims[0].span.begin + 7, end};
  const std::string text = text_of_first(report);
  CHECK(count(text, "<mark>") == 2);
  CHECK(text.find("<mark>It is</mark> &lt;out&gt;") != std::string::npos);
  CHECK(count(text, " id=\"c0\"") == 1);
  CHECK(count(text, " id=\"c1\"") == 1);
}

TEST_CASE("html_leads_on_from_claims_that_a_text_does_not_have") {
  Report report = report_with_text();
  report.articles[0].body = "Another text.";
  const std::string page = page_of(report);
  CHECK(count(page, "<p>Not in this text: <a id=\"c0\"") == 1);
  CHECK(count(page, " id=\"c1\"") == 1);
}

TEST_CASE("html_leaves_texts_out_of_print") {
  const auto print = between(page_of(report_with_text()), "@media print{", "</style>");
  REQUIRE(print.size() == 1);
  CHECK(print[0].find(".filters,.skip,.text{display:none}") != std::string::npos);
}

TEST_CASE("html_puts_conflicts_first_and_folds_what_one_source_says") {
  const std::string page = page_of(testing::sample_report());
  const auto at = [&](const std::string& part) { return page.find(part); };
  CHECK(at("id=\"s0-conflict\"") < at("id=\"s0-compatible\""));
  CHECK(at("id=\"s0-compatible\"") < at("id=\"s0-agree\""));
  CHECK(at("id=\"s0-agree\"") < at("id=\"s0-single\""));
  const auto single = between(page, "id=\"s0-single\"", "</section>");
  REQUIRE(single.size() == 1);
  CHECK(single[0].find("<details><summary>") < single[0].find("id=\"f2\""));
}

TEST_CASE("html_opens_with_the_answer") {
  Report report = testing::sample_report();
  report.findings[3].origins = 2;
  const std::string page = page_of(report);
  const auto conflicts = between(page, "<h2 id=\"conflicts\">", "</nav>"),
             agreements = between(page, "<h2 id=\"agreements\">", "</nav>");
  REQUIRE(conflicts.size() == 1);
  REQUIRE(agreements.size() == 1);
  CHECK(count(conflicts[0], "<li ") == 1);
  CHECK(conflicts[0].find("<a href=\"#f1\">killed · docker</a>: <b>9</b> (port authority) | <b>at least 12</b> "
                          "(dockers&#39; union) <small>2 origins; ") != std::string::npos);
  CHECK(count(agreements[0], "<li ") == 1);
  CHECK(page.find("<h2 id=\"conflicts\">") < page.find("<main"));
}

TEST_CASE("html_scale_is_logarithmic_where_values_are_far_apart_and_says_so") {
  Report report = testing::sample_report();
  const std::string said = "<figcaption>A logarithmic scale";
  CHECK(page_of(report).find(said) == std::string::npos);
  report.findings[1].positions.push_back({"9,000", {9000, 9000}, {2}, 0, {1}});
  const std::string page = page_of(report);
  CHECK(page.find(said) != std::string::npos);
  CHECK(page.find("<text x=\"12.0%\" y=\"14\">9</text>") != std::string::npos);  // the ends, as they are stated
  CHECK(page.find("<text x=\"86.0%\" y=\"14\">9,000</text>") != std::string::npos);
  CHECK(page.find(">100</text>") != std::string::npos);  // and what lies between
  CHECK(page.find(">10</text>") == std::string::npos);   // but not on top of an end
}

TEST_CASE("html_draws_no_figure_that_may_be_of_another_thing_and_says_so") {
  Report report = testing::sample_report();
  Finding& finding = report.findings[1];
  finding.positions.push_back({"9,000", {9000, 9000}, {2}, 0, {1}});
  finding.relations.push_back({0, 2, Verdict::compatible, Reason::apart});
  finding.relations.push_back({1, 2, Verdict::compatible, Reason::apart});
  const auto plots = between(page_of(report), "<figure class=\"plot\">", "</figure>");
  REQUIRE_FALSE(plots.empty());
  CHECK(plots[0].find("9,000") == std::string::npos);
  CHECK(plots[0].find("<figcaption>1 value not drawn: perhaps not of the same thing</figcaption>") !=
        std::string::npos);
}

TEST_CASE("html_cells_name_their_column_for_narrow_windows") {
  CHECK(page_of(testing::sample_report()).find("<td data-source=\"The Gull\"><a class=\"contested\" href=\"#f1p0\">") !=
        std::string::npos);
}

TEST_CASE("html_links_inside_the_page_have_their_targets_and_ids_are_unique") {
  const std::string page = page_of(testing::sample_report());
  std::multiset<std::string> ids;
  for (const auto& id : between(page, " id=\"", "\"")) ids.insert(id);
  REQUIRE_FALSE(ids.empty());
  const auto targets = between(page, "href=\"#", "\""), labels = between(page, "aria-labelledby=\"", "\"");
  REQUIRE_FALSE(targets.empty());
  REQUIRE_FALSE(labels.empty());
  for (const auto& target : targets) {
    INFO(target);
    CHECK(ids.count(target) == 1);
  }
  for (const auto& label : labels) {
    INFO(label);
    CHECK(ids.count(label) == 1);
  }
  for (const auto& id : ids) CHECK(ids.count(id) == 1);
}

TEST_CASE("html_lets_no_markup_of_an_article_through") {
  const std::string plain = page_of(with_text_everywhere("nine\u202E"));
  const std::string page = page_of(with_text_everywhere(hostile));
  CHECK(elements_of(page) == elements_of(plain));
  CHECK(count(page, "\"") == count(plain, "\""));  // no attribute was opened or closed
  CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt;&#39; onload=&#39;x&#39; ]]&gt;") != std::string::npos);
  for (const std::string mark : {"\u202E", "\u2066", "\x1b"}) CHECK(page.find(mark) == std::string::npos);
}

TEST_CASE("html_text_is_escaped_and_invalid_bytes_are_replaced") {
  CHECK(reporting::escape("a<b> & \"c\" 'd'") == "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
  CHECK(reporting::escape("caf\xE9\n x") == "caf\uFFFD x");
}

TEST_CASE("html_marks_each_quote_and_joins_those_that_overlap") {
  CHECK(reporting::marked("Nine <dockers> died & ten fled.", {"ten fled", "<dockers> died"}) ==
        "Nine <mark>&lt;dockers&gt; died</mark> &amp; <mark>ten fled</mark>.");
  CHECK(reporting::marked("a b c d e", {"b c", "c d"}) == "a <mark>b c d</mark> e");
  CHECK(reporting::marked("a b", {"elsewhere", ""}) == "a b");
}

TEST_CASE("html_links_outside_only_by_web_addresses_and_tells_them_nothing") {
  CHECK(reporting::outside_link("https://gull.example/?a=1&b=\"", "The Gull") ==
        "<a href=\"https://gull.example/?a=1&amp;b=&quot;\" rel=\"noopener noreferrer\">The Gull</a>");
  CHECK(reporting::outside_link("HTTP://gull.example/", "x").starts_with("<a href=\"HTTP://gull.example/\""));
  for (const auto* url :
       {"javascript:alert(1)", "data:text/html,x", "//gull.example", "file:///etc/passwd", "https:", ""}) {
    CHECK(reporting::outside_link(url, "The Gull") == "The Gull");
  }
}

TEST_CASE("html_fetches_nothing_and_runs_its_own_script_alone") {
  const std::string page = page_of(testing::sample_report());
  for (const auto* element : {"<script ", "<link", "<iframe", "<img", "<object", "<base", " src=", "@import", "url("}) {
    INFO(element);
    CHECK(page.find(element) == std::string::npos);
  }
  CHECK(count(page, "<script>") == 1);
  for (const auto* word : {"fetch", "XMLHttp", "innerHTML", "eval", "import", "localStorage", "cookie"})
    CHECK(between(page, "<script>", "</script>")[0].find(word) == std::string::npos);
  const auto targets = between(page, "href=\"", "\"");
  REQUIRE_FALSE(targets.empty());
  for (const auto& target : targets) {
    INFO(target);
    CHECK((target.starts_with("#") || target == "https://gull.example/1"));
  }
}

TEST_CASE("html_policy_allows_its_own_style_and_script_and_nothing_else") {
  const std::string page = page_of(testing::sample_report());
  const auto styles = between(page, "<style>", "</style>");
  REQUIRE(styles.size() == 1);
  const std::string policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" +
                             reporting::content_hash(styles[0]) + "'; script-src '" +
                             reporting::content_hash(between(page, "<script>", "</script>").at(0)) +
                             "'; base-uri 'none'; form-action 'none'\">";
  CHECK(page.find(policy) != std::string::npos);
  CHECK(page.find(policy) < page.find("<style>"));
  CHECK(page.find(" style=\"") == std::string::npos);  // the policy would block it
}

// Vectors of FIPS 180-2, appendix B, and of the empty message; the lengths about a block's end.
TEST_CASE("content_hash_is_sha_256_in_base64") {
  CHECK(reporting::content_hash("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  CHECK(reporting::content_hash("abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  CHECK(reporting::content_hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "sha256-JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=");
  CHECK(reporting::content_hash(std::string(1000000, 'a')) == "sha256-zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA=");
}

TEST_CASE("html_draws_bounds_as_arrows_and_says_so_in_words") {
  const std::string page = page_of(testing::sample_report());
  const auto rows = between(page, "<li><span class=\"label\">", "</svg></span></li>");
  const auto drawn = [&](const std::string& value) {
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const std::string& row) { return row.find(">" + value + "</a>") != row.npos; });
    return found == rows.end() ? std::string() : *found;
  };
  CHECK(drawn("at least 12").find("aria-label=\"a lower bound, open above\"") != std::string::npos);
  CHECK(drawn("at least 12").find("<path d=\"M-8") != std::string::npos);
  CHECK(drawn("9").find("aria-label=\"one value\"") != std::string::npos);
  CHECK(drawn("9").find("<use href=\"#shape0\"") != std::string::npos);
  CHECK(drawn("9").find("<path") == std::string::npos);
  CHECK(drawn("about 20").find("aria-label=\"a range\"") != std::string::npos);
  CHECK(drawn("about 20").find("class=\"bar\"") != std::string::npos);
}

TEST_CASE("html_gives_each_origin_one_colour_and_origins_that_disagree_different_ones") {
  const std::string page = page_of(testing::sample_report());
  const auto rows = between(page, "<svg class=\"row ", "\"");
  REQUIRE(rows.size() == 4);  // two conflicting, two compatible; where all say the same there is nothing to see
  CHECK(rows[0] != rows[1]);
  CHECK(rows[0] == rows[2]);  // the port authority says both
}

TEST_CASE("html_timeline_is_in_the_order_of_days_and_leaves_open_days_out") {
  Report report = testing::sample_report();
  Finding& finding = report.findings[1];
  finding.kind = ClaimKind::date;
  finding.positions[0] = {"2016-09-18 (Sunday)", {17062, 17062}, {0}, 0, {0}};
  finding.positions[1] = {"by 2016-09-17", {static_cast<double>(Days{}.first), 17061}, {2}, 0, {1}};
  const auto days = between(page_of(report), "<span class=\"when\">", "</span>");
  CHECK(days == std::vector<std::string>{"by 2016-09-17", "Sunday 2016-09-18"});
}

TEST_CASE("html_draws_who_says_it_via_whom") {
  const std::string page = page_of(testing::sample_report());
  const auto trees = between(page, "<ul class=\"tree\">", "<h4>Copied");
  REQUIRE(trees.size() == 1);
  const auto at = [&](const std::string& part) { return trees[0].find(part); };
  const auto origin = at("dockers&#39; union</span>");
  const auto relay = trees[0].find("via <span class=\"node\">Tern Press</span>", origin);
  CHECK(origin != std::string::npos);
  CHECK(relay != std::string::npos);
  CHECK(trees[0].find("<a href=\"#a1\">", relay) != std::string::npos);
  CHECK(page.find("41 words are the same") != std::string::npos);
}

TEST_CASE("html_says_what_was_printed_when_and_what_no_longer_stands") {
  Report report = testing::sample_report();
  report.articles[0].status = ArticleStatus::withdrawn;
  report.findings[1].timeline = {{"2016-09-18", 0, 0}, {"2016-09-19", 1, 2}};
  report.findings[1].positions[0].superseded = true;
  report.findings[1].positions[1].admiralty = "B2";
  const std::string page = page_of(report);
  CHECK(page.find("by day: <a href=\"#c0\">9 (2016-09-18)</a>, <a href=\"#c2\">at least 12 (2016-09-19)</a>") !=
        std::string::npos);
  CHECK(page.find("<small>1 origin, superseded</small>") != std::string::npos);
  CHECK(page.find("<small>1 origin, B2</small>") != std::string::npos);
  CHECK(page.find("· <b>withdrawn</b>") != std::string::npos);
}

TEST_CASE("html_filters_know_every_verdict_article_and_origin") {
  const Report report = testing::sample_report();
  const std::string page = page_of(report);
  for (const auto* verdict : {"conflict", "compatible", "agree", "single"}) {
    CHECK(count(page, std::string("id=\"v-") + verdict + "\"") == 1);
    CHECK(count(page, std::string("#v-") + verdict + ":checked") == 1);
  }
  for (const std::string id : {"a0", "a2", "o0", "o2"}) {
    CHECK(count(page, "<option id=\"only-" + id + "\">") == 1);
  }
  CHECK(page.find("<article class=\"item conflict a0 a1 o0 o1\" id=\"f1\"") != std::string::npos);
}

TEST_CASE("html_is_the_same_for_the_same_report_and_complete_for_an_empty_one") {
  CHECK(page_of(testing::sample_report()) == page_of(testing::sample_report()));
  const std::string empty = page_of({});
  CHECK(empty.starts_with("<!DOCTYPE html>\n"));
  CHECK(empty.ends_with("</html>\n"));
}

TEST_CASE("html_stays_under_a_megabyte_for_fifty_articles") {
  const std::string page = page_of(large_report(50));
  CHECK(count(page, "<li id=\"c") == 500);
  CHECK(page.size() < 1000000);
  Report with_texts = large_report(50);
  for (ReportArticle& article : with_texts.articles)
    for (int i = 0; i < 70; ++i) article.body += "A line of fifty letters, as an article has seventy.\n";
  std::uint32_t at = 0;
  for (ReportClaim& claim : with_texts.claims) claim.span = {at % 3000, at % 3000 + 20}, at += 37;
  const std::string whole = page_of(with_texts);
  CHECK(count(whole, "<a id=\"c") == 500);
  CHECK(whole.size() < 1000000);
}
