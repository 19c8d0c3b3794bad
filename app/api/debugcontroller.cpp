#include "app/api/debugcontroller.h"

#include "app/services/debugservice.h"
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

/// The reference gives whole milliseconds.
QJsonArray resultsOf(const services::DebugService &service)
{
    QJsonArray results;
    for (const auto &exchange : service.exchanges()) {
        QJsonObject json = services::toJson(exchange);
        json["responseTime"_L1] = qint64(std::llround(json["responseTime"_L1].toDouble()));
        results.append(json);
    }
    return results;
}

} // namespace

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

    const services::RunRequest context = m_workshop.services().requestFor(document->project(), {});
    auto service = std::make_shared<services::DebugService>();
    if (const auto started = service->start({context.project, id, {}, context.values, context.folder, context.mark}); !started)
        return wrong(started.error().message);
    QTimer::singleShot(longestMs, service.get(), &services::DebugService::stop);
    // Held until the answer is given, or nobody waits for it any more.
    ++*m_running;
    const std::shared_ptr<void> place(nullptr, [count = m_running](void *) { --*count; });
    Response response;
    response.later = [service, place](const std::function<void(Response)> &put) {
        QObject::connect(service.get(), &services::DebugService::finished, service.get(), [service, place, put] {
            const auto held = service; // the connection that holds it goes below
            QTimer::singleShot(0, QCoreApplication::instance(), [held] {}); // it is still telling of its end
            const auto answer = put;
            held->disconnect(held.get());
            answer(success(200, {{u"extend"_s, QJsonValue::Null}, {u"result"_s, resultsOf(*held)}}));
        });
    };
    return response;
}

} // namespace api
