#include "app/api/debugcontroller.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTimer>
#include <cmath>

namespace api {

using namespace Qt::StringLiterals;
using domain::CaseId;
using domain::TaskId;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::DebugController)
};

/// Head and body of a message as it went over the wire.
struct WireMessage
{
    QString firstLine, body;
    QJsonObject headers; ///< repeated ones joined
};

WireMessage wireMessage(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1);
    WireMessage message;
    const qsizetype blank = text.indexOf("\n\n"_L1);
    message.body = blank < 0 ? QString() : text.mid(blank + 2);
    const QStringList lines = (blank < 0 ? text : text.left(blank)).split(u'\n');
    message.firstLine = lines.value(0).trimmed();
    for (const QString &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(u':');
        if (colon < 1)
            continue;
        const QString name = line.left(colon).trimmed(), value = line.mid(colon + 1).trimmed();
        const QString before = message.headers[name].toString();
        message.headers[name] = before.isEmpty() ? value : before + u", "_s + value;
    }
    return message;
}

QJsonObject exchangeJson(const domain::CaseRecord &record, const domain::LogRecord &entry)
{
    const auto &item = record.items[entry.item];
    const qsizetype cut = entry.exchange.indexOf(u"\nHTTP/"_s);
    const WireMessage sent = wireMessage(cut < 0 ? entry.exchange : entry.exchange.left(cut));
    const WireMessage got = cut < 0 ? WireMessage() : wireMessage(entry.exchange.mid(cut + 1));
    const QString path = sent.firstLine.section(u' ', 1, 1), host = sent.headers["Host"_L1].toString();
    const QString scheme = item.address.startsWith("https:"_L1, Qt::CaseInsensitive) ? u"https://"_s : u"http://"_s;
    const QString url = host.isEmpty() ? item.address : scheme + host + path;
    const bool well = entry.outcome == engine::Outcome::Ok;
    return {{u"name"_s, item.name},
            {u"url"_s, u"%1 %2"_s.arg(item.method, url).trimmed()},
            {u"header"_s, sent.headers},
            {u"body"_s, cut < 0 && host.isEmpty() ? QString() : sent.body.trimmed()},
            {u"statusCode"_s, got.firstLine.isEmpty() ? (entry.status ? QString::number(entry.status) : QString()) : got.firstLine.section(u' ', 1)},
            {u"returnHeader"_s, got.headers},
            {u"returnBody"_s, got.body},
            {u"responseTime"_s, qint64(std::llround(double(entry.time) / 1e6))},
            {u"result"_s, well ? 1 : 2},
            {u"errorReason"_s, entry.message}};
}

QJsonObject countedJson(const domain::ItemRecord &item)
{
    QString status;
    for (size_t digit = 0; digit < item.total.status.size(); ++digit)
        if (item.total.status[digit] > 0)
            status = u"%1xx"_s.arg(digit + 1);
    return {{u"name"_s, item.name}, {u"url"_s, u"%1 %2"_s.arg(item.method, item.address).trimmed()}, {u"statusCode"_s, status},
            {u"result"_s, item.total.successes == item.total.requests ? 1 : 2},
            {u"responseTime"_s, qint64(std::llround(item.total.times.mean() / 1e6))}, {u"errorReason"_s, QString()},
            {u"body"_s, QString()}, {u"returnBody"_s, QString()}, {u"header"_s, QJsonObject()}, {u"returnHeader"_s, QJsonObject()}};
}

/// The project with the case cut down to one user and one pass, and nothing that could end it early.
domain::Project forOnePass(domain::Project project, CaseId id)
{
    domain::Stage once;
    once.name = u"debug"_s;
    once.byCount = true;
    once.users = once.count = 1;
    for (domain::TestCase &testCase : project.cases) {
        if (testCase.id != id)
            continue;
        testCase.enabled = true;
        testCase.stages = {once};
        testCase.slaRules.clear();
        testCase.extra.remove("increase_setting"_L1);
    }
    for (domain::Task &task : project.tasks) {
        task.slaRules.clear();
        task.scaleByBench = false;
    }
    return project;
}

} // namespace

QJsonArray debugResults(const domain::RunRecord &run)
{
    QJsonArray results;
    for (const auto &record : run.cases) {
        for (const auto &entry : record.log)
            if (entry.item >= 0 && entry.item < record.items.size())
                results.append(exchangeJson(record, entry));
        if (!record.log.isEmpty())
            continue;
        for (const auto &error : record.errors) // it failed before anything was sent
            results.append(QJsonObject{{u"name"_s, error.request}, {u"url"_s, QString()}, {u"statusCode"_s, QString()}, {u"result"_s, 2},
                                       {u"errorReason"_s, error.message}, {u"body"_s, QString()}, {u"returnBody"_s, QString()},
                                       {u"responseTime"_s, 0}, {u"header"_s, QJsonObject()}, {u"returnHeader"_s, QJsonObject()}});
        if (!record.errors.isEmpty())
            continue;
        for (const auto &item : record.items) // what went well without leaving an exchange is known by its counts
            if (item.kind == domain::ItemRecord::Request && item.total.requests > 0)
                results.append(countedJson(item));
    }
    return results;
}

QVector<Route> DebugController::routes()
{
    return {{u"DebugCase"_s, [this](const Request &r) { return debug(r); }}};
}

Response DebugController::debug(const Request &request) const
{
    const int suite = request.id(u"test_suite_id"_s);
    const TaskId task{request.id(u"task_id"_s)};
    const CaseId id{request.id(u"case_id"_s)};
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    if (task.isValid() && !document->project().findTask(task)) // 0: no task
        return notFound(Words::tr("task"), task.value);
    if (!id.isValid() || !document->testCase(id))
        return notFound(Words::tr("case"), id.value);
    if (*m_running >= mostAtOnce)
        return problem(Fault::Conflict, Words::tr("%1 cases are being debugged already: try again in a while.").arg(mostAtOnce));

    services::RunRequest run = m_workshop.services().requestFor(forOnePass(document->project(), id), task);
    run.cases = {id};
    run.threads = 1;
    auto runs = std::make_shared<services::RunService>(); // in memory, beside a run under way
    const auto session = runs->start(run);
    if (!session)
        return wrong(session.error().message);
    // Held until the answer is given, or nobody waits for it any more.
    ++*m_running;
    const std::shared_ptr<void> place(nullptr, [count = m_running](void *) { --*count; });
    QTimer::singleShot(longestMs, *session, [session = *session] { session->stop(); });
    Response response;
    response.later = [runs, place](const std::function<void(Response)> &put) {
        QObject::connect(runs->current(), &services::RunSession::ended, runs.get(), [runs, place, put] {
            const auto held = runs; // the next line frees what this function holds
            QTimer::singleShot(0, QCoreApplication::instance(), [held] {}); // its session is still telling of its end
            const QJsonArray results = debugResults(held->current()->record());
            const auto answer = put;
            held->current()->disconnect(held.get());
            answer(success(200, {{u"extend"_s, QJsonValue::Null}, {u"result"_s, results}}));
        });
    };
    return response;
}

} // namespace api
