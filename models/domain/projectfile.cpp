// The project file of the contract: `crescendo-project`, version 1.
#include "models/domain/jsonlist.h"
#include "models/domain/project.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

QJsonObject toJson(const Directory &directory)
{
    QJsonObject json = directory.extra;
    json[u"id"_s] = directory.id.value;
    json[u"name"_s] = directory.name;
    json[u"parent_id"_s] = directory.parent.value;
    return json;
}

Result<Directory> directoryFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Directory directory;
    directory.id.value = reader.integer(u"id"_s, 0);
    directory.name = reader.text(u"name"_s);
    directory.parent.value = reader.integer(u"parent_id"_s, 0);
    directory.extra = reader.extra();
    if (!reader.error().isEmpty())
        return fail(reader.error());
    return directory;
}

QJsonObject toJson(const Environment &environment)
{
    QJsonObject values;
    for (const KeyValue &one : environment.values)
        values[one.key] = one.value;
    return {{u"name"_s, environment.name}, {u"values"_s, values}};
}

Result<Environment> environmentFromJson(const QJsonObject &json)
{
    Environment environment{json[u"name"_s].toString(), {}};
    const QJsonObject values = json[u"values"_s].toObject();
    for (auto it = values.begin(); it != values.end(); ++it)
        environment.values.push_back({it.key(), it.value().toVariant().toString(), true});
    return environment;
}

template <class T> QJsonArray toArray(const QVector<T> &values)
{
    QJsonArray json;
    for (const T &value : values)
        json << toJson(value);
    return json;
}

/// Gives every element without an id, or with one taken already, the next free one.
template <class T> void giveIds(QVector<T> &values)
{
    int highest = 0;
    for (const T &value : values)
        highest = std::max(highest, value.id.value);
    QSet<int> taken;
    for (T &value : values) {
        if (!value.id.isValid() || taken.contains(value.id.value))
            value.id.value = ++highest;
        taken << value.id.value;
    }
}

} // namespace

QByteArray toProjectFile(const Project &project)
{
    QJsonObject json = project.extra;
    json[u"format"_s] = u"crescendo-project"_s;
    json[u"version"_s] = 1;
    json[u"project"_s] = QJsonObject{{u"name"_s, project.name}, {u"description"_s, project.description}};
    json[u"directories"_s] = toArray(project.directories);
    json[u"variables"_s] = toArray(project.variables);
    json[u"environments"_s] = toArray(project.environments);
    json[u"transactions"_s] = toArray(project.transactions);
    json[u"cases"_s] = toArray(project.cases);
    json[u"tasks"_s] = toArray(project.tasks);
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

Result<Project> projectFromFile(const QByteArray &bytes, const QString &where)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (document.isNull())
        return fail(u"%1 is damaged: not JSON at byte %2 (%3)."_s.arg(where).arg(error.offset).arg(error.errorString()));
    JsonReader reader(document.object());
    if (reader.value(u"format"_s).toString() != "crescendo-project"_L1)
        return fail(u"%1 is not a Crescendo project (“format” is not crescendo-project)."_s.arg(where));
    if (const int version = reader.integer(u"version"_s, 1); version != 1)
        return fail(u"%1 was written by a newer Crescendo (version %2); this one reads version 1."_s.arg(where).arg(version));
    Project project;
    const QJsonObject head = reader.object(u"project"_s);
    project.name = head[u"name"_s].toString();
    project.description = head[u"description"_s].toString();
    project.directories = list<Directory>(reader, u"directories"_s, directoryFromJson);
    project.variables = list<Variable>(reader, u"variables"_s, variableFromJson);
    project.environments = list<Environment>(reader, u"environments"_s, environmentFromJson);
    project.transactions = list<Transaction>(reader, u"transactions"_s, transactionFromJson);
    project.cases = list<TestCase>(reader, u"cases"_s, testCaseFromJson);
    project.tasks = list<Task>(reader, u"tasks"_s, taskFromJson);
    project.extra = reader.extra();
    if (!reader.error().isEmpty())
        return fail(u"%1: %2."_s.arg(where, reader.error()));
    giveIds(project.directories);
    giveIds(project.variables);
    giveIds(project.transactions);
    giveIds(project.cases);
    giveIds(project.tasks);
    return project;
}

} // namespace domain
