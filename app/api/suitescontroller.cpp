#include "app/api/suitescontroller.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace api {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::SuitesController)
};

/// Members of a suite that mean nothing here but are given back.
const QStringList keptMembers{u"external_params"_s, u"variables_no_file"_s, u"source"_s};

QJsonObject keptOf(const QJsonObject &projectExtra)
{
    const QJsonObject head = projectExtra["project"_L1].toObject();
    QJsonObject kept{{u"external_params"_s, QJsonObject()}, {u"variables_no_file"_s, QJsonArray()}, {u"source"_s, 0}};
    for (auto member = head.begin(); member != head.end(); ++member)
        kept[member.key()] = *member;
    return kept;
}

} // namespace

QVector<Route> SuitesController::routes()
{
    return {{u"ListProjectSets"_s, [this](const Request &r) { return list(r); }},
            {u"CreateProject"_s, [this](const Request &r) { return create(r); }},
            {u"ShowProject"_s, [this](const Request &r) { return show(r); }},
            {u"UpdateProject"_s, [this](const Request &r) { return change(r); }},
            {u"DeleteProject"_s, [this](const Request &r) { return remove(r); }},
            {u"ShowProcess"_s, [this](const Request &r) { return showImports(r); }}};
}

Response SuitesController::list(const Request &request) const
{
    auto all = m_workshop.workspace().projects();
    std::ranges::sort(all, {}, [](const auto &one) { return one.id.value; }); // a page stays the same while others are renamed
    const auto extras = m_workshop.workspace().projectExtras();
    const auto [from, count] = page(request, all.size());
    QJsonArray suites;
    for (const auto &one : all.mid(from, count)) {
        QJsonObject json = keptOf(extras.value(one.id.value));
        json["id"_L1] = one.id.value;
        json["name"_L1] = one.name;
        json["description"_L1] = one.description;
        json["CreateTime"_L1] = stamp(one.created, Qt::ISODateWithMs);
        json["UpdateTime"_L1] = stamp(one.modified, Qt::ISODateWithMs);
        suites.append(json);
    }
    return success(200, {{u"projects"_s, suites}});
}

Response SuitesController::create(const Request &request) const
{
    QJsonObject head = request.object();
    domain::Project project;
    project.name = head.take("name"_L1).toString();
    project.description = head.take("description"_L1).toString();
    if (auto refused = checkName(project.name))
        return *refused;
    for (auto member = head.begin(); member != head.end();)
        member = member->isNull() ? head.erase(member) : member + 1;
    if (!head.isEmpty())
        project.extra["project"_L1] = head;
    const auto id = m_workshop.workspace().addProject(std::move(project));
    if (!id)
        return problem(Fault::Unknown, id.error().message);
    return success(201, {{u"project_id"_s, id->value}});
}

Response SuitesController::show(const Request &request) const
{
    const int id = request.id(u"test_suite_id"_s);
    for (const auto &one : m_workshop.workspace().projects()) {
        if (one.id.value != id)
            continue;
        QJsonObject json = m_workshop.workspace().projectExtras().value(id)["project"_L1].toObject();
        json["id"_L1] = id;
        json["name"_L1] = one.name;
        json["description"_L1] = one.description;
        json["group"_L1] = m_workshop.tenant();
        if (!json.contains("source"_L1))
            json["source"_L1] = 0;
        putTimes(json, {one.created, one.modified});
        return success(200, {{u"project"_s, json}});
    }
    return notFound(Words::tr("test suite"), id);
}

Response SuitesController::change(const Request &request) const
{
    const int id = request.id(u"test_suite_id"_s);
    auto *document = m_workshop.suite(id);
    if (!document)
        return notFound(Words::tr("test suite"), id);
    QJsonObject changes = request.object();
    changes.remove("id"_L1); // the path says which
    const QString name = changes.take("name"_L1).toString(document->project().name);
    const QString description = changes.take("description"_L1).toString(document->project().description);
    if (auto refused = checkName(name))
        return *refused;
    const QJsonObject before = document->project().extra["project"_L1].toObject();
    QJsonObject after = merged(before, changes);
    const QJsonObject plain = keptOf({});
    for (const QString &member : keptMembers)
        if (!before.contains(member) && after.value(member) == plain.value(member))
            after.remove(member); // what was sent is what a suite has anyway
    if (after == before) {
        document->setProjectHead(name, description);
    } else {
        domain::Project project = document->project();
        project.name = name;
        project.description = description;
        project.extra["project"_L1] = after;
        document->replaceProject(project, Words::tr("Change the project"));
    }
    return empty(204);
}

Response SuitesController::remove(const Request &request) const
{
    const domain::ProjectId id{request.id(u"test_suite_id"_s)};
    if (!m_workshop.suite(id.value))
        return notFound(Words::tr("test suite"), id.value);
    if (m_workshop.services().tasks().isUnderWay(id))
        return problem(Fault::Conflict, Words::tr("A task of the test suite is under way: stop it first."));
    if (const auto removed = m_workshop.workspace().deleteProject(id); !removed)
        return problem(Fault::Unknown, removed.error().message);
    return empty(204);
}

Response SuitesController::showImports(const Request &) const
{
    QJsonArray details;
    for (const auto &entry : m_workshop.services().imports().entries())
        details.append(QJsonObject{{u"id"_s, entry.id}, {u"name"_s, entry.name}, {u"status"_s, int(entry.status)}, {u"cause"_s, entry.cause}});
    const bool busy = m_workshop.services().imports().isBusy();
    return success(200, {{u"json"_s, QJsonObject{{u"details"_s, details}, {u"process_status"_s, busy ? 0 : 1}}},
                         {u"extend"_s, QJsonValue::Null}});
}

} // namespace api
