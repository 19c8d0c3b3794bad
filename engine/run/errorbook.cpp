#include "engine/run/errorbook.h"

namespace engine {

ErrorBook::Entry &ErrorBook::entryOf(int item, const Sample &sample, std::string_view message, int64_t atMs)
{
  const bool isFull = m_entries.size() >= mostGroups;
  for (Entry &entry : m_entries) {
    const ErrorGroup &group = entry.group;
    if (group.itemIndex == item && group.outcome == sample.outcome && group.status == sample.status
        && group.message == message)
      return entry;
  }
  if (isFull) { // the last one takes all further kinds
    m_entries.back().group.message = "Other errors.";
    return m_entries.back();
  }
  Entry &entry = m_entries.emplace_back();
  entry.group.caseIndex = m_case;
  entry.group.itemIndex = item;
  entry.group.side = sample.side;
  entry.group.outcome = sample.outcome;
  entry.group.status = sample.status;
  entry.group.message = message;
  entry.group.firstSeenMs = atMs;
  return entry;
}

void ErrorBook::flush()
{
  for (Entry &entry : m_entries) {
    if (!entry.group.count) continue;
    m_mailbox.deliver(entry.group);
    entry.group.count = 0;
    entry.group.sample.clear();
  }
}

} // namespace engine
