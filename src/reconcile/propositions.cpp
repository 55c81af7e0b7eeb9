// Finds propositions that meet by what they share, and joins them.
#include "reconcile/propositions.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "reconcile/align/word_vectors.h"
#include "reconcile/components.h"

namespace corroborate::reconciliation {

namespace {

// How two arguments of one role stand to each other; unknown where nothing tells ("Holm", "the driver").
enum class Fit { unknown, same, close, differ };

constexpr float close_words = 0.62F;  // cosine: words that can stand for one another in most sentences

bool are_close(const std::string& a, const std::string& b) {
  Direction one{}, other{};
  const auto known_a = find_word(a), known_b = find_word(b);
  if (known_a.vector == nullptr || known_b.vector == nullptr) return false;
  add_to(one, known_a.vector, 1);
  add_to(other, known_b.vector, 1);
  normalise(one);
  normalise(other);
  return cosine(one, other) >= close_words;
}

// "orla-holm", "holm"
bool names_meet(const std::string& a, const std::string& b) {
  const auto ends = [](const std::string& longer, const std::string& last) {
    return longer.size() > last.size() + 1 && longer.ends_with(last) && longer[longer.size() - last.size() - 1] == '-';
  };
  return a == b || ends(a, b) || ends(b, a);
}

// Groups that hold too much for two words of one to be the same.
bool is_wide(const std::string& group) {
  constexpr std::string_view wide[] = {"people", "man", "woman", "child", "government", "speaker", "witness"};
  return std::ranges::find(wide, group) != std::end(wide);
}

struct Member {
  ClaimRef ref;
  const Claim* claim = nullptr;
  const std::vector<std::uint32_t>* joined = nullptr;  // the article's events
};

const Argument* argument_of(const Claim& claim, std::string_view role) {
  const auto found = std::ranges::find(claim.arguments, role, &Argument::role);
  return found == claim.arguments.end() ? nullptr : &*found;
}

class Comparison {
 public:
  Comparison(const Member& a, const Member& b) : a_(a), b_(b) {
    for (const auto& argument : a.claim->arguments) {
      if (&argument != argument_of(*a.claim, argument.role)) continue;  // a second one of its role
      const Argument* other = argument_of(*b.claim, argument.role);
      const Fit fit = other == nullptr ? Fit::unknown : fit_of(argument, *other);
      if (argument.role == "who")
        who_ = fit;
      else if (argument.role == "what")
        what_ = fit;
      else if (fit == Fit::same || fit == Fit::close)
        ++others_;
      if (fit == Fit::differ) ++differ_;
      close_ |= fit == Fit::close;
    }
  }

  bool meet() const {
    if (is_undone(*a_.claim) != is_undone(*b_.claim)) return undoes();
    // "coordinate its actions with Ellan", "its operations with Ellan": two that are the same outweigh another object.
    if (differ_ == 1 && what_ == Fit::differ && who_ == Fit::same && others_ > 0) return true;
    if (differ_ > 0) return false;
    if (met(what_)) return true;
    if (has("what")) return met(who_) && others_ > 0;
    return met(who_) || others_ > 0;
  }

  // Nothing speaks for two things: then one voice contradicts the other.
  bool surely_same() const {
    if (!meet() || close_ || differ_ > 0 || is_undone(*a_.claim) || is_undone(*b_.claim)) return false;
    if (what_ != Fit::same && (has("what") || who_ != Fit::same)) return false;
    if (who_ == Fit::same) return true;
    if (argument_of(*a_.claim, "who") != nullptr && argument_of(*b_.claim, "who") != nullptr) return false;
    return is_particular(argument_of(*a_.claim, "what"));
  }

 private:
  // Nobody is said to do it: then what it is said of has to tell. "The fire", "the bridge" of a scale; not "the man".
  bool is_particular(const Argument* what) const {
    if (what == nullptr) return false;
    if (what->kind == ArgumentKind::event || what->kind == ArgumentKind::entity) return true;
    return a_.claim->pole != Pole::none && !is_wide(what->key);
  }

  static bool met(Fit fit) { return fit == Fit::same || fit == Fit::close; }
  static bool is_undone(const Claim& claim) { return claim.pole == Pole::undone; }
  bool has(std::string_view role) const {
    return argument_of(*a_.claim, role) != nullptr || argument_of(*b_.claim, role) != nullptr;
  }

  // "Rebels gained ground"; "troops took the area back": of the same thing, or told in one breath.
  bool undoes() const {
    constexpr std::uint32_t gap = 3;  // code points between sentences
    if (met(what_)) return true;
    if (a_.ref.article != b_.ref.article || what_ == Fit::same) return false;
    const Span one = std::min(a_.claim->sentence.begin, b_.claim->sentence.begin) == a_.claim->sentence.begin
                         ? a_.claim->sentence
                         : b_.claim->sentence;
    return std::max(a_.claim->sentence.begin, b_.claim->sentence.begin) <= one.end + gap;
  }

  Fit fit_of(const Argument& a, const Argument& b) const {
    if (a.kind == ArgumentKind::event || b.kind == ArgumentKind::event) return fit_of_events(a, b);
    if (!a.side.empty() && !b.side.empty() && a.side != b.side) return Fit::differ;
    const bool sides = !a.side.empty() && a.side == b.side;
    if (a.kind == ArgumentKind::entity && b.kind == ArgumentKind::entity) {
      if (sides || names_meet(a.key, b.key)) return Fit::same;
      return a.side.empty() != b.side.empty() ? Fit::unknown
                                              : Fit::differ;  // a member of the other, for all that is told
    }
    if (a.kind == ArgumentKind::entity || b.kind == ArgumentKind::entity) {
      const auto& [entity, other] = a.kind == ArgumentKind::entity ? std::tie(a, b) : std::tie(b, a);
      return sides || entity.key == other.head || entity.key == other.key ? Fit::same
                                                                          : fit_of_part(entity.key, other.head);
    }
    if (a.kind == ArgumentKind::group && b.kind == ArgumentKind::group) {
      if (a.head == b.head || (a.key == b.key && sides)) return Fit::same;
      if (a.key == b.key) return is_wide(a.key) ? Fit::differ : Fit::close;
      return sides && (is_wide(a.key) || is_wide(b.key)) ? Fit::close : Fit::differ;
    }
    if (a.head.empty() || b.head.empty()) return Fit::unknown;
    // "the port authority", "the bus authority"
    if (a.head == b.head) return a.key.empty() || b.key.empty() || a.key == b.key ? Fit::same : Fit::close;
    return are_close(a.head, b.head) ? Fit::close : Fit::differ;
  }

  // "the ministry" is the one that its article names; "the union" speaks through "a senior union official".
  Fit fit_of_part(const std::string& key, const std::string& word) const {
    if (word.empty() || ("-" + key + "-").find("-" + word + "-") == std::string::npos) return Fit::unknown;
    return a_.ref.article == b_.ref.article && key.ends_with(word) ? Fit::same : Fit::close;
  }

  // One joined event; else of one class, which may be another event.
  Fit fit_of_events(const Argument& a, const Argument& b) const {
    const auto event = [](const Member& member, const Argument& argument) {
      return (*member.joined)[static_cast<std::size_t>(argument.event)];
    };
    if (a.event != no_index && b.event != no_index && event(a_, a) == event(b_, b)) return Fit::same;
    if (a.kind != b.kind)
      return !a.head.empty() && (a.head == b.head || are_close(a.head, b.head)) ? Fit::close : Fit::differ;
    if (a.key != b.key) return Fit::differ;
    return a.event == no_index && b.event == no_index && a.head == b.head ? Fit::same : Fit::close;
  }

  const Member& a_;
  const Member& b_;
  Fit who_ = Fit::unknown, what_ = Fit::unknown;
  int others_ = 0, differ_ = 0;  // prepositional arguments that meet; arguments that differ
  bool close_ = false;
};

bool is_firm(const Claim& claim) {
  return claim.modality == Modality::actual && !claim.so_far &&
         (claim.polarity == Polarity::asserted || claim.polarity == Polarity::denied);
}

bool are_opposed(const Claim& a, const Claim& b) {
  return a.pole == b.pole ? a.polarity != b.polarity : a.polarity == b.polarity;
}

class Grouper {
 public:
  explicit Grouper(std::vector<Member> members) : members_(std::move(members)), sets_(members_.size()) {}

  std::vector<PropositionGroup> run() {
    for (std::size_t m = 0; m < members_.size(); ++m) meet_earlier(m);
    std::map<std::size_t, PropositionGroup> groups;
    for (std::size_t m = 0; m < members_.size(); ++m) groups[sets_.root(m)].claims.push_back(members_[m].ref);
    for (const auto& [a, b] : sure_) groups[sets_.root(a)].surely_same.insert({members_[a].ref, members_[b].ref});
    std::vector<PropositionGroup> result;
    for (auto& [number, group] : groups)
      if (group.claims.size() > 1) result.push_back(std::move(group));
    return result;
  }

 private:
  static constexpr std::size_t longest_posting = 64;  // the latest that share a word: a commoner one says little

  // What two propositions that meet share: the predicate, and an argument's word, group, side or event, or the article.
  static std::vector<std::string> keys_of(const Member& member) {
    std::vector<std::string> keys;
    const auto add = [&](char kind, const std::string& word) {
      if (!word.empty()) keys.push_back(member.claim->property + '\n' + kind + word);
    };
    for (const auto& argument : member.claim->arguments) {
      add('h', argument.head);
      if (argument.kind != ArgumentKind::entity)
        add('k', argument.key);
      else
        add_parts(argument.key, [&](const std::string& part) { add('h', part); });
      add('s', argument.side);
      if (argument.event != no_index)
        add('e', std::to_string((*member.joined)[static_cast<std::size_t>(argument.event)]));
    }
    if (member.claim->pole != Pole::none) add('a', std::to_string(member.ref.article));
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
  }

  template <typename Add>
  static void add_parts(const std::string& key, Add add) {
    for (std::size_t begin = 0; begin < key.size();) {
      const auto end = std::min(key.find_first_of("-/", begin), key.size());
      add(key.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  void meet_earlier(std::size_t number) {
    std::set<std::size_t> partners;
    for (const auto& key : keys_of(members_[number])) {
      auto& posting = postings_[key];
      const auto from = posting.size() > longest_posting ? posting.end() - longest_posting : posting.begin();
      partners.insert(from, posting.end());
      posting.push_back(number);
    }
    for (const auto partner : partners) compare(partner, number);
  }

  void compare(std::size_t a, std::size_t b) {
    const Comparison comparison(members_[a], members_[b]);
    if (!comparison.meet()) return;
    sets_.tie(a, b);
    const Claim &first = *members_[a].claim, &second = *members_[b].claim;
    if (are_opposed(first, second) && is_firm(first) && is_firm(second) && comparison.surely_same())
      sure_.emplace_back(a, b);
  }

  std::vector<Member> members_;
  Components<std::size_t> sets_;  // of those that meet
  std::map<std::string, std::vector<std::size_t>> postings_;
  std::vector<std::pair<std::size_t, std::size_t>> sure_;
};

}  // namespace

std::vector<PropositionGroup> group_propositions(const std::vector<Extraction>& extractions,
                                                 const std::vector<std::size_t>& group, const StoryEvents& events) {
  std::vector<Member> members;
  for (std::size_t g = 0; g < group.size(); ++g) {
    const auto& claims = extractions[group[g]].claims;
    for (std::size_t c = 0; c < claims.size(); ++c)
      if (claims[c].kind == ClaimKind::proposition) members.push_back({{group[g], c}, &claims[c], &events.joined[g]});
  }
  return Grouper(std::move(members)).run();
}

}  // namespace corroborate::reconciliation
