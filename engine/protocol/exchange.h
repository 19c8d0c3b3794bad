// What one operation of a protocol comes to, and the sentence that tells why it failed; the same for every protocol.
#pragma once

#include "engine/io/ioerror.h"
#include "engine/stats/sample.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace engine {

/// Beside IoError: what a client makes of the other side's behaviour.
enum ProtocolError : int {
  ProtocolBroken = -30001, ///< what came breaks the protocol or ends too early: Outcome::Parsed
  TurnedDown = -30002,     ///< an understood answer that says no: Outcome::Assert
  NotConnected = -30003,   ///< no connection is open where one is needed: Outcome::Others
  CannotSend = -30004,     ///< the request as written cannot be sent: Outcome::Others
};

enum class ExchangePhase : uint8_t { LookUp, Connect, Tls, Sending, Waiting, Receiving };

/// ns each; 0 for what a kept connection spared.
struct ExchangeTiming
{
  int64_t dns = 0, connect = 0, tls = 0;
  int64_t firstByte = 0; ///< from the send to the first byte of the (last hop's) answer
  int64_t download = 0;  ///< from there to the last byte
};

struct ExchangeResult
{
  Sample sample;       ///< outcome Ok: the operation was done; checks are not judged here
  bool cutOff = false; ///< ended by cancel(); to be counted apart, not as a sample
  std::string error;   ///< one sentence; empty when done
  ExchangeTiming timing;
};

/// All that a failure sentence may tell. Timeouts in ns.
struct ExchangeFailure
{
  ExchangePhase phase = ExchangePhase::LookUp;
  std::string_view where, host;   ///< "host:port" and the name alone
  int64_t connectTimeout = 0, responseTimeout = 0;
  std::string_view tlsProblem;    ///< of the stream
  std::string_view problem;       ///< of the protocol: end of a sentence for ProtocolBroken, a whole one for the others
  bool cancelled = false;
};

/// Puts outcome, side, cut-off and sentence into `result`. `error`: 0 (closed), IoError, ProtocolError or -errno.
void describeFailure(ExchangeResult &result, int64_t error, const ExchangeFailure &what);
/// "5 s", "0.02 s".
std::string secondsText(int64_t ns);

} // namespace engine
