// The environments of a project in its row: a list and not the object of the project file, so that the order of the values
// stays as the user made it. A value that is laid over a sensitive variable is an object with its sealed text.
#include "models/store/rows.h"
#include "models/store/seal.h"

#include <QJsonDocument>

namespace store {

using namespace Qt::StringLiterals;

QSet<QString> sensitiveNames(const QVector<domain::Variable> &variables)
{
    QSet<QString> names;
    for (const domain::Variable &variable : variables)
        if (variable.sensitive)
            names.insert(variable.name);
    return names;
}

namespace {

QJsonArray listOf(const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).array(); }

/// Values that are sealed already stay as they are, so that a missing key destroys nothing.
Result<QString> sealed(QJsonArray environments, const QString &workspace, const QSet<QString> &sensitive)
{
    for (QJsonValueRef environment : environments) {
        QJsonObject one = environment.toObject();
        QJsonArray values = one[u"values"_s].toArray();
        for (QJsonValueRef value : values) {
            QJsonArray pair = value.toArray();
            if (!sensitive.contains(pair[0].toString()) || pair[1].toString().isEmpty())
                continue;
            const auto text = seal(workspace, pair[1].toString());
            if (!text)
                return text;
            pair[1] = QJsonObject{{u"sealed"_s, *text}};
            value = pair;
        }
        one[u"values"_s] = values;
        environment = one;
    }
    return QString::fromUtf8(QJsonDocument(environments).toJson(QJsonDocument::Compact));
}

Result<> write(Database &database, domain::ProjectId project, const QJsonArray &environments)
{
    auto query = database.select(u"SELECT json_extract(json, '$.name') FROM variable WHERE project = ? AND secret IS NOT NULL"_s, {project.value});
    if (!query)
        return tl::unexpected(query.error());
    QSet<QString> sensitive;
    while (query->next())
        sensitive.insert(query->value(0).toString());
    query->finish();
    const auto text = sealed(environments, database.path(), sensitive);
    if (!text)
        return tl::unexpected(text.error());
    return database.run(u"UPDATE project SET environments = ? WHERE id = ?"_s, {*text, project.value});
}

QJsonArray toList(const QVector<domain::Environment> &environments)
{
    QJsonArray list;
    for (const domain::Environment &environment : environments) {
        QJsonArray values;
        for (const domain::KeyValue &pair : environment.values)
            values.append(QJsonArray{pair.key, pair.value, pair.enabled});
        list.append(QJsonObject{{u"name"_s, environment.name}, {u"values"_s, values}});
    }
    return list;
}

} // namespace

Result<QString> environmentsText(const QVector<domain::Environment> &environments, const QString &workspace, const QSet<QString> &sensitive)
{
    return sealed(toList(environments), workspace, sensitive);
}

QVector<domain::Environment> environmentsFrom(const QString &text, const QString &workspace)
{
    QVector<domain::Environment> all;
    for (const auto &value : listOf(text)) {
        domain::Environment environment{value[u"name"_s].toString(), {}};
        for (const auto &pair : value[u"values"_s].toArray()) {
            const auto opened = pair[1].isObject() ? unseal(workspace, pair[1][u"sealed"_s].toString()) : std::nullopt;
            environment.values.append({pair[0].toString(), opened.value_or(pair[1].toString()), pair[2].toBool(true)});
        }
        all.append(environment);
    }
    return all;
}

Result<> writeEnvironments(Database &database, domain::ProjectId project, const QVector<domain::Environment> &environments)
{
    return write(database, project, toList(environments));
}

Result<> resealEnvironments(Database &database, domain::ProjectId project)
{
    auto query = database.select(u"SELECT environments FROM project WHERE id = ?"_s, {project.value});
    if (!query)
        return tl::unexpected(query.error());
    const QJsonArray environments = query->next() ? listOf(query->value(0).toString()) : QJsonArray();
    query->finish();
    return environments.isEmpty() ? Result<>() : write(database, project, environments);
}

Result<> sealOldValues(Database &database)
{
    const auto old = database.number(u"SELECT count(*) FROM variable WHERE secret IS NOT NULL AND secret NOT LIKE '1:%'"_s);
    if (!old)
        return tl::unexpected(old.error());
    if (*old == 0)
        return {};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    QVector<std::pair<int, QString>> secrets;
    QSet<int> projects;
    auto query = database.select(u"SELECT id, secret, project FROM variable WHERE secret IS NOT NULL AND secret NOT LIKE '1:%'"_s);
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        secrets.append({query->value(0).toInt(), query->value(1).toString()});
        projects.insert(query->value(2).toInt());
    }
    query->finish();
    for (const auto &[id, secret] : secrets) {
        const auto sealed = seal(database.path(), secret);
        if (!sealed)
            return tl::unexpected(sealed.error());
        if (const auto done = database.run(u"UPDATE variable SET secret = ? WHERE id = ?"_s, {*sealed, id}); !done)
            return done;
    }
    for (const int project : projects)
        if (const auto done = resealEnvironments(database, {project}); !done)
            return done;
    if (const auto done = transaction->commit(); !done)
        return done;
    // The old texts still stand in free places of the file and in its log.
    if (const auto done = database.run(u"VACUUM"_s); !done)
        return done;
    return database.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

} // namespace store
