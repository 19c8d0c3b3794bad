#include "app/services/preflight.h"

#include "app/services/runservice.h"
#include "engine/io/framepool.h"
#include "engine/protocol/httpclient.h"
#include "engine/serve/demotarget.h"
#include "models/document/stepplace.h"
#include "models/domain/bodyfile.h"
#include <QCoreApplication>
#include <QLocale>
#include <thread>

namespace services {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::Preflight)
};

constexpr int clients = 16;
constexpr int64_t measuringTime = 60'000'000; ///< ns
constexpr double shareOfUser = 0.75; ///< what is left of the client's pace when users, checks and statistics are around it

engine::Task<> ask(engine::Network &network, engine::OutgoingRequest request, int64_t until, uint64_t &answered, int &left)
{
    engine::HttpClient client(network);
    while (network.reactor.readClock() < until) {
        const engine::HttpResult result = co_await client.send(request);
        if (result.sample.outcome != engine::Outcome::Ok)
            break;
        ++answered;
    }
    if (--left == 0)
        network.reactor.stop();
}

double measure()
{
    std::string why;
    const auto target = engine::DemoTarget::start(0, why);
    if (!target)
        return 0;
    double pace = 0;
    std::thread([&] { // of its own, so that its CPU time is that of the requests alone
        engine::Reactor reactor;
        if (!reactor.isValid())
            return;
        engine::Network network(reactor);
        engine::OutgoingRequest request;
        request.place.host = "127.0.0.1";
        request.place.port = target->port();
        uint64_t answered = 0;
        int left = clients;
        const double before = reactor.cpuSeconds();
        const int64_t until = reactor.readClock() + measuringTime;
        for (int i = 0; i < clients; ++i)
            ask(network, request, until, answered, left).detach();
        reactor.run();
        const double used = reactor.cpuSeconds() - before;
        pace = used > 0 ? double(answered) / used * shareOfUser : 0;
        engine::FramePool::release();
    }).join();
    return pace;
}

QString number(double value) { return QLocale().toString(value, 'f', 0); }

} // namespace

double localCeiling()
{
    static const double ceiling = measure();
    return ceiling;
}

QString sentenceOf(const engine::Shortage &shortage)
{
    const QString wished = number(shortage.wished), available = number(shortage.available);
    switch (shortage.kind) {
    case engine::Shortage::Descriptors:
        return Words::tr("The load may need %1 connections at once, but this program may open only %2: raise the limit of open files (ulimit -n).")
            .arg(wished, available);
    case engine::Shortage::Ports:
        return Words::tr("The load may need %1 connections to one address, but this computer has %2 local ports: widen net.ipv4.ip_local_port_range.")
            .arg(wished, available);
    case engine::Shortage::PortsOverTime:
        return Words::tr("The load opens up to %1 new connections a second, and each keeps its local port for a minute: this computer has "
                         "ports for %2 a second. Let the requests keep their connections.").arg(wished, available);
    case engine::Shortage::Memory:
        return Words::tr("The load may need %1 MB of memory, but only %2 MB are free: use fewer users.")
            .arg(number(shortage.wished / 1e6), number(shortage.available / 1e6));
    case engine::Shortage::Rate:
        return Words::tr("The load asks for up to %1 requests a second, but this computer was measured to send about %2: starts may come "
                         "late or be dropped.").arg(wished, available);
    }
    return {};
}

QStringList preflight(const engine::Plan &plan)
{
    const engine::LoadWish wish = engine::wishOf(plan);
    engine::Machine machine = engine::thisMachine();
    if (wish.requestsASecond > 0)
        machine.requestsASecond = localCeiling();
    QStringList sentences;
    for (const auto &shortage : engine::shortages(wish, machine))
        sentences << sentenceOf(shortage);
    return sentences;
}

QStringList preflight(const domain::Project &project, const QString &folder)
{
    QStringList sentences;
    const auto look = [&](const QString &name, domain::TaskId task, const QVector<domain::CaseId> &cases) {
        RunRequest request;
        request.project = project;
        request.folder = folder;
        request.task = task;
        request.cases = cases;
        if (const auto prepared = RunService::prepare(std::move(request)))
            for (const QString &sentence : preflight(*prepared->compiled.plan))
                sentences << u"%1: %2"_s.arg(name, sentence);
    };
    for (const auto &task : project.tasks)
        look(task.name, task.id, {});
    if (project.tasks.isEmpty())
        for (const auto &testCase : project.cases)
            if (testCase.enabled)
                look(testCase.name, {}, {testCase.id});
    return sentences;
}

QStringList preflight(const domain::Project &project, domain::CaseId testCase)
{
    RunRequest request;
    request.project = project;
    request.project.variables.clear(); // a name that is not known is no mistake
    request.cases = {testCase};
    const auto leaveOut = [](domain::Step &step) {
        domain::removeBodyFile(step.message);
        step.message.form.clear();
    };
    for (auto &each : request.project.cases) {
        document::forEachStep(each.setupSteps, leaveOut);
        document::forEachStep(each.steps, leaveOut);
    }
    for (auto &transaction : request.project.transactions)
        document::forEachStep(transaction.steps, leaveOut);
    const auto prepared = RunService::prepare(std::move(request));
    return prepared ? preflight(*prepared->compiled.plan) : QStringList();
}

} // namespace services
