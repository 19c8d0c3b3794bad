// The part of a virtual user that executes control instructions and plugin requests.
#include "engine/run/caseworker.h"
#include "engine/run/conditions.h"
#include "engine/run/masked.h"

#include "engine/plan/functions.h"

namespace engine {

Task<VirtualUser::Flow> VirtualUser::instruction(const CompiledStep &step)
{
  if (const auto *data = std::get_if<CompiledData>(&step.what)) {
    if (!fetched(data->sources)) co_return Flow::Cut;
    ExpansionContext expansion = context();
    assign(data->plan, expansion);
    co_return Flow::GoOn;
  }
  if (const auto *condition = std::get_if<CompiledCondition>(&step.what)) {
    if (!fetched(condition->sources)) co_return Flow::Cut;
    ExpansionContext expansion = context();
    const bool isTrue = holds(condition->condition, expansion);
    const Flow flow = co_await run(isTrue ? condition->steps : condition->otherwise);
    co_return flow;
  }
  if (const auto *share = std::get_if<CompiledShare>(&step.what)) {
    if (share->branches.empty()) co_return Flow::GoOn;
    const size_t branch = share->fixed ? share->share.branchOf(m_number) : share->share.drawn(nextRandom(m_random));
    const Flow flow = co_await run(share->branches[branch]);
    co_return flow;
  }
  if (const auto *throughput = std::get_if<CompiledThroughput>(&step.what)) {
    m_controllers.push_back(throughput->controller);
    const Flow flow = co_await run(throughput->steps);
    m_controllers.pop_back();
    co_return flow;
  }
  if (const auto *meeting = std::get_if<CompiledMeeting>(&step.what)) {
    const Flow flow = co_await meet(meeting->meeting);
    co_return flow;
  }
  const Flow flow = co_await plugin(std::get<CompiledPlugin>(step.what));
  co_return flow;
}

bool VirtualUser::fetched(const std::vector<int> &sources)
{
  if (sources.empty() || m_variables.fetch(sources, m_random)) return true;
  m_spent = true;
  return false;
}

Task<bool> VirtualUser::token()
{
  Reactor &reactor = m_owner.reactor();
  const int64_t now = reactor.readClock();
  int64_t at = now;
  for (const int controller : m_controllers) at = std::max(at, m_owner.bucket(controller).take(now));
  if (at > now) {
    m_paced = 0; // what is held back begins late, and is paced from there
    co_await m_sleeper.until(at);
  }
  co_return m_owner.mayGoOn();
}

Task<VirtualUser::Flow> VirtualUser::meet(int index)
{
  Rendezvous &meeting = m_owner.meeting(index);
  const Rendezvous::Place place = meeting.arrive(m_owner.reactor().readClock(), m_owner.activeUsers());
  if (!place.goesOn) {
    m_paced = 0;
    m_meeting = index;
    m_meetingNumber = place.number;
    const bool waitedToTheEnd = co_await m_sleeper.until(place.until);
    m_meeting = -1;
    if (waitedToTheEnd) meeting.timedOut(place.number);
  }
  co_return m_owner.mayGoOn() ? Flow::GoOn : Flow::Cut;
}

void VirtualUser::meetingOpened(int meeting, uint64_t number)
{
  if (m_meeting == meeting && m_meetingNumber <= number) m_sleeper.cancel();
}

Task<VirtualUser::Flow> VirtualUser::plugin(const CompiledPlugin &step)
{
  const PluginStep &plan = step.plan;
  Reactor &reactor = m_owner.reactor();
  if (!fetched(step.sources)) co_return Flow::Cut;
  if (!m_controllers.empty()) {
    const bool mayGo = co_await token();
    if (!mayGo) co_return Flow::Cut;
  }
  std::vector<std::pair<std::string, std::string>> values{
      {"__name", plan.function.entry().name}, {"__vu", std::to_string(m_number)}, {"__iteration", std::to_string(m_iteration)}};
  ExpansionContext expansion = context();
  for (const auto &[name, text] : plan.parameters) {
    values.emplace_back(name, std::string());
    expand(text, expansion, values.back().second);
  }
  std::vector<PluginArgument> arguments;
  for (const auto &[name, value] : values) arguments.push_back({name, value});

  const int64_t start = reactor.readClock();
  m_began = start;
  const std::unique_ptr<PluginCall> call = plan.function.plugin->begin(plan.function.index, arguments);
  HttpResult result; // of the whole call
  PluginReply reply;
  std::string error;
  for (bool isFirst = true; call->run(isFirst ? nullptr : &reply); isFirst = false) {
    OutgoingRequest outgoing;
    std::string url = call->message.url;
    makeSendable(url);
    if (!HttpPlace::parse(url, outgoing.place)) outgoing.place = {};
    outgoing.method = call->message.method;
    outgoing.headers = call->message.headers;
    outgoing.body = call->message.body;
    outgoing.connectTimeout = outgoing.responseTimeout = plan.timeout;
    outgoing.verifyTls = call->message.verifyTls;
    outgoing.keepHead = outgoing.keepBody = true;
    const HttpResult sent = co_await m_client.send(outgoing);
    if (sent.cutOff) {
      ++m_owner.second().cutOff;
      co_return Flow::Cut;
    }
    m_owner.second().retried += sent.retried;
    result.sample.sentBytes += sent.sample.sentBytes;
    result.sample.receivedBytes += sent.sample.receivedBytes;
    error = sent.error;
    reply = {sent.sample.status, m_client.reply().head, m_client.reply().body, error};
    if (!m_owner.mayGoOn()) co_return Flow::Cut;
  }
  m_client.forgetReply();

  const PluginAnswer &answer = call->answer;
  Sample &sample = result.sample;
  sample.responseTime = reactor.readClock() - start;
  sample.status = answer.status;
  sample.sentBytes += answer.sentBytes;
  sample.receivedBytes += answer.receivedBytes;
  if (!answer.isOk) {
    sample.outcome = Outcome::Assert;
    sample.side = Side::Server;
    result.error = answer.text.empty() ? "The plugin says that the request failed." : masked(answer.text, m_owner.compiled().plan.secrets);
  }
  const int64_t now = reactor.now();
  m_lastAnswer = now;
  m_owner.second().items[size_t(plan.item)].add(sample);
  m_sum.add(sample);
  if (!answer.isOk) m_owner.errors().record(plan.item, sample, result.error, m_owner.msOf(now), true, [&] { return result.error; });
  if (m_owner.observer()) {
    ObservedExchange seen;
    seen.item = plan.item;
    seen.user = m_number;
    seen.iteration = m_iteration;
    seen.status = answer.status;
    seen.succeeded = answer.isOk;
    seen.error = result.error;
    seen.body = masked(answer.text, m_owner.compiled().plan.secrets);
    seen.responseTime = sample.responseTime;
    seen.sentBytes = sample.sentBytes;
    seen.receivedBytes = sample.receivedBytes;
    m_owner.show(std::move(seen));
  }
  const bool isInstant = sample.responseTime < oneMs && !answer.isOk; // a failure that cost no time must not spin
  if (isInstant && m_owner.mayGoOn()) co_await m_sleeper.until(reactor.readClock() + oneMs);
  co_return answer.isOk || !plan.endIterationOnFailure ? Flow::GoOn : Flow::EndPass;
}

} // namespace engine
