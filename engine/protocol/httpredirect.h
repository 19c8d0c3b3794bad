// Where a redirect leads and what is sent there (RFC 9110 15.4, RFC 3986 5). Pure functions on text.
#pragma once

#include "engine/protocol/httpmessage.h"

#include <string>
#include <string_view>

namespace engine {

/// True for statuses that are followed when they name a location.
bool isRedirect(int status);
/// The method of the next request: POST becomes GET after 301 and 302, anything but HEAD after 303.
std::string_view methodAfter(int status, std::string_view method);
/// `location` as an absolute URL without fragment, relative to `from`; spaces and non-ASCII bytes are %-encoded.
/// Empty when it leads nowhere an HTTP client can go.
std::string redirectTarget(const HttpPlace &from, std::string_view location);

/// Header lines and body of a complete request.
std::string_view headersOf(std::string_view wire);
std::string_view bodyOf(std::string_view wire);
/// `headers` without Host and Content-Length; without those that describe a body, or that are meant for one host only.
std::string headersAfter(std::string_view headers, bool keepBody, bool sameHost);

} // namespace engine
