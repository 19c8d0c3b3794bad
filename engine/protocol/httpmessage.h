// What an HTTP client is given and what it gives back.
#pragma once

#include "engine/protocol/exchange.h"
#include "engine/protocol/http1parser.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

class Http2Fields;
struct ClientCertificate; // engine/plan/plan.h
struct HostBinding;
struct Proxy;

/// Where a request goes. Host without brackets; target is path and query as sent; a "/" is put
/// in front when it has none.
struct HttpPlace
{
  std::string_view scheme = "http", host;
  uint16_t port = 80;
  std::string_view target = "/";

  bool isTls() const { return scheme.size() == 5; }
  std::string authority() const; ///< as in a Host header: "host", "host:8080", "[::1]:8080"
  /// Splits "http://host:port/path?query#fragment"; scheme and host may be of any case. False when it is no such URL.
  /// The views point into `url`, so host keeps its case.
  static bool parse(std::string_view url, HttpPlace &place);
};

/// Told of every redirect that is followed: a place for a cookie jar.
class RedirectListener
{
public:
  /// `reply` is the 3xx answered by `from` (its head is kept). `headers` are the header lines, without Host, about to be
  /// sent to `to`; they may be changed.
  virtual void redirected(const HttpReply &reply, const HttpPlace &from, const HttpPlace &to, std::string &headers) = 0;

protected:
  ~RedirectListener() = default;
};

/// All views must stay valid until the request has ended.
struct OutgoingRequest
{
  std::string_view method = "GET";
  HttpPlace place; ///< without a host the request fails
  std::string_view headers; ///< whole lines "Name: value\r\n"; Host and Content-Length are added when absent
  std::string_view body;
  std::string_view wire; ///< when not empty: the complete request as sent, in place of target, headers and body
  int64_t connectTimeout = 5'000'000'000;  ///< ns, for look-up, connect and TLS together
  int64_t responseTimeout = 5'000'000'000; ///< ns without any byte moving, from the send on (semantics.md 5.2)
  bool verifyTls = false, newConnection = false, followRedirects = false;
  bool keepHead = false, keepBody = false; ///< of the reply
  bool http2 = false;    ///< HTTP/2 and nothing else; `wire` is then split again, but for …
  const Http2Fields *fields = nullptr; ///< … what was split before; must outlive the connections
  int sharedStreams = 0; ///< http2: so many requests at a time on each connection that clients of a network share; 0: its own
  RedirectListener *redirects = nullptr; ///< else the client's own
  const ClientCertificate *certificate = nullptr;
  const std::vector<HostBinding> *hosts = nullptr;
  const Proxy *proxy = nullptr;
};

/// Outcome Ok means answered: whether the status is a good one is not judged here.
struct HttpResult : ExchangeResult
{
  int retried = 0;      ///< times it was sent again: a kept connection was closed before a byte of the answer, or HTTP/2 refused it unread
  int sends = 0;        ///< requests that went out, redirects and repetitions included: what the server can have seen
  int redirectHops = 0; ///< redirects followed
};

} // namespace engine
