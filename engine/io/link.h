// A node of an intrusive ring; it leaves its ring when destroyed.
#pragma once

namespace engine {

struct Link
{
  Link *previous = this, *next = this;

  Link() = default;
  Link(const Link &) = delete;
  Link &operator=(const Link &) = delete;
  ~Link() { unlink(); }

  bool isLinked() const { return next != this; }
  void unlink()
  {
    previous->next = next;
    next->previous = previous;
    previous = next = this;
  }
  /// Puts this at the end of the ring that starts after `ring`; this must not be linked.
  void append(Link &ring)
  {
    previous = ring.previous;
    next = &ring;
    previous->next = ring.previous = this;
  }
};

} // namespace engine
