// Lines in a spool, outlines in memory.
#include <algorithm>
#include <numeric>

#include "corroborate/stories.h"
#include "reconcile/outline.h"
#include "reconcile/run.h"
#include "reconcile/source.h"
#include "spool/spool.h"

namespace corroborate {

struct LineArchive::Parts final : reconciliation::Source {
  struct Place {
    std::uint64_t begin;
    std::size_t length;
  };

  explicit Parts(const ArchiveOptions& options) : lines(options.most_in_memory), bodies(options.bodies) {}

  std::vector<Extraction>& outlines() override {
    if (!sorted) sort();
    return kept;
  }
  void drop_outlines() override { kept = {}; }

  // What was read once is read again: the line is as it was, unless the spool failed.
  std::vector<Extraction> take(const std::vector<std::size_t>& story) override {
    std::vector<Extraction> result;
    result.reserve(story.size());
    for (const auto number : story) {
      const Place& place = places[number];
      result.push_back(read_extraction(lines.read(place.begin, place.length)).extraction);
      if (!bodies) result.back().article.body = {};
    }
    return result;
  }

  // By id.
  void sort() {
    std::vector<std::size_t> order(kept.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t n) -> const std::string& { return kept[n].article.id; });
    std::vector<Extraction> sorted_outlines;
    std::vector<Place> sorted_places;
    sorted_outlines.reserve(order.size());
    sorted_places.reserve(order.size());
    for (const auto n : order) {
      sorted_outlines.push_back(std::move(kept[n]));
      sorted_places.push_back(places[n]);
    }
    kept = std::move(sorted_outlines);
    places = std::move(sorted_places);
    sorted = true;
  }

  spool::Spool lines;
  std::vector<Place> places;
  std::vector<Extraction> kept;
  bool bodies, sorted = false;
};

LineArchive::LineArchive(const ArchiveOptions& options) : parts_(std::make_unique<Parts>(options)) {}

LineArchive::~LineArchive() = default;

void LineArchive::add(std::string_view line, Extraction&& extraction) {
  parts_->places.push_back({parts_->lines.size(), line.size()});
  parts_->lines.append(line);
  parts_->kept.push_back(reconciliation::outline_of(std::move(extraction)));
}

std::size_t LineArchive::size() const { return parts_->places.size(); }

std::optional<Problem> LineArchive::trouble() const { return parts_->lines.trouble(); }

Report reconcile(LineArchive& archive, const ReconcileOptions& options, const TakeStory& take) {
  return reconciliation::run(archive.parts(), options, take);
}

Report reconcile(LineArchive& archive, const ReconcileOptions& options) {
  return reconciliation::run_whole(archive.parts(), options);
}

}  // namespace corroborate
