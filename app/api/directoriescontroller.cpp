#include "app/api/directoriescontroller.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace api {

using namespace Qt::StringLiterals;
using document::NodeRef;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::DirectoriesController)
};

enum TreeType { DirectoryEntry = 1, CaseEntry = 2 };

} // namespace

QJsonObject briefJson(const domain::TestCase &testCase, const services::Stamps &stamps)
{
    QJsonObject json{{u"id"_s, testCase.id.value}, {u"name"_s, testCase.name}, {u"status"_s, testCase.enabled ? 1 : 2},
                     {u"parent_id"_s, testCase.directory.value}, {u"type"_s, int(CaseEntry)}};
    putTimes(json, stamps);
    return json;
}

QVector<Route> DirectoriesController::routes()
{
    return {{u"CreateDirectory"_s, [this](const Request &r) { return create(r); }},
            {u"ListProjectTestCase"_s, [this](const Request &r) { return list(r); }},
            {u"UpdateDirectory"_s, [this](const Request &r) { return rename(r); }},
            {u"DeleteDirectory"_s, [this](const Request &r) { return remove(r); }}};
}

Response DirectoriesController::create(const Request &request) const
{
    const int suite = request.id(u"test_suite_id"_s);
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    const QString name = request.object()["name"_L1].toString();
    if (auto refused = checkName(name))
        return *refused;
    return success(201, {{u"directory_id"_s, document->addDirectory(name).value}});
}

Response DirectoriesController::list(const Request &request) const
{
    const int suite = request.id(u"test_suite_id"_s);
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    // In the order of the tree: what stands in a directory follows it.
    const auto caseTimes = m_workshop.workspace().stamps(NodeRef::Case, {suite});
    const auto directoryTimes = m_workshop.workspace().stamps(NodeRef::Directory, {suite});
    QJsonArray entries;
    QVector<NodeRef> open{document->root()};
    while (!open.isEmpty()) {
        const NodeRef node = open.takeLast();
        if (const auto *testCase = document->testCase(node.testCase())) {
            entries.append(briefJson(*testCase, caseTimes.value(testCase->id.value)));
            continue;
        }
        if (const auto *directory = document->directory(node.directory())) {
            QJsonObject json{{u"id"_s, directory->id.value}, {u"name"_s, directory->name}, {u"status"_s, 1},
                             {u"parent_id"_s, directory->parent.value}, {u"type"_s, int(DirectoryEntry)}};
            putTimes(json, directoryTimes.value(directory->id.value));
            entries.append(json);
        }
        for (int row = document->childCount(node) - 1; row >= 0; --row)
            open.append(document->childAt(node, row));
    }
    return success(200, {{u"directory"_s, entries}});
}

Response DirectoriesController::rename(const Request &request) const
{
    const int suite = request.id(u"test_suite_id"_s), id = request.id(u"directory_id"_s);
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    if (!document->directory({id}))
        return notFound(Words::tr("directory"), id);
    const QString name = request.object()["name"_L1].toString();
    if (auto refused = checkName(name))
        return *refused;
    document->rename(domain::DirectoryId{id}, name);
    return empty(204);
}

Response DirectoriesController::remove(const Request &request) const
{
    const int suite = request.id(u"test_suite_id"_s);
    const domain::DirectoryId id{request.id(u"directory_id"_s)};
    auto *document = m_workshop.suite(suite);
    if (!document)
        return notFound(Words::tr("test suite"), suite);
    if (!document->directory(id))
        return notFound(Words::tr("directory"), id.value);
    QVector<NodeRef> inside;
    for (int row = 0; row < document->childCount(id); ++row)
        inside.append(document->childAt(id, row));
    if (inside.isEmpty()) {
        document->remove(NodeRef(id));
        return empty(204);
    }
    const OneStep step(*document, Words::tr("Delete directory “%1”, keeping what is in it").arg(document->directory(id)->name));
    for (NodeRef node : std::as_const(inside))
        document->move(node, document->root());
    document->remove(NodeRef(id));
    return empty(204);
}

} // namespace api
