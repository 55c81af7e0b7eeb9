// Jobs done by several threads, their results handed on in the order in which the jobs came.
//
// No more is under way than the limits allow: who adds a job past them first hands on the oldest results, and does jobs
// of its own while it would have to wait. So `threads` counts the calling thread. All calls come from one thread, and
// results are handed on there.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace corroborate::parallel {

struct Limits {
  std::size_t jobs = 256;
  std::size_t weight = 64'000'000;  // bytes, as those who add jobs state them; one job may be heavier
};

template <typename Result>
class InOrder {
 public:
  using Job = std::function<Result()>;
  using Take = std::function<void(Result&&)>;

  InOrder(unsigned threads, const Limits& limits, Take take) : limits_(limits), take_(std::move(take)) {
    for (unsigned i = 1; i < threads; ++i) workers_.emplace_back([this] { work(); });
  }

  // Jobs that have not begun are dropped, results that were not handed on too.
  ~InOrder() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    added_.notify_all();
  }
  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;

  void add(std::size_t weight, Job job) {
    // Down to a half at once: the same work for a while suits the caches, and the other half keeps the workers busy.
    if (is_full(weight)) {
      while (is_full(weight) || slots_.size() > limits_.jobs / 2) hand_on_oldest();
    }
    {
      const std::lock_guard lock(mutex_);
      slots_.push_back({std::move(job), weight, {}, {}, false});
      weight_ += weight;
    }
    added_.notify_one();
    while (is_oldest_done()) hand_on_oldest();
  }

  // Hands on all that is left. More may be added afterwards.
  void finish() {
    while (!slots_.empty()) hand_on_oldest();
  }

 private:
  // Slots keep their address while others come and go at the ends.
  struct Slot {
    Job job;
    std::size_t weight;
    std::optional<Result> result;
    std::exception_ptr error;
    bool done;
  };

  // Only the calling thread adds and removes slots: it may look at their number without the lock.
  bool is_full(std::size_t weight) const {
    return !slots_.empty() && (slots_.size() >= limits_.jobs || weight_ + weight > limits_.weight);
  }

  bool is_oldest_done() {
    const std::lock_guard lock(mutex_);
    return !slots_.empty() && slots_.front().done;
  }

  void hand_on_oldest() {
    std::unique_lock lock(mutex_);
    while (!slots_.front().done) {
      if (Slot* slot = next()) {
        run(*slot, lock);
      } else {
        finished_.wait(lock, [this] { return slots_.front().done; });
      }
    }
    Slot oldest = std::move(slots_.front());
    slots_.pop_front();
    --begun_;
    weight_ -= oldest.weight;
    lock.unlock();
    if (oldest.error) std::rethrow_exception(oldest.error);
    take_(std::move(*oldest.result));
  }

  // The oldest job that nobody has begun, or null. Under the lock.
  Slot* next() { return begun_ < slots_.size() ? &slots_[begun_++] : nullptr; }

  void run(Slot& slot, std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    try {
      slot.result = slot.job();
    } catch (...) {
      slot.error = std::current_exception();
    }
    slot.job = nullptr;
    lock.lock();
    slot.done = true;
  }

  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      added_.wait(lock, [this] { return closed_ || begun_ < slots_.size(); });
      if (closed_) return;
      run(*next(), lock);
      finished_.notify_one();
    }
  }

  const Limits limits_;
  const Take take_;
  std::mutex mutex_;
  std::condition_variable added_, finished_;
  std::deque<Slot> slots_;  // the oldest first
  std::size_t begun_ = 0;   // of them, from the front
  std::size_t weight_ = 0;
  bool closed_ = false;
  std::vector<std::jthread> workers_;  // last: they stop before the rest goes
};

}  // namespace corroborate::parallel
