// What can go wrong on a stream: a negative errno, or one of the codes here. 0 is the end of the stream, not an error.
#pragma once

#include <string>

namespace engine {

enum IoError : int {
  IoCancelled = -20001,          ///< Stream::cancel()
  IoTimedOut = -20002,           ///< the deadline of the stream passed
  IoTlsFailed = -20003,          ///< handshake or record; Stream::tlsProblem() knows more
  IoNotTls = -20004,             ///< what came back is no TLS
  IoCertificateRejected = -20005, ///< verification is on and failed; Stream::tlsProblem() says why
  IoNameNotFound = -20006,       ///< DNS: no such name, or no address
  IoNameLookupFailed = -20007,   ///< DNS: servers do not answer or refuse
};

/// True for failures that are this computer's: no descriptor, port or memory left.
bool isThisComputer(int error);
/// What happened, as the end of a sentence: "connection refused", "no file descriptor is left on this computer".
std::string errorText(int error);

} // namespace engine
