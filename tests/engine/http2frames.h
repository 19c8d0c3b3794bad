// What an HTTP/2 server says, as bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace http2 {

inline std::string frame(int type, int flags, uint32_t stream, std::string_view payload)
{
  std::string out;
  for (const int shift : {16, 8, 0}) out += char(payload.size() >> shift & 0xff);
  out += char(type);
  out += char(flags);
  for (const int shift : {24, 16, 8, 0}) out += char(stream >> shift & 0xff);
  return out.append(payload);
}

inline std::string number(uint32_t value)
{
  std::string out;
  for (const int shift : {24, 16, 8, 0}) out += char(value >> shift & 0xff);
  return out;
}

// Settings; ":status: 200" and others, indexed; the ends.
inline const std::string settings = frame(4, 0, 0, "");
inline std::string headers(uint32_t stream, bool ends, std::string_view more = {}) { return frame(1, ends ? 5 : 4, stream, "\x88" + std::string(more)); }
inline std::string data(uint32_t stream, std::string_view bytes, bool ends = true) { return frame(0, ends, stream, bytes); }
inline std::string goAway(uint32_t last, uint32_t error = 0) { return frame(7, 0, 0, number(last) + number(error)); }
inline std::string reset(uint32_t stream, uint32_t error) { return frame(3, 0, stream, number(error)); }

} // namespace http2
