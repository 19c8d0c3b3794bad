#include "engine/io/stream.h"
#include "engine/io/task.h"
#include "tests/support/runtask.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <future>
#include <memory>
#include <thread>

using namespace engine;

namespace {

Task<int64_t> connectTo(Stream &stream, uint16_t port) { co_return co_await stream.connect(Address::loopback(port)); }

/// Connects, writes and reads to the end.
Task<std::string> exchange(Stream &stream, uint16_t port, std::string_view request)
{
  std::string answer;
  const int64_t connected = co_await stream.connect(Address::loopback(port));
  if (connected < 0) co_return errorText(int(connected));
  const int64_t sent = co_await stream.write(request);
  if (sent < 0) co_return errorText(int(sent));
  std::array<char, 1000> bytes;
  for (;;) {
    const int64_t got = co_await stream.read(bytes.data(), bytes.size());
    if (got < 0) co_return errorText(int(got));
    if (got == 0) co_return answer;
    answer.append(bytes.data(), size_t(got));
  }
}

} // namespace

class tst_Stream : public QObject
{
  Q_OBJECT

private slots:
  void everythingBeforeTheEndIsRead()
  {
    const std::string sent(123'456, 'e');
    ScriptedServer server([&](ScriptedPeer &peer) {
      peer.request();
      peer.send(sent);
    });
    Reactor reactor;
    Stream stream(reactor);
    const std::string got = runTask(reactor, exchange(stream, server.port(), "GET / HTTP/1.1\r\n\r\n"));
    QCOMPARE(got.size(), sent.size());
    QVERIFY(stream.peerClosed());
  }

  void oneCoroutineMayReadWhileAnotherWrites()
  {
    // The server sends only after it has read 4 MB, and the reader waits all the while.
    constexpr size_t size = 4'000'000;
    ScriptedServer server([](ScriptedPeer &peer) {
      const std::string all = peer.request();
      peer.send("read " + std::to_string(all.size()));
      peer.awaitEnd();
    });
    Reactor reactor;
    Stream stream(reactor);
    QCOMPARE(runTask(reactor, connectTo(stream, server.port())), int64_t(1));
    const std::string head = "POST / HTTP/1.1\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n";
    const std::string all = head + std::string(size, 'w');
    std::string got;
    int64_t written = 0;
    auto reader = [&]() -> Task<> {
      std::array<char, 100> bytes;
      const int64_t count = co_await stream.read(bytes.data(), bytes.size());
      got.assign(bytes.data(), size_t(std::max<int64_t>(count, 0)));
      reactor.stop();
    };
    auto writer = [&]() -> Task<> { written = co_await stream.write(all); };
    reader().detach();
    writer().detach();
    reactor.run();
    QCOMPARE(written, int64_t(all.size()));
    QCOMPARE(got, "read " + std::to_string(all.size()));
  }

  void aDeadlineWakesBothWaiters()
  {
    // The server reads nothing until the test is over.
    std::promise<void> over;
    std::future<void> end = over.get_future();
    ScriptedServer server([&](ScriptedPeer &) { end.wait(); });
    Reactor reactor;
    Stream stream(reactor);
    QCOMPARE(runTask(reactor, connectTo(stream, server.port())), int64_t(1));
    const std::string all(20'000'000, 'w');
    int64_t read = 1, written = 1;
    int ended = 0;
    auto reader = [&]() -> Task<> {
      std::array<char, 100> bytes;
      read = co_await stream.read(bytes.data(), bytes.size());
      if (++ended == 2) reactor.stop();
    };
    auto writer = [&]() -> Task<> {
      written = co_await stream.write(all);
      if (++ended == 2) reactor.stop();
    };
    stream.setDeadline(nowNs() + 50 * oneMs);
    reader().detach();
    writer().detach();
    reactor.run();
    QCOMPARE(read, int64_t(IoTimedOut));
    QCOMPARE(written, int64_t(IoTimedOut));
    stream.closeWithReset();
    over.set_value();
  }

  void aCancelledWaiterIsWokenOnTheNextTurn()
  {
    ScriptedServer server([](ScriptedPeer &peer) { peer.awaitEnd(); });
    Reactor reactor;
    Stream stream(reactor);
    QCOMPARE(runTask(reactor, connectTo(stream, server.port())), int64_t(1));
    auto wait = [&]() -> Task<int64_t> {
      std::array<char, 10> bytes;
      co_return co_await stream.read(bytes.data(), bytes.size());
    };
    reactor.post([&] { stream.cancel(); });
    QCOMPARE(runTask(reactor, wait()), int64_t(IoCancelled));
    QCOMPARE(runTask(reactor, wait()), int64_t(IoCancelled)); // stays so until closed
    stream.close();
    QCOMPARE(runTask(reactor, connectTo(stream, server.port())), int64_t(1));
  }

  void closingWakesTheWaiterToo()
  {
    ScriptedServer server([](ScriptedPeer &peer) { peer.awaitEnd(); });
    Reactor reactor;
    Stream stream(reactor);
    QCOMPARE(runTask(reactor, connectTo(stream, server.port())), int64_t(1));
    auto wait = [&]() -> Task<int64_t> {
      std::array<char, 10> bytes;
      co_return co_await stream.read(bytes.data(), bytes.size());
    };
    reactor.post([&] { stream.close(); });
    QCOMPARE(runTask(reactor, wait()), int64_t(IoCancelled));
  }

  void whoListensBetweenOperationsIsToldOnce()
  {
    struct Listener final : IdleListener
    {
      explicit Listener(Reactor &r) : reactor(r) {}
      void becameReadable() override { ++told, reactor.stop(); }
      Reactor &reactor;
      int told = 0;
    };
    ScriptedServer server([](ScriptedPeer &peer) {
      peer.request();
      peer.send("early");
      peer.request();
      peer.send("late"); // and then its end
    });
    Reactor reactor;
    Stream stream(reactor);
    Listener listener(reactor);
    std::array<char, 100> bytes;
    auto ask = [&]() -> Task<int64_t> { co_return co_await stream.write("GET / HTTP/1.1\r\n\r\n"); };
    auto read = [&]() -> Task<int64_t> { co_return co_await stream.read(bytes.data(), bytes.size()); };
    QCOMPARE(runTask(reactor, connectTo(stream, server.port())), int64_t(1));
    QVERIFY(!stream.listenIdle(&listener));
    QVERIFY(runTask(reactor, ask()) > 0);
    if (listener.told == 0) reactor.run();
    QCOMPARE(listener.told, 1);
    QVERIFY(stream.listenIdle(&listener)); // what came is still unread, so nobody is told of it
    QCOMPARE(runTask(reactor, read()), int64_t(5));
    QVERIFY(!stream.listenIdle(&listener));
    QVERIFY(!stream.listenIdle(nullptr));
    QVERIFY(runTask(reactor, ask()) > 0);
    QCOMPARE(runTask(reactor, read()), int64_t(4));
    QCOMPARE(runTask(reactor, read()), int64_t(0));
    QCOMPARE(listener.told, 1);
  }

  void everyPartOfAWriteThatGoesProvesLife()
  {
    // The server begins to read long after the deadline that stood before the write; the first part went at once.
    const std::string all(40'000'000, 'w');
    ScriptedServer server([&](ScriptedPeer &peer) {
      std::this_thread::sleep_for(std::chrono::milliseconds(300)); // slow, which is what is tested
      peer.take(all.size());
      peer.send("x");
    });
    Reactor reactor;
    Stream stream(reactor);
    QCOMPARE(runTask(reactor, connectTo(stream, server.port())), int64_t(1));
    auto write = [&]() -> Task<int64_t> { co_return co_await stream.write(all); };
    stream.setWritePatience(60 * oneSecond);
    stream.setDeadline(nowNs() + 100 * oneMs);
    QCOMPARE(runTask(reactor, write()), int64_t(all.size()));
    QCOMPARE(stream.written(), all.size());
  }

  void aStreamMayDieInTheCoroutineItResumes()
  {
    ScriptedServer server([](ScriptedPeer &peer) { peer.send("x"); });
    Reactor reactor;
    auto whole = [](Reactor &r, uint16_t port) -> Task<bool> {
      auto stream = std::make_unique<Stream>(r);
      const int64_t connected = co_await stream->connect(Address::loopback(port));
      std::array<char, 10> bytes;
      const int64_t got = co_await stream->read(bytes.data(), bytes.size());
      stream.reset(); // we are running inside its onEvents()
      co_return connected == 1 && got == 1;
    };
    QVERIFY(runTask(reactor, whole(reactor, server.port())));
  }

  void addressesAreReadAndWritten()
  {
    QCOMPARE(Address::literal("127.0.0.1", 80)->text(), "127.0.0.1:80");
    QCOMPARE(Address::literal("[::1]", 8443)->text(), "[::1]:8443");
    QCOMPARE(Address::literal("fe80::1", 1)->family(), AF_INET6);
    for (const char *name : {"", "localhost", "1.2.3", "1.2.3.4.5", "[]", "12345678901234567890123456789012345678901234567890"})
      QVERIFY2(!Address::literal(name, 1), name);
  }
};

QTEST_GUILESS_MAIN(tst_Stream)
#include "tst_stream.moc"
