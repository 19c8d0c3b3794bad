// The part of a virtual user that shows an exchange to whoever debugs.
#include "engine/run/caseworker.h"
#include "engine/run/masked.h"

namespace engine {

std::string masked(std::string text, const std::vector<std::string> &secrets)
{
  for (const std::string &secret : secrets)
    for (size_t at = text.find(secret); at != text.npos; at = text.find(secret, at + 3)) text.replace(at, secret.size(), "***");
  return text;
}

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

} // namespace engine
