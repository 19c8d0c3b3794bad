// Errors of one case on one worker, grouped by what happened, with one sampled exchange each. Single-threaded.
#pragma once

#include "engine/stats/statsmailbox.h"

#include <cstdint>
#include <vector>

namespace engine {

class ErrorBook
{
public:
  static constexpr size_t mostGroups = 200, mostSample = 4096;

  ErrorBook(int caseIndex, StatsMailbox &mailbox) : m_case(caseIndex), m_mailbox(mailbox) {}

  /// `atMs`: of the case. `exchange` makes the sample text; called only for the first of a kind, and as long as
  /// `isWhole` was false: the answer was not kept and the next of its kind shall be.
  template<class MakeText>
  void record(int item, const Sample &sample, std::string_view message, int64_t atMs, bool isWhole, MakeText exchange)
  {
    Entry &entry = entryOf(item, sample, message, atMs);
    ++entry.group.count;
    entry.group.lastSeenMs = atMs;
    if (entry.hasWhole || (entry.hasAny && !isWhole)) return;
    entry.group.sample = exchange();
    if (entry.group.sample.size() > mostSample) entry.group.sample.resize(mostSample);
    m_incomplete += int(!isWhole) - int(entry.hasAny && isWhole);
    entry.hasAny = true;
    entry.hasWhole = isWhole;
  }
  bool wantsWhole() const { return m_incomplete > 0; } ///< keep heads and bodies of answers for a while
  void flush(); ///< delivers what is new

private:
  struct Entry
  {
    ErrorGroup group;
    bool hasAny = false, hasWhole = false;
  };
  Entry &entryOf(int item, const Sample &sample, std::string_view message, int64_t atMs);

  int m_case;
  StatsMailbox &m_mailbox;
  std::vector<Entry> m_entries;
  int m_incomplete = 0;
};

} // namespace engine
