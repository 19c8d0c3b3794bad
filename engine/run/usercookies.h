// The cookies of one virtual user at work: told of every answer, also of those on the way of a redirect.
#pragma once

#include "engine/protocol/cookiejar.h"

#include <ctime>

namespace engine {

class UserCookies final : public RedirectListener
{
public:
  bool isEmpty() const { return m_jar.isEmpty(); }

  /// Before each request. `isOn`: the card wants automatic cookies and has none written by hand.
  void begin(bool isOn)
  {
    m_isOn = isOn;
    m_host.clear();
  }
  /// Appends a whole Cookie line for `place`, if there is anything to say.
  void appendLine(const HttpPlace &place, std::string &headers) const
  {
    const size_t begin = headers.size();
    headers += "Cookie: ";
    const size_t before = headers.size();
    m_jar.appendFor(place, std::time(nullptr), headers);
    if (headers.size() == before) headers.resize(begin);
    else headers += "\r\n";
  }
  /// The last answer came, of a request that was first sent to `place`.
  void answered(const HttpReply &reply, const HttpPlace &place)
  {
    if (!m_isOn || reply.setCookies.empty()) return;
    HttpPlace last = place;
    if (!m_host.empty()) last = {m_isTls ? "https" : "http", m_host, place.port, m_target};
    m_jar.store(reply.setCookies, last, std::time(nullptr));
  }

private:
  void redirected(const HttpReply &reply, const HttpPlace &from, const HttpPlace &to, std::string &headers) override
  {
    if (!m_isOn) return;
    if (!reply.setCookies.empty()) m_jar.store(reply.setCookies, from, std::time(nullptr));
    dropLine(headers);
    appendLine(to, headers);
    m_host = to.host;
    m_target = to.target;
    m_isTls = to.isTls();
  }
  static void dropLine(std::string &headers)
  {
    for (size_t at = 0; at < headers.size();) {
      const size_t end = std::min(headers.find("\r\n", at), headers.size());
      const std::string_view line = std::string_view(headers).substr(at, end - at);
      if (line.size() > 6 && line[6] == ':' && equalsIgnoringCase(line.substr(0, 6), "cookie")) headers.erase(at, end + 2 - at);
      else at = end + 2;
    }
  }

  CookieJar m_jar;
  std::string m_host, m_target; ///< where the last redirect led; empty: none
  bool m_isOn = false, m_isTls = false;
};

} // namespace engine
