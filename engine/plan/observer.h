// Whoever wants to see each exchange of a run as it was: debugging. A run without one costs nothing for it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace engine {

struct ObservedExchange
{
  struct Check
  {
    std::string what, expected, actual;
    bool passed = false;
  };

  int caseIndex = 0, item = 0;
  uint64_t user = 0, iteration = 0; ///< iteration 0: setup
  std::string url, sent;            ///< sent: the first request with its headers and body, as it went; of other protocols than
                                    ///< HTTP address and lines about it, an empty line, the payload
  int status = 0;                   ///< 0: no answer
  std::string head, body;           ///< of the last answer; the body unpacked where the request says so
  bool isCut = false;               ///< the body went on beyond what is kept
  bool succeeded = false;
  std::string error;                ///< why not
  int redirectHops = 0;
  int64_t responseTime = 0, dns = 0, connect = 0, tls = 0, firstByte = 0, download = 0; ///< ns
  uint64_t sentBytes = 0, receivedBytes = 0;
  std::vector<std::pair<std::string, std::string>> extracted; ///< name and value
  std::vector<Check> checks;
};

class ExchangeObserver
{
public:
  virtual ~ExchangeObserver() = default;
  virtual void exchanged(ObservedExchange exchange) = 0; ///< in the thread of the worker
};

} // namespace engine
