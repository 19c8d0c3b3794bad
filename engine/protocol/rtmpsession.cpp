#include "engine/protocol/rtmpsession.h"

#include "engine/protocol/carry.h"

#include "engine/protocol/websocketcodec.h"

#include <algorithm>

namespace engine {

namespace {

// Chunk streams, as everybody uses them.
constexpr uint32_t controlChannel = 2, commandChannel = 3, audioChannel = 4, dataChannel = 5, videoChannel = 6, streamChannel = 8;
constexpr double connectCall = 1, releaseCall = 2, announceCall = 3, createCall = 4, startCall = 5, endCall = 6;
constexpr uint32_t sentChunkSize = 60000;
constexpr uint32_t bufferLength = 3000; ///< ms, what a server may send ahead

/// What the other side says, fit to be shown.
std::string shown(std::string_view text)
{
  std::string out(text.substr(0, 200));
  const bool isText = isUtf8(out);
  for (char &c : out)
    if (uint8_t(c) < ' ' || c == 127 || (!isText && uint8_t(c) > 127)) c = '?';
  return out;
}

} // namespace

bool RtmpTarget::parse(std::string_view path)
{
  while (path.starts_with('/')) path.remove_prefix(1);
  const std::string_view plain = path.substr(0, path.find('?'));
  size_t cut = plain.find('/');
  if (cut == plain.npos) return false;
  if (const size_t second = plain.find('/', cut + 1); second != plain.npos && second + 1 < plain.size()) cut = second;
  app = path.substr(0, cut);
  stream = path.substr(cut + 1);
  return !app.empty() && cut + 1 < plain.size();
}

RtmpSession::RtmpSession(RtmpTarget target, uint64_t seed) : m_target(std::move(target)), m_out(RtmpHandshake::begin(seed)) {}

bool RtmpSession::next(std::string_view &bytes)
{
  if (hasFailed()) return false;
  const size_t before = bytes.size();
  if (!m_hasGreeted) {
    m_hasGreeted = m_handshake.feed(bytes);
    if (m_handshake.isBroken()) m_problem = m_handshake.problem();
    if (m_hasGreeted) {
      m_out += m_handshake.takeAnswer();
      connect();
    }
  }
  bool isMedia = false;
  while (m_hasGreeted && !isMedia && !hasFailed() && m_reader.next(bytes)) isMedia = take(m_reader.message());
  if (m_reader.isBroken() && !hasFailed()) m_problem = m_reader.problem();
  m_received += before - bytes.size();
  acknowledge();
  return isMedia;
}

/// Twice a window, so that the other side never waits for it.
void RtmpSession::acknowledge()
{
  if (m_window == 0 || m_received - m_acknowledged < std::max<uint32_t>(m_window / 2, 1024)) return;
  m_acknowledged = m_received;
  m_writer.append(m_out, controlChannel, RtmpType::Acknowledgement, 0, 0, rtmpNumber(uint32_t(m_received)));
}

bool RtmpSession::take(const RtmpMessage &message)
{
  switch (message.type) {
  case RtmpType::Audio: case RtmpType::Video: case RtmpType::Data:
    if (m_target.publishes || m_stage < Start) return false;
    m_stage = std::max(m_stage, Running); // a few servers send before they say so
    m_tag.kind = FlvKind(message.type);
    m_tag.timestamp = message.timestamp;
    m_tag.size = message.size;
    m_tag.frame = flvFrame(m_tag.kind, message.payload);
    return true;
  case RtmpType::WindowSize:
    if (message.payload.size() >= 4) m_window = bigEndian(message.payload);
    break;
  case RtmpType::PeerBandwidth:
    if (message.payload.size() >= 4)
      m_writer.append(m_out, controlChannel, RtmpType::WindowSize, 0, 0, message.payload.substr(0, 4));
    break;
  case RtmpType::UserControl: userControl(message.payload); break;
  case RtmpType::Command: command(message.payload); break;
  case RtmpType::Command3: command(message.payload.substr(std::min<size_t>(1, message.payload.size()))); break; // AMF0 after a 0
  default: break;
  }
  return false;
}

void RtmpSession::userControl(std::string_view payload)
{
  if (payload.size() < 6) return;
  const RtmpEvent event = RtmpEvent(bigEndian(payload.substr(0, 2)));
  const uint32_t value = bigEndian(payload.substr(2));
  if (event == RtmpEvent::PingRequest)
    m_writer.append(m_out, controlChannel, RtmpType::UserControl, 0, 0, rtmpEvent(RtmpEvent::PingResponse, value));
  if (event == RtmpEvent::StreamEnd && m_stage == Running) m_stage = Ended;
}

void RtmpSession::command(std::string_view payload)
{
  AmfReader reader(payload);
  AmfValue name, transaction, first, second;
  if (reader.next(name) && reader.next(transaction) && !reader.isAtEnd() && reader.next(first) && !reader.isAtEnd()) reader.next(second);
  if (reader.isBroken()) return void(m_problem = reader.problem());
  if (name.kind != AmfValue::Text || transaction.kind != AmfValue::Number) return void(m_problem = "a command has no name or number");
  const bool isResult = name.text == "_result";
  if (isResult || name.text == "_error") {
    const bool isAwaited = (m_stage == Connect && transaction.number == connectCall) || (m_stage == CreateStream && transaction.number == createCall)
        || (m_stage == Start && transaction.number == startCall);
    if (isAwaited) answer(isResult, first, second);
  } else if (name.text == "onStatus") {
    status(second);
  } else if (name.text == "close" && m_stage < Ended) {
    refuse(first, "it ended the connection");
  }
}

void RtmpSession::answer(bool isGood, const AmfValue &first, const AmfValue &second)
{
  if (!isGood) return refuse(second.kind == AmfValue::Object ? second : first, "it answered with an error");
  if (m_stage == Connect) return createStream();
  if (m_stage != CreateStream) return;
  if (second.kind != AmfValue::Number || second.number < 0 || second.number > 0xffffffff)
    return void(m_problem = "it created a stream without a number");
  m_streamId = uint32_t(second.number);
  start();
}

void RtmpSession::status(const AmfValue &info)
{
  const std::string_view code = info.textOf("code"), level = info.textOf("level");
  const std::string_view begun = m_target.publishes ? "NetStream.Publish.Start" : "NetStream.Play.Start";
  if (level == "error" || code.ends_with(".Failed") || code.ends_with(".BadName") || code.ends_with(".StreamNotFound")
      || code.ends_with(".Rejected"))
    refuse(info, "it answered with an error");
  else if (m_stage == Start && code == begun) m_stage = Running;
  else if (m_stage == Running && (code == "NetStream.Play.Stop" || code == "NetStream.Play.Complete" || code == "NetStream.Play.UnpublishNotify"
                                  || code == "NetStream.Unpublish.Success"))
    m_stage = Ended;
}

void RtmpSession::refuse(const AmfValue &info, std::string_view instead)
{
  const std::string_view code = info.textOf("code"), description = info.textOf("description");
  m_refused = true;
  m_problem = shown(code);
  if (!description.empty()) m_problem += (code.empty() ? "" : ": ") + shown(description);
  while (m_problem.ends_with('.')) m_problem.pop_back();
  if (m_problem.empty()) m_problem = instead;
}

std::string RtmpSession::called(std::string_view name, double transaction, bool hasNull)
{
  std::string out;
  appendAmf(out, name);
  appendAmf(out, transaction);
  if (hasNull) appendAmfNull(out);
  return out;
}

void RtmpSession::call(uint32_t channel, const std::string &command, uint32_t streamId)
{
  m_writer.append(m_out, channel, RtmpType::Command, streamId, 0, command);
}

void RtmpSession::connect()
{
  m_stage = Connect;
  std::string out = called("connect", connectCall, false);
  const auto text = [&](std::string_view name, std::string_view value) {
    appendAmfName(out, name);
    appendAmf(out, value);
  };
  const auto fact = [&](std::string_view name, double value) {
    appendAmfName(out, name);
    appendAmf(out, value);
  };
  appendAmfObjectBegin(out);
  text("app", m_target.app);
  text("type", "nonprivate");
  text("flashVer", m_target.publishes ? "FMLE/3.0 (compatible; Crescendo)" : "LNX 9,0,124,2");
  text("tcUrl", m_target.url);
  if (!m_target.publishes) { // what a player can decode
    appendAmfName(out, "fpad");
    appendAmf(out, false);
    fact("capabilities", 15);
    fact("audioCodecs", 4071);
    fact("videoCodecs", 252);
    fact("videoFunction", 1);
  }
  appendAmfObjectEnd(out);
  call(commandChannel, out);
}

void RtmpSession::createStream()
{
  m_stage = CreateStream;
  if (m_target.publishes) {
    m_writer.setChunkSize(m_out, sentChunkSize);
    for (const auto &[name, transaction] : {std::pair("releaseStream", releaseCall), std::pair("FCPublish", announceCall)}) {
      std::string out = called(name, transaction);
      appendAmf(out, std::string_view(m_target.stream));
      call(commandChannel, out);
    }
  }
  call(commandChannel, called("createStream", createCall));
}

void RtmpSession::start()
{
  m_stage = Start;
  std::string out = called(m_target.publishes ? "publish" : "play", startCall);
  appendAmf(out, std::string_view(m_target.stream));
  if (m_target.publishes) appendAmf(out, "live");
  else appendAmf(out, -2000.0); // live, or recorded when there is no such live stream
  call(streamChannel, out, m_streamId);
  if (!m_target.publishes)
    m_writer.append(m_out, controlChannel, RtmpType::UserControl, 0, 0, rtmpEvent(RtmpEvent::SetBufferLength, m_streamId, bufferLength));
}

void RtmpSession::send(FlvKind kind, uint32_t timestamp, std::string_view payload)
{
  if (kind != FlvKind::Script)
    return m_writer.append(m_out, kind == FlvKind::Audio ? audioChannel : videoChannel, RtmpType(kind), m_streamId, timestamp, payload);
  std::string out;
  appendAmf(out, "@setDataFrame");
  m_writer.append(m_out, dataChannel, RtmpType::Data, m_streamId, timestamp, out.append(payload));
}

void RtmpSession::finish()
{
  if (m_stage < Start) return;
  if (m_target.publishes) {
    std::string out = called("FCUnpublish", endCall);
    appendAmf(out, std::string_view(m_target.stream));
    call(commandChannel, out);
  }
  std::string out = called("deleteStream", endCall + 1);
  appendAmf(out, double(m_streamId));
  call(commandChannel, out);
}

} // namespace engine
