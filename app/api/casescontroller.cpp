#include "app/api/casescontroller.h"

#include "app/api/casejson.h"
#include <QCoreApplication>

namespace api {

using namespace Qt::StringLiterals;
using document::NodeRef;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::CasesController)
};

/// What each target of the old version changes (api decision 22).
const QHash<QString, QStringList> partMembers{
    {u"content"_s, {u"contents"_s, u"setup_contents"_s, u"for_loop_params"_s}},
    {u"stage"_s, {u"stages"_s, u"increase_setting"_s}},
    {u"name"_s, {u"name"_s}},
};

} // namespace

QVector<Route> CasesController::routes()
{
    return {{u"CreateCase"_s, [this](const Request &r) { return createInTask(r); }},
            {u"DeleteCase"_s, [this](const Request &r) { return remove(r); }},
            {u"UpdateCase"_s, [this](const Request &r) { return changePart(r); }},
            {u"CreateNewCase"_s, [this](const Request &r) { return create(r); }},
            {u"UpdateNewCase"_s, [this](const Request &r) { return change(r); }},
            {u"ShowCase"_s, [this](const Request &r) { return show(r); }},
            {u"DeleteNewCase"_s, [this](const Request &r) { return remove(r); }}};
}

Response CasesController::createInTask(const Request &request) const
{
    const QJsonObject body = request.object();
    const domain::TaskId id{body["task_id"_L1].toInt()};
    auto *document = m_workshop.ownerOf(id);
    if (!document)
        return notFound(Words::tr("task"), id.value);
    const QString name = body["name"_L1].toString();
    if (auto refused = checkName(name))
        return *refused;
    domain::TestCase fresh;
    fresh.extra = {{u"case_type"_s, body["type"_L1]}, {u"task_id"_s, id.value}}; // deleting the task takes it along
    domain::Task task = *document->project().findTask(id);
    const OneStep step(*document, Words::tr("Add case “%1”").arg(name));
    const domain::CaseId made = document->addCase(name, {}, fresh);
    task.cases.append(made);
    document->setTask(task, Words::tr("Add case to task “%1”").arg(task.name));
    return success(201, {{u"json"_s, QJsonObject{{u"task_case_id"_s, made.value}}}});
}

Response CasesController::create(const Request &request) const
{
    QJsonObject body = request.object();
    const domain::DirectoryId directory{body["directory_id"_L1].toInt()};
    document::ProjectDocument *document = nullptr;
    if (directory.isValid()) {
        document = m_workshop.ownerOf(directory);
        if (!document)
            return notFound(Words::tr("directory"), directory.value);
    } else if (const int suite = body["project_id"_L1].toInt(); suite > 0) {
        document = m_workshop.suite(suite);
        if (!document)
            return notFound(Words::tr("test suite"), suite);
    } else {
        // The call names a suite by a directory only; without one it is the open suite, or the only one.
        const auto all = m_workshop.workspace().projects();
        document = m_workshop.workspace().currentProject().isValid() ? &m_workshop.workspace().document()
            : all.size() == 1                                        ? m_workshop.suite(all.first().id.value)
                                                                     : nullptr;
        if (!document)
            return wrong(Words::tr("directory_id: is required while there are several test suites."));
    }
    if (!body["name"_L1].isString())
        return wrong(Words::tr("name: is required."));
    const QString name = body["name"_L1].toString();
    if (auto refused = checkName(name))
        return *refused;
    body.remove("project_id"_L1);
    body.remove("case_id"_L1);
    const auto made = changedCase({}, body);
    if (!made)
        return wrong(made.error().message);
    const domain::CaseId id = document->addCase(name, directory, *made);
    return success(200, {{u"json"_s, QJsonObject{{u"test_case_id"_s, id.value}}}});
}

Response CasesController::show(const Request &request) const
{
    const domain::CaseId id{request.id(u"case_id"_s)};
    auto *document = m_workshop.ownerOf(id);
    if (!document)
        return notFound(Words::tr("case"), id.value);
    return success(200, {{u"test_case"_s, caseJson(*document->testCase(id))}});
}

Response CasesController::put(document::ProjectDocument &document, domain::CaseId id, const QJsonObject &body, int status) const
{
    const domain::TestCase &before = *document.testCase(id);
    const auto after = changedCase(before, body);
    if (!after)
        return wrong(after.error().message);
    if (auto refused = checkName(after->name))
        return *refused;
    const QJsonValue directory = body["directory_id"_L1];
    const domain::DirectoryId to{directory.toInt()};
    const bool moves = directory.isDouble() && to != before.directory;
    if (moves && to.isValid() && !document.directory(to))
        return notFound(Words::tr("directory"), to.value);
    const QString text = Words::tr("Change case “%1”").arg(before.name);
    if (!moves) {
        document.setCase(*after, text);
        return empty(status);
    }
    const OneStep step(document, text);
    document.setCase(*after, text);
    document.move(id, to.isValid() ? NodeRef(to) : document.root());
    return empty(status);
}

Response CasesController::change(const Request &request) const
{
    const domain::CaseId id{request.id(u"case_id"_s)};
    auto *document = m_workshop.ownerOf(id);
    if (!document)
        return notFound(Words::tr("case"), id.value);
    return put(*document, id, request.object(), 204);
}

Response CasesController::changePart(const Request &request) const
{
    const domain::CaseId id{request.id(u"case_id"_s)};
    auto *document = m_workshop.ownerOf(id);
    if (!document)
        return notFound(Words::tr("case"), id.value);
    QJsonObject part;
    const QJsonObject body = request.object();
    for (const QString &member : partMembers[request.path[u"target"_s]])
        if (body.contains(member))
            part[member] = body[member];
    return put(*document, id, part, 202);
}

Response CasesController::remove(const Request &request) const
{
    const domain::CaseId id{request.id(u"case_id"_s)};
    auto *document = m_workshop.ownerOf(id);
    if (!document)
        return notFound(Words::tr("case"), id.value);
    document->remove(NodeRef(id));
    return empty(204);
}

} // namespace api
