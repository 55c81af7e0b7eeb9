// What the report shows of an article, of an event and of a claim.
#pragma once

#include <string>

#include "corroborate/report.h"
#include "reconcile/claim_ref.h"
#include "reconcile/events.h"
#include "reconcile/origins.h"

namespace corroborate::reconciliation {

// Takes its text.
ReportArticle report_article(Extraction& extraction);

// "strike, Varna Ford, 2019-06-13"
std::string label_of(const JoinedEvent& event);

ReportEvent report_event(const JoinedEvent& event);

// A claim as it stands in the report: its value in words and as an interval.
struct UsedClaim {
  ClaimRef ref;
  std::string words;
  Interval interval;
};

ReportClaim report_claim(const Extraction& extraction, const UsedClaim& used, const ClaimOrigin& origin);

}  // namespace corroborate::reconciliation
