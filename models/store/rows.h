// What stands in the rows of a project's lists: an id and the codec's own JSON. A sensitive variable's value is not in
// the JSON, which may be shown; it has a column of its own, sealed (seal.h), and so have values of environments that are
// laid over sensitive variables.
#pragma once

#include "models/domain/projectjson.h"
#include "models/store/database.h"
#include <QSet>

namespace store {

struct Row
{
    int id = 0;
    QString json;
    QVariant secret = {}; ///< variables only: values as JSON text, not sealed yet; or null
};

QString text(const QString &text); ///< never null, for columns that are NOT NULL
QString jsonText(const QJsonObject &json);
/// Values of the names in `sensitive` are sealed for the workspace.
Result<QString> environmentsText(const QVector<domain::Environment> &environments, const QString &workspace, const QSet<QString> &sensitive);
QVector<domain::Environment> environmentsFrom(const QString &text, const QString &workspace);
QSet<QString> sensitiveNames(const QVector<domain::Variable> &variables);
/// Writes a project's environments; which variables are sensitive is looked up.
Result<> writeEnvironments(Database &database, domain::ProjectId project, const QVector<domain::Environment> &environments);
/// Seals again what stands in the row: another variable may have become sensitive.
Result<> resealEnvironments(Database &database, domain::ProjectId project);
/// Seals what a version before sealing left in the file, over all projects, and wipes the places where it stood.
Result<> sealOldValues(Database &database);

Row rowOf(const domain::Variable &variable);
inline Row rowOf(const domain::TestCase &testCase) { return {testCase.id.value, jsonText(toJson(testCase))}; }
inline Row rowOf(const domain::Directory &directory) { return {directory.id.value, jsonText(toJson(directory))}; }
inline Row rowOf(const domain::Task &task) { return {task.id.value, jsonText(toJson(task))}; }
inline Row rowOf(const domain::Transaction &transaction) { return {transaction.id.value, jsonText(toJson(transaction))}; }

template <class T> QVector<Row> rowsOf(const QVector<T> &values)
{
    QVector<Row> rows;
    for (const T &value : values)
        rows.append(rowOf(value));
    return rows;
}

/// Makes the row or writes over it.
Result<> insertRow(Database &database, const QString &table, domain::ProjectId project, const Row &row, int position);
/// Puts the list in place of what the project had; call it in a transaction. `now`, ms since 1970, becomes the time of what
/// is new or changed in it.
Result<> insertList(Database &database, const QString &table, domain::ProjectId project, const QVector<Row> &rows, qint64 now);
Result<> insertContents(Database &database, const domain::Project &project, qint64 now);

} // namespace store
