// Coarse deadlines in a lazy hashed timing wheel. Moving a deadline later, as every request does, is one store: the wheel
// looks again when the old time comes. A deadline is met up to 16 ms late, never early. Single-threaded.
#pragma once

#include "engine/io/clock.h"
#include "engine/io/link.h"

#include <array>
#include <cstdint>

namespace engine {

/// Something that may take too long. Destroying it cancels it.
class Deadline : private Link
{
public:
  bool isSet() const { return m_at != 0; }

protected:
  virtual ~Deadline() = default;

private:
  friend class Deadlines; // the wheel alone moves it
  virtual void onDeadline() = 0; ///< the deadline is no longer set; may set it anew or destroy the object

  int64_t m_at = 0;      ///< ns, 0: not set (it may still be linked)
  int64_t m_lookedAt = 0; ///< ns, when the wheel will look at it; valid while linked
};

class Deadlines
{
public:
  void set(Deadline &deadline, int64_t at) ///< ns of nowNs()
  {
    deadline.m_at = at;
    if (!deadline.isLinked() || at < deadline.m_lookedAt) file(deadline);
  }
  static void clear(Deadline &deadline) { deadline.m_at = 0; }
  static void remove(Deadline &deadline); ///< as clear(), and takes back setDueNow()
  void setDueNow(Deadline &deadline); ///< fires on the next turn, even when cleared or moved meanwhile
  void runDue(int64_t now);

  /// How long the loop may sleep, in ms: 0 when something is due, -1 when nothing is filed.
  int patience() const;

private:
  static constexpr int64_t tick = 8 * oneMs, spokes = 1024;

  void file(Deadline &deadline);
  void lookAt(Link &spoke, int64_t now);
  void fireDue();

  std::array<Link, spokes> m_wheel;
  Link m_due;
  int64_t m_tick = nowNs() / tick;
  bool m_mayHold = false; ///< something may be in the wheel; deadlines die silently, so it is checked once a revolution
};

} // namespace engine
