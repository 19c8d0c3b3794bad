#include "engine/serve/sniff.h"

namespace engine {

Speech sniff(std::string_view first)
{
  if (first.empty()) return Speech::Unknown;
  if (first.front() == 0x03) return Speech::Rtmp; // C0
  if (first.front() == 0x10) {                    // CONNECT, then its length, then the name of the protocol
    const size_t name = first.find("\0\4MQTT", 0, 6), old = first.find("\0\6MQIsdp", 0, 8);
    if ((name != first.npos && name <= 5) || (old != first.npos && old <= 5)) return Speech::Mqtt;
    return first.size() < 13 ? Speech::Unknown : Speech::Echo;
  }
  for (const std::string_view method : {"GET ", "POST ", "PUT ", "HEAD ", "PATCH ", "DELETE ", "OPTIONS ", "TRACE ", "CONNECT "}) {
    if (first.starts_with(method)) return Speech::Http;
    if (method.starts_with(first)) return Speech::Unknown;
  }
  return Speech::Echo;
}

} // namespace engine
