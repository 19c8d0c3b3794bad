// A TCP server for tests whose every connection plays a script, on blocking sockets and its own threads.
#pragma once

#include <arpa/inet.h>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <functional>
#include <mutex>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

/// One accepted connection. Everything blocks; reads give up after 10 s, so a broken test ends.
class ScriptedPeer
{
public:
  ScriptedPeer(int fd, int index) : m_fd(fd), m_index(index)
  {
    const timeval patience{10, 0};
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  ~ScriptedPeer() { close(); }
  ScriptedPeer(const ScriptedPeer &) = delete;
  ScriptedPeer &operator=(const ScriptedPeer &) = delete;

  int index() const { return m_index; } ///< of the connection, from 0
  int descriptor() const { return m_fd; }

  /// A request head and, by its Content-Length, its body; empty at the end of the stream.
  std::string request()
  {
    size_t head;
    while ((head = m_buffer.find("\r\n\r\n")) == std::string::npos)
      if (!receive()) return {};
    size_t length = head + 4;
    if (const size_t field = m_buffer.find("Content-Length: "); field < head)
      length += std::stoul(m_buffer.substr(field + 16));
    while (m_buffer.size() < length)
      if (!receive()) return {};
    std::string text = m_buffer.substr(0, length);
    m_buffer.erase(0, length);
    return text;
  }

  void send(std::string_view bytes)
  {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(size_t(sent));
    }
  }
  void reply(std::string_view body, std::string_view status = "200 OK")
  {
    send("HTTP/1.1 " + std::string(status) + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n"
         + std::string(body));
  }
  /// Reads so many bytes, or until the other side closes, and forgets them.
  void take(size_t size)
  {
    for (size_t got = 0; got < size && receive(); m_buffer.clear()) got += m_buffer.size();
  }
  /// Blocks until the other side closes.
  void awaitEnd()
  {
    while (receive()) m_buffer.clear();
  }
  void close()
  {
    if (m_fd >= 0) ::close(std::exchange(m_fd, -1));
  }
  void reset()
  {
    const linger now{1, 0};
    setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close();
  }

private:
  bool receive()
  {
    char bytes[4096];
    const ssize_t got = ::recv(m_fd, bytes, sizeof bytes, 0);
    if (got > 0) m_buffer.append(bytes, size_t(got));
    return got > 0;
  }

  int m_fd, m_index;
  std::string m_buffer;
};

class ScriptedServer
{
public:
  using Script = std::function<void(ScriptedPeer &)>;

  explicit ScriptedServer(Script script) : m_script(std::move(script))
  {
    m_fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(m_fd, reinterpret_cast<sockaddr *>(&address), size);
    ::listen(m_fd, 64);
    ::getsockname(m_fd, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { acceptAll(); });
  }
  ~ScriptedServer()
  {
    ::shutdown(m_fd, SHUT_RDWR); // ends accept()
    m_thread.join();
    ::close(m_fd);
    for (std::thread &each : m_connections) each.join();
  }

  uint16_t port() const { return m_port; }
  int connections() const { return m_accepted; }

private:
  void acceptAll()
  {
    // Waiting in accept() itself would hold a descriptor, and fail for want of one when a test lowers the limit.
    for (pollfd waiting{m_fd, POLLIN, 0}; ::poll(&waiting, 1, -1) >= 0 || errno == EINTR;) {
      const int fd = ::accept4(m_fd, nullptr, nullptr, SOCK_CLOEXEC);
      if (fd < 0) return;
      const int index = m_accepted++;
      m_connections.emplace_back([this, fd, index] {
        ScriptedPeer peer(fd, index);
        m_script(peer);
      });
    }
  }

  Script m_script;
  int m_fd = -1;
  uint16_t m_port = 0;
  std::atomic<int> m_accepted{0};
  std::thread m_thread;
  std::vector<std::thread> m_connections;
};

/// A port of 127.0.0.1 that refuses connections (it was free a moment ago).
inline uint16_t refusingPort()
{
  const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  ::bind(fd, reinterpret_cast<sockaddr *>(&address), size);
  ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size);
  ::close(fd);
  return ntohs(address.sin_port);
}
