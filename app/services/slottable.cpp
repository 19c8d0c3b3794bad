#include "app/services/slottable.h"

#include "app/services/csvreader.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace services {

using namespace Qt::StringLiterals;
using domain::VariableType;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::PlanCompiler)
};

domain::Result<CsvTable> readTable(const QString &path, const QString &name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(Words::tr("Variable “%1”: cannot read %2: %3.").arg(name, QDir::toNativeSeparators(path), file.errorString()));
    return readCsv(file.readAll(), Words::tr("Variable “%1”: %2").arg(name, QDir::toNativeSeparators(path)));
}

/// As the project names them; else from the first line of the file.
QStringList columnsOf(const domain::Variable &variable, const QString &folder)
{
    QStringList columns;
    for (const auto &value : variable.values)
        columns << variableText(value);
    QFile file(QDir(folder).filePath(variable.file));
    if (!columns.isEmpty() || !file.open(QIODevice::ReadOnly))
        return columns;
    const QByteArray head = file.readLine(65536) + "\n";
    const auto table = readCsv(head + head, variable.name);
    return table ? table->columns : columns;
}

} // namespace

QString variableText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toVariant().toString();
}

SlotTable::SlotTable(const QVector<domain::Variable> &variables, QString folder)
    : m_variables(variables), m_folder(std::move(folder))
{
    for (int i = 0; i < variables.size(); ++i)
        if (variables[i].type != VariableType::File)
            m_variableOf.insert(variables[i].name, i);
    indexFileColumns();
}

void SlotTable::indexFileColumns()
{
    for (int i = 0; i < m_variables.size(); ++i) {
        const auto &variable = m_variables[i];
        if (variable.type != VariableType::File)
            continue;
        for (const QString &column : columnsOf(variable, m_folder)) {
            m_fileOfColumn.insert(variable.name + u'.' + column, i);
            if (!m_variableOf.contains(column) && !m_fileOfColumn.contains(column))
                m_fileOfColumn.insert(column, i);
        }
    }
}

int SlotTable::slotOf(const QString &name)
{
    if (const auto found = m_slots.constFind(name); found != m_slots.constEnd())
        return *found;
    const bool isVariable = m_variableOf.contains(name);
    if (!isVariable && m_fileOfColumn.contains(name)) {
        addSource(m_fileOfColumn[name]);
        return m_slots.value(name, -1);
    }
    if (!isVariable && !m_extracted.contains(name))
        return -1;
    m_slots.insert(name, m_slotCount++);
    if (isVariable)
        addSource(m_variableOf[name]);
    return m_slots[name];
}

void SlotTable::addSource(int index)
{
    if (m_added.contains(index))
        return;
    m_added.insert(index);
    const domain::Variable &variable = m_variables[index];
    engine::VariableSource source;
    source.random = variable.random;
    source.perUser = variable.perUser;
    source.stopAtEnd = variable.stopAtEnd;
    switch (variable.type) {
    case VariableType::File:
        return addFile(variable, std::move(source));
    case VariableType::IntegerRange:
        source.kind = engine::VariableSource::Range;
        source.low = qint64(variable.values.at(0).toDouble());
        source.high = qint64(variable.values.at(1).toDouble());
        if (source.high < source.low && m_problem.isEmpty())
            m_problem = Words::tr("Variable “%1”: its range ends before it begins.").arg(variable.name);
        break;
    case VariableType::Enumeration:
        source.kind = engine::VariableSource::List;
        for (const auto &value : variable.values)
            source.values.push_back(variableText(value).toStdString());
        if (source.values.empty() && m_problem.isEmpty())
            m_problem = Words::tr("Variable “%1” has no values.").arg(variable.name);
        break;
    case VariableType::Text:
        if (variable.sensitive && variable.values.isEmpty() && m_problem.isEmpty())
            m_problem = Words::tr("The sensitive variable “%1” has no value: give it with --var-env %1=NAME or in the editor.").arg(variable.name);
        source.values.push_back(variableText(variable.values.at(0)).toStdString());
        break;
    }
    source.slotIndexes = {m_slots[variable.name]};
    m_sources.push_back(std::move(source));
}

void SlotTable::addFile(const domain::Variable &variable, engine::VariableSource source)
{
    auto table = readTable(QDir(m_folder).filePath(variable.file), variable.name);
    if (!table) {
        if (m_problem.isEmpty())
            m_problem = table.error().message;
        return;
    }
    source.kind = engine::VariableSource::Rows;
    source.columns = int(table->columns.size());
    source.values = std::move(table->cells);
    for (const QString &column : table->columns) {
        const int slot = m_slotCount++;
        source.slotIndexes.push_back(slot);
        const QString full = variable.name + u'.' + column;
        m_slots.insert(full, slot);
        if (!m_variableOf.contains(column) && !m_slots.contains(column)) // the first file of a name has it
            m_slots.insert(column, slot);
    }
    m_sources.push_back(std::move(source));
}

QString SlotTable::inlined(const QString &text)
{
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype open = text.indexOf("${"_L1, at);
        if (open < 0)
            return result + text.mid(at);
        result += QStringView(text).mid(at, open - at);
        int depth = 0;
        qsizetype end = open;
        for (; end < text.size(); ++end) {
            if (text[end] == u'{')
                ++depth;
            else if (text[end] == u'}' && --depth == 0)
                break;
        }
        if (end == text.size())
            return result + text.mid(open);
        const QString name = text.mid(open + 2, end - open - 2);
        const int index = m_extracted.contains(name) ? -1 : m_variableOf.value(name, -1);
        const bool plain = index >= 0 && m_variables[index].type == VariableType::Text && !m_variables[index].values.isEmpty();
        result += plain ? variableText(m_variables[index].values.at(0)) : text.mid(open, end + 1 - open);
        at = end + 1;
    }
    return result;
}

engine::Template SlotTable::parse(const QString &text)
{
    return engine::Template::parse(inlined(text).toStdString(), [this](std::string_view name) {
        return slotOf(QString::fromUtf8(name.data(), qsizetype(name.size())));
    });
}

} // namespace services
