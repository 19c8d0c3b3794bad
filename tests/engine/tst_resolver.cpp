#include "engine/io/ioerror.h"
#include "engine/io/resolver.h"
#include "tests/support/runtask.h"

#include <QTest>

#include <arpa/inet.h>
#include <atomic>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace engine;

namespace {

/// A name server on UDP: answers 10.1.2.3 to questions for A, nothing for AAAA, and NXDOMAIN to names that begin with "no".
class NameServer
{
public:
  NameServer()
  {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(m_fd, reinterpret_cast<sockaddr *>(&address), size);
    ::getsockname(m_fd, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { answerAll(); });
  }
  ~NameServer()
  {
    ::shutdown(m_fd, SHUT_RDWR);
    m_thread.join();
    ::close(m_fd);
  }
  std::string place() const { return "127.0.0.1:" + std::to_string(m_port); }
  std::atomic<int> questions{0}; ///< for A

private:
  void answerAll()
  {
    for (;;) {
      char packet[512];
      sockaddr_in from{};
      socklen_t fromSize = sizeof from;
      const ssize_t got = ::recvfrom(m_fd, packet, sizeof packet, 0, reinterpret_cast<sockaddr *>(&from), &fromSize);
      if (got < 12) return;
      const std::string name(packet + 12);
      const size_t questionEnd = 12 + name.size() + 1 + 4;
      const bool isA = packet[questionEnd - 3] == 1;
      const bool exists = !name.substr(1).starts_with("no");
      questions += isA;
      std::string answer(packet, questionEnd);
      answer[2] = char(0x81);
      answer[3] = char(exists ? 0x80 : 0x83);
      answer[7] = char(exists && isA);                    // answers
      answer[8] = answer[9] = answer[10] = answer[11] = 0; // no other sections
      if (exists && isA) answer += std::string("\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4\x0a\1\2\3", 16);
      ::sendto(m_fd, answer.data(), answer.size(), 0, reinterpret_cast<sockaddr *>(&from), fromSize);
    }
  }

  int m_fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  uint16_t m_port = 0;
  std::thread m_thread;
};

int64_t soon() { return nowNs() + 5 * oneSecond; }

} // namespace

class tst_Resolver : public QObject
{
  Q_OBJECT

private slots:
  void literalsAndLocalhostAreAnsweredWithoutAServer()
  {
    Reactor reactor;
    Resolver resolver(reactor);
    QCOMPARE(runTask(reactor, resolver.resolve("10.0.0.1", 80, soon())).addresses.front().text(), "10.0.0.1:80");
    QCOMPARE(runTask(reactor, resolver.resolve("::1", 81, soon())).addresses.front().text(), "[::1]:81");
    QCOMPARE(runTask(reactor, resolver.resolve("localhost", 82, soon())).addresses.front().text(), "127.0.0.1:82");
  }

  void aNameIsAskedForOnceAndKept()
  {
    NameServer server;
    Reactor reactor;
    Resolver resolver(reactor);
    QVERIFY(resolver.useServers(server.place()));
    for (uint16_t port : {80, 443}) {
      const Resolved found = runTask(reactor, resolver.resolve("yes.example.test", port, soon()));
      QCOMPARE(found.error, 0);
      QCOMPARE(found.addresses.size(), size_t(1));
      QCOMPARE(found.addresses.front().text(), "10.1.2.3:" + std::to_string(port));
    }
    QCOMPARE(server.questions.load(), 1);
  }

  void usersWhoAskAtTheSameTimeShareOneLookup()
  {
    NameServer server;
    Reactor reactor;
    Resolver resolver(reactor);
    resolver.useServers(server.place());
    int found = 0, ended = 0;
    auto ask = [&]() -> Task<> {
      const Resolved resolved = co_await resolver.resolve("yes.example.test", 80, soon());
      found += resolved.error == 0;
      if (++ended == 20) reactor.stop();
    };
    for (int i = 0; i < 20; ++i) ask().detach();
    reactor.run();
    QCOMPARE(found, 20);
    QCOMPARE(server.questions.load(), 1);
  }

  void aNameThatDoesNotExistIsSaidNotToExist()
  {
    NameServer server;
    Reactor reactor;
    Resolver resolver(reactor);
    resolver.useServers(server.place());
    QCOMPARE(runTask(reactor, resolver.resolve("no.example.test", 80, soon())).error, int(IoNameNotFound));
  }

  void patienceEndsBeforeASilentServerAnswers()
  {
    const int silent = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(silent, reinterpret_cast<sockaddr *>(&address), size);
    ::getsockname(silent, reinterpret_cast<sockaddr *>(&address), &size);
    Reactor reactor;
    Resolver resolver(reactor);
    resolver.useServers("127.0.0.1:" + std::to_string(ntohs(address.sin_port)));
    const int64_t start = nowNs();
    QCOMPARE(runTask(reactor, resolver.resolve("slow.example.test", 80, start + 40 * oneMs)).error, int(IoTimedOut));
    QVERIFY(nowNs() - start >= 40 * oneMs);
    ::close(silent);
  }

  void nonsenseServersAreRefused()
  {
    Reactor reactor;
    Resolver resolver(reactor);
    QVERIFY(!resolver.useServers("not a server"));
  }
};

QTEST_GUILESS_MAIN(tst_Resolver)
#include "tst_resolver.moc"
