// reconcile(): stories and copies over all articles, then one story after the other, several at a time.
#include <algorithm>
#include <functional>

#include "corroborate/stories.h"
#include "parallel/in_order.h"
#include "reconcile/copies.h"
#include "reconcile/report_frame.h"
#include "reconcile/report_ids.h"
#include "reconcile/report_whole.h"
#include "reconcile/run.h"
#include "reconcile/stories.h"
#include "reconcile/story_part.h"

namespace corroborate {
namespace reconciliation {
namespace {

using Groups = std::vector<std::vector<std::size_t>>;

// Extractions that are all in memory.
class Memory final : public Source {
 public:
  explicit Memory(std::vector<Extraction>&& extractions) : extractions_(std::move(extractions)) {
    std::ranges::stable_sort(extractions_, {}, [](const Extraction& e) -> const std::string& { return e.article.id; });
  }
  std::vector<Extraction>& outlines() override { return extractions_; }
  void drop_outlines() override {}
  std::vector<Extraction> take(const std::vector<std::size_t>& story) override {
    std::vector<Extraction> result;
    result.reserve(story.size());
    for (const auto number : story) result.push_back(std::move(extractions_[number]));
    return result;
  }

 private:
  std::vector<Extraction> extractions_;
};

// The largest story first.
Stories stories_in_order(const std::vector<Extraction>& outlines, const ReconcileOptions& options) {
  Stories stories = find_stories(outlines, {options.frequencies, options.links, options.threads});
  std::ranges::stable_sort(stories.articles, std::greater{}, &std::vector<std::size_t>::size);
  return stories;
}

// By story: the passages that its articles have from each other, by their numbers in the story.
std::vector<std::vector<CopiedPassage>> within_stories(const std::vector<CopiedPassage>& passages, const Groups& groups,
                                                       std::size_t articles) {
  std::vector<std::pair<std::size_t, std::size_t>> places(articles);  // story, number in it
  for (std::size_t s = 0; s < groups.size(); ++s)
    for (std::size_t i = 0; i < groups[s].size(); ++i) places[groups[s][i]] = {s, i};
  std::vector<std::vector<CopiedPassage>> result(groups.size());
  for (CopiedPassage passage : passages) {
    const auto [story, a] = places[passage.article_a];
    const auto [other, b] = places[passage.article_b];
    if (story != other) continue;
    passage.article_a = a;
    passage.article_b = b;
    result[story].push_back(passage);
  }
  return result;
}

std::vector<Problem> problems_of(const std::vector<Extraction>& outlines) {
  std::vector<Problem> problems;
  for (const auto& outline : outlines)
    problems.insert(problems.end(), outline.problems.begin(), outline.problems.end());
  return problems;
}

}  // namespace

Report run(Source& source, const ReconcileOptions& options, const TakeStory& take) {
  const AlignmentModel model = read_alignment_model(options.alignment).value_or(linked_alignment_model());
  const std::size_t articles = source.outlines().size();
  const Stories found = stories_in_order(source.outlines(), options);
  const auto& groups = found.articles;
  Copies copies = find_copies(source.outlines(), groups, found.components, options.threads);
  const auto passages = within_stories(copies.passages, groups, articles);
  copies.passages = {};
  ReportFrame frame(articles, problems_of(source.outlines()));
  source.drop_outlines();
  ReportIds ids;
  std::size_t told = 0, done = 0;  // stories, articles
  parallel::InOrder<StoryPart> stories(options.threads, {}, [&](StoryPart&& part) {
    const auto& group = groups[told++];
    ids.set(part.report);
    sort_findings(part.report.findings);
    frame.add(part, group);
    take({std::move(part.report), {group.begin(), group.end()}});
    done += group.size();
    if (options.progress) options.progress(done, articles);
  });
  for (std::size_t s = 0; s < groups.size(); ++s)
    stories.add(groups[s].size(), [&, s] { return tell_story(source.take(groups[s]), passages[s], options, model); });
  stories.finish();
  return frame.finish(copies.articles);
}

Report run_whole(Source& source, const ReconcileOptions& options) {
  std::vector<StoryReport> stories;
  Report rest = run(source, options, [&](StoryReport&& story) { stories.push_back(std::move(story)); });
  return join_stories(std::move(stories), std::move(rest));
}

}  // namespace reconciliation

Report reconcile(std::vector<Extraction>&& extractions, const ReconcileOptions& options) {
  reconciliation::Memory source(std::move(extractions));
  return reconciliation::run_whole(source, options);
}

Report reconcile(std::vector<Extraction>&& extractions, const ReconcileOptions& options, const TakeStory& take) {
  reconciliation::Memory source(std::move(extractions));
  return reconciliation::run(source, options, take);
}

}  // namespace corroborate
