#include "engine/run/compiledcase.h"

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
  request.isValid = HttpPlace::parse(request.url, request.outgoing.place);
  if (!request.isValid) return;
  request.outgoing.headers = headers;
  request.outgoing.body = body;
  request.wire = renderWire(request.outgoing);
  request.outgoing.headers = request.outgoing.body = {}; // the wire has them; a redirect takes them from there
  request.outgoing.wire = request.wire;
}

std::unique_ptr<const CompiledRequest> compile(const RequestStep &step, const CasePlan &plan)
{
  auto request = std::make_unique<CompiledRequest>(step);
  const HttpRequest &http = step.request;
  collectSources(http.url.pieces(), plan, request->sources);
  collectSources(http.body.pieces(), plan, request->sources);
  for (const auto &header : http.headers) collectSources(header.second.pieces(), plan, request->sources);
  if (step.checkpoint)
    for (const CheckItem &item : step.checkpoint->items) {
      collectSources(item.value.pieces(), plan, request->sources);
      request->keepsHead |= item.source == CheckItem::Header;
    }
  for (const Extraction &extraction : step.extractions) request->keepsHead |= extraction.range == Extraction::Header;
  request->isJudged = step.checkpoint || !step.extractions.empty();

  OutgoingRequest &outgoing = request->outgoing;
  outgoing.method = http.method;
  outgoing.connectTimeout = http.connectTimeout;
  outgoing.responseTimeout = http.responseTimeout;
  outgoing.verifyTls = http.verifyTls;
  outgoing.newConnection = http.newConnection;
  outgoing.followRedirects = http.followRedirects;
  outgoing.keepBody = request->checker.needsBody();
  outgoing.keepHead = request->keepsHead;
  request->isLiteral = isLiteral(http);
  if (request->isLiteral) compileLiteral(*request);
  return request;
}

CompiledSteps compile(const Steps &steps, CompiledCase &compiled)
{
  CompiledSteps made;
  for (const Step &step : steps) {
    if (const auto *request = std::get_if<RequestStep>(&step.what)) {
      const HttpRequest &http = request->request;
      compiled.longestRequest = std::max(compiled.longestRequest, http.connectTimeout + http.responseTimeout);
      made.push_back({compile(*request, compiled.plan)});
    } else if (const auto *loop = std::get_if<LoopStep>(&step.what)) {
      CompiledLoop inner{loop->count, {}, loop->steps ? compile(*loop->steps, compiled) : CompiledSteps()};
      collectSources(loop->count.pieces(), compiled.plan, inner.sources);
      made.push_back({std::move(inner)});
    } else {
      const auto &transaction = std::get<TransactionStep>(step.what);
      made.push_back({CompiledTransaction{transaction.item,
                                          transaction.steps ? compile(*transaction.steps, compiled) : CompiledSteps()}});
    }
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
  if (std::ranges::all_of(url, isFine)) return;
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
  wire.append(request.place.target).append(" HTTP/1.1\r\n");
  if (!hasHost) wire.append("Host: ").append(request.place.authority()).append("\r\n");
  wire += request.headers;
  if (!hasLength && (expectsBody || !request.body.empty()))
    wire.append("Content-Length: ").append(std::to_string(request.body.size())).append("\r\n");
  return wire.append("\r\n").append(request.body);
}

} // namespace engine
