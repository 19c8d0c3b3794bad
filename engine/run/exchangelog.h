// Which exchanges of one case a worker sends to the request log (semantics.md 7): of each request the first ten of a
// status, an even sample of the others, failures up to a thousand. A request that is not due costs a counter and two
// comparisons. Single-threaded.
#pragma once

#include "engine/stats/statsmailbox.h"

#include <array>
#include <cstdint>
#include <vector>

namespace engine {

/// What take() says of a request: nothing, that its answer shall be kept for its status, or its ordinal in the sample.
using LogTicket = uint64_t;

class ExchangeLog
{
public:
  static constexpr int firstOfAStatus = 10, mostFailures = 1000;
  static constexpr uint64_t firstPeriod = 100; ///< one in a hundred, until there are …
  static constexpr int mostOfAPeriod = 250;    ///< … then one in two hundred, and so on: a long run is not logged at length
  static constexpr size_t mostText = 2048;     ///< bytes of one exchange
  static constexpr LogTicket none = 0, forStatus = UINT64_MAX;

  ExchangeLog(int caseIndex, size_t items, StatsMailbox &mailbox) : m_case(caseIndex), m_mailbox(mailbox), m_firsts(items) {}

  /// Before a request of `item` (or a pass, item 0) begins. With a ticket its whole answer shall be kept.
  LogTicket take(int item)
  {
    if (--m_toSample > 0 && !m_firsts[size_t(item)].wanted) [[likely]] return none;
    return takeDue(item);
  }

  /// After it: whether it goes into the log.
  bool isDue(int item, const Sample &sample, LogTicket ticket)
  {
    if (sample.outcome != Outcome::Ok) return m_failures < mostFailures;
    return (ticket != none && ticket != forStatus) || (sample.status != m_firsts[size_t(item)].complete && isFirst(item, sample.status));
  }

  /// Delivers one that is due. `text` may be longer than is kept.
  void add(int item, int64_t atMs, const Sample &sample, LogTicket ticket, std::string message, std::string text);

private:
  struct Firsts ///< of one item
  {
    int wanted = firstOfAStatus;                 ///< answers to be kept before their status is known
    int complete = -1;                           ///< the status that came last of those that had their ten
    std::vector<std::pair<int, int>> byStatus{}; ///< status and how many were taken
  };

  LogTicket takeDue(int item);
  bool isFirst(int item, int status);

  int m_case;
  StatsMailbox &m_mailbox;
  std::vector<Firsts> m_firsts;
  uint64_t m_begun = 0, m_period = firstPeriod; ///< m_begun: up to the last that was sampled
  int64_t m_toSample = int64_t(firstPeriod);
  int m_ofThisPeriod = 0, m_failures = 0;
};

} // namespace engine
