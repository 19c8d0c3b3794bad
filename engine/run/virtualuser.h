// One virtual user: a coroutine that runs the setup once and then pass after pass. Belongs to its worker's thread.
#pragma once

#include "engine/protocol/httpclient.h"
#include "engine/protocol/protocolclients.h"
#include "engine/run/compiledcase.h"
#include "engine/run/exchangelog.h"
#include "engine/run/usercookies.h"
#include "engine/run/variables.h"

#include <cstdint>

namespace engine {

class CaseWorker;

/// Permission to begin a pass.
struct Start
{
  int64_t intended = 0; ///< ns; in rate modes when it was due
  int stage = 0;
  bool isScheduled = false; ///< rate modes
  bool hasTicket = false;
};

/// What the requests of a pass or of a transaction add up to.
struct PassSum
{
  Sample sample; ///< response times and bytes added; outcome and side of the first failure
  int requests = 0;

  void add(const Sample &request);
  void add(const PassSum &inner);
};

class VirtualUser
{
public:
  VirtualUser(CaseWorker &owner, size_t index, uint64_t number); ///< number: from 1, over all workers
  VirtualUser(const VirtualUser &) = delete;
  VirtualUser &operator=(const VirtualUser &) = delete;

  void begin(); ///< starts it; it may come to its first wait, or even to its end, in here

  size_t index() const { return m_index; }
  bool isSpent() const { return m_spent; } ///< a list that stops at its end is used up
  bool isLeaving() const { return m_leaving; }
  void setLeaving(bool leaving) { m_leaving = leaving; } ///< after the pass under way

  bool isParked() const { return bool(m_parked); }
  void unpark(); ///< it asks its owner for a start again
  void interrupt() { m_sleeper.cancel(); } ///< ends thinking and waiting
  void meetingOpened(int meeting, uint64_t number); ///< those who wait there, of this or an earlier number, go on
  void cutOff();
  int64_t lastAnswer() const { return m_lastAnswer; } ///< ns, when the last request ended

private:
  enum class Flow { GoOn, EndPass, Cut };

  struct Buffer ///< of a request that is not literal; lent for the request
  {
    OutgoingRequest outgoing;
    std::string url, headers, body;
  };

  struct Park
  {
    VirtualUser &user;
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> handle) const { user.m_parked = handle; }
    void await_resume() const {}
  };

  Task<> live();
  Task<Flow> run(const CompiledSteps &steps);
  Task<Flow> loop(const CompiledLoop &loop);
  Task<Flow> transaction(const CompiledTransaction &transaction);
  Task<Flow> request(const CompiledRequest &request) ///< by its kind, whatever holds it back
  {
    return m_controllers.empty() ? begun(request) : throttled(request);
  }
  Task<Flow> begun(const CompiledRequest &request)
  {
    return std::holds_alternative<std::monostate>(request.plan.protocol) ? httpRequest(request) : protocolRequest(request);
  }
  Task<Flow> throttled(const CompiledRequest &request);
  bool begin(const CompiledRequest &request); ///< its time runs; false: a list is used up
  bool hasHadItsTurn(); ///< it has sent much without ever waiting
  Task<Flow> httpRequest(const CompiledRequest &request);
  // protocolrequests.cpp
  Task<Flow> protocolRequest(const CompiledRequest &request);
  bool judge(const CompiledRequest &request, ExchangeResult &result);
  void record(const CompiledRequest &request, const ExchangeResult &result, LogTicket ticket);
  void observe(const CompiledRequest &request, const ExchangeResult &result, bool succeeded);
  // instructions.cpp
  Task<Flow> instruction(const CompiledStep &step);
  Task<Flow> meet(int meeting);
  Task<Flow> plugin(const CompiledPlugin &plugin);
  Task<bool> token(); ///< waits until all throughput controllers around allow a request; false: no more may be sent
  bool fetched(const std::vector<int> &sources); ///< false: a list is used up, and so is this user

  const OutgoingRequest &prepare(const CompiledRequest &request, std::unique_ptr<Buffer> &buffer, bool wantsWhole);
  static bool isGood(HttpResult &result); ///< by its status alone
  bool judge(const CompiledRequest &request, std::string_view url, HttpResult &result);
  static bool failed(HttpResult &result, std::string why); ///< false
  void record(const CompiledRequest &request, const OutgoingRequest &outgoing, const HttpResult &result, LogTicket ticket);
  std::string exchangeText(const CompiledRequest &request, const OutgoingRequest &sent, const HttpResult &result, bool isWhole) const;
  LogTicket logTicket(const CompiledRequest &request);
  /// Into the request log, or to the pass's entry in it. `makeText`: the exchange, sensitive values and all.
  template<class MakeText>
  void log(const CompiledRequest &request, const Sample &sample, std::string_view error, LogTicket ticket, MakeText makeText);
  void logPass();
  void observe(const CompiledRequest &request, const OutgoingRequest &outgoing, const HttpResult &result, bool succeeded);
  /// The body of the last reply, unpacked into `unpacked` where the card says so.
  std::string_view bodyForChecks(const CompiledRequest &request, std::string &unpacked) const;
  ExpansionContext context();

  CaseWorker &m_owner;
  HttpClient m_client;
  std::unique_ptr<ProtocolClients> m_protocols; ///< made when first used
  Sleeper m_sleeper;
  Variables m_variables;
  UserCookies m_cookies;
  PassSum m_sum; ///< of the pass, or of the innermost transaction
  uint64_t m_number, m_random, m_iteration = 0, m_loop = 0;
  int64_t m_paced = 0;      ///< ns, when pacing said that the next request begins; 0: it did not
  int64_t m_began = 0;      ///< ns, when the last request began by that schedule
  int64_t m_lastAnswer = 0;
  std::coroutine_handle<> m_parked;
  LogTicket m_passTicket = ExchangeLog::none; ///< of a case that logs by pass
  std::string m_passText, m_passError;        ///< exchanges of the pass so far; the first failure
  std::vector<int> m_controllers; ///< throughput controllers it is in, outermost first
  uint64_t m_meetingNumber = 0;
  int m_meeting = -1; ///< the rendezvous it waits at
  uint32_t m_turn = 0; ///< of the loop, in which …
  size_t m_index;
  bool m_leaving = false, m_spent = false;
  uint8_t m_inTurn = 0; ///< … it ended so many requests
};

} // namespace engine
