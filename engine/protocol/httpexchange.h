// What httpclient.cpp, http2client.cpp and http2line.cpp have in common; for nobody else.
#pragma once

#include "engine/io/background.h"
#include "engine/io/sleeper.h"
#include "engine/plan/plan.h"
#include "engine/protocol/http2session.h"
#include "engine/protocol/httpclient.h"

#include <cstdint>

namespace engine {

// Beside IoError and ProtocolError:
constexpr int64_t notHttp = -30011;   ///< what came could not be understood
constexpr int64_t noAddress = -30012; ///< the request leads nowhere
constexpr int64_t noTunnel = -30013;  ///< the proxy refused to connect further
constexpr int64_t wasReset = -30014;  ///< the server gave up the stream of HTTP/2

/// A connection of this user, open or not.
struct HttpClient::Connection
{
  Connection(Reactor &reactor, const HttpPlace &place, const OutgoingRequest &request)
    : stream(reactor), host(place.host), port(place.port), tls(place.isTls()), verify(request.verifyTls),
      isHttp2(request.http2), certificate(request.certificate), hosts(request.hosts), proxy(request.proxy)
  {
  }
  bool leadsTo(const HttpPlace &place, const OutgoingRequest &request) const
  {
    return port == place.port && tls == place.isTls() && isHttp2 == request.http2
        && (!tls || (verify == request.verifyTls && certificate == request.certificate))
        && hosts == request.hosts && proxy == request.proxy && (host == place.host || equalsIgnoringCase(host, place.host));
  }
  bool isUsable() const { return stream.isOpen() && !stream.peerClosed(); }

  Stream stream;
  std::string host;
  uint16_t port;
  bool tls, verify, isHttp2;
  const ClientCertificate *certificate;
  const std::vector<HostBinding> *hosts;
  const Proxy *proxy;
  std::unique_ptr<Http2Session> session; ///< isHttp2, while open
};

/// One call of send(): the hop it is at, and how far that has come.
struct HttpClient::Exchange
{
  using enum ExchangePhase;

  explicit Exchange(const OutgoingRequest &r)
    : request(r), method(r.method), place(r.place), headers(r.headers), body(r.body), wire(r.wire)
  {
  }

  const OutgoingRequest &request;
  std::string_view method;
  HttpPlace place;
  std::string_view headers, body, wire;
  std::string url, ownHeaders; ///< what the views point to after a redirect
  ExchangePhase phase = LookUp;
  bool fresh = false; ///< the connection was opened for this hop
  HttpResult result; ///< HTTP/2 leaves the end of a sentence in `error`, which fail() completes

  int64_t outcomeOf(const Http2Call &call); ///< of one that is done
  void follow(const HttpReply &reply, std::string target, RedirectListener *own);
};

/// A connection of HTTP/2 that the clients of a network share. Whoever finds it closed opens it; then it reads and writes on
/// its own. Callers are woken on the next turn of the loop, so none of them ever runs within these tasks.
struct HttpClient::Line
{
  Line(Reactor &reactor, const HttpPlace &place, const OutgoingRequest &request) : connection(reactor, place, request) {}
  ~Line() { halt(); }

  bool isReady() const { return connection.stream.isOpen() && connection.session && !connection.session->isOver(); }
  bool hasRoom(int most) const
  {
    return calls < most && (isReady() ? size_t(calls) < connection.session->mostCalls() : isOpening || calls == 0);
  }
  void start(); ///< once connected
  void flush(); ///< sends what the session has to say
  void halt();
  void wakeOpeners();

  Connection connection;
  int calls = 0;                     ///< of all clients, those included that wait until it is open
  bool isOpening = false, isWriting = false;
  int64_t lost = 0;                  ///< why it broke, as Stream answers
  std::vector<Sleeper *> openers;    ///< who wait until it is open
  BackgroundTask reading, writing;

private:
  BackgroundTask read();
  BackgroundTask write();
};

/// All of a network.
struct HttpClient::Lines final : Network::Shared
{
  std::vector<std::unique_ptr<Line>> all;
};

/// A call that its client leaves before it is done is taken back.
struct HttpClient::Call : Http2Call
{
  ~Call()
  {
    if (session && !isDone) session->forget(*this);
  }
  Http2Session *session = nullptr;
};

} // namespace engine
