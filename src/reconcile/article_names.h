// What people call an article: names that are short and still tell the articles of one report apart.
#pragma once

#include <vector>

#include "corroborate/report.h"

namespace corroborate::reconciliation {

// Sets `file` and `name` of each. The name is the outlet where no other article has it, else the outlet with the day,
// else the outlet with the file; without a known outlet the file. Many articles of one file are told apart by their
// ids.
void name_articles(std::vector<ReportArticle>& articles);

}  // namespace corroborate::reconciliation
