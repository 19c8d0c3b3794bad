#include "engine/protocol/exchange.h"

#include <cerrno>

namespace engine {

std::string secondsText(int64_t ns)
{
  std::string text = std::to_string(double(ns) / 1e9);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text + " s";
}

void describeFailure(ExchangeResult &result, int64_t error, const ExchangeFailure &what)
{
  using Phase = ExchangePhase;
  Sample &sample = result.sample;
  std::string &text = result.error;
  const std::string where(what.where);
  const int code = int(error);
  result.cutOff = what.cancelled;
  sample.outcome = Outcome::Others;
  sample.side = isThisComputer(code) ? Side::ThisComputer : Side::Network;

  if (what.cancelled) {
    sample.side = Side::None;
    text = "The exchange with " + where + " was cut off.";
  } else if (code == ProtocolBroken) {
    sample.outcome = Outcome::Parsed;
    sample.side = Side::Server;
    text = "The answer of " + where + " could not be understood: " + std::string(what.problem) + ".";
  } else if (code == TurnedDown) {
    sample.outcome = Outcome::Assert;
    sample.side = Side::Server;
    text = what.problem;
  } else if (code == NotConnected || code == CannotSend) {
    text = what.problem;
  } else if (code == IoTimedOut && what.phase >= Phase::Sending) {
    sample.outcome = Outcome::Timeout;
    sample.side = Side::Server;
    text = what.problem.empty() ? "No data from " + where + " within " + secondsText(what.responseTimeout) + "." : std::string(what.problem);
  } else if (code == IoTimedOut) {
    const char *doing = what.phase == Phase::LookUp ? "Looking up the name of "
        : what.phase == Phase::Tls                ? "The TLS handshake with "
                                                  : "Connecting to ";
    text = doing + where + " took longer than " + secondsText(what.connectTimeout) + ".";
  } else if (code == -ECONNREFUSED) {
    sample.outcome = Outcome::Refused;
    sample.side = Side::Server;
    text = "Connection refused by " + where + ".";
  } else if (what.phase == Phase::LookUp) {
    text = "Looking up " + std::string(what.host) + ": " + errorText(code) + ".";
  } else if (code == 0 && what.phase != Phase::Tls) {
    text = where + " closed the connection without an answer.";
  } else {
    const bool tellTls = !what.tlsProblem.empty() && (code == IoTlsFailed || code == IoCertificateRejected);
    const char *doing = what.phase == Phase::Tls ? "TLS with "
        : what.phase == Phase::Connect           ? "Connecting to "
                                                 : "Exchange with ";
    text = doing + where + ": " + errorText(code);
    if (tellTls) text.append(" (").append(what.tlsProblem).append(")");
    text += '.';
  }
}

} // namespace engine
