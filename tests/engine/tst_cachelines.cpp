// Which memory the workers of a run share. A line that two of them write costs each the other's cache miss, so whatever is
// written for a request lies on lines of one worker: the worker itself, its loop, ledgers, users and their buffers, all made
// by its own thread (and so from its own heap arena) or aligned to lines. What they do share is const, or one of the atomics
// below, none of which a case without counts, lists, throughput controllers and meetings writes at all.
#include "engine/run/controller.h"
#include "tests/engine/runfixture.h"

#include <QtTest>

using namespace engine;

namespace {

constexpr size_t line = 64; ///< bytes, on x86-64 and most AArch64

static_assert(alignof(Worker) >= line && sizeof(Worker) % line == 0, "workers are made side by side by the main thread");
static_assert(alignof(Tickets) >= line && sizeof(Tickets) >= 3 * line, "count, taken and finished lie apart");
static_assert(alignof(RateBucket) >= line && sizeof(RateBucket) >= 2 * line, "the interval is read by all");
static_assert(alignof(SharedCase) >= line, "its counters of users lie apart from what requests read");

uintptr_t lineOf(const void *address) { return reinterpret_cast<uintptr_t>(address) / line; }

} // namespace

class CacheLinesTest : public QObject
{
  Q_OBJECT

private slots:
  void countersOfUsersShareNoLineWithWhatRequestsRead()
  {
    const auto plan = planOf(requestTo("http://a.test/"), {users(1, 1)});
    SharedCase shared(plan->cases[0]);
    const uintptr_t written = lineOf(&shared.spentUsers);
    QCOMPARE(lineOf(&shared.activeUsers), written);
    QVERIFY(lineOf(&shared.compiled) != written);
    QVERIFY(lineOf(reinterpret_cast<const char *>(&shared.meetings) + sizeof shared.meetings - 1) != written);
  }

  void aCaseWithoutMeetingsCountsNoActiveUsers()
  {
    // Rate modes park and wake a user at each pass: were it counted, every pass would write the line of all workers.
    const auto plan = planOf(requestTo("http://127.0.0.1:1/"), {users(1, 1)});
    StatsMailbox mailbox(1);
    GeneratorHealth health(1, mailbox);
    Controller controller(*plan, mailbox, health);
    Worker worker(0, 1, controller, mailbox, health);
    SharedCase without(plan->cases[0]);
    CaseWorker plain(worker, without, 0);
    plain.activeChanged(1);
    QCOMPARE(without.activeUsers.load(), 0);

    auto meeting = *plan;
    meeting.cases[0].steps.push_back({RendezvousStep{}});
    meeting.cases[0].meetings = 1;
    SharedCase with(meeting.cases[0]);
    CaseWorker counting(worker, with, 0);
    counting.activeChanged(1);
    QCOMPARE(with.activeUsers.load(), 1);
  }
};

QTEST_GUILESS_MAIN(CacheLinesTest)
#include "tst_cachelines.moc"
