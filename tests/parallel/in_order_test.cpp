// Jobs on several threads: their order, how many are under way at once, and what becomes of those that fail.
#include "parallel/in_order.h"

#include <atomic>
#include <memory>
#include <stdexcept>

#include "test.h"

using corroborate::parallel::InOrder;

namespace {

// Counts the jobs and results that exist but have not been handed on, and the most there ever were.
struct Census {
  std::atomic<int> now{0}, most{0};
  void enter() {
    const int count = ++now;
    int known = most;
    while (count > known && !most.compare_exchange_weak(known, count)) {
    }
  }
  void leave() { --now; }
};

void work_for(int turns) {
  std::atomic<int> counter{0};
  for (int i = 0; i < turns; ++i) ++counter;
}

}  // namespace

TEST_CASE("results_come_in_the_order_of_the_jobs_whatever_each_takes") {
  for (const unsigned threads : {1u, 2u, 5u}) {
    std::vector<int> taken;
    InOrder<int> queue(threads, {16}, [&](int&& result) { taken.push_back(result); });
    for (int i = 0; i < 1000; ++i) {
      queue.add(0, [i] {
        work_for((i * 7919) % 2000);
        return i;
      });
    }
    queue.finish();
    REQUIRE(taken.size() == 1000);
    for (int i = 0; i < 1000; ++i) CHECK(taken[static_cast<std::size_t>(i)] == i);
  }
}

TEST_CASE("no_more_jobs_are_under_way_than_the_limit") {
  for (const unsigned threads : {1u, 2u, 4u}) {
    Census census;
    InOrder<int> queue(threads, {8}, [&](int&&) {
      work_for(500);  // a slow taker: the others must not run ahead of it
      census.leave();
    });
    for (int i = 0; i < 500; ++i) {
      queue.add(0, [&census] {
        census.enter();
        return 0;
      });
    }
    queue.finish();
    CHECK(census.most <= 8 + 1);  // and the one that is being handed on
    CHECK(census.now == 0);
  }
}

TEST_CASE("heavy_jobs_wait_for_one_another") {
  Census census;
  InOrder<int> queue(4, {100, 10}, [&](int&&) { census.leave(); });
  for (int i = 0; i < 100; ++i) {
    queue.add(i % 5 == 0 ? 1000 : 5, [&census] {  // past the limit all by itself, or half of it
      census.enter();
      return 0;
    });
  }
  queue.finish();
  CHECK(census.most <= 2 + 1);
}

TEST_CASE("a_queue_can_feed_another_and_be_used_again") {
  std::vector<int> taken;
  InOrder<int> second(3, {4}, [&](int&& result) { taken.push_back(result); });
  InOrder<int> first(3, {4}, [&](int&& result) { second.add(0, [result] { return result * 2; }); });
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 50; ++i) first.add(0, [i] { return i; });
    first.finish();
    second.finish();
  }
  REQUIRE(taken.size() == 100);
  for (int i = 0; i < 100; ++i) CHECK(taken[static_cast<std::size_t>(i)] == i % 50 * 2);
}

TEST_CASE("what_a_job_throws_comes_in_its_turn") {
  for (const unsigned threads : {1u, 3u}) {
    std::vector<int> taken;
    InOrder<int> queue(threads, {100}, [&](int&& result) { taken.push_back(result); });
    const auto add_all = [&] {
      for (int i = 0; i < 10; ++i) {
        queue.add(0, [i]() -> int {
          if (i == 5) throw std::runtime_error("no");
          return i;
        });
      }
      queue.finish();
    };
    CHECK_THROWS_AS(add_all(), std::runtime_error);
    CHECK(taken == std::vector<int>{0, 1, 2, 3, 4});
  }
}

TEST_CASE("a_queue_that_is_dropped_ends_its_threads") {
  const auto owned = std::make_shared<int>(1);
  {
    InOrder<int> queue(3, {100}, [](int&&) {});
    for (int i = 0; i < 50; ++i) queue.add(0, [owned] { return *owned; });
  }
  CHECK(owned.use_count() == 1);
}
