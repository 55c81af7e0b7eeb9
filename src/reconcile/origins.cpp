// Origins of claims.
#include "reconcile/origins.h"

#include <algorithm>
#include <map>

#include "reconcile/components.h"

namespace corroborate::reconciliation {

namespace {

const Entity* source_of(const Extraction& extraction, int attribution) {
  const int entity = extraction.attributions[static_cast<std::size_t>(attribution)].source_entity;
  return entity == no_index ? nullptr : &extraction.entities[static_cast<std::size_t>(entity)];
}

void take_voice(const Extraction& extraction, ClaimOrigin& origin) {
  origin.own_voice = true;
  if (!extraction.wires.empty()) {
    origin.id = "wire:" + extraction.wires.front();
    origin.label = extraction.wires.front();
    return;
  }
  const bool known = !extraction.publisher.empty();
  origin.id = "outlet:" + (known ? extraction.publisher : extraction.article.id);
  origin.label = known ? (extraction.article.outlet.empty() ? extraction.publisher : extraction.article.outlet)
                       : extraction.article.id;
}

void take_origin(ClaimOrigin& origin, const ClaimOrigin& from) {
  origin.id = std::string(from.id);
  origin.label = std::string(from.label);
}

}  // namespace

ClaimOrigin origin_of(const Extraction& extraction, const Claim& claim) {
  ClaimOrigin origin;
  const Entity* ultimate = nullptr;
  for (const int attribution : claim.chain) {
    const Entity* entity = source_of(extraction, attribution);
    if (entity == nullptr) continue;
    if (origin.chain.empty() || origin.chain.back() != entity->label) origin.chain.push_back(entity->label);
    if (entity->relay)
      origin.relay = entity->key;
    else
      ultimate = entity;
  }
  if (ultimate != nullptr) {
    origin.id = ultimate->side.empty() ? ultimate->key : ultimate->side;
    origin.label = ultimate->label;
  } else if (!origin.relay.empty()) {
    origin.id = "via:" + origin.relay;
    origin.label = origin.chain.back();
    origin.only_relay = true;
  } else {
    take_voice(extraction, origin);
  }
  return origin;
}

void join_origins(std::vector<FindingClaim>& claims) {
  // A relay that names nobody goes back to whoever the same relay names first for the same value.
  std::map<std::pair<std::size_t, std::string_view>, const ClaimOrigin*> named;  // by position and relay
  for (const auto& claim : claims) {
    if (!claim.origin->only_relay && !claim.origin->relay.empty())
      named.emplace(std::pair(claim.position, std::string_view(claim.origin->relay)), claim.origin);
  }
  for (auto& claim : claims) {
    if (!claim.origin->only_relay) continue;
    const auto known = named.find({claim.position, claim.origin->relay});
    if (known == named.end()) continue;
    take_origin(*claim.origin, *known->second);
    claim.origin->only_relay = false;
  }
  // The outlet's own words about a measure that it attributes elsewhere are not another voice.
  std::map<std::size_t, const ClaimOrigin*> quoted;  // by article: the first source
  for (const auto& claim : claims) {
    if (!claim.origin->own_voice) quoted.emplace(claim.article, claim.origin);
  }
  for (auto& claim : claims) {
    const auto known = claim.origin->own_voice ? quoted.find(claim.article) : quoted.end();
    if (known != quoted.end()) take_origin(*claim.origin, *known->second);
  }
}

namespace {

bool holds(Span outer, Span inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

// The outlet's name is the weakest thing known of where its words come from.
bool names_better(const FindingClaim& claim, const FindingClaim& other) {
  const bool outlet = claim.origin->id.starts_with("outlet:"), other_outlet = other.origin->id.starts_with("outlet:");
  return outlet != other_outlet ? !outlet : claim.article < other.article;
}

}  // namespace

void join_copies(std::vector<FindingClaim>& claims, const std::vector<CopiedPassage>& passages) {
  std::multimap<std::size_t, std::size_t> spoken;  // article to claim in its own voice
  for (std::size_t c = 0; c < claims.size(); ++c) {
    if (claims[c].origin->own_voice) spoken.emplace(claims[c].article, c);
  }
  Components<std::size_t> sets(claims.size());
  for (const auto& [article, a] : spoken) {
    auto passage = std::ranges::lower_bound(passages, article, {}, &CopiedPassage::article_a);
    for (; passage != passages.end() && passage->article_a == article; ++passage) {
      if (!holds(passage->span_a, claims[a].span)) continue;
      const auto [first, last] = spoken.equal_range(passage->article_b);
      for (auto b = first; b != last; ++b) {
        if (holds(passage->span_b, claims[b->second].span)) sets.tie(a, b->second);
      }
    }
  }
  std::map<std::size_t, std::size_t> speakers;  // set to the claim whose origin it takes
  for (std::size_t c = 0; c < claims.size(); ++c) {
    const auto [speaker, is_new] = speakers.emplace(sets.root(c), c);
    if (!is_new && names_better(claims[c], claims[speaker->second])) speaker->second = c;
  }
  for (std::size_t c = 0; c < claims.size(); ++c) {
    const auto& speaker = *claims[speakers.at(sets.root(c))].origin;
    claims[c].origin->id = std::string(speaker.id);
    claims[c].origin->label = std::string(speaker.label);
  }
}

}  // namespace corroborate::reconciliation
