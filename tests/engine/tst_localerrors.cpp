// A run on a computer that has no descriptor, or no local port, left: its failures are this computer's, never the server's.
// The program has its own socket() and connect(), which the engine's calls reach before those of the C library.
#include "tests/engine/runfixture.h"

#include <QtTest>

#include <atomic>
#include <cerrno>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::atomic<int> socketError{0}, connectError{0};
std::atomic<int> every{1}; ///< so many calls fail once

bool fails(const std::atomic<int> &error)
{
  static std::atomic<int> calls{0};
  if (error == 0 || calls++ % every != 0) return false;
  errno = error;
  return true;
}

} // namespace

extern "C" int socket(int domain, int type, int protocol) noexcept
{
  return fails(socketError) ? -1 : int(syscall(SYS_socket, domain, type, protocol));
}

extern "C" int connect(int fd, const sockaddr *address, socklen_t size)
{
  return fails(connectError) ? -1 : int(syscall(SYS_connect, fd, address, size));
}

using namespace engine;

class LocalErrorsTest : public QObject
{
  Q_OBJECT

  static uint64_t sideOf(const Totals &totals, Side side) { return totals.items[1].sides[size_t(side) - 1]; }

  static void judge(const Totals &totals, const char *text)
  {
    QVERIFY(sideOf(totals, Side::ThisComputer) > 0);
    QCOMPARE(sideOf(totals, Side::Server), uint64_t(0));
    QCOMPARE(sideOf(totals, Side::Network), uint64_t(0));
    QCOMPARE(sideOf(totals, Side::ThisComputer), totals.requests - totals.successes);
    QVERIFY(!totals.errors.empty());
    for (const ErrorGroup &error : totals.errors) {
      QCOMPARE(int(error.side), int(Side::ThisComputer));
      QVERIFY2(error.message.find(text) != std::string::npos, error.message.c_str());
    }
  }

private slots:
  void cleanup()
  {
    socketError = connectError = 0;
    every = 1;
  }

  void noDescriptorIsNotTheServersFailure_data()
  {
    QTest::addColumn<int>("error");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("of this program") << EMFILE << QByteArray("descriptor limit of this computer");
    QTest::newRow("of the system") << ENFILE << QByteArray("no file descriptor left");
  }
  void noDescriptorIsNotTheServersFailure()
  {
    QFETCH(int, error);
    QFETCH(QByteArray, text);
    Target target;
    RequestStep step = target.get("/");
    step.request.newConnection = true;
    socketError = error;
    every = 3;
    judge(runToEnd(planOf(step, {byCount(4, 60)}, 2)), text.constData());
  }

  void noLocalPortIsNotTheServersFailure()
  {
    Target target;
    RequestStep step = target.get("/");
    step.request.newConnection = true;
    connectError = EADDRNOTAVAIL;
    every = 3;
    const Totals totals = runToEnd(planOf(step, {byCount(4, 60)}, 2));
    judge(totals, "no free local port");
    QCOMPARE(target.requests(), totals.successes);
  }
};

QTEST_GUILESS_MAIN(LocalErrorsTest)
#include "tst_localerrors.moc"
