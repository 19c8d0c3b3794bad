#include "app/services/debugservice.h"

#include "app/services/plancompiler.h"
#include "engine/run/run.h"
#include <QJsonArray>

#include <mutex>

namespace services {

using namespace Qt::StringLiterals;

namespace {

constexpr int pollMs = 20;

QString text(const std::string &bytes) { return QString::fromUtf8(bytes.data(), qsizetype(bytes.size())); }

/// Header lines of a request or an answer as an object; repeated ones are joined by ", ".
QJsonObject headersOf(const QString &head)
{
    QJsonObject headers;
    const QStringList lines = head.split("\r\n"_L1, Qt::SkipEmptyParts);
    for (const QString &line : lines.mid(1)) { // after the request or status line
        const qsizetype colon = line.indexOf(u':');
        if (colon < 1)
            continue;
        const QString name = line.left(colon), value = line.mid(colon + 1).trimmed();
        headers[name] = headers.contains(name) ? headers[name].toString() + ", "_L1 + value : value;
    }
    return headers;
}

QString statusText(const QString &head, int status)
{
    const QString line = head.section("\r\n"_L1, 0, 0);
    return line.startsWith("HTTP/"_L1) ? line.section(u' ', 1) : status ? QString::number(status) : QString();
}

double ms(int64_t ns) { return double(ns / 1000) / 1000; }

} // namespace

/// Takes exchanges in the worker's thread and gives them out in the service's.
class DebugService::Observer final : public engine::ExchangeObserver
{
public:
    struct Timed
    {
        std::chrono::steady_clock::time_point began;
        engine::ObservedExchange seen;
    };

    void exchanged(engine::ObservedExchange exchange) override
    {
        const std::scoped_lock lock(m_mutex);
        if (m_count++ < mostExchanges)
            m_new.push_back({std::chrono::steady_clock::now() - std::chrono::nanoseconds(exchange.responseTime), std::move(exchange)});
    }
    std::vector<Timed> take(bool &isFull)
    {
        const std::scoped_lock lock(m_mutex);
        isFull = m_count > mostExchanges;
        return std::exchange(m_new, {});
    }

private:
    std::mutex m_mutex;
    std::vector<Timed> m_new;
    int m_count = 0;
};

DebugService::DebugService(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(pollMs);
    connect(&m_timer, &QTimer::timeout, this, &DebugService::poll);
}

DebugService::~DebugService() = default;

domain::Result<> DebugService::start(const DebugRequest &request)
{
    if (isRunning())
        return domain::fail(tr("A case is being debugged already."));
    m_exchanges.clear();
    m_warnings.clear();
    m_wasCut = false;
    CompileOptions options;
    options.environment = request.environment;
    options.values = request.values;
    options.folder = request.folder;
    options.mark = request.mark;
    options.threads = 1;
    domain::Project project = request.project;
    for (domain::TestCase &testCase : project.cases) // its load does not matter here, so a case without any can be debugged
        if (testCase.id == request.testCase) {
            testCase.stages = {domain::Stage()};
            testCase.extra.remove("increase_setting"_L1);
        }
    auto compiled = compile(project, {request.testCase}, options);
    if (!compiled)
        return tl::unexpected(compiled.error());
    auto plan = std::make_shared<engine::Plan>(*compiled->plan);
    engine::Stage stage;
    stage.name = "debug";
    stage.byCount = true;
    stage.users = 1;
    stage.count = 1;
    plan->cases[0].stages = {stage};
    m_observer = std::make_shared<Observer>();
    plan->observer = m_observer;
    std::string why;
    auto run = engine::Run::start(plan, why);
    if (!run)
        return domain::fail(text(why));
    m_plan = std::move(plan);
    m_run = std::move(run);
    m_warnings = compiled->warnings;
    m_timer.start();
    return {};
}

void DebugService::stop()
{
    if (m_run)
        m_run->stop();
}

void DebugService::poll()
{
    const bool ended = m_run->ended(); // asked first: what was shown before the end is then there
    bool isFull = false;
    for (auto &[began, seen] : m_observer->take(isFull)) {
        const engine::Item &item = m_plan->cases[0].items[size_t(seen.item)];
        if (m_exchanges.isEmpty())
            m_began = began;
        const double start = std::chrono::duration<double, std::milli>(began - m_began).count();
        m_exchanges.append({text(item.name), text(item.method), item.setup, {item.step}, start, std::move(seen)});
        emit exchanged(int(m_exchanges.size()) - 1);
    }
    m_run->mailbox().collect(); // figures are of no use here
    if (isFull && !m_wasCut) {
        m_wasCut = true;
        m_run->stop();
    }
    if (!ended)
        return;
    m_timer.stop();
    m_run.reset();
    emit finished();
}

QJsonObject toJson(const DebugExchange &exchange)
{
    const engine::ObservedExchange &seen = exchange.seen;
    const QString sent = text(seen.sent), head = text(seen.head);
    const qsizetype split = sent.indexOf("\r\n\r\n"_L1);
    QJsonObject extracted;
    for (const auto &[name, value] : seen.extracted)
        extracted[text(name)] = text(value);
    QJsonArray checks;
    for (const auto &check : seen.checks)
        checks.append(QJsonObject{{u"what"_s, text(check.what)}, {u"expected"_s, text(check.expected)},
                                  {u"actual"_s, text(check.actual)}, {u"passed"_s, check.passed}});
    QJsonObject json{
        {u"name"_s, exchange.name},
        {u"url"_s, exchange.method + u' ' + text(seen.url)},
        {u"header"_s, headersOf(sent.left(split))},
        {u"body"_s, split < 0 ? QString() : sent.mid(split + 4)},
        {u"statusCode"_s, statusText(head, seen.status)},
        {u"returnHeader"_s, headersOf(head)},
        {u"returnBody"_s, text(seen.body)},
        {u"responseTime"_s, ms(seen.responseTime)},
        {u"result"_s, seen.succeeded ? 1 : 2},
        {u"errorReason"_s, text(seen.error)},
        {u"extracted"_s, extracted},
        {u"checks"_s, checks},
        {u"timing"_s, QJsonObject{{u"dns"_s, ms(seen.dns)}, {u"connect"_s, ms(seen.connect)}, {u"tls"_s, ms(seen.tls)},
                                  {u"first_byte"_s, ms(seen.firstByte)}, {u"download"_s, ms(seen.download)}}}};
    if (seen.redirectHops)
        json["redirect_hops"_L1] = seen.redirectHops;
    if (seen.isCut)
        json["truncated"_L1] = true;
    if (exchange.setup)
        json["setup"_L1] = true;
    return json;
}

} // namespace services
