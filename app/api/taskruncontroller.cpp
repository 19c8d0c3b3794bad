#include "app/api/taskruncontroller.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace api {

using namespace Qt::StringLiterals;
using domain::TaskId;

namespace {

constexpr int startStatus = 9; // the other one is 2, stop

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::TaskRunController)
};

} // namespace

QVector<Route> TaskRunController::routes()
{
    return {{u"UpdateTaskStatus"_s, [this](const Request &r) { return setStatus(r); }},
            {u"BatchUpdateTaskStatus"_s, [this](const Request &r) { return setAll(r); }}};
}

std::optional<Response> TaskRunController::whyNot(const document::ProjectDocument &document, TaskId id) const
{
    const auto &queue = m_workshop.services().tasks();
    if (queue.isUnderWay(id))
        return problem(Fault::Conflict, Words::tr("Task %1 is under way already.").arg(id.value));
    if (const auto checked = queue.check(document.project(), id); !checked)
        return wrong(checked.error().message);
    return std::nullopt;
}

Response TaskRunController::setStatus(const Request &request) const
{
    const int suite = request.id(u"test_suite_id"_s);
    const TaskId id{request.id(u"task_id"_s)};
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    if (!id.isValid() || !document->project().findTask(id))
        return notFound(Words::tr("task"), id.value);
    auto &queue = m_workshop.services().tasks();
    int run = 0;
    if (request.object()["status"_L1].toInt() == startStatus) {
        if (auto refused = whyNot(*document, id))
            return *refused;
        const auto started = queue.start(document->project(), id);
        if (!started)
            return problem(Fault::Conflict, started.error().message);
        run = started->value;
    } else {
        const auto stopped = queue.stop(id); // a second stop changes nothing
        run = stopped.isValid() ? stopped.value : queue.lastRun(id).value;
    }
    return success(200, {{u"extend"_s, QJsonValue::Null}, {u"result"_s, QJsonObject{{u"task_run_id"_s, run}}}});
}

Response TaskRunController::setAll(const Request &request) const
{
    const int suite = request.id(u"test_suit_id"_s);
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    const bool starts = request.object()["status"_L1].toInt() == startStatus;
    QVector<TaskId> ids;
    for (const QJsonValue &one : request.object()["task_id_list"_L1].toArray()) {
        const TaskId id{one.toInt()};
        if (!id.isValid() || !document->project().findTask(id))
            return notFound(Words::tr("task"), id.value);
        if (ids.contains(id))
            continue;
        if (starts)
            if (auto refused = whyNot(*document, id))
                return *refused;
        ids.append(id);
    }
    auto &queue = m_workshop.services().tasks();
    QJsonArray result;
    for (const TaskId id : std::as_const(ids)) {
        int run = 0;
        if (starts) {
            const auto started = queue.start(document->project(), id);
            if (!started)
                return problem(Fault::Conflict, started.error().message);
            run = started->value;
        } else {
            const auto stopped = queue.stop(id);
            run = stopped.isValid() ? stopped.value : queue.lastRun(id).value;
        }
        result.append(QJsonObject{{u"task_id"_s, id.value}, {u"task_run_id"_s, run}});
    }
    return success(200, {{u"extend"_s, QJsonValue::Null}, {u"result"_s, result}});
}

} // namespace api
