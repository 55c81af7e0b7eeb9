#include "support/report.h"

#include "corroborate/extraction.h"

namespace corroborate::testing {
namespace {

ReportClaim claim(const std::string& id, std::uint32_t article, const std::string& property, const std::string& value,
                  Interval interval) {
  ReportClaim result;
  result.id = id;
  result.article = article;
  result.kind = ClaimKind::quantity;
  result.property = property;
  result.population = "docker";
  result.value = value;
  result.interval = interval;
  result.line = 3;
  result.column = 10;
  result.rule = "verb with count";
  return result;
}

ReportClaim told(ReportClaim claim, std::vector<std::string> chain, const std::string& origin) {
  claim.chain = std::move(chain);
  claim.origin = origin;
  return claim;
}

ReportClaim quoted(ReportClaim claim, const std::string& context, const std::string& quote) {
  claim.context = context;
  claim.quote = quote;
  claim.span = {100, 100 + static_cast<std::uint32_t>(quote.size())};
  return claim;
}

std::vector<ReportClaim> sample_claims() {
  const std::string gull =
      "The fire in the grain hall on the north quay killed nine dockers and injured about 20, the port "
      "authority said on Sunday evening after the last of the crews had left.";
  const std::string tern = "Tern Press quoted the dockers' union as saying that at least 12 dockers were killed.";
  const std::string skua = "Roughly 20 dockers were hurt, according to the port authority.";
  return {
      quoted(told(claim("gull.txt#1", 0, "killed.count", "9", {9, 9}), {"port authority"}, "port-authority"), gull,
             "killed nine dockers"),
      quoted(told(claim("gull.txt#2", 0, "injured.count", "about 20", {18, 22}), {"port authority"}, "port-authority"),
             gull, "injured about 20"),
      quoted(told(claim("tern.txt#1", 1, "killed.count", "at least 12", {12, unbounded}),
                  {"Tern Press", "dockers' union"}, "dockers-union"),
             tern, "at least 12 dockers were killed"),
      quoted(told(claim("skua.txt#1", 2, "injured.count", "about 20", {18, 22}), {"port authority"}, "port-authority"),
             skua, "Roughly 20 dockers were hurt"),
      quoted(told(claim("skua.txt#2", 2, "injured.count", "23", {23, 23}), {}, "skua"), "The list has 23 names.",
             "23 names"),
      quoted(told(claim("skua.txt#3", 2, "missing.count", "one", {1, 1}), {}, "skua"), "One docker is missing.",
             "One docker is missing"),
  };
}

Finding finding(const std::string& property, Verdict verdict, std::vector<Position> positions,
                std::vector<PairRelation> relations) {
  Finding result;
  result.id = "fire@harbour@2016-09-17/" + property + "/docker";
  result.kind = ClaimKind::quantity;
  result.property = property;
  result.population = "docker";
  result.verdict = verdict;
  if (verdict == Verdict::conflict) result.severity = Level::warning;
  if (verdict == Verdict::compatible) result.severity = Level::note;
  result.positions = std::move(positions);
  result.relations = std::move(relations);
  return result;
}

Finding counted(Finding finding, std::uint32_t articles, std::uint32_t origins) {
  finding.articles = finding.outlets = finding.publishers = articles;
  finding.origins = origins;
  finding.provisional = origins < 2;
  return finding;
}

Finding graded(Finding finding, const std::string& low, const std::string& high, const std::string& grade,
               const std::string& reason) {
  finding.low = low;
  finding.high = high;
  finding.grade = grade;
  finding.grade_reason = reason;
  return finding;
}

std::vector<Finding> sample_findings() {
  return {
      graded(counted(finding("injured.count", Verdict::compatible,
                             {{"about 20", {18, 22}, {1, 3}, 0, {0}}, {"23", {23, 23}, {4}, 0, {2}}},
                             {{0, 1, Verdict::compatible, Reason::bounds_apart}}),
                     2, 2),
             "18", "23", "fair", "two origins that meet"),
      graded(counted(finding("killed.count", Verdict::conflict,
                             {{"9", {9, 9}, {0}, 0, {0}}, {"at least 12", {12, unbounded}, {2}, 0, {1}}},
                             {{0, 1, Verdict::conflict, Reason::disjoint}}),
                     2, 2),
             "9", "12+", "contested", "values that exclude each other"),
      graded(counted(finding("missing.count", Verdict::single, {{"one", {1, 1}, {5}, 0, {2}}}, {}), 1, 1), "1", "1",
             "weak", "one origin"),
      graded(counted(finding("hurt.count", Verdict::agree, {{"about 20", {18, 22}, {1, 3}, 0, {0}}}, {}), 2, 1), "", "",
             "weak", "one origin"),
  };
}

}  // namespace

Report sample_report() {
  Report report;
  report.articles = {
      {"gull.txt", "in/gull.txt", "The Gull", "gull-group", "Fire", "https://gull.example/1", "2016-09-18", "metadata"},
      {"tern.txt", "in/tern.txt", "Tern Press", "tern-press", "", "", "2016-09-18", "dateline"},
      {"skua.txt", "in/skua.txt", "", "skua", "", "", "", ""}};
  const char* names[] = {"The Gull", "Tern Press", "skua.txt"};
  for (std::size_t i = 0; i < 3; ++i) {
    report.articles[i].name = names[i];
    report.articles[i].file = report.articles[i].id;
  }
  report.stories = {{"fire@harbour@2016-09-17", "fire, Harbour, 2016-09-17", {0, 1, 2}}};
  report.events = {
      {"fire@harbour@2016-09-17", 0, "fire", "fire, Harbour", "harbour", "2016-09-17", "2016-09-17", "incident"}};
  report.origins = {{"port-authority", "port authority", {}},
                    {"dockers-union", "dockers' union", {"Tern Press"}},
                    {"skua", "skua.txt", {}}};
  report.copies = {{0, 2, 41}};
  report.claims = sample_claims();
  report.findings = sample_findings();
  report.problems = {{"in/gone.txt", 0, "empty (expected the text of an article)", Severity::skipped}};
  return report;
}

}  // namespace corroborate::testing
