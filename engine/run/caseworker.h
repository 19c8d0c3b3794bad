// One case on one worker: its share of the users and of the starts, its stages, its counts. Belongs to the worker's thread.
#pragma once

#include "engine/run/caseledger.h"
#include "engine/run/errorbook.h"
#include "engine/run/exchangelog.h"
#include "engine/run/ratebucket.h"
#include "engine/run/rateschedule.h"
#include "engine/run/rendezvous.h"
#include "engine/run/tickets.h"
#include "engine/run/virtualuser.h"

#include <cstdint>
#include <deque>

namespace engine {

class Controller;
class Worker;

/// What the workers of one case share: plan, and the atomics for counts and lists.
struct SharedCase
{
  explicit SharedCase(const CasePlan &plan);

  const CompiledCase compiled;
  Cursors cursors;
  std::vector<std::unique_ptr<Tickets>> tickets; ///< by stage; null when it ends by time
  std::vector<std::unique_ptr<RateBucket>> buckets;    ///< by throughput controller
  std::vector<std::unique_ptr<Rendezvous>> meetings;
  alignas(64) std::atomic<int> spentUsers{0};
  std::atomic<int> activeUsers{0}; ///< alive and not resting; kept only where there are meetings
};

class CaseWorker
{
public:
  CaseWorker(Worker &worker, SharedCase &shared, int caseIndex);
  CaseWorker(const CaseWorker &) = delete;
  CaseWorker &operator=(const CaseWorker &) = delete;

  // asked for by the controller
  void begin(int64_t caseStart); ///< may lie a little ahead
  void stageFinished(int stage, int64_t at); ///< a count stage: its last iteration ended
  void end(int64_t at, int64_t cutAt); ///< nothing starts any more; what is under way at `cutAt` is cut off
  void changeUsers(int users, int64_t at);
  void changeRate(double rate, int64_t at);

  // asked for by users
  std::optional<Start> take(VirtualUser &user); ///< nothing: park or leave
  void park(VirtualUser &user);
  bool mustLeave(const VirtualUser &user) const;
  bool mayGoOn() const { return m_phase == Running; }
  void passEnded(VirtualUser &user, const Start &start, const Sample &sample, bool isComplete);
  void left(VirtualUser &user);
  RateBucket &bucket(int controller) { return *m_shared.buckets[size_t(controller)]; }
  Rendezvous &meeting(int index) { return *m_shared.meetings[size_t(index)]; }
  int activeUsers() const { return m_shared.activeUsers.load(std::memory_order_relaxed); }
  void activeChanged(int by); ///< a user has come, left, gone to rest or woken
  ExchangeObserver *observer() const { return m_observer; } ///< mostly null
  void show(ObservedExchange exchange);

  Reactor &reactor() { return m_reactor; }
  Network &network();
  Cursors &cursors() { return m_shared.cursors; }
  ErrorBook &errors() { return m_errors; }
  ExchangeLog &log() { return m_log; }
  const CompiledCase &compiled() const { return m_shared.compiled; }
  CaseSecond &second() { return m_ledger.at(m_reactor.now()); }
  int64_t msOf(int64_t now) const { return m_ledger.msOf(now); }

private:
  enum Phase { Waiting, Running, Ending, Left };

  Task<> tick();
  Task<> pace();
  void onTick(int64_t now);
  void enterStage(int stage, int64_t at);
  void advance(int64_t at);
  void applyTarget(int64_t now);
  void wakeParked();
  void interruptAll();
  bool addUser();
  void startDue(int64_t now); ///< rate modes: whatever the schedule has until then
  void arrive(int64_t intended, int64_t now);
  void drop(bool whileFree);
  void expire(int64_t now);
  void fill(CaseSecond &second) const;
  void finish();
  void coroutineEnded();
  int shareOf(int users) const;
  int64_t nextTick() const;
  void opened(int meeting, uint64_t number);
  void tell(RunEvent::Kind kind, int64_t at, double value = 0, std::string text = {});

  Worker &m_worker;
  Reactor &m_reactor;
  SharedCase &m_shared;
  const int m_case;
  ExchangeObserver *const m_observer;
  CaseLedger m_ledger;
  ErrorBook m_errors;
  ExchangeLog m_log;
  Sleeper m_tick, m_pace;

  Phase m_phase = Waiting;
  Stage m_stage; ///< the current one, as changed by hand
  Tickets *m_tickets = nullptr; ///< of the current stage, when it ends by count
  int m_stageIndex = 0;
  bool m_planDropped = false; ///< by hand: no later stage follows
  int64_t m_caseStart = 0, m_stageStart = 0, m_stageEnd = INT64_MAX, m_cutAt = INT64_MAX;

  std::vector<std::unique_ptr<VirtualUser>> m_users; ///< by index; null where none is
  std::vector<bool> m_spent; ///< by index: will not come back
  size_t m_lowestFree = 0;   ///< no index below is free
  std::vector<std::unique_ptr<VirtualUser>> m_gone; ///< destroyed when nothing of them is on the stack
  std::vector<VirtualUser *> m_parked; ///< the last one is taken first: its connection is the warmest
  int m_alive = 0, m_share = 0, m_coroutines = 0;

  RateSchedule m_schedule;
  std::deque<int64_t> m_waiting; ///< intended starts that no user was free for
  int m_endSecond = -1, m_endUsers = 0;
  double m_endTarget = 0;
};

} // namespace engine
