#include "models/store/rows.h"
#include "models/store/seal.h"
#include "models/store/stamps.h"

#include <QJsonDocument>

namespace store {

using namespace Qt::StringLiterals;

QString text(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QString jsonText(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Row rowOf(const domain::Variable &variable)
{
    Row row{variable.id.value, jsonText(toJson(variable))};
    if (variable.sensitive)
        row.secret = QString::fromUtf8(QJsonDocument(variable.values).toJson(QJsonDocument::Compact));
    return row;
}

Result<> insertRow(Database &database, const QString &table, domain::ProjectId project, const Row &row, int position)
{
    const bool secret = table == "variable"_L1;
    const QString sql = u"INSERT INTO %1 (id, project, position, json%2) VALUES (?, ?, ?, ?%3) ON CONFLICT (id) DO UPDATE SET"
                        " position = excluded.position, json = excluded.json%4"_s
                            .arg(table, secret ? u", secret"_s : u""_s, secret ? u", ?"_s : u""_s,
                                 secret ? u", secret = excluded.secret"_s : u""_s);
    QVariantList values{row.id, project.value, position, row.json};
    if (secret && row.secret.isNull())
        values.append(row.secret);
    else if (secret) {
        const auto sealed = seal(database.path(), row.secret.toString());
        if (!sealed)
            return tl::unexpected(sealed.error());
        values.append(*sealed);
    }
    return database.run(sql, values);
}

Result<> insertList(Database &database, const QString &table, domain::ProjectId project, const QVector<Row> &rows, qint64 now)
{
    for (const Row &row : rows)
        if (const auto done = noteWrite(database, table, project, row, now); !done)
            return done;
    if (const auto done = database.run(u"DELETE FROM %1 WHERE project = ?"_s.arg(table), {project.value}); !done)
        return done;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (const auto done = insertRow(database, table, project, rows[i], int(i)); !done)
            return done;
    }
    return {};
}

Result<> insertContents(Database &database, const domain::Project &project, qint64 now)
{
    const std::pair<QString, QVector<Row>> lists[] = {
        {u"directory"_s, rowsOf(project.directories)}, {u"test_case"_s, rowsOf(project.cases)},
        {u"variable"_s, rowsOf(project.variables)},    {u"library"_s, rowsOf(project.transactions)},
        {u"task"_s, rowsOf(project.tasks)},
    };
    for (const auto &[table, rows] : lists) {
        if (const auto done = insertList(database, table, project.id, rows, now); !done)
            return done;
    }
    return {};
}

} // namespace store
