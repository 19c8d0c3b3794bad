// What an RTMP server says, as bytes.
#pragma once

#include "engine/protocol/amf0.h"
#include "engine/protocol/rtmpcodec.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

/// Puts one answer after the other; all of them can be sent at once.
class RtmpPeer
{
public:
  RtmpPeer &hello()
  {
    bytes += '\x03';
    bytes.append(1536, 's').append(1536, 'c');
    return *this;
  }
  RtmpPeer &message(engine::RtmpType type, std::string_view payload, uint32_t timestamp = 0, uint32_t streamId = 0, uint32_t channel = 3)
  {
    writer.append(bytes, channel, type, streamId, timestamp, payload);
    return *this;
  }
  RtmpPeer &result(double transaction, bool isGood = true)
  {
    std::string out = begun(isGood ? "_result" : "_error", transaction);
    engine::appendAmfNull(out);
    return message(engine::RtmpType::Command, out + (isGood ? info("status", "NetConnection.Connect.Success") : info("error", "NetConnection.Connect.Rejected", "No such application.")));
  }
  RtmpPeer &created(double id = 1)
  {
    std::string out = begun("_result", 4);
    engine::appendAmfNull(out);
    engine::appendAmf(out, id);
    return message(engine::RtmpType::Command, out);
  }
  RtmpPeer &status(std::string_view code, std::string_view level = "status", std::string_view description = {})
  {
    std::string out = begun("onStatus", 0);
    engine::appendAmfNull(out);
    return message(engine::RtmpType::Command, out + info(level, code, description), 0, 1, 5);
  }
  RtmpPeer &picture(uint32_t timestamp, bool isKey)
  {
    return message(engine::RtmpType::Video, std::string(isKey ? "\x17" : "\x27") + std::string("\x01\0\0\0", 4) + std::string(300, 'p'), timestamp, 1, 6);
  }
  RtmpPeer &sound(uint32_t timestamp) { return message(engine::RtmpType::Audio, "\xaf\x01sound", timestamp, 1, 4); }
  /// As far as the play or publication.
  RtmpPeer &upTo(std::string_view code) { return hello().result(1).created().status(code); }

  std::string bytes;
  engine::RtmpWriter writer;

private:
  static std::string begun(std::string_view name, double transaction)
  {
    std::string out;
    engine::appendAmf(out, name);
    engine::appendAmf(out, transaction);
    return out;
  }
  static std::string info(std::string_view level, std::string_view code, std::string_view description = {})
  {
    std::string out;
    engine::appendAmfObjectBegin(out);
    for (const auto &[name, value] : {std::pair("level", level), std::pair("code", code), std::pair("description", description)}) {
      engine::appendAmfName(out, name);
      engine::appendAmf(out, value);
    }
    engine::appendAmfObjectEnd(out);
    return out;
  }
};
