#include "support/extraction.h"

namespace corroborate::testing {
namespace {

Article sample_article() {
  return {"gull/1.txt",
          "in/gull/1.txt",
          "The Gull",
          "A. Pen",
          "A title",
          "https://gull.example/1",
          "en",
          "fire",
          PublishedDay{17061, DayBasis::dateline, "HARBOUR, Sept. 17"},
          "DPA reported “killed at least 83 soldiers”.\r\n",
          4};
}

DateExpression sample_date() {
  DateExpression date;
  date.span = {31, 39};
  date.value = "2016-09-17";
  date.mod = "APPROX";
  date.resolved = true;
  date.days = {17061, 17061};
  date.reference = {true, Direction::past, 6, Grain::week, -2, 9, 19};
  date.basis = "Saturday before publication";
  date.rule = "weekday";
  return date;
}

Claim sample_claim() {
  Claim claim;
  claim.kind = ClaimKind::quantity;
  claim.event = 0;
  claim.property = "killed.count";
  claim.population = "soldier";
  claim.quantity = 0;
  claim.term = "yes";
  claim.polarity = Polarity::denied;
  claim.modality = Modality::hedged;
  claim.chain = {0, 1};
  claim.as_of = 1;
  claim.facets = {0, 1, 4, 2, 1, 0, Tie::object, "at", true, {1}, {0}, 5, "orla-holm", "port-ellan", 1};
  claim.arguments = {{"who", "jet", ArgumentKind::group, "aircraft", "hull-shire", no_index},
                     {"what", "raid", ArgumentKind::event, "strike", "", 0}};
  claim.pole = Pole::undone;
  claim.so_far = true;
  claim.span = {3, 30};
  claim.sentence = {0, 40};
  claim.line = 5;
  claim.column = 4;
  claim.quote = "killed \"at least\" 83\n\tsoldiers\x01";
  claim.context = "DPA reported “killed at least 83 soldiers”.";
  claim.rule = "verb with count";
  return claim;
}

}  // namespace

Extraction sample_extraction() {
  Extraction result;
  result.article = sample_article();
  result.publisher = "gull-group";
  result.wires = {"dpa", "ap"};
  result.quantities = {{{8, 11},
                        83,
                        83,
                        Relation::at_least,
                        Trend::up,
                        {83, unbounded},
                        "dollar",
                        "USD",
                        "money",
                        0.3,
                        -17.5,
                        "soldier",
                        "at least 83",
                        FigureKind::amount,
                        "number"},
                       {{12, 14},
                        0.1,
                        2.5,
                        Relation::range,
                        Trend::none,
                        {-unbounded, 1e300},
                        "",
                        "",
                        "",
                        1,
                        0,
                        "",
                        "",
                        FigureKind::word,
                        ""}};
  result.dates = {sample_date(), {}};
  result.attributions = {
      {{{0, 3}}, {{4, 12}}, {{13, 40}}, 0, Stance::denies, Directness::direct, no_index, "verb"},
      {{{4, 6}}, {}, {{5, 20}, {22, 30}}, no_index, Stance::says, Directness::mixed, 0, "said that"}};
  result.entities = {{EntityKind::body, "dpa", "DPA", "germany", true, {{0, 3}}}};
  result.events = {
      {"strike", {{"actor", 0}, {"victim", no_index}}, "harbour", 0, "hull-shire", Scope::whole, true, true, {{5, 9}}}};
  result.passages = {
      {3, true, {{"soldier", "soldier", WordKind::noun, 4, 2}, {"kill", "killed", WordKind::verb, 1, 1}}}};
  result.claims = {sample_claim()};
  result.features = {{"soldier", FeatureKind::name, 0.1f, 12}};
  result.background_documents = 637;
  result.words = {{0xFEDC, {2, 7}}, {0x0010, {8, 9}}};
  result.token_count = 99;
  result.problems = {{"in/gull/1.txt", 3, "a problem", Severity::notice}};
  return result;
}

}  // namespace corroborate::testing
