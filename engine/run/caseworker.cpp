#include "engine/run/caseworker.h"

#include "engine/run/controller.h"
#include "engine/run/worker.h"

#include <algorithm>

namespace engine {

namespace {

constexpr int64_t tickLength = 50 * oneMs;
constexpr int64_t longestWait = oneSecond;     ///< of an arrival for a free user
constexpr int64_t breath = 20'000;             ///< ns between two batches of starts that are late
constexpr int64_t farAhead = 3600 * oneSecond;
constexpr int64_t grace = 50 * oneMs;          ///< deadlines are met some ms late

} // namespace

SharedCase::SharedCase(const CasePlan &plan) : compiled(plan), cursors(plan.variables.size())
{
  for (const double rate : compiled.rates) buckets.push_back(std::make_unique<RateBucket>(rate));
  for (const RendezvousStep *meeting : compiled.meetings)
    meetings.push_back(std::make_unique<Rendezvous>(meeting->count, meeting->timeout));
  for (const Stage &stage : plan.stages) tickets.push_back(stage.byCount ? std::make_unique<Tickets>(stage.count) : nullptr);
}

CaseWorker::CaseWorker(Worker &worker, SharedCase &shared, int caseIndex)
    : m_worker(worker), m_reactor(worker.reactor()), m_shared(shared), m_case(caseIndex), m_observer(worker.controller().observer()),
      m_ledger(worker.index(), caseIndex, shared.compiled.plan.items.size(), worker.mailbox(),
               [this](CaseSecond &second) { fill(second); }),
      m_errors(caseIndex, worker.mailbox()),
      m_log(caseIndex, shared.compiled.plan.items.size(), worker.mailbox()), m_tick(worker.reactor()), m_pace(worker.reactor())
{
  for (size_t i = 0; i < shared.meetings.size(); ++i)
    shared.meetings[i]->listen([this, i, &reactor = m_reactor](uint64_t number) {
      reactor.post([this, i, number] { opened(int(i), number); });
    });
}

void CaseWorker::opened(int meeting, uint64_t number)
{
  for (const auto &user : m_users)
    if (user) user->meetingOpened(meeting, number);
}

void CaseWorker::activeChanged(int by)
{
  if (m_shared.meetings.empty()) return; // nobody asks, and the count would be a line that all workers write at each pass
  const int active = m_shared.activeUsers.fetch_add(by, std::memory_order_relaxed) + by;
  if (by > 0) return;
  for (const auto &meeting : m_shared.meetings) meeting->fewer(active);
}

void CaseWorker::show(ObservedExchange exchange)
{
  exchange.caseIndex = m_case;
  m_observer->exchanged(std::move(exchange));
}

Network &CaseWorker::network() { return m_worker.network(); }

int CaseWorker::shareOf(int users) const
{
  const int workers = m_worker.workers(), worker = m_worker.index();
  return users > worker ? (users - worker + workers - 1) / workers : 0;
}

void CaseWorker::tell(RunEvent::Kind kind, int64_t at, double value, std::string text)
{
  if (m_worker.index() != 0) return;
  RunEvent event{kind, m_case, m_stageIndex, (at - m_caseStart) / oneMs, value, std::move(text)};
  m_worker.mailbox().deliver(std::move(event));
}

void CaseWorker::begin(int64_t caseStart)
{
  m_caseStart = m_stageStart = m_stageEnd = caseStart;
  m_phase = Running;
  m_stageIndex = -1;
  m_ledger.begin(caseStart);
  m_coroutines = 2;
  tick().detach();
  pace().detach();
}

Task<> CaseWorker::tick()
{
  co_await m_tick.until(m_caseStart);
  while (m_phase != Left) {
    onTick(reactor().now());
    if (m_phase == Left) break;
    const int64_t due = nextTick();
    const bool slept = co_await m_tick.until(due);
    if (slept) m_worker.lag().record(reactor().now() - due);
  }
  coroutineEnded();
}

int64_t CaseWorker::nextTick() const
{
  const int64_t now = m_worker.reactor().now();
  const int64_t regular = now + tickLength - (now - m_caseStart) % tickLength;
  int64_t next = m_phase == Running ? std::min(regular, m_stageEnd) : regular;
  if (m_cutAt > now) next = std::min(next, m_cutAt);
  return std::max(next, now + breath); // always a turn for the others
}

void CaseWorker::onTick(int64_t now)
{
  m_gone.clear();
  while (m_phase == Running && now >= m_stageEnd) advance(m_stageEnd);
  m_ledger.closeUpTo(now);
  if (m_phase == Running) {
    applyTarget(now);
    expire(now);
  }
  if (now >= m_cutAt)
    for (const auto &user : m_users)
      if (user) user->cutOff();
  m_errors.flush();
  if (m_phase == Ending && m_alive == 0) finish();
}

void CaseWorker::advance(int64_t at)
{
  startDue(at - 1);
  m_ledger.closeUpTo(at);
  const int next = m_stageIndex + 1;
  if (m_planDropped || next == int(m_shared.tickets.size())) return end(at, at + compiled().longestRequest + grace);
  enterStage(next, at);
}

void CaseWorker::enterStage(int stage, int64_t at)
{
  m_stageIndex = stage;
  m_stage = compiled().plan.stages[size_t(stage)];
  m_tickets = m_shared.tickets[size_t(stage)].get();
  const int64_t length = m_stage.byCount && m_stage.count > 0 ? -1 : std::max<int64_t>(0, lengthOf(m_stage));
  m_stageStart = at;
  m_stageEnd = length < 0 ? INT64_MAX : at + length;
  m_schedule = m_stage.isRate() ? RateSchedule(m_stage, at, m_worker.index(), m_worker.workers()) : RateSchedule();
  if (!m_stage.isRate()) m_waiting.clear();
  tell(RunEvent::StageStarted, at, targetAt(m_stage, 0), m_stage.name);
  m_pace.cancel();
  m_share = -1;
  for (const auto &meeting : m_shared.meetings) meeting->stageChanged(stage);
  applyTarget(at);
  wakeParked();
}

void CaseWorker::stageFinished(int stage, int64_t at)
{
  while (m_phase == Running && at >= m_stageEnd) advance(m_stageEnd);
  if (m_phase == Running && m_stageIndex == stage) advance(at);
}

void CaseWorker::end(int64_t at, int64_t cutAt)
{
  if (m_phase == Running) {
    at = std::max(at, m_caseStart);
    m_ledger.closeUpTo(at);
    m_endSecond = int(std::max<int64_t>(0, at - 1 - m_caseStart) / oneSecond);
    m_endUsers = m_alive;
    m_endTarget = m_stageIndex >= 0 ? targetAt(m_stage, std::max<int64_t>(0, at - 1 - m_stageStart)) : 0;
    m_phase = Ending;
    const bool countsDrops = m_stageIndex >= 0 && !m_tickets;
    for (; !m_waiting.empty(); m_waiting.pop_front())
      if (countsDrops) drop(false);
    m_schedule.stop();
    m_pace.cancel();
    wakeParked();
    interruptAll();
  }
  if (m_phase != Ending) return;
  m_cutAt = std::min(m_cutAt, cutAt);
  m_tick.cancel();
}

void CaseWorker::interruptAll()
{
  for (const auto &user : m_users)
    if (user) user->interrupt();
}

void CaseWorker::changeUsers(int users, int64_t at)
{
  if (m_phase != Running || m_stageIndex < 0) return;
  m_planDropped = true;
  if (m_stage.isRate()) m_stage.users = std::max(0, users);
  else {
    m_stage.mode = PressureMode::Concurrency;
    m_stage.users = std::max(0, users);
    m_stage.startUsers = 0;
    m_stage.rampUp = 0;
    m_stage.manual = false;
  }
  tell(RunEvent::LoadChanged, at, users);
  applyTarget(reactor().now());
}

void CaseWorker::changeRate(double rate, int64_t at)
{
  if (m_phase != Running || m_stageIndex < 0 || !m_stage.isRate()) return;
  m_planDropped = true;
  startDue(at - 1);
  m_stage.mode = PressureMode::Tps;
  m_stage.rate = std::max(0.0, rate);
  m_stage.startRate = 0;
  m_stage.rampUp = 0;
  m_stage.manual = false;
  if (!m_stage.byCount) m_stage.duration = std::max<int64_t>(0, m_stageEnd - at);
  m_stageStart = at;
  m_schedule = RateSchedule(m_stage, at, m_worker.index(), m_worker.workers());
  tell(RunEvent::LoadChanged, at, rate);
  m_pace.cancel();
}

void CaseWorker::applyTarget(int64_t now)
{
  if (m_phase != Running || m_stageIndex < 0) return;
  const int share = shareOf(usersAt(m_stage, now - m_stageStart));
  if (share == m_share) return;
  m_share = share;
  for (const auto &user : m_users)
    if (user) user->setLeaving(int(user->index()) >= share);
  std::vector<VirtualUser *> leaving;
  std::erase_if(m_parked, [&](VirtualUser *user) {
    if (user->isLeaving()) leaving.push_back(user);
    return user->isLeaving();
  });
  for (VirtualUser *user : leaving) user->unpark();
  // In rate modes users come when a start needs them.
  while (!m_stage.isRate() && m_alive < share && m_phase == Running && addUser()) {}
}

bool CaseWorker::addUser()
{
  size_t &index = m_lowestFree;
  while (index < m_users.size() && (m_users[index] || m_spent[index])) ++index;
  if (int(index) >= m_share) return false;
  if (index == m_users.size()) {
    m_users.emplace_back();
    m_spent.push_back(false);
  }
  const uint64_t number = uint64_t(index) * uint64_t(m_worker.workers()) + uint64_t(m_worker.index()) + 1;
  m_users[index] = std::make_unique<VirtualUser>(*this, index, number);
  ++m_alive;
  activeChanged(1);
  m_users[index]->begin();
  return true;
}

std::optional<Start> CaseWorker::take(VirtualUser &user)
{
  const int64_t now = reactor().now();
  if (m_phase != Running || user.isLeaving()) return std::nullopt;
  // A stage that is over starts nothing more, but starts that were due before its end are only late.
  const bool isRate = m_stage.isRate();
  if (now >= m_stageEnd && !isRate) return std::nullopt;
  Start start{now, m_stageIndex, isRate, m_tickets != nullptr};
  if (start.isScheduled) {
    expire(now);
    if (m_waiting.empty()) return std::nullopt;
  }
  if (start.hasTicket && !m_tickets->take()) {
    m_waiting.clear(); // all are under way: these are not needed, not dropped
    m_schedule.stop();
    return std::nullopt;
  }
  if (start.isScheduled) {
    start.intended = m_waiting.front();
    m_waiting.pop_front();
  }
  ++second().starts;
  return start;
}

void CaseWorker::park(VirtualUser &user) { m_parked.push_back(&user); }

bool CaseWorker::mustLeave(const VirtualUser &user) const { return m_phase != Running || user.isLeaving(); }

void CaseWorker::wakeParked()
{
  std::vector<VirtualUser *> parked;
  parked.swap(m_parked);
  for (VirtualUser *user : parked) user->unpark();
}

void CaseWorker::passEnded(VirtualUser &user, const Start &start, const Sample &sample, bool isComplete)
{
  if (isComplete) {
    Tally &pass = second().items[0];
    pass.add(sample);
    if (start.isScheduled) pass.fromSchedule.record(user.lastAnswer() - start.intended);
  }
  const auto &tickets = m_shared.tickets[size_t(start.stage)];
  if (start.hasTicket && tickets->finish()) m_worker.controller().stageFinished(m_case, start.stage, reactor().readClock());
}

void CaseWorker::left(VirtualUser &user)
{
  const size_t index = user.index();
  const bool isSpent = user.isSpent();
  m_gone.push_back(std::move(m_users[index]));
  m_lowestFree = std::min(m_lowestFree, index);
  --m_alive;
  activeChanged(-1);
  if (isSpent) {
    m_spent[index] = true;
    // When the lists are used up for everybody, no stage can go on.
    const int users = m_stage.isRate() ? m_stage.users : usersAt(m_stage, reactor().now() - m_stageStart);
    if (++m_shared.spentUsers >= users) m_worker.controller().caseExhausted(m_case);
  }
  if (m_phase == Ending && m_alive == 0) m_tick.cancel();
}

Task<> CaseWorker::pace()
{
  while (m_phase == Running) {
    const int64_t now = reactor().readClock();
    const int64_t due = m_schedule.due();
    co_await m_pace.until(due <= now ? now + breath : std::min(due, now + farAhead));
    if (m_phase == Running) startDue(std::min(reactor().readClock(), m_stageEnd - 1));
  }
  coroutineEnded();
}

void CaseWorker::startDue(int64_t now)
{
  while (m_phase == Running && m_schedule.due() <= now) {
    const int64_t intended = m_schedule.due();
    m_schedule.advance();
    arrive(intended, reactor().readClock());
  }
}

void CaseWorker::arrive(int64_t intended, int64_t now)
{
  m_worker.lateness().record(now - intended);
  const bool isFree = !m_parked.empty() || m_alive < m_share;
  if (now - intended > longestWait) return drop(isFree);
  m_waiting.push_back(intended);
  if (!m_parked.empty()) {
    VirtualUser *user = m_parked.back();
    m_parked.pop_back();
    user->unpark();
  } else if (m_alive < m_share) addUser();
}

void CaseWorker::drop(bool whileFree)
{
  CaseSecond &open = second();
  ++open.dropped;
  open.droppedWhileFree += whileFree;
}

void CaseWorker::expire(int64_t now)
{
  for (; !m_waiting.empty() && now - m_waiting.front() > longestWait; m_waiting.pop_front()) drop(false);
}

void CaseWorker::fill(CaseSecond &second) const
{
  const bool isAfterEnd = m_phase != Running && second.second > m_endSecond;
  second.users = m_phase == Running || isAfterEnd ? m_alive : m_endUsers;
  if (m_worker.index() != 0 || isAfterEnd || m_stageIndex < 0) return;
  const int64_t end = m_caseStart + (second.second + 1) * oneSecond - 1;
  second.target = m_phase == Running ? targetAt(m_stage, end - m_stageStart) : m_endTarget;
}

void CaseWorker::finish()
{
  m_gone.clear();
  m_errors.flush();
  m_ledger.finish();
  m_phase = Left;
  m_pace.cancel();
}

void CaseWorker::coroutineEnded()
{
  if (--m_coroutines > 0) return;
  m_worker.reactor().post([this] { m_worker.controller().caseLeft(m_case); });
}

} // namespace engine
