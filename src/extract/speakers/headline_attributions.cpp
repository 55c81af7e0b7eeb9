// Reads headlines with a colon. A name in capitals before the colon is a dateline ("LONDON: …"), not a speaker; four
// letters are an acronym (NATO).
#include "extract/speakers/headline_attributions.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace corroborate::extraction {

namespace {

using syntax::Upos;

constexpr TokenIndex longest_speaker = 6;  // tokens
constexpr TokenIndex shortest_content = 3;
constexpr TokenIndex longest_headline = 30;

bool in_capitals(std::string_view form) {
  return form.size() > 4 &&
         std::none_of(form.begin(), form.end(), [](unsigned char c) { return std::islower(c) != 0; });
}

class HeadlineReader {
 public:
  HeadlineReader(const Analysis& analysis, const Entities& entities) : analysis_(analysis), entities_(entities) {}

  std::optional<AttributionMention> read(std::size_t number) const {
    const auto& sentence = analysis_.sentence(number);
    if (!stands_alone(number) || sentence.end - sentence.begin > longest_headline) return std::nullopt;
    const auto colon = colon_of(sentence);
    if (!colon || !speaks({sentence.begin, *colon}) || !tells({*colon + 1, sentence.end})) return std::nullopt;
    AttributionMention mention;
    mention.cue = *colon;
    mention.cue_range = {*colon, *colon + 1};
    mention.source = {sentence.begin, *colon};
    mention.content = {{*colon + 1, sentence.end}};
    mention.stance = Stance::says;
    mention.directness = analysis_.quoted(*colon + 1) ? Directness::direct : Directness::indirect;
    mention.rule = AttributionRule::headline_colon;
    return mention;
  }

 private:
  // A paragraph of one sentence that no full stop ends.
  bool stands_alone(std::size_t number) const {
    const auto& sentence = analysis_.sentence(number);
    const bool last =
        number + 1 == analysis_.document().sentences.size() || analysis_.sentence(number + 1).starts_paragraph;
    return sentence.starts_paragraph && last && analysis_.form(sentence.end - 1) != ".";
  }

  std::optional<TokenIndex> colon_of(const syntax::Sentence& sentence) const {
    for (auto t = sentence.begin + 1; t < sentence.end && t - sentence.begin <= longest_speaker; ++t)
      if (analysis_.form(t) == ":") return t;
    return std::nullopt;
  }

  // A name or a role, without a verb: "Ministry", "Port union", "Doctors in Varna".
  bool speaks(TokenRange range) const {
    bool named = false;
    for (auto t = range.begin; t < range.end; ++t) {
      const auto tag = analysis_.token(t).upos;
      if (tag == Upos::verb || tag == Upos::aux || tag == Upos::punct || tag == Upos::num) return false;
      const int entity = entities_.of_token(t);
      if (entity == no_index) continue;
      const auto kind = entities_.at(entity).kind;
      if (in_capitals(analysis_.form(t))) return false;
      named |= kind != EntityKind::thing && (kind != EntityKind::place || !entities_.at(entity).side.empty());
    }
    return named;
  }

  // The content has a verb, and reads on in words.
  bool tells(TokenRange range) const {
    if (range.end < range.begin + shortest_content) return false;
    for (auto t = range.begin; t < range.end; ++t) {
      const auto tag = analysis_.token(t).upos;
      if (tag == Upos::verb || tag == Upos::aux) return true;
    }
    return false;
  }

  const Analysis& analysis_;
  const Entities& entities_;
};

}  // namespace

void add_headlines(const Analysis& analysis, const Entities& entities, std::vector<AttributionMention>& found) {
  const HeadlineReader reader(analysis, entities);
  const auto before = found.size();
  for (std::size_t number = 0; number < analysis.document().sentences.size(); ++number) {
    auto mention = reader.read(number);
    if (!mention) continue;
    const auto& content = mention->content.front();
    const auto known = [&](const AttributionMention& other) {
      return other.cue == mention->cue || (other.holds(content.begin) && other.cue < content.begin);
    };
    if (std::none_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(before), known))
      found.push_back(std::move(*mention));
  }
  sort_by_cue(found);
}

}  // namespace corroborate::extraction
