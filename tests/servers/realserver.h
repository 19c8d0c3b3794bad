// A server that others wrote, started for a test on a port that was free, and ended with it.
//
//   RealServer echo("socat", {"TCP-LISTEN:@PORT@,bind=127.0.0.1,fork", "EXEC:cat"});
//   QVERIFY2(echo.isUp(), echo.problem());
#pragma once

#include <arpa/inet.h>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <random>
#include <netinet/in.h>
#include <sstream>
#include <string>
#include <string_view>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

/// A port of 127.0.0.1 that nobody has at the moment; below those the system gives to clients, or a connection of another
/// test could take it before the server does.
inline uint16_t freePort(int type = SOCK_STREAM)
{
  static std::mt19937 random{std::random_device{}()};
  const int fd = ::socket(AF_INET, type | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  do address.sin_port = htons(uint16_t(std::uniform_int_distribution(15000, 32000)(random)));
  while (::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 && errno == EADDRINUSE);
  ::close(fd);
  return ntohs(address.sin_port);
}

/// An empty folder that goes with the object.
class TestFolder
{
public:
  TestFolder()
  {
    char name[] = "/tmp/crescendo-test-XXXXXX";
    m_path = ::mkdtemp(name);
  }
  ~TestFolder()
  {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  TestFolder(const TestFolder &) = delete;
  TestFolder &operator=(const TestFolder &) = delete;

  const std::string &path() const { return m_path; }
  std::string file(std::string_view name) const { return m_path + "/" + std::string(name); }
  std::string write(std::string_view name, std::string_view text) const
  {
    std::ofstream(file(name), std::ios::binary) << text;
    return file(name);
  }
  std::string read(std::string_view name) const
  {
    std::stringstream text;
    text << std::ifstream(file(name), std::ios::binary).rdbuf();
    return text.str();
  }

private:
  std::string m_path;
};

class RealServer
{
public:
  enum Kind { Tcp = SOCK_STREAM, Udp = SOCK_DGRAM };

  /// "@PORT@" and "@DIR@" in arguments and in `files` (name, text) stand for the port and for a folder of the server's own,
  /// in which it runs. Waits until something listens there, 15 s at most.
  RealServer(std::string program, std::vector<std::string> arguments,
             std::vector<std::pair<std::string, std::string>> files = {}, Kind kind = Tcp)
    : m_port(freePort(kind)), m_program(std::move(program))
  {
    for (auto &[name, text] : files) m_folder.write(name, filled(text));
    arguments.insert(arguments.begin(), m_program);
    for (std::string &each : arguments) each = filled(each);
    start(arguments);
    for (int turn = 0; turn < 1500 && m_pid > 0; ++turn) {
      if (isListening(m_port, kind)) {
        m_isUp = true;
        return;
      }
      if (::waitpid(m_pid, nullptr, WNOHANG) == m_pid) m_pid = 0;
      std::this_thread::sleep_for(std::chrono::milliseconds(10)); // another program: there is nothing to wait on
    }
  }
  ~RealServer() { end(); }
  RealServer(const RealServer &) = delete;
  RealServer &operator=(const RealServer &) = delete;

  bool isUp() const { return m_isUp; }
  const char *problem()
  {
    m_problem = m_program + " did not start: " + output();
    return m_problem.c_str();
  }
  uint16_t port() const { return m_port; }
  const TestFolder &folder() const { return m_folder; }
  std::string output() const { return m_folder.read("output.txt"); }
  /// Ends it and what it started.
  void end()
  {
    if (m_pid <= 0) return;
    ::kill(-m_pid, SIGTERM);
    for (int turn = 0; turn < 200; ++turn) {
      if (::waitpid(m_pid, nullptr, WNOHANG) == m_pid) {
        ::kill(-m_pid, SIGKILL); // children that do not mind SIGTERM
        m_pid = 0;
        return;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    ::kill(-m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
    m_pid = 0;
  }

private:
  std::string filled(std::string text) const
  {
    const auto replace = [&text](std::string_view what, const std::string &by) {
      for (size_t at; (at = text.find(what)) != std::string::npos;) text.replace(at, what.size(), by);
    };
    replace("@PORT@", std::to_string(m_port));
    replace("@DIR@", m_folder.path());
    return text;
  }

  void start(const std::vector<std::string> &arguments)
  {
    std::vector<char *> argv;
    for (const std::string &each : arguments) argv.push_back(const_cast<char *>(each.c_str()));
    argv.push_back(nullptr);
    const std::string log = m_folder.file("output.txt");
    m_pid = ::fork();
    if (m_pid != 0) return;
    ::setpgid(0, 0); // so that its children can be ended with it
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    const int out = ::open(log.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
    const int in = ::open("/dev/null", O_RDONLY);
    ::dup2(in, 0);
    ::dup2(out, 1);
    ::dup2(out, 2);
    if (::chdir(m_folder.path().c_str()) == 0) ::execvp(argv[0], argv.data());
    ::_exit(127);
  }

  /// By /proc: connecting in order to see would be a connection that the server counts.
  static bool isListening(uint16_t port, Kind kind)
  {
    for (const char *name : kind == Tcp ? std::vector{"/proc/net/tcp", "/proc/net/tcp6"}
                                        : std::vector{"/proc/net/udp", "/proc/net/udp6"}) {
      std::ifstream table(name);
      std::string line;
      std::getline(table, line);
      while (std::getline(table, line)) {
        std::istringstream words(line);
        std::string index, local, remote, state;
        words >> index >> local >> remote >> state;
        const size_t colon = local.rfind(':');
        if (colon == std::string::npos || std::stoul(local.substr(colon + 1), nullptr, 16) != port) continue;
        if (kind == Udp || state == "0A") return true;
      }
    }
    return false;
  }

  TestFolder m_folder;
  uint16_t m_port;
  std::string m_program, m_problem;
  pid_t m_pid = 0;
  bool m_isUp = false;
};
