// The cookies of one virtual user (RFC 6265): stored as answers set them, given back where they belong. Belongs to its user.
// Domains of a single label are refused; there is no list of public suffixes, as the servers under test are the user's own.
#pragma once

#include "engine/protocol/httpmessage.h"

#include <cstdint>
#include <vector>

namespace engine {

class CookieJar
{
public:
  static constexpr size_t mostCookies = 300, mostBytes = 4096; ///< in all; name and value of one

  /// Takes the values of Set-Cookie headers, one a line, of an answer from `place`. `now`: seconds since 1970.
  void store(std::string_view setCookies, const HttpPlace &place, int64_t now);
  /// Appends "a=1; b=2" for a request to `place`; nothing when there are none.
  void appendFor(const HttpPlace &place, int64_t now, std::string &out) const;
  bool isEmpty() const { return m_cookies.empty(); }
  void clear() { m_cookies.clear(); }

private:
  struct Cookie
  {
    std::string name, value, domain, path; ///< domain in lower case
    int64_t expires = INT64_MAX;           ///< s since 1970; without end: as long as the user lives
    bool hostOnly = true, secure = false;
  };

  void storeOne(std::string_view text, const HttpPlace &place, int64_t now);

  std::vector<Cookie> m_cookies; ///< in the order they came
};

/// A date of a cookie (RFC 6265 5.1.1), s since 1970; -1 when it is none.
int64_t cookieDate(std::string_view text);

} // namespace engine
