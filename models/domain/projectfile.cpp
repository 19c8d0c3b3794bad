// The project file (cli-and-files.md, "Project file").
#include "models/domain/jsonreader.h"
#include "models/domain/projectjson.h"

#include <QJsonDocument>
#include <QSet>
#include <algorithm>

namespace domain {

using namespace Qt::StringLiterals;

namespace {

constexpr int fileVersion = 1;

/// Things written by hand may leave ids out: they get the next free ones, in order. An id given twice is refused, as no
/// reference to it could be followed.
template <class T> void settleIds(JsonReader &reader, QLatin1StringView key, QVector<T> &all)
{
    QSet<int> taken;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const int id = all[i].id.value;
        if (id > 0 && taken.contains(id))
            reader.fail(JsonReader::tr("%1[%2]: the id %3 is used twice.").arg(key).arg(i).arg(id));
        taken.insert(id);
    }
    int next = 1;
    for (T &one : all) {
        if (one.id.isValid())
            continue;
        while (taken.contains(next))
            ++next;
        taken.insert(next);
        one.id.value = next;
    }
}

/// Directories that hold each other would make a tree without end; one whose parent is gone comes to the top.
void settleDirectories(JsonReader &reader, Project &project)
{
    QHash<int, int> parents;
    for (const Directory &directory : project.directories)
        parents[directory.id.value] = directory.parent.value;
    for (qsizetype i = 0; i < project.directories.size(); ++i) {
        Directory &directory = project.directories[i];
        if (!parents.contains(directory.parent.value))
            directory.parent = {};
        QSet<int> passed;
        for (int id = directory.id.value; parents.contains(id); id = parents[id]) {
            if (passed.contains(id)) {
                reader.fail(JsonReader::tr("directories[%1].parent_id: the directory lies in itself.").arg(i));
                return;
            }
            passed.insert(id);
        }
    }
    for (TestCase &testCase : project.cases) {
        if (!parents.contains(testCase.directory.value))
            testCase.directory = {};
    }
}

/// Values that an environment lays over a sensitive variable are as sensitive as its own.
QVector<Environment> withoutSecrets(QVector<Environment> environments, const QVector<Variable> &variables)
{
    for (Environment &environment : environments)
        environment.values.removeIf([&](const KeyValue &pair) {
            return std::ranges::any_of(variables, [&](const Variable &variable) { return variable.sensitive && variable.name == pair.key; });
        });
    return environments;
}

} // namespace

QJsonObject toProjectJson(const Project &project)
{
    QJsonObject json = project.extra;
    QJsonObject head = project.extra["project"_L1].toObject();
    head["name"_L1] = project.name;
    head["description"_L1] = project.description;
    json["format"_L1] = u"crescendo-project"_s;
    json["version"_L1] = fileVersion;
    json["project"_L1] = head;
    json["directories"_L1] = toJsonArray(project.directories);
    json["variables"_L1] = toJsonArray(project.variables);
    json["environments"_L1] = toJsonArray(withoutSecrets(project.environments, project.variables));
    json["transactions"_L1] = toJsonArray(project.transactions);
    json["cases"_L1] = toJsonArray(project.cases);
    json["tasks"_L1] = toJsonArray(project.tasks);
    return json;
}

QByteArray toProjectFile(const Project &project)
{
    return QJsonDocument(toProjectJson(project)).toJson(QJsonDocument::Indented);
}

Result<QJsonObject> objectFromBytes(const QByteArray &bytes, const QString &where)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = bytes.left(error.offset).count('\n') + 1;
        return fail(JsonReader::tr("%1 is damaged: line %2 is not JSON (%3).").arg(where).arg(line).arg(error.errorString()));
    }
    if (!document.isObject())
        return fail(JsonReader::tr("%1 is not a Crescendo project: it holds no JSON object.").arg(where));
    return document.object();
}

Result<Project> projectFromJson(const QJsonObject &json, const QString &where)
{
    JsonReader reader(json);
    if (reader.take("format"_L1) != QJsonValue(u"crescendo-project"_s))
        return fail(JsonReader::tr("%1 is not a Crescendo project: its “format” is not “crescendo-project”.").arg(where));
    const int version = reader.integer("version"_L1, fileVersion, 1);
    if (version > fileVersion)
        return fail(JsonReader::tr("%1 was written by a newer version of Crescendo (file version %2).").arg(where).arg(version));

    Project project;
    JsonReader head(reader.object("project"_L1));
    project.name = head.text("name"_L1);
    project.description = head.text("description"_L1);
    if (head.failed())
        reader.fail(u"project"_s, head.error().value());
    project.directories = reader.objects<Directory>("directories"_L1, directoryFromJson);
    project.variables = reader.objects<Variable>("variables"_L1, variableFromJson);
    project.environments = reader.objects<Environment>("environments"_L1, environmentFromJson);
    project.transactions = reader.objects<Transaction>("transactions"_L1, transactionFromJson);
    project.cases = reader.objects<TestCase>("cases"_L1, testCaseFromJson);
    project.tasks = reader.objects<Task>("tasks"_L1, taskFromJson);
    project.extra = reader.rest();
    if (!head.rest().isEmpty())
        project.extra["project"_L1] = head.rest();

    settleIds(reader, "directories"_L1, project.directories);
    settleIds(reader, "variables"_L1, project.variables);
    settleIds(reader, "transactions"_L1, project.transactions);
    settleIds(reader, "cases"_L1, project.cases);
    settleIds(reader, "tasks"_L1, project.tasks);
    settleDirectories(reader, project);
    if (reader.failed())
        return fail(JsonReader::tr("%1 is damaged at %2").arg(where, reader.error().value().message));
    return project;
}

Result<Project> projectFromFile(const QByteArray &bytes, const QString &where)
{
    const auto json = objectFromBytes(bytes, where);
    if (!json)
        return tl::unexpected(json.error());
    return projectFromJson(*json, where);
}

} // namespace domain
