// Requests of other protocols than HTTP, as a virtual user sends, judges, counts and shows them.
#include "engine/run/requestlogging.h"
#include "engine/run/virtualuser.h"

#include <algorithm>

namespace engine {

namespace {

/// As for HTTP: a user that fails at no cost pauses, so that it never spins.
constexpr int64_t pauseAfterNothing = oneMs;
constexpr size_t mostShown = 1'000'000; ///< bytes of one payload in a debug view

} // namespace

Task<VirtualUser::Flow> VirtualUser::protocolRequest(const CompiledRequest &request)
{
  const RequestStep &plan = request.plan;
  Reactor &reactor = m_owner.reactor();
  if (!begin(request)) co_return Flow::Cut;
  if (!m_protocols) m_protocols = std::make_unique<ProtocolClients>(m_owner.network());
  const LogTicket ticket = logTicket(request);
  bool succeeded = false, instantly = false;
  for (int repeats = plan.checkpoint ? plan.checkpoint->retryTimes : 0;; --repeats) {
    ExpansionContext expansion = context();
    ExchangeResult result = co_await m_protocols->run(plan.protocol, expansion);
    if (result.cutOff) {
      ++m_owner.second().cutOff;
      co_return Flow::Cut;
    }
    const bool done = result.sample.outcome == Outcome::Ok;
    succeeded = done && (!request.isJudged || judge(request, result));
    instantly = !done && result.sample.responseTime < pauseAfterNothing;
    if (!succeeded && repeats > 0 && m_owner.mayGoOn()) {
      const int64_t pause = std::max(plan.checkpoint->retryInterval, instantly ? pauseAfterNothing : 0);
      if (pause > 0) co_await m_sleeper.until(reactor.readClock() + pause);
      if (m_owner.mayGoOn()) { // only the last attempt enters the report
        m_owner.second().retried += result.sample.sentBytes > 0;
        continue;
      }
    }
    if (m_owner.observer()) observe(request, result, succeeded);
    record(request, result, ticket);
    break;
  }
  if (instantly && m_owner.mayGoOn()) co_await m_sleeper.until(reactor.readClock() + pauseAfterNothing);
  co_return succeeded || !plan.endIterationOnFailure ? Flow::GoOn : Flow::EndPass;
}

bool VirtualUser::judge(const CompiledRequest &request, ExchangeResult &result)
{
  const AnswerView answer{result.sample.status, m_protocols->head(), m_protocols->body(), m_protocols->address()};
  ExpansionContext expansion = context();
  const auto [passed, expected] = request.checker.judge(answer, expansion);
  const bool checks = request.plan.checkpoint.has_value(); // without one there is no status to judge by
  if ((passed || !checks) && expected) return true;
  result.error = "An extracted value is not the expected one.";
  std::vector<CheckResult> results;
  if (checks) request.checker.check(answer, expansion, &results);
  for (const CheckResult &each : results) {
    if (each.passed) continue;
    result.error = masked("Checkpoint failed: " + each.what + " " + each.expected + ".", m_owner.compiled().plan.secrets);
    break;
  }
  result.sample.outcome = Outcome::Assert;
  result.sample.side = Side::Server;
  return false;
}

void VirtualUser::record(const CompiledRequest &request, const ExchangeResult &result, LogTicket ticket)
{
  const int64_t now = m_owner.reactor().now();
  m_lastAnswer = now;
  Tally &tally = m_owner.second().items[size_t(request.plan.item)];
  tally.add(result.sample);
  if (const StreamFigures *figures = m_protocols->figures()) tally.stream.add(*figures);
  m_sum.add(result.sample);
  const auto exchange = [&] {
    std::string text = m_protocols->sentHead();
    text.append("\r\n\r\n").append(m_protocols->sentText(ErrorBook::mostSample / 4)).append("\r\n\r\n");
    if (!result.error.empty()) text.append(result.error).append("\r\n");
    return text + m_protocols->receivedText(ErrorBook::mostSample / 2);
  };
  if (result.sample.outcome != Outcome::Ok)
    m_owner.errors().record(request.plan.item, result.sample, result.error, m_owner.msOf(now), true,
                            [&] { return masked(exchange(), m_owner.compiled().plan.secrets); });
  log(request, result.sample, result.error, ticket, exchange);
  m_protocols->forgetAnswer();
}

void VirtualUser::observe(const CompiledRequest &request, const ExchangeResult &result, bool succeeded)
{
  const std::vector<std::string> &secrets = m_owner.compiled().plan.secrets;
  const Sample &sample = result.sample;
  ObservedExchange seen;
  seen.item = request.plan.item;
  seen.user = m_number;
  seen.iteration = m_iteration;
  seen.url = masked(std::string(m_protocols->address()), secrets);
  seen.sent = masked(m_protocols->sentHead() + "\r\n\r\n" + m_protocols->sentText(mostShown), secrets);
  seen.status = sample.status;
  seen.succeeded = succeeded;
  seen.error = masked(result.error, secrets);
  seen.responseTime = sample.responseTime;
  seen.sentBytes = sample.sentBytes;
  seen.receivedBytes = sample.receivedBytes;
  seen.dns = result.timing.dns;
  seen.connect = result.timing.connect;
  seen.tls = result.timing.tls;
  seen.firstByte = result.timing.firstByte;
  seen.download = result.timing.download;
  seen.head = masked(m_protocols->answerHead(), secrets);
  seen.body = masked(m_protocols->receivedText(mostShown), secrets);
  seen.isCut = m_protocols->body().size() > mostShown;
  if (request.plan.checkpoint) {
    const AnswerView answer{sample.status, m_protocols->head(), m_protocols->body(), seen.url};
    ExpansionContext expansion = context();
    std::vector<CheckResult> results;
    request.checker.check(answer, expansion, &results);
    for (CheckResult &each : results)
      seen.checks.push_back({std::move(each.what), masked(std::move(each.expected), secrets), masked(std::move(each.actual), secrets), each.passed});
  }
  for (const Extraction &extraction : request.plan.extractions) {
    const auto &values = m_variables.values();
    if (extraction.slot < 0 || size_t(extraction.slot) >= values.size()) continue;
    const std::string &value = values[size_t(extraction.slot)];
    seen.extracted.emplace_back(extraction.name, masked(value, secrets));
    if (extraction.expect)
      seen.checks.push_back({"expected " + extraction.name, *extraction.expect, masked(value, secrets), value == *extraction.expect});
  }
  m_owner.observer()->exchanged(std::move(seen));
}

} // namespace engine
