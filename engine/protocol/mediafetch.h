// GET over HTTP/1.1 whose body is handed on piece by piece, so that no player holds a segment. Keeps its connection, follows
// redirects. For HTTP-FLV and HLS. Belongs to the thread of its network; must outlive its operation under way.
#pragma once

#include "engine/protocol/connection.h"
#include "engine/protocol/http1parser.h"

#include <cstdint>

namespace engine {

class BodySink
{
public:
  virtual bool take(std::string_view piece) = 0; ///< false: enough, the rest is not wanted
  virtual int64_t until() const { return INT64_MAX; } ///< ns of nowNs(), when it is enough at the latest
  virtual int64_t due() const { return INT64_MAX; }   ///< ns, when its end must have come: an answer may drip for ever

protected:
  ~BodySink() = default;
};

class MediaFetch
{
public:
  static constexpr int mostRedirects = 5;

  enum Failure : uint8_t { None, BadAddress, Connecting, TimedOut, BadAnswer, BadStatus, Lost };

  explicit MediaFetch(Network &network) : m_connection(network) {}

  /// Begins an operation of one or more get(); ns.
  void begin(int64_t connectTimeout, int64_t responseTimeout) { m_connection.begin(connectTimeout, responseTimeout); }
  /// One request. Ends when the body does or when the sink has enough: then the answer is > 0. Else what failed; failure()
  /// and problem() say more.
  Task<int64_t> get(std::string url, bool verifyTls, BodySink &sink, std::string_view headers = {}); ///< `headers`: whole lines
  /// Ends the operation.
  ExchangeResult finish(int64_t status, std::string_view problem = {});
  void cancel() { m_connection.cancel(); }
  void close() { m_connection.close(); }

  Failure failure() const { return m_failure; }
  const std::string &problem() const { return m_problem; } ///< for finish()
  const std::string &url() const { return m_url; }         ///< of the last request, redirects followed
  bool wasCutShort() const { return m_cutShort; }          ///< the time of the sink was over before its body
  Connection &connection() { return m_connection; }
  const Connection &connection() const { return m_connection; }

private:
  Task<int64_t> once(bool verifyTls, BodySink &sink, std::string_view headers);
  int64_t failed(Failure failure, int64_t status, std::string problem = {});

  Connection m_connection;
  HttpReply m_reply;
  Http1Parser m_parser;
  std::string m_url, m_problem;
  Failure m_failure = None;
  bool m_cutShort = false;
};

} // namespace engine
