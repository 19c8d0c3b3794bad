// The part of a virtual user that shows exchanges: to whoever debugs, and to the request log of the run.
#include "engine/run/caseworker.h"
#include "engine/run/masked.h"
#include "engine/run/requestlogging.h"

namespace engine {

void VirtualUser::observe(const CompiledRequest &request, const OutgoingRequest &outgoing, const HttpResult &result, bool succeeded)
{
  constexpr size_t mostShown = 1'000'000; // of one body
  const std::vector<std::string> &secrets = m_owner.compiled().plan.secrets;
  const HttpReply &reply = m_client.reply();
  const Sample &sample = result.sample;
  const bool answered = sample.status > 0;
  ObservedExchange seen;
  seen.item = request.plan.item;
  seen.user = m_number;
  seen.iteration = m_iteration;
  const HttpPlace &place = outgoing.place;
  seen.url = masked(std::string(place.scheme) + "://" + place.authority() + std::string(place.target), secrets);
  seen.sent = masked(outgoing.wire.empty() ? renderWire(outgoing) : std::string(outgoing.wire), secrets);
  seen.status = sample.status;
  seen.succeeded = succeeded;
  seen.error = masked(result.error, secrets);
  seen.redirectHops = result.redirectHops;
  seen.responseTime = sample.responseTime;
  seen.sentBytes = sample.sentBytes;
  seen.receivedBytes = sample.receivedBytes;
  seen.dns = result.timing.dns;
  seen.connect = result.timing.connect;
  seen.tls = result.timing.tls;
  seen.firstByte = result.timing.firstByte;
  seen.download = result.timing.download;
  if (answered) {
    std::string unpacked;
    const std::string_view body = bodyForChecks(request, unpacked);
    const AnswerView answer{sample.status, reply.head, body, seen.url};
    ExpansionContext expansion = context();
    std::vector<CheckResult> results;
    if (request.plan.checkpoint) request.checker.check(answer, expansion, &results);
    else results.push_back({"status ==", "2xx", std::to_string(sample.status), sample.status / 100 == 2});
    for (CheckResult &each : results)
      seen.checks.push_back({std::move(each.what), masked(std::move(each.expected), secrets), masked(std::move(each.actual), secrets), each.passed});
    for (const Extraction &extraction : request.plan.extractions) {
      const auto &values = m_variables.values();
      if (extraction.slot < 0 || size_t(extraction.slot) >= values.size()) continue;
      const std::string &value = values[size_t(extraction.slot)];
      seen.extracted.emplace_back(extraction.name, masked(value, secrets));
      if (extraction.expect) seen.checks.push_back({"expected " + extraction.name, *extraction.expect, masked(value, secrets), value == *extraction.expect});
    }
    seen.head = masked(reply.head, secrets);
    seen.body = masked(std::string(body.substr(0, mostShown)), secrets);
    seen.isCut = reply.truncated || body.size() > mostShown;
  }
  m_owner.show(std::move(seen));
}

std::string VirtualUser::exchangeText(const CompiledRequest &request, const OutgoingRequest &sent, const HttpResult &result, bool isWhole) const
{
  std::string text;
  if (!sent.wire.empty()) text = sent.wire.substr(0, ErrorBook::mostSample / 2);
  else if (!sent.place.host.empty()) {
    text.append(sent.method).append(1, ' ').append(sent.place.target).append(sent.http2 ? " HTTP/2\r\n" : " HTTP/1.1\r\n");
    text.append(sent.headers.substr(0, ErrorBook::mostSample / 4)).append("\r\n");
    text.append(sent.body.substr(0, ErrorBook::mostSample / 4));
  }
  text += "\r\n";
  if (!result.sample.status) return text + result.error;
  if (!isWhole) return text + "HTTP status " + std::to_string(result.sample.status);
  std::string unpacked;
  return (text + m_client.reply().head).append(bodyForChecks(request, unpacked).substr(0, ErrorBook::mostSample));
}

LogTicket VirtualUser::logTicket(const CompiledRequest &request)
{
  return m_owner.compiled().plan.logsPasses ? m_passTicket : m_owner.log().take(request.plan.item);
}

/// The entry of a pass: all its requests, or of one that was not chosen its failures.
void VirtualUser::logPass()
{
  const LogTicket ticket = std::exchange(m_passTicket, ExchangeLog::none);
  if (m_passText.empty() || !m_owner.log().isDue(0, m_sum.sample, ticket)) {
    m_passText.clear();
    m_passError.clear();
    return;
  }
  m_owner.log().add(0, m_owner.msOf(m_owner.reactor().now()), m_sum.sample, ticket, std::exchange(m_passError, {}), std::exchange(m_passText, {}));
}

} // namespace engine
