#include "app/services/variablepreview.h"

#include "app/services/rowsource.h"
#include "app/services/slottable.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace services {

using domain::Variable;
using domain::VariableType;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::VariablePreview)
};

constexpr qint64 mostLooked = 10'000; ///< rows that are looked through for notes

void addFile(VariablePreview &preview, const Variable &variable, const QString &folder, int most)
{
    const auto table = openRows(variable, folder);
    if (!table) {
        preview.problem = table.error().message;
        return;
    }
    for (const std::string &column : (*table)->columns())
        preview.columns << QString::fromStdString(column);
    preview.total = qint64((*table)->rows());
    preview.bytes = QFileInfo(QDir(folder).filePath(variable.file)).size();
    std::vector<std::string> cells;
    qint64 empty = 0, twice = 0;
    QSet<QString> seen;
    for (qint64 row = 0; row < std::min(preview.total, mostLooked); ++row) {
        (*table)->read(uint64_t(row), cells);
        QStringList line;
        for (const std::string &cell : cells) {
            line << QString::fromStdString(cell);
            empty += cell.empty();
        }
        twice += seen.contains(line.value(0));
        seen << line.value(0);
        if (row < most)
            preview.rows << line;
    }
    const bool all = preview.total <= mostLooked;
    const QString where = all ? QString() : Words::tr(" in the first %1 rows").arg(mostLooked);
    if (empty > 0)
        preview.notes << (empty == 1 ? Words::tr("an empty cell%1").arg(where) : Words::tr("%1 empty cells%2").arg(empty).arg(where));
    if (twice > 0)
        preview.notes << (twice == 1 ? Words::tr("a row begins like one before%1").arg(where)
                                     : Words::tr("%1 rows begin like one before%2").arg(twice).arg(where));
}

} // namespace

VariablePreview previewOf(const Variable &variable, const QString &folder, int most)
{
    VariablePreview preview;
    switch (variable.type) {
    case VariableType::IntegerRange: {
        const qint64 first = variable.values.at(0).toInteger(), last = variable.values.at(1).toInteger();
        if (variable.values.size() != 2 || last < first) {
            preview.problem = Words::tr("A range needs a smallest and a largest number.");
            return preview;
        }
        preview.total = last - first + 1;
        for (qint64 i = 0; i < std::min<qint64>(most, preview.total); ++i)
            preview.rows << QStringList{QString::number(first + i)};
        break;
    }
    case VariableType::Enumeration:
        preview.total = variable.values.size();
        if (preview.total == 0)
            preview.problem = Words::tr("The list has no value.");
        for (qsizetype i = 0; i < std::min<qsizetype>(most, variable.values.size()); ++i)
            preview.rows << QStringList{variableText(variable.values[i])};
        break;
    case VariableType::Text:
        preview.total = 1;
        preview.rows << QStringList{variable.sensitive ? u"••••••"_s : variableText(variable.values.at(0))};
        break;
    case VariableType::File:
        addFile(preview, variable, folder, most);
        break;
    }
    if (preview.columns.isEmpty())
        preview.columns << variable.name;
    for (qsizetype i = 0; i < preview.rows.size() && variable.type != VariableType::Text && !variable.random; ++i) {
        if (i < 3)
            preview.next << (variable.perUser ? (i == 0 ? Words::tr("first for each user") : Words::tr("pass %1").arg(i + 1))
                                              : Words::tr("next for user %1").arg(i + 1));
    }
    return preview;
}

QString readingRule(const Variable &variable)
{
    if (variable.type == VariableType::Text)
        return Words::tr("Every user has the same text.");
    const bool file = variable.type == VariableType::File;
    QString rule = variable.random ? (file ? Words::tr("Each user draws a row at random for each pass.")
                                           : Words::tr("Each user draws a value at random for each pass."))
        : variable.perUser         ? (file ? Words::tr("Each user reads row 1 in its first pass, row 2 in its second.")
                                           : Words::tr("Each user has the first value in its first pass, the second in its second."))
                                   : (file ? Words::tr("User 1 reads row 1, user 2 row 2, one row for each pass.")
                                           : Words::tr("User 1 gets the first value, user 2 the second, one for each pass."));
    if (!variable.random)
        rule += u' ' + (variable.stopAtEnd ? Words::tr("After the last the user stops.") : Words::tr("After the last it starts over."));
    return rule;
}

} // namespace services
