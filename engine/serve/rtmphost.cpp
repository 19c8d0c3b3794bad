#include "engine/serve/rtmphost.h"

#include "engine/io/clock.h"
#include "engine/serve/livemedia.h"

#include <utility>

namespace engine {

namespace {

constexpr size_t packetSize = 1536; ///< C1, C2, S1, S2
constexpr uint32_t window = 2'500'000, chunkSize = 4096, streamId = 1;
constexpr uint32_t controlChannel = 2, commandChannel = 3, audioChannel = 4, statusChannel = 5, videoChannel = 6;

std::string begun(std::string_view name, double transaction)
{
  std::string out;
  appendAmf(out, name);
  appendAmf(out, transaction);
  return out;
}

void appendTexts(std::string &out, std::initializer_list<std::pair<std::string_view, std::string_view>> members)
{
  appendAmfObjectBegin(out);
  for (const auto &[name, value] : members) {
    appendAmfName(out, name);
    appendAmf(out, value);
  }
  appendAmfObjectEnd(out);
}

} // namespace

RtmpHost::~RtmpHost()
{
  if (m_sending.isWaiting()) m_stream.forgetWaiters();
}

Task<> RtmpHost::run(std::string early)
{
  const bool isGreeted = co_await shakeHands(early);
  if (!isGreeted) co_return;
  for (std::string_view bytes = early;;) {
    bool goesOn = true;
    while (goesOn && m_reader.next(bytes)) goesOn = take(m_reader.message());
    if (!goesOn || m_reader.isBroken()) co_return;
    if (!m_sending.isWaiting()) m_sending = send();
    const std::span<char> buffer = m_stream.reactor().readBuffer();
    const int64_t got = co_await m_stream.read(buffer.data(), buffer.size());
    if (got <= 0) co_return;
    bytes = {buffer.data(), size_t(got)};
  }
}

Task<bool> RtmpHost::shakeHands(std::string &bytes)
{
  size_t awaited = 1 + packetSize; // version and C1, then C2
  for (bool isAnswered = false;; isAnswered = true) {
    while (bytes.size() < awaited) {
      const std::span<char> buffer = m_stream.reactor().readBuffer();
      const int64_t got = co_await m_stream.read(buffer.data(), buffer.size());
      if (got <= 0) co_return false;
      bytes.append(buffer.data(), size_t(got));
    }
    if (isAnswered) break;
    const std::string answer = RtmpHandshake::begin(uint64_t(nowNs())) + bytes.substr(1, packetSize); // S2 is C1
    if (co_await m_stream.write(answer) < 0) co_return false;
    awaited += packetSize;
  }
  bytes.erase(0, awaited);
  co_return true;
}

bool RtmpHost::take(const RtmpMessage &message)
{
  if (message.type == RtmpType::Command) return command(message.payload);
  if (message.type == RtmpType::Command3 && !message.payload.empty()) return command(message.payload.substr(1)); // AMF0 after a 0
  return true;
}

bool RtmpHost::command(std::string_view payload)
{
  AmfReader reader(payload);
  AmfValue name, transaction;
  if (!reader.next(name) || !reader.next(transaction) || name.kind != AmfValue::Text || transaction.kind != AmfValue::Number) return false;
  if (name.text == "connect") {
    accept(transaction.number);
  } else if (name.text == "createStream") {
    std::string out = begun("_result", transaction.number);
    appendAmfNull(out);
    appendAmf(out, double(streamId));
    m_writer.append(m_out, commandChannel, RtmpType::Command, 0, 0, out);
  } else if (name.text == "publish") {
    status("NetStream.Publish.Start");
  } else if (name.text == "play" && !m_isPlaying) {
    m_writer.append(m_out, controlChannel, RtmpType::UserControl, 0, 0, rtmpEvent(RtmpEvent::StreamBegin, streamId));
    status("NetStream.Play.Start");
    m_isPlaying = true;
  }
  return name.text != "deleteStream" && name.text != "closeStream"; // all others need no answer
}

void RtmpHost::accept(double transaction)
{
  m_writer.append(m_out, controlChannel, RtmpType::WindowSize, 0, 0, rtmpNumber(window));
  m_writer.append(m_out, controlChannel, RtmpType::PeerBandwidth, 0, 0, rtmpNumber(window) + '\2'); // a soft limit, as it likes
  m_writer.setChunkSize(m_out, chunkSize);
  std::string out = begun("_result", transaction);
  appendTexts(out, {{"fmsVer", "FMS/3,0,1,123"}});
  appendTexts(out, {{"level", "status"}, {"code", "NetConnection.Connect.Success"}, {"description", "Connected."}});
  m_writer.append(m_out, commandChannel, RtmpType::Command, 0, 0, out);
}

void RtmpHost::status(std::string_view code)
{
  std::string out = begun("onStatus", 0);
  appendAmfNull(out);
  appendTexts(out, {{"level", "status"}, {"code", code}, {"description", "It begins."}});
  m_writer.append(m_out, statusChannel, RtmpType::Command, streamId, 0, out);
}

/// What is there to say, and once a play has begun the stream in time.
BackgroundTask RtmpHost::send()
{
  Reactor &reactor = m_stream.reactor();
  LiveFlv film;
  const auto add = [this](const LiveTag &tag) {
    const uint32_t channel = tag.kind == FlvKind::Audio ? audioChannel : tag.kind == FlvKind::Video ? videoChannel : statusChannel;
    m_writer.append(m_out, channel, RtmpType(tag.kind), streamId, tag.time, tag.payload);
  };
  for (int64_t began = 0;;) {
    while (!m_out.empty()) {
      const std::string out = std::exchange(m_out, {});
      if (co_await m_stream.write(out) < 0) co_return;
    }
    if (!m_isPlaying) co_return;
    if (!began) {
      began = reactor.readClock();
      for (const LiveTag &tag : LiveFlv::settings()) add(tag);
    } else {
      co_await m_pause.until(began + film.nextAt() * oneMs);
    }
    for (LiveTag tag; film.next((reactor.readClock() - began) / oneMs, tag);) add(tag);
  }
}

} // namespace engine
