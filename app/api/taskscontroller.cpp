#include "app/api/taskscontroller.h"

#include "app/api/casejson.h"
#include "app/api/directoriescontroller.h"
#include "app/api/taskjson.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace api {

using namespace Qt::StringLiterals;
using domain::CaseId;
using domain::Task;
using domain::TaskId;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::TasksController)
};

} // namespace

std::optional<Response> readCaseIds(const domain::Project &project, const QJsonArray &list, QVector<CaseId> &ids)
{
    ids.clear();
    QSet<CaseId> known;
    for (const QJsonValue &one : list) {
        const CaseId id{one.toInt()};
        if (known.contains(id))
            continue;
        if (!project.findCase(id))
            return notFound(Words::tr("case"), id.value);
        known.insert(id);
        ids.append(id);
    }
    return std::nullopt;
}

QVector<Route> TasksController::routes()
{
    const auto creates = [this](const Request &r) { return create(r); };
    const auto removes = [this](const Request &r) { return remove(r); };
    return {{u"ShowTaskSet"_s, [this](const Request &r) { return list(r); }},
            {u"ShowTask"_s, [this](const Request &r) { return show(r); }},
            {u"UpdateTask"_s, [this](const Request &r) { return change(r); }},
            {u"DeleteTask"_s, removes},
            {u"CreateTask"_s, creates},
            {u"UpdateTaskRelatedTestCase"_s, [this](const Request &r) { return changeCases(r); }},
            {u"DeleteNewTask"_s, removes},
            {u"ListTaskCases"_s, [this](const Request &r) { return listCases(r); }},
            {u"CreateNewTask"_s, creates}};
}

Response TasksController::list(const Request &request) const
{
    const int suite = request.id(u"test_suite_id"_s);
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    QHash<TaskId, int> lastRuns;
    for (const auto &run : m_workshop.workspace().runs({suite})) // newest first
        if (!lastRuns.contains(run.task))
            lastRuns.insert(run.task, run.id.value);
    const auto &all = document->project().tasks;
    const auto [from, count] = page(request, all.size());
    const auto times = m_workshop.workspace().stamps(document::NodeRef::Task, {suite});
    QJsonArray tasks;
    for (const Task &task : all.mid(from, count)) {
        const auto now = m_workshop.services().tasks().underWay(task.id);
        QJsonObject json = taskJson(task, now.isValid() ? now.value : lastRuns.value(task.id));
        putTimes(json, {{}, times.value(task.id.value).updated});
        tasks.append(json);
    }
    return success(200, {{u"tasks"_s, tasks}, {u"extend"_s, QJsonArray()}});
}

Response TasksController::info(const document::ProjectDocument &document, TaskId id) const
{
    const auto &queue = m_workshop.services().tasks();
    const Task *task = document.project().findTask(id);
    std::optional<domain::RunRecord> head;
    if (const auto run = queue.lastRun(id); run.isValid()) {
        if (const auto *session = queue.session(run))
            head = session->record();
        else if (auto stored = m_workshop.workspace().loadRunHead(run))
            head = std::move(*stored);
    }
    QJsonObject json = taskInfoJson(document.project(), *task, queue.statusOf(id), head ? &*head : nullptr);
    putTimes(json, m_workshop.workspace().stamps(document::NodeRef::Task, document.project().id).value(id.value));
    return success(200, {{u"taskInfo"_s, json}});
}

Response TasksController::show(const Request &request) const
{
    const TaskId id{request.id(u"task_id"_s)};
    auto *document = m_workshop.ownerOf(id);
    return document ? info(*document, id) : notFound(Words::tr("task"), id.value);
}

Response TasksController::create(const Request &request) const
{
    const QJsonObject body = request.object();
    const int suite = body["project_id"_L1].toInt();
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    auto task = changedTask({}, body);
    if (!task)
        return wrong(task.error().message);
    if (auto refused = checkName(task->name))
        return *refused;
    if (auto refused = readCaseIds(document->project(), body["case_id_list"_L1].toArray(), task->cases))
        return *refused;
    return success(201, {{u"task_id"_s, document->addTask(std::move(*task)).value}});
}

Response TasksController::changeCases(const Request &request) const
{
    const TaskId id{request.id(u"task_id"_s)};
    auto *document = m_workshop.ownerOf(id);
    if (!document)
        return notFound(Words::tr("task"), id.value);
    const QJsonObject body = request.object();
    auto task = changedTask(*document->project().findTask(id), body);
    if (!task)
        return wrong(task.error().message);
    if (auto refused = checkName(task->name))
        return *refused;
    if (auto refused = readCaseIds(document->project(), body["case_id_list"_L1].toArray(), task->cases))
        return *refused;
    document->setTask(*task, Words::tr("Change task “%1”").arg(task->name));
    return info(*document, id);
}

Response TasksController::change(const Request &request) const
{
    const TaskId id{request.id(u"task_id"_s)};
    auto *document = m_workshop.ownerOf(id);
    if (!document)
        return notFound(Words::tr("task"), id.value);
    const QJsonObject body = request.object();
    auto changed = changedTask(*document->project().findTask(id), body);
    if (!changed)
        return wrong(changed.error().message);
    Task &task = *changed;
    if (auto refused = checkName(task.name))
        return *refused;
    const QString text = Words::tr("Change task “%1”").arg(task.name);
    if (!body["case_list"_L1].isArray()) {
        document->setTask(task, text);
        return info(*document, id);
    }
    // The list says which cases the task runs, and may change them as well.
    QVector<domain::TestCase> cases;
    QVector<CaseId> ids;
    for (const QJsonValue &one : body["case_list"_L1].toArray()) {
        const CaseId caseId{one["case_id"_L1].toInt()};
        const auto *before = document->testCase(caseId);
        if (!before)
            return notFound(Words::tr("case"), caseId.value);
        if (ids.contains(caseId))
            return wrong(Words::tr("case_list: holds case %1 twice.").arg(caseId.value));
        auto after = changedCase(*before, one.toObject());
        if (!after)
            return wrong(after.error().message);
        if (auto refused = checkName(after->name))
            return *refused;
        ids.append(caseId);
        cases.append(std::move(*after));
    }
    task.cases = ids;
    if (cases.isEmpty()) {
        document->setTask(task, text);
        return info(*document, id);
    }
    {
        const OneStep step(*document, text);
        for (const auto &after : std::as_const(cases))
            document->setCase(after, text);
        document->setTask(task, text);
    }
    return info(*document, id);
}

Response TasksController::remove(const Request &request) const
{
    const TaskId id{request.id(u"task_id"_s)};
    auto *document = m_workshop.ownerOf(id);
    if (!document)
        return notFound(Words::tr("task"), id.value);
    if (m_workshop.services().tasks().isUnderWay(id))
        return problem(Fault::Conflict, Words::tr("The task is under way: stop it first."));
    // Cases of the old version belong to their task and go with it.
    const Task task = *document->project().findTask(id);
    QVector<document::NodeRef> gone;
    for (const CaseId caseId : task.cases) {
        const auto *testCase = document->testCase(caseId);
        const bool elsewhere = std::ranges::any_of(document->project().tasks, [&](const Task &other) {
            return other.id != id && other.cases.contains(caseId);
        });
        if (testCase && !elsewhere && testCase->extra["task_id"_L1].toInt() == id.value)
            gone.append(caseId);
    }
    if (gone.isEmpty()) {
        document->removeTask(id);
        return empty(204);
    }
    const OneStep step(*document, Words::tr("Delete task “%1”").arg(task.name));
    document->removeTask(id);
    for (const auto node : std::as_const(gone))
        document->remove(node);
    return empty(204);
}

Response TasksController::listCases(const Request &request) const
{
    const int suite = request.id(u"test_suit_id"_s);
    const TaskId id{request.id(u"task_id"_s)};
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    const Task *task = document->project().findTask(id);
    if (!task || !id.isValid())
        return notFound(Words::tr("task"), id.value);
    const auto times = m_workshop.workspace().stamps(document::NodeRef::Case, {suite});
    QJsonArray cases;
    for (const CaseId caseId : task->cases)
        if (const auto *testCase = document->testCase(caseId))
            cases.append(briefJson(*testCase, times.value(caseId.value)));
    return success(200, {{u"test_cases"_s, cases}});
}

} // namespace api
