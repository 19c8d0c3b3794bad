#include "app/services/rowsource.h"

#include "app/services/slottable.h"
#include "app/services/xlsxreader.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstring>

namespace services {

using namespace Qt::StringLiterals;
using engine::RowTable;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::RowSource)
};

bool isXlsx(const domain::Variable &variable) { return variable.file.endsWith(".xlsx"_L1, Qt::CaseInsensitive); }

QString sentence(const RowTable::Problem &problem, const QString &where, qsizetype columns)
{
    switch (problem.kind) {
    case RowTable::Problem::Unreadable: return Words::tr("%1 cannot be read: %2.").arg(where, QString::fromLocal8Bit(strerror(problem.error)));
    case RowTable::Problem::Empty: return Words::tr("%1 is empty: its first line must name the columns.").arg(where);
    case RowTable::Problem::Ragged:
        return Words::tr("%1, line %2: %3 cells where the first line has %4.").arg(where).arg(problem.line).arg(problem.cells).arg(columns);
    case RowTable::Problem::OpenQuote: return Words::tr("%1, line %2: a quotation mark is never closed.").arg(where).arg(problem.line);
    case RowTable::Problem::NoRows: return Words::tr("%1 has no rows below its first line.").arg(where);
    case RowTable::Problem::None: break;
    }
    return {};
}

} // namespace

domain::Result<std::shared_ptr<const RowTable>> openRows(const domain::Variable &variable, const QString &folder)
{
    const QString path = QDir(folder).filePath(variable.file);
    const QString where = Words::tr("Variable “%1”: %2").arg(variable.name, QDir::toNativeSeparators(path));
    if (variable.file.isEmpty())
        return domain::fail(Words::tr("Variable “%1” names no file.").arg(variable.name));
    if (isXlsx(variable))
        return readXlsx(path, where);
    RowTable::Problem problem;
    if (auto table = RowTable::openCsv(QFile::encodeName(path).toStdString(), problem))
        return table;
    qsizetype columns = 0;
    if (QFile file(path); problem.kind == RowTable::Problem::Ragged && file.open(QIODevice::ReadOnly))
        columns = qsizetype(RowTable::headerOf(file.readLine(65536).toStdString()).size());
    return domain::fail(sentence(problem, where, columns));
}

QStringList columnsOf(const domain::Variable &variable, const QString &folder)
{
    QStringList columns;
    for (const auto &value : variable.values)
        columns << variableText(value);
    if (!columns.isEmpty() || variable.file.isEmpty())
        return columns;
    const auto add = [&](const std::vector<std::string> &names) {
        for (const std::string &name : names)
            columns << QString::fromStdString(name);
    };
    const QString path = QDir(folder).filePath(variable.file);
    if (isXlsx(variable)) {
        if (const auto table = readXlsx(path, variable.name))
            add((*table)->columns());
    } else if (QFile file(path); file.open(QIODevice::ReadOnly)) {
        add(RowTable::headerOf(file.readLine(65536).toStdString()));
    }
    return columns;
}

domain::Project withColumns(domain::Project project, const QString &folder)
{
    for (domain::Variable &variable : project.variables)
        if (variable.type == domain::VariableType::File && variable.values.isEmpty())
            variable.values = QJsonArray::fromStringList(columnsOf(variable, folder));
    return project;
}

} // namespace services
