// The server's side of one RTMP connection, for trying things out: plays the generated stream under every name, takes
// publications and forgets them. Belongs to the thread of its reactor.
#pragma once

#include "engine/io/background.h"
#include "engine/io/sleeper.h"
#include "engine/io/stream.h"
#include "engine/io/task.h"
#include "engine/protocol/amf0.h"
#include "engine/protocol/rtmpcodec.h"

#include <string>
#include <string_view>

namespace engine {

class RtmpHost
{
public:
  explicit RtmpHost(Stream &stream) : m_stream(stream), m_pause(stream.reactor()) {}
  ~RtmpHost();
  RtmpHost(const RtmpHost &) = delete;
  RtmpHost &operator=(const RtmpHost &) = delete;

  Task<> run(std::string early); ///< until the client leaves

private:
  Task<bool> shakeHands(std::string &bytes); ///< `bytes`: what came after it
  bool take(const RtmpMessage &message);     ///< false: the connection ends
  bool command(std::string_view payload);
  void accept(double transaction);
  void status(std::string_view code);
  BackgroundTask send();

  Stream &m_stream;
  Sleeper m_pause;
  RtmpReader m_reader;
  RtmpWriter m_writer;
  std::string m_out;
  BackgroundTask m_sending;
  bool m_isPlaying = false;
};

} // namespace engine
