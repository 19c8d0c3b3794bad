// What a client sent and got, in words for people: for debugging and the samples of a run. Never on the way of a request.
#include "engine/protocol/protocolclients.h"

#include <cstdio>

namespace engine {

namespace {

void line(std::string &out, std::string_view name, std::string_view value)
{
  if (!value.empty()) out.append("\r\n").append(name).append(": ").append(value);
}
void line(std::string &out, std::string_view name, uint64_t value) { line(out, name, std::to_string(value)); }
void flag(std::string &out, std::string_view name, bool value) { line(out, name, value ? "yes" : "no"); }
void time(std::string &out, std::string_view name, int64_t ns)
{
  char text[32];
  std::snprintf(text, sizeof text, "%.1f ms", double(ns) / 1e6);
  line(out, name, text);
}

void append(std::string &out, const MqttRequest &request, std::string_view topic, std::string_view clientId)
{
  if (request.method == MqttRequest::Connect) {
    line(out, "Version", request.version == 3 ? "3.1" : request.version == 4 ? "3.1.1" : "5");
    line(out, "Client-Id", clientId);
    line(out, "Keep-Alive", std::to_string(request.keepAlive) + " s");
    flag(out, "Clean-Session", request.cleanSession);
    flag(out, "Will", request.hasWill);
    return;
  }
  if (request.method == MqttRequest::Disconnect) return;
  line(out, "Topic", topic);
  if (request.method != MqttRequest::Unsubscribe) line(out, "QoS", uint64_t(request.qos));
  if (request.method == MqttRequest::Publish) flag(out, "Retain", request.retain);
  if (request.method == MqttRequest::Subscribe && request.awaitedMessages) line(out, "Awaited-Messages", request.awaitedMessages);
}

void append(std::string &out, const StreamRequest &request)
{
  line(out, "Seconds", secondsText(request.duration));
  static constexpr std::string_view rates[] = {"first listed", "highest", "lowest", "random"};
  if (request.kind == StreamRequest::Hls) line(out, "Bit-Rate", rates[request.bitrate]);
  if (request.kind == StreamRequest::RtmpPublish) line(out, "Media", request.media ? "a file" : "a generated stream");
}

void append(std::string &out, const StreamFigures &figures)
{
  if (figures.firstFrame.count) time(out, "First-Frame", figures.firstFrame.sum);
  const auto direction = [&](const char *name, uint64_t packets, uint64_t video, uint64_t audio, const StreamDelay &keyFrames) {
    if (!packets) return;
    line(out, name, std::to_string(packets) + " packets, " + std::to_string(video) + " bytes of video, " + std::to_string(audio) + " of audio");
    line(out, "Key-Frames", keyFrames.count);
    if (keyFrames.count) time(out, "Key-Frame-Delay", keyFrames.sum / int64_t(keyFrames.count));
  };
  direction("Received", figures.receivedPackets, figures.videoReceivedBytes, figures.audioReceivedBytes, figures.receivedKeyFrames);
  direction("Sent", figures.sentPackets, figures.videoSentBytes, figures.audioSentBytes, figures.sentKeyFrames);
  if (!figures.receivedPackets) return;
  line(out, "Stalls", figures.stalls);
  if (figures.stalls) time(out, "Stall-Time", figures.stallTime);
}

} // namespace

std::string ProtocolClients::sentHead() const
{
  std::string out(m_address.text);
  if (!m_request) return out;
  if (const auto *webSocket = std::get_if<WebSocketRequest>(m_request); webSocket && webSocket->method == WebSocketRequest::Connect && !m_headers.empty())
    out.append("\r\n").append(m_headers, 0, m_headers.size() - 2);
  if (const auto *mqtt = std::get_if<MqttRequest>(m_request)) append(out, *mqtt, m_topic.text, m_clientId.text);
  if (const auto *stream = std::get_if<StreamRequest>(m_request)) append(out, *stream);
  return out;
}

std::string ProtocolClients::answerHead() const
{
  if (const std::string_view upgrade = head(); !upgrade.empty()) return std::string(upgrade);
  std::string out;
  if (const auto *mqtt = std::get_if<MqttClient *>(&m_current)) {
    const bool isConnect = m_request && std::get<MqttRequest>(*m_request).method == MqttRequest::Connect;
    if (isConnect && (*mqtt)->isOpen()) flag(out, "Session-Present", (*mqtt)->sessionPresent());
    if ((*mqtt)->messages()) {
      line(out, "Messages", (*mqtt)->messages());
      line(out, "Topic", (*mqtt)->answerTopic());
    }
  }
  if (std::holds_alternative<HlsClient *>(m_current) && m_hls->segments()) {
    line(out, "List", m_hls->variantUrl());
    line(out, "Segments", m_hls->segments());
  }
  if (const StreamFigures *stream = figures()) append(out, *stream);
  return out.empty() ? out : std::string(m_address.text) + out + "\r\n";
}

} // namespace engine
