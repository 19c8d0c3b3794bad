// The client's side of one HTTP/2 connection (RFC 9113) on nghttp2: requests out, replies in, flow control and settings.
// Sans-io: bytes in, bytes out, whatever the split. Every byte is foreign.
//
//   Http2Session session;
//   session.submit(call);
//   for (;;) { send(session.takeOut()); session.feed(received); if (call.isDone) … }
#pragma once

#include "engine/protocol/http2fields.h"
#include "engine/protocol/httpmessage.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using nghttp2_session = struct nghttp2_session;

namespace engine {

/// Told that a call got on or is done. Must not call the session.
class Http2Listener
{
public:
  virtual void moved() = 0;

protected:
  ~Http2Listener() = default;
};

/// One request on its way, and what becomes of it. Must stay where it is until isDone, or leave with forget().
struct Http2Call
{
  // What is asked for. Views must stay valid.
  std::string_view method, scheme, target, headers, body; ///< headers: lines of HTTP/1.1, taken over as HTTP/2 allows
  std::string authority;
  const Http2Fields *fields = nullptr; ///< when set: in place of all these but the body, and as long as the session lives
  HttpReply *reply = nullptr; ///< cleared; status, head and body are filled in
  bool keepHead = false, keepBody = false;

  // What became of it.
  bool isDone = false;        ///< answered, or failed
  bool isUnprocessed = false; ///< failed, and the server has not begun with it: it may be sent again
  bool isBroken = false;      ///< what came breaks the protocol
  bool isLost = false;        ///< failed with the connection; `problem` is empty
  std::string problem;        ///< why it failed; end of a sentence
  uint64_t sentBytes = 0, receivedBytes = 0; ///< of its frames

  Http2Listener *listener = nullptr; ///< on connections that are shared

private:
  friend class Http2Session;
  int32_t stream = 0;
  size_t bodyAt = 0, headBytes = 0;
  bool hasHead = false;
};

class Http2Session
{
public:
  static constexpr size_t headLimit = 65536; ///< bytes of header names and values of a reply
  static constexpr int mostContinuations = 64; ///< frames in a row

  Http2Session();
  ~Http2Session();
  Http2Session(const Http2Session &) = delete;
  Http2Session &operator=(const Http2Session &) = delete;

  void submit(Http2Call &call); ///< may fail it at once
  void forget(Http2Call &call); ///< gives a call up that is not done; its stream is reset

  void feed(std::string_view bytes);
  void closed(); ///< no more bytes will come: whatever is under way fails
  /// Frames to be sent, some 64 KB at most; valid until the next call. Empty when there are none, or flow control forbids.
  std::string_view out();

  bool isOver() const { return m_over; } ///< no new requests: GOAWAY, or broken
  const std::string &problem() const { return m_problem; } ///< why it broke; end of a sentence
  size_t callsUnderWay() const { return m_calls.size(); }
  size_t mostCalls() const; ///< that the server allows at a time

  /// "REFUSED_STREAM"
  static std::string errorName(uint32_t code);

private:
  struct Callbacks;

  bool isForeign(std::string_view &bytes);
  void finish(Http2Call &call, uint32_t error);
  bool leave(const Http2Call &call); ///< false: it was not under way
  void broken(std::string why);
  void failAll();

  nghttp2_session *m_session = nullptr;
  struct Open
  {
    int32_t stream;
    Http2Call *call;
  };
  std::vector<Open> m_calls; ///< few, and each frame asks for its own: looked at in order, that is faster than nghttp2's map
  Http2Call *m_headersOf = nullptr; ///< whose headers are read; null between them
  std::string m_out, m_problem, m_lastBreach;
  std::string m_begin; ///< the first bytes, while they look like HTTP/1
  int m_continuations = 0;
  bool m_over = false, m_isGreeted = false;
};

} // namespace engine
