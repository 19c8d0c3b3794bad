#include "engine/run/compiledcase.h"

#include "engine/protocol/httpredirect.h"

#include <algorithm>

namespace engine {

namespace {

void collectSources(const std::vector<Piece> &pieces, const CasePlan &plan, std::vector<int> &sources)
{
  for (const Piece &piece : pieces) {
    for (const auto &argument : piece.arguments) collectSources(argument, plan, sources);
    if (piece.kind != Piece::Variable || piece.slot < 0) continue;
    for (size_t i = 0; i < plan.variables.size(); ++i) {
      const auto &slots = plan.variables[i].slotIndexes;
      if (std::ranges::find(slots, piece.slot) != slots.end() && std::ranges::find(sources, int(i)) == sources.end())
        sources.push_back(int(i));
    }
  }
}

/// What fills a slot that a step writes into must have done so before, or it would write over it later.
void collectFiller(int slot, const CasePlan &plan, std::vector<int> &sources)
{
  Piece piece{Piece::Variable, {}, slot, {}, false};
  collectSources({piece}, plan, sources);
}

void collectSources(const Condition &condition, const CasePlan &plan, std::vector<int> &sources)
{
  for (const Comparison &item : condition.items) {
    collectSources(item.left.pieces(), plan, sources);
    collectSources(item.right.pieces(), plan, sources);
  }
}

std::string literalText(const Template &text)
{
  ExpansionContext none;
  std::string out;
  expand(text, none, out);
  return out;
}

bool isLiteral(const HttpRequest &request)
{
  return request.url.isLiteral() && request.body.isLiteral()
      && std::ranges::all_of(request.headers, [](const auto &header) { return header.second.isLiteral(); });
}

void compileLiteral(CompiledRequest &request)
{
  const HttpRequest &plan = request.plan.request;
  std::string headers;
  for (const auto &[name, value] : plan.headers) headers.append(name).append(": ").append(literalText(value)).append("\r\n");
  const std::string body = literalText(plan.body);
  request.url = literalText(plan.url);
  makeSendable(request.url);
  if (!HttpPlace::parse(request.url, request.outgoing.place)) return; // it fails when sent
  request.outgoing.headers = headers;
  request.outgoing.body = body;
  request.wire = renderWire(request.outgoing);
  request.outgoing.headers = request.outgoing.body = {}; // the wire has them; a redirect takes them from there
  request.outgoing.wire = request.wire;
  if (!request.outgoing.http2) return;
  const HttpPlace &place = request.outgoing.place;
  request.fields.set(request.outgoing.method, place.scheme, {}, place.target, headersOf(request.wire), bodyOf(request.wire));
  request.outgoing.fields = &request.fields;
}

std::unique_ptr<const CompiledRequest> compile(const RequestStep &step, const CasePlan &plan)
{
  auto request = std::make_unique<CompiledRequest>(step);
  const HttpRequest &http = step.request;
  collectSources(http.url.pieces(), plan, request->sources);
  collectSources(http.body.pieces(), plan, request->sources);
  for (const Template *text : templatesOf(step.protocol)) collectSources(text->pieces(), plan, request->sources);
  for (const auto &header : http.headers) collectSources(header.second.pieces(), plan, request->sources);
  if (step.checkpoint)
    for (const CheckItem &item : step.checkpoint->items) {
      collectSources(item.value.pieces(), plan, request->sources);
      request->keepsHead |= item.source == CheckItem::Header;
    }
  for (const Extraction &extraction : step.extractions) {
    request->keepsHead |= extraction.range == Extraction::Header;
    collectFiller(extraction.slot, plan, request->sources);
  }
  request->isJudged = step.checkpoint || !step.extractions.empty();

  OutgoingRequest &outgoing = request->outgoing;
  outgoing.method = http.method;
  outgoing.connectTimeout = http.connectTimeout;
  outgoing.responseTimeout = http.responseTimeout;
  outgoing.verifyTls = http.verifyTls;
  outgoing.newConnection = http.newConnection;
  outgoing.followRedirects = http.followRedirects;
  outgoing.http2 = http.http2;
  outgoing.sharedStreams = http.sharedStreams;
  outgoing.keepBody = request->checker.needsBody();
  outgoing.keepHead = request->keepsHead;
  outgoing.certificate = http.certificate.get();
  outgoing.hosts = http.hosts.get();
  outgoing.proxy = http.proxy.get();
  request->hasCookieHeader = std::ranges::any_of(http.headers, [](const auto &header) { return equalsIgnoringCase(header.first, "Cookie"); });
  request->isLiteral = isLiteral(http) && !http.proxy; // a proxy is told the whole address
  if (request->isLiteral) compileLiteral(*request);
  return request;
}

CompiledSteps compile(const Steps &steps, CompiledCase &compiled);

CompiledSteps inner(const std::shared_ptr<const Steps> &steps, CompiledCase &compiled)
{
  return steps ? compile(*steps, compiled) : CompiledSteps();
}

CompiledStep instruction(const Step &step, CompiledCase &compiled)
{
  const CasePlan &plan = compiled.plan;
  if (const auto *loop = std::get_if<LoopStep>(&step.what)) {
    CompiledLoop made{loop->count, {}, inner(loop->steps, compiled), loop->breakCondition};
    collectSources(loop->count.pieces(), plan, made.sources);
    if (loop->breakCondition) collectSources(*loop->breakCondition, plan, made.sources);
    return {std::move(made)};
  }
  if (const auto *data = std::get_if<DataStep>(&step.what)) {
    CompiledData made{*data, {}};
    for (const DataStep::Assignment &each : data->assignments) {
      collectSources(each.value.pieces(), plan, made.sources);
      collectFiller(each.slot, plan, made.sources);
    }
    return {std::move(made)};
  }
  if (const auto *condition = std::get_if<ConditionStep>(&step.what)) {
    CompiledCondition made{condition->condition, {}, inner(condition->steps, compiled), inner(condition->otherwise, compiled)};
    collectSources(condition->condition, plan, made.sources);
    return {std::move(made)};
  }
  if (const auto *share = std::get_if<ShareStep>(&step.what)) {
    std::vector<int> weights;
    std::vector<CompiledSteps> branches;
    for (const ShareStep::Branch &branch : share->branches) {
      weights.push_back(branch.weight);
      branches.push_back(inner(branch.steps, compiled));
    }
    return {CompiledShare{share->fixed, UserShare(weights), std::move(branches)}};
  }
  if (const auto *throughput = std::get_if<ThroughputStep>(&step.what)) {
    const size_t number = size_t(throughput->controller);
    compiled.rates.resize(std::max(compiled.rates.size(), number + 1), 1);
    compiled.rates[number] = throughput->rate;
    return {CompiledThroughput{throughput->controller, inner(throughput->steps, compiled)}};
  }
  if (const auto *meeting = std::get_if<RendezvousStep>(&step.what)) {
    const size_t number = size_t(meeting->meeting);
    compiled.meetings.resize(std::max(compiled.meetings.size(), number + 1));
    compiled.meetings[number] = meeting;
    return {CompiledMeeting{meeting->meeting}};
  }
  const auto &plugin = std::get<PluginStep>(step.what);
  CompiledPlugin made{plugin, {}};
  for (const auto &parameter : plugin.parameters) collectSources(parameter.second.pieces(), plan, made.sources);
  compiled.longestRequest = std::max(compiled.longestRequest, plugin.timeout);
  return {std::move(made)};
}

CompiledSteps compile(const Steps &steps, CompiledCase &compiled)
{
  CompiledSteps made;
  for (const Step &step : steps) {
    if (const auto *request = std::get_if<RequestStep>(&step.what)) {
      const HttpRequest &http = request->request;
      const bool isHttp = std::holds_alternative<std::monostate>(request->protocol);
      const int64_t longest = isHttp ? http.connectTimeout + http.responseTimeout : longestOf(request->protocol);
      compiled.longestRequest = std::max(compiled.longestRequest, longest);
      made.push_back({compile(*request, compiled.plan)});
    } else if (const auto *transaction = std::get_if<TransactionStep>(&step.what)) {
      made.push_back({CompiledTransaction{transaction->item, inner(transaction->steps, compiled)}});
    } else made.push_back(instruction(step, compiled));
  }
  return made;
}

} // namespace

CompiledCase::CompiledCase(const CasePlan &casePlan) : plan(casePlan)
{
  setup = compile(casePlan.setup, *this);
  steps = compile(casePlan.steps, *this);
}

void makeSendable(std::string &url)
{
  const auto isFine = [](char c) { return c > ' ' && c < 127; };
  bool isWhole = true; // without a branch, so that many characters are looked at at once
  for (const char c : url) isWhole &= (c > ' ') & (c < 127);
  if (isWhole) return;
  const size_t begin = std::min(url.find_first_not_of(" \t\r\n"), url.size());
  const size_t end = url.find_last_not_of(" \t\r\n") + 1;
  std::string encoded;
  for (const char c : std::string_view(url).substr(begin, end > begin ? end - begin : 0)) {
    if (isFine(c)) encoded += c;
    else encoded.append(1, '%').append(1, "0123456789ABCDEF"[uint8_t(c) >> 4]).append(1, "0123456789ABCDEF"[c & 15]);
  }
  url = std::move(encoded);
}

std::string renderWire(const OutgoingRequest &request)
{
  const bool hasHost = !headerValue(request.headers, "host").empty();
  const bool hasLength = !headerValue(request.headers, "content-length").empty()
      || !headerValue(request.headers, "transfer-encoding").empty();
  const bool expectsBody = request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
  std::string wire(request.method);
  wire += ' ';
  if (!request.place.target.starts_with('/')) wire += '/';
  wire.append(request.place.target).append(request.http2 ? " HTTP/2\r\n" : " HTTP/1.1\r\n");
  if (!hasHost) wire.append("Host: ").append(request.place.authority()).append("\r\n");
  wire += request.headers;
  if (!hasLength && (expectsBody || !request.body.empty()))
    wire.append("Content-Length: ").append(std::to_string(request.body.size())).append("\r\n");
  return wire.append("\r\n").append(request.body);
}

} // namespace engine
