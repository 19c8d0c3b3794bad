#include "engine/protocol/http2session.h"

#include "engine/protocol/http2memory.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nghttp2/nghttp2.h>
#include <utility>

namespace engine {

using namespace std::string_view_literals;

namespace {

/// What comes is used at once, so windows need not hold a server back.
constexpr int32_t windowSize = 1 << 24;
constexpr size_t outSize = 65536, frameHeader = 9;
constexpr std::string_view http1 = "HTTP/1.";

std::string_view text(const uint8_t *bytes, size_t size) { return {reinterpret_cast<const char *>(bytes), size}; }

/// `stays`: nghttp2 need not copy it.
nghttp2_nv field(const Http2Fields::Field &each, bool stays)
{
  const auto bytes = [](std::string_view text) { return reinterpret_cast<uint8_t *>(const_cast<char *>(text.data())); }; // only read
  const uint8_t flags = stays ? NGHTTP2_NV_FLAG_NO_COPY_NAME | NGHTTP2_NV_FLAG_NO_COPY_VALUE : NGHTTP2_NV_FLAG_NONE;
  return {bytes(each.name), bytes(each.value), each.name.size(), each.value.size(), flags};
}

} // namespace

// ---- what nghttp2 tells

struct Http2Session::Callbacks
{
  static Http2Session &of(void *user) { return *static_cast<Http2Session *>(user); }
  static Http2Call *callOf(void *user, int32_t stream)
  {
    for (const Open &each : of(user).m_calls)
      if (each.stream == stream) return each.call;
    return nullptr;
  }

  static int beginHeaders(nghttp2_session *, const nghttp2_frame *frame, void *user)
  {
    Http2Call *call = of(user).m_headersOf = callOf(user, frame->hd.stream_id);
    if (!call || call->hasHead) return 0; // of trailers nothing is kept
    call->reply->status = 0;
    call->reply->head.clear();
    return 0;
  }

  static int header(nghttp2_session *, const nghttp2_frame *, const uint8_t *name, size_t nameSize, const uint8_t *value,
                    size_t valueSize, uint8_t, void *user)
  {
    Http2Call *call = of(user).m_headersOf;
    if (!call) return 0;
    call->headBytes += nameSize + valueSize;
    if (call->headBytes > headLimit) {
      call->isBroken = true;
      call->problem = "its headers are too long";
      return NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE; // the stream is reset
    }
    const bool isLookedAt = call->keepHead || (nameSize < 32 && lengthsLookedAt >> nameSize & 1);
    if (!call->hasHead && isLookedAt) take(*call, text(name, nameSize), text(value, valueSize));
    return 0;
  }

  /// Of the names below, a bit each: most headers are none of them.
  static constexpr uint32_t lengthsLookedAt = 1u << ":status"sv.size() | 1u << "set-cookie"sv.size() | 1u << "content-encoding"sv.size()
      | 1u << "location"sv.size();

  static void take(Http2Call &call, std::string_view name, std::string_view value)
  {
    HttpReply &reply = *call.reply;
    if (name == ":status") {
      std::from_chars(value.data(), value.data() + value.size(), reply.status);
      if (call.keepHead) reply.head.append("HTTP/2 ").append(value).append("\r\n");
      return;
    }
    if (name.starts_with(':')) return;
    if (call.keepHead) reply.head.append(name).append(": ").append(value).append("\r\n");
    if (name == "set-cookie") reply.setCookies.append(value).append(1, '\n');
    else if (name == "content-encoding") reply.contentEncoding = value;
    else if (name == "location" && reply.status / 100 == 3) reply.location = value;
  }

  static int frameReceived(nghttp2_session *, const nghttp2_frame *frame, void *user)
  {
    Http2Session &self = of(user);
    if (frame->hd.type == NGHTTP2_GOAWAY) self.m_over = true;
    Http2Call *call = frame->hd.stream_id ? callOf(user, frame->hd.stream_id) : nullptr;
    if (!call) return 0;
    call->receivedBytes += frameHeader;
    if (frame->hd.type != NGHTTP2_DATA) call->receivedBytes += frame->hd.length; // else its pieces were counted as they came
    if (frame->hd.type == NGHTTP2_HEADERS && !call->hasHead) {
      if (call->reply->status / 100 != 1) {
        call->hasHead = true;
        if (call->keepHead) call->reply->head += "\r\n";
      } else {
        call->reply->setCookies.clear(); // an interim reply says nothing that stays
        call->reply->contentEncoding.clear();
      }
    }
    if (call->listener) call->listener->moved();
    return 0;
  }

  static int data(nghttp2_session *, uint8_t, int32_t stream, const uint8_t *bytes, size_t size, void *user)
  {
    Http2Call *call = callOf(user, stream);
    if (!call) return 0;
    call->receivedBytes += size;
    HttpReply &reply = *call->reply;
    if (call->keepBody) {
      const size_t room = HttpReply::bodyLimit - std::min(HttpReply::bodyLimit, reply.body.size());
      reply.body.append(text(bytes, std::min(size, room)));
      reply.truncated |= size > room;
    }
    if (call->listener) call->listener->moved();
    return 0;
  }

  static int closed(nghttp2_session *, int32_t stream, uint32_t error, void *user)
  {
    if (Http2Call *call = callOf(user, stream)) of(user).finish(*call, error);
    return 0;
  }

  static int frameBegins(nghttp2_session *, const nghttp2_frame_hd *frame, void *user)
  {
    Http2Session &self = of(user);
    self.m_continuations = frame->type == NGHTTP2_CONTINUATION ? self.m_continuations + 1 : 0;
    if (self.m_continuations <= mostContinuations) return 0;
    self.broken("its headers never end");
    return NGHTTP2_ERR_CALLBACK_FAILURE;
  }

  static int invalidFrame(nghttp2_session *, const nghttp2_frame *frame, int error, void *user)
  {
    const std::string why = std::string("it breaks the rules of HTTP/2 (") + nghttp2_strerror(error) + ")";
    if (Http2Call *call = frame->hd.stream_id ? callOf(user, frame->hd.stream_id) : nullptr; call && call->problem.empty()) {
      call->isBroken = true;
      call->problem = why;
    }
    of(user).m_lastBreach = why;
    return 0;
  }

  static int frameSent(nghttp2_session *, const nghttp2_frame *frame, void *user)
  {
    if (frame->hd.type == NGHTTP2_GOAWAY && frame->goaway.error_code != NGHTTP2_NO_ERROR) { // only ever about what the server did
      Http2Session &self = of(user);
      self.m_over = true;
      if (self.m_lastBreach.empty()) self.m_lastBreach = "it breaks the rules of HTTP/2 (" + errorName(frame->goaway.error_code) + ")";
    }
    if (Http2Call *call = frame->hd.stream_id ? callOf(user, frame->hd.stream_id) : nullptr)
      call->sentBytes += frameHeader + frame->hd.length;
    return 0;
  }

  static ssize_t body(nghttp2_session *, int32_t, uint8_t *buffer, size_t size, uint32_t *flags, nghttp2_data_source *source, void *)
  {
    Http2Call &call = *static_cast<Http2Call *>(source->ptr);
    const std::string_view part = call.body.substr(call.bodyAt, size);
    std::copy(part.begin(), part.end(), buffer);
    call.bodyAt += part.size();
    if (call.bodyAt == call.body.size()) *flags |= NGHTTP2_DATA_FLAG_EOF;
    return ssize_t(part.size());
  }

  static nghttp2_session_callbacks *all()
  {
    static nghttp2_session_callbacks *const callbacks = [] {
      nghttp2_session_callbacks *made = nullptr;
      nghttp2_session_callbacks_new(&made);
      nghttp2_session_callbacks_set_on_begin_headers_callback(made, beginHeaders);
      nghttp2_session_callbacks_set_on_header_callback(made, header);
      nghttp2_session_callbacks_set_on_frame_recv_callback(made, frameReceived);
      nghttp2_session_callbacks_set_on_data_chunk_recv_callback(made, data);
      nghttp2_session_callbacks_set_on_stream_close_callback(made, closed);
      nghttp2_session_callbacks_set_on_begin_frame_callback(made, frameBegins);
      nghttp2_session_callbacks_set_on_invalid_frame_recv_callback(made, invalidFrame);
      nghttp2_session_callbacks_set_on_frame_send_callback(made, frameSent);
      return made;
    }();
    return callbacks;
  }
};

// ---- the session

Http2Session::Http2Session()
{
  nghttp2_session_client_new3(&m_session, Callbacks::all(), this, nullptr, http2Memory());
  const std::array settings{nghttp2_settings_entry{NGHTTP2_SETTINGS_ENABLE_PUSH, 0},
                            nghttp2_settings_entry{NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, windowSize},
                            nghttp2_settings_entry{NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, headLimit}};
  nghttp2_submit_settings(m_session, NGHTTP2_FLAG_NONE, settings.data(), settings.size());
  nghttp2_session_set_local_window_size(m_session, NGHTTP2_FLAG_NONE, 0, windowSize);
}

Http2Session::~Http2Session() { nghttp2_session_del(m_session); }

size_t Http2Session::mostCalls() const
{
  return nghttp2_session_get_remote_settings(m_session, NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS);
}

void Http2Session::submit(Http2Call &call)
{
  thread_local Http2Fields own; // of a request that is not literal: nghttp2 copies them, their memory stays for the next one
  thread_local std::vector<nghttp2_nv> fields;
  if (!call.fields) own.set(call.method, call.scheme, call.authority, call.target, call.headers, call.body);
  fields.clear();
  for (const Http2Fields::Field &each : (call.fields ? call.fields : &own)->all()) fields.push_back(field(each, call.fields));

  nghttp2_data_provider provider{{.ptr = &call}, Callbacks::body};
  call.stream = nghttp2_submit_request(m_session, nullptr, fields.data(), fields.size(), call.body.empty() ? nullptr : &provider, nullptr);
  if (call.stream > 0) return m_calls.push_back({call.stream, &call});
  // Numbers of streams are used up, or the server said goodbye.
  m_over = true;
  call.isDone = call.isUnprocessed = true;
  call.problem = nghttp2_strerror(call.stream);
}

void Http2Session::forget(Http2Call &call)
{
  if (!leave(call)) return;
  nghttp2_submit_rst_stream(m_session, NGHTTP2_FLAG_NONE, call.stream, NGHTTP2_CANCEL);
}

bool Http2Session::leave(const Http2Call &call)
{
  if (m_headersOf == &call) m_headersOf = nullptr;
  return std::erase_if(m_calls, [&](const Open &each) { return each.call == &call; }) > 0;
}

/// A server of HTTP/1 answers the connection preface with an error of its own.
bool Http2Session::isForeign(std::string_view &bytes)
{
  if (m_isGreeted) return false;
  const size_t count = std::min(bytes.size(), http1.size() - m_begin.size());
  m_begin += bytes.substr(0, count);
  if (m_begin == http1) {
    broken("it speaks HTTP/1 and not HTTP/2");
    return true;
  }
  if (http1.starts_with(m_begin)) {
    bytes.remove_prefix(count);
    return true; // more is needed to tell
  }
  m_isGreeted = true;
  const std::string held = m_begin.substr(0, m_begin.size() - count);
  if (!held.empty()) feed(held);
  return false;
}

void Http2Session::feed(std::string_view bytes)
{
  if (!m_problem.empty() || bytes.empty() || isForeign(bytes)) return;
  const ssize_t used = nghttp2_session_mem_recv(m_session, reinterpret_cast<const uint8_t *>(bytes.data()), bytes.size());
  if (used < 0) broken(std::string("it breaks the rules of HTTP/2 (") + nghttp2_strerror(int(used)) + ")");
}

void Http2Session::closed()
{
  m_over = true;
  failAll();
}

std::string_view Http2Session::out()
{
  m_out.clear();
  while (m_out.size() < outSize) {
    const uint8_t *bytes = nullptr;
    const ssize_t size = nghttp2_session_mem_send(m_session, &bytes);
    if (size < 0) broken(nghttp2_strerror(int(size)));
    if (size <= 0) break;
    m_out += text(bytes, size_t(size));
  }
  // It has just said goodbye to a server that broke the rules.
  if (!m_calls.empty() && !nghttp2_session_want_read(m_session)) broken(m_lastBreach.empty() ? "it breaks the rules of HTTP/2" : m_lastBreach);
  if (m_out.empty() && m_out.capacity() > 4096) std::string().swap(m_out);
  return m_out;
}

void Http2Session::broken(std::string why)
{
  if (m_problem.empty()) m_problem = std::move(why);
  m_over = true;
  for (const auto &[stream, call] : m_calls) {
    if (call->problem.empty()) call->problem = m_problem;
    call->isBroken = true;
  }
  failAll();
}

void Http2Session::failAll()
{
  m_headersOf = nullptr;
  for (const auto &[stream, call] : std::exchange(m_calls, {})) {
    call->isDone = true;
    call->isLost = call->problem.empty();
    if (call->listener) call->listener->moved();
  }
}

/// The stream of a call ended.
void Http2Session::finish(Http2Call &call, uint32_t error)
{
  leave(call);
  call.isDone = true;
  if (error == NGHTTP2_REFUSED_STREAM && !call.hasHead) call.isUnprocessed = true;
  if (error != NGHTTP2_NO_ERROR && call.problem.empty()) call.problem = "it reset the request (" + errorName(error) + ")";
  else if (!call.hasHead && call.problem.empty()) {
    call.isBroken = true;
    call.problem = "it has no headers";
  }
  if (call.listener) call.listener->moved();
}

std::string Http2Session::errorName(uint32_t code) { return nghttp2_http2_strerror(code); }

} // namespace engine
