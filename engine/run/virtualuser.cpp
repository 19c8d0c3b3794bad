#include "engine/run/virtualuser.h"

#include "engine/plan/functions.h"
#include "engine/protocol/contentdecoder.h"
#include "engine/protocol/httpredirect.h"
#include "engine/run/caseworker.h"
#include "engine/run/conditions.h"
#include "engine/run/masked.h"
#include "engine/run/requestlogging.h"

#include <algorithm>
#include <charconv>

namespace engine {

namespace {

constexpr uint64_t mostLoops = 100'000;
/// After a failure that cost no time (refused at once, no descriptor left) a user pauses, so that it never spins and the
/// loop gets its turn.
constexpr int64_t pauseAfterNothing = oneMs;

/// One that never waits, as who publishes without an answer, would keep all others of its worker from their turn.
constexpr int mostRequestsATurn = 8;

std::string failedCheck(const CompiledRequest &request, const AnswerView &answer, ExpansionContext context)
{
  // Extracting again would be harmless, but only the checks are needed to name the one that failed.
  std::vector<CheckResult> results;
  request.checker.check(answer, context, &results);
  for (const CheckResult &result : results)
    if (!result.passed) return "Checkpoint failed: " + result.what + " " + result.expected + ".";
  return "An extracted value is not the expected one.";
}

} // namespace

void PassSum::add(const Sample &request)
{
  sample.responseTime += request.responseTime;
  sample.sentBytes += request.sentBytes;
  sample.receivedBytes += request.receivedBytes;
  if (sample.outcome == Outcome::Ok) sample.outcome = request.outcome, sample.side = request.side;
  ++requests;
}

void PassSum::add(const PassSum &inner)
{
  add(inner.sample);
  requests += inner.requests - 1;
}

VirtualUser::VirtualUser(CaseWorker &owner, size_t index, uint64_t number)
    : m_owner(owner), m_client(owner.network()), m_sleeper(owner.reactor()),
      m_variables(owner.compiled().plan, owner.cursors()), m_number(number), m_random(number * 0x9e3779b97f4a7c15),
      m_index(index)
{
  m_client.setRedirectListener(&m_cookies);
}

void VirtualUser::begin() { live().detach(); }

void VirtualUser::cutOff()
{
  m_client.cancel();
  if (m_protocols) m_protocols->cancel();
}

void VirtualUser::unpark()
{
  if (m_parked) std::exchange(m_parked, {}).resume();
}

ExpansionContext VirtualUser::context()
{
  return {&m_variables.values(), m_number, m_iteration, m_loop, m_owner.compiled().plan.name, &m_random,
          m_owner.compiled().plan.plugins.get()};
}

Task<> VirtualUser::live()
{
  const CompiledCase &compiled = m_owner.compiled();
  if (!compiled.setup.empty()) co_await run(compiled.setup);

  while (!m_spent) {
    const std::optional<Start> start = m_owner.take(*this);
    if (!start) {
      if (m_owner.mustLeave(*this)) break;
      m_owner.park(*this);
      m_owner.activeChanged(-1);
      co_await Park{*this};
      m_owner.activeChanged(1);
      continue;
    }
    ++m_iteration;
    m_variables.beginIteration();
    m_sum = {};
    if (start->isScheduled) m_paced = 0;
    if (compiled.plan.logsPasses) m_passTicket = m_owner.log().take(0);
    const Flow flow = co_await run(compiled.steps);
    if (compiled.plan.logsPasses && flow != Flow::Cut) logPass();
    if (!m_sum.requests) m_lastAnswer = m_owner.reactor().now();
    m_owner.passEnded(*this, *start, m_sum.sample, flow != Flow::Cut);
    if (!m_sum.requests) co_await m_sleeper.until(m_owner.reactor().readClock() + pauseAfterNothing);
  }
  m_owner.left(*this); // destroys this, a little later
}

Task<VirtualUser::Flow> VirtualUser::run(const CompiledSteps &steps)
{
  for (const CompiledStep &step : steps) {
    if (!m_owner.mayGoOn()) co_return Flow::Cut;
    Flow flow;
    if (const auto *request = std::get_if<std::unique_ptr<const CompiledRequest>>(&step.what)) {
      flow = co_await this->request(**request);
      const RequestStep &plan = (*request)->plan;
      if (flow != Flow::Cut && plan.thinkTime >= 0) {
        const int64_t from = plan.thinkFixed ? m_owner.reactor().now() : m_began;
        const int64_t until = from + plan.thinkTime;
        const bool isEarly = until > m_owner.reactor().readClock();
        // A pass whose last request is answered is complete, even if the thinking after it is cut short.
        if (isEarly && m_owner.mayGoOn() && co_await m_sleeper.until(until) && !plan.thinkFixed) m_paced = until;
      }
      if (hasHadItsTurn()) co_await m_sleeper.nextTurn();
    } else if (const auto *inner = std::get_if<CompiledLoop>(&step.what)) flow = co_await loop(*inner);
    else if (const auto *library = std::get_if<CompiledTransaction>(&step.what)) flow = co_await transaction(*library);
    else flow = co_await instruction(step);
    if (flow != Flow::GoOn) co_return flow;
  }
  co_return Flow::GoOn;
}

Task<VirtualUser::Flow> VirtualUser::loop(const CompiledLoop &loop)
{
  if (!m_variables.fetch(loop.sources, m_random)) {
    m_spent = true;
    co_return Flow::Cut;
  }
  std::string text;
  ExpansionContext expansion = context();
  expand(loop.count, expansion, text);
  uint64_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  count = std::min(count, mostLoops);

  const uint64_t outer = m_loop;
  Flow flow = Flow::GoOn;
  for (uint64_t i = 1; i <= count && flow == Flow::GoOn; ++i) {
    m_loop = i;
    flow = co_await run(loop.steps);
    if (flow != Flow::GoOn || !loop.breakCondition) continue;
    ExpansionContext now = context();
    if (!fetched(loop.sources)) flow = Flow::Cut;
    else if (holds(*loop.breakCondition, now)) break;
  }
  m_loop = outer;
  co_return flow;
}

Task<VirtualUser::Flow> VirtualUser::transaction(const CompiledTransaction &transaction)
{
  const PassSum outer = std::exchange(m_sum, {});
  const Flow flow = co_await run(transaction.steps);
  if (flow != Flow::Cut) m_owner.second().items[size_t(transaction.item)].add(m_sum.sample);
  const PassSum inner = std::exchange(m_sum, outer);
  m_sum.add(inner);
  co_return flow;
}

Task<VirtualUser::Flow> VirtualUser::throttled(const CompiledRequest &request)
{
  const bool mayGo = co_await token();
  if (!mayGo) co_return Flow::Cut;
  co_return co_await begun(request);
}

bool VirtualUser::begin(const CompiledRequest &request)
{
  const int64_t paced = std::exchange(m_paced, 0);
  m_began = paced ? paced : m_owner.reactor().now();
  if (request.sources.empty() || m_variables.fetch(request.sources, m_random)) return true;
  m_spent = true;
  return false;
}

bool VirtualUser::hasHadItsTurn()
{
  const uint32_t turn = m_owner.reactor().turns();
  if (std::exchange(m_turn, turn) != turn) m_inTurn = 0;
  return ++m_inTurn >= mostRequestsATurn;
}

Task<VirtualUser::Flow> VirtualUser::httpRequest(const CompiledRequest &request)
{
  const RequestStep &plan = request.plan;
  Reactor &reactor = m_owner.reactor();
  if (!begin(request)) co_return Flow::Cut;
  const LogTicket ticket = logTicket(request);
  std::unique_ptr<Buffer> buffer;
  bool succeeded = false, instantly = false;
  for (int repeats = plan.checkpoint ? plan.checkpoint->retryTimes : 0;; --repeats) {
    const bool wantsCookies = plan.request.cookies && !request.hasCookieHeader;
    const bool wantsWhole = ticket != ExchangeLog::none || m_owner.errors().wantsWhole() || m_owner.observer();
    const bool isReady = request.isLiteral && !wantsWhole && (m_cookies.isEmpty() || !wantsCookies);
    m_cookies.begin(wantsCookies);
    const OutgoingRequest &outgoing = isReady ? request.outgoing : prepare(request, buffer, wantsWhole);
    HttpResult result = co_await m_client.send(outgoing);
    CaseSecond &second = m_owner.second();
    second.retried += result.retried;
    second.redirectHops += uint64_t(result.redirectHops);
    if (result.cutOff) {
      second.cutOff += result.sends > result.redirectHops + int(result.retried); // else its last request never went out
      co_return Flow::Cut;
    }
    const bool answered = result.sample.outcome == Outcome::Ok;
    succeeded = answered && (request.isJudged ? judge(request, buffer ? buffer->url : request.url, result) : isGood(result));
    if (answered) m_cookies.answered(m_client.reply(), outgoing.place);
    instantly = !answered && result.sample.responseTime < pauseAfterNothing;
    if (!succeeded && repeats > 0 && m_owner.mayGoOn()) {
      const int64_t pause = std::max(plan.checkpoint->retryInterval, instantly ? pauseAfterNothing : 0);
      if (pause > 0) co_await m_sleeper.until(reactor.readClock() + pause);
      if (m_owner.mayGoOn()) { // only the last attempt enters the report
        m_owner.second().retried += result.sample.sentBytes > 0;
        continue;
      }
    }
    if (m_owner.observer()) observe(request, outgoing, result, succeeded);
    record(request, outgoing, result, ticket);
    break;
  }
  if (instantly && m_owner.mayGoOn()) co_await m_sleeper.until(reactor.readClock() + pauseAfterNothing);
  co_return succeeded || !plan.endIterationOnFailure ? Flow::GoOn : Flow::EndPass;
}

const OutgoingRequest &VirtualUser::prepare(const CompiledRequest &request, std::unique_ptr<Buffer> &buffer, bool wantsWhole)
{
  if (!buffer) buffer = std::make_unique<Buffer>();
  OutgoingRequest &outgoing = buffer->outgoing;
  outgoing = request.outgoing;
  outgoing.keepHead |= wantsWhole;
  outgoing.keepBody |= wantsWhole;
  buffer->url.clear();
  const bool takesCookies = request.plan.request.cookies && !request.hasCookieHeader && !m_cookies.isEmpty();
  if (request.isLiteral) {
    buffer->url = request.url;
    buffer->headers.clear();
    if (takesCookies && !outgoing.wire.empty()) m_cookies.appendLine(outgoing.place, buffer->headers);
    if (buffer->headers.empty()) return outgoing;
    buffer->headers += headersOf(outgoing.wire);
    outgoing.headers = buffer->headers;
    outgoing.body = bodyOf(outgoing.wire);
    outgoing.wire = {};
    return outgoing;
  }
  ExpansionContext expansion = context();
  const HttpRequest &http = request.plan.request;
  buffer->headers.clear();
  buffer->body.clear();
  expand(http.url, expansion, buffer->url);
  makeSendable(buffer->url);
  for (const auto &[name, value] : http.headers) {
    buffer->headers.append(name).append(": ");
    const size_t begin = buffer->headers.size();
    expand(value, expansion, buffer->headers);
    // A value that a server gave must not become a header of its own.
    for (size_t at = begin; (at = buffer->headers.find_first_of("\r\n", at)) != std::string::npos;) buffer->headers[at] = ' ';
    buffer->headers += "\r\n";
  }
  expand(http.body, expansion, buffer->body);
  if (!HttpPlace::parse(buffer->url, outgoing.place)) outgoing.place = {};
  else if (takesCookies) m_cookies.appendLine(outgoing.place, buffer->headers);
  outgoing.headers = buffer->headers;
  outgoing.body = buffer->body;
  return outgoing;
}

bool VirtualUser::isGood(HttpResult &result)
{
  return result.sample.status / 100 == 2 || failed(result, "HTTP status " + std::to_string(result.sample.status) + ".");
}

bool VirtualUser::judge(const CompiledRequest &request, std::string_view url, HttpResult &result)
{
  const HttpReply &reply = m_client.reply();
  std::string unpacked;
  const AnswerView answer{result.sample.status, reply.head, bodyForChecks(request, unpacked), url};
  ExpansionContext expansion = context();
  const auto [passed, expected] = request.checker.judge(answer, expansion);
  if (passed && expected) return true;
  if (!request.plan.checkpoint && !passed) return isGood(result);
  return failed(result, masked(failedCheck(request, answer, expansion), m_owner.compiled().plan.secrets));
}

std::string_view VirtualUser::bodyForChecks(const CompiledRequest &request, std::string &unpacked) const
{
  const HttpReply &reply = m_client.reply();
  if (!request.plan.request.decode || reply.contentEncoding.empty() || reply.body.empty()) return reply.body;
  auto decoded = decodeBody(reply.contentEncoding, reply.body, HttpReply::bodyLimit);
  if (!decoded) return reply.body;
  unpacked = std::move(*decoded);
  return unpacked;
}

bool VirtualUser::failed(HttpResult &result, std::string why)
{
  result.error = std::move(why);
  result.sample.outcome = Outcome::Assert;
  result.sample.side = Side::Server;
  return false;
}

void VirtualUser::record(const CompiledRequest &request, const OutgoingRequest &outgoing, const HttpResult &result, LogTicket ticket)
{
  const int64_t now = m_owner.reactor().now();
  const Sample &sample = result.sample;
  m_lastAnswer = now;
  m_owner.second().items[size_t(request.plan.item)].add(sample);
  m_sum.add(sample);
  const bool isWhole = !sample.status || (outgoing.keepHead && outgoing.keepBody);
  if (sample.outcome != Outcome::Ok)
    m_owner.errors().record(request.plan.item, sample, result.error, m_owner.msOf(now), isWhole,
                            [&] { return masked(exchangeText(request, outgoing, result, isWhole), m_owner.compiled().plan.secrets); });
  log(request, sample, result.error, ticket, [&] { return exchangeText(request, outgoing, result, isWhole); });
  if (outgoing.keepHead || outgoing.keepBody) m_client.forgetReply();
}

} // namespace engine
