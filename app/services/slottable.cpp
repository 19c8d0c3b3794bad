#include "app/services/slottable.h"

#include "app/services/rowsource.h"
#include <QCoreApplication>
#include <QUrl>

namespace services {

using namespace Qt::StringLiterals;
using domain::VariableType;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::PlanCompiler)
};

} // namespace

QString variableText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toVariant().toString();
}

SlotTable::SlotTable(const QVector<domain::Variable> &variables, QString folder)
    : m_variables(variables), m_folder(std::move(folder)), m_plugins(m_folder)
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
    if (!isVariable && !m_extracted.contains(name) && (!m_emptyWhenUnknown || name.startsWith("__"_L1)))
        return -1;
    m_slots.insert(name, newSlot(name));
    if (isVariable)
        addSource(m_variableOf[name]);
    return m_slots[name];
}

int SlotTable::newSlot(const QString &name)
{
    m_slotNames.push_back(name.toStdString());
    return int(m_slotNames.size()) - 1;
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
        source.low = variableText(variable.values.at(0)).toLongLong();
        source.high = variableText(variable.values.at(1)).toLongLong();
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
        if (variable.sensitive)
            addSecret(variable);
        break;
    }
    source.slotIndexes = {m_slots[variable.name]};
    m_sources.push_back(std::move(source));
}

void SlotTable::addFile(const domain::Variable &variable, engine::VariableSource source)
{
    auto table = openRows(variable, m_folder);
    if (!table) {
        if (m_problem.isEmpty())
            m_problem = table.error().message;
        return;
    }
    source.kind = engine::VariableSource::Rows;
    source.rows = std::move(*table);
    for (const std::string &name : source.rows->columns()) {
        const QString column = QString::fromStdString(name), full = variable.name + u'.' + column;
        const int slot = newSlot(full);
        source.slotIndexes.push_back(slot);
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
        if (plain && m_variables[index].sensitive)
            addSecret(m_variables[index]);
        result += plain ? variableText(m_variables[index].values.at(0)) : text.mid(open, end + 1 - open);
        at = end + 1;
    }
    return result;
}

void SlotTable::addSecret(const domain::Variable &variable)
{
    const QString value = variableText(variable.values.at(0));
    addSecret(value);
    addSecret(QString::fromLatin1(QUrl::toPercentEncoding(value))); // as forms and queries send it
}

void SlotTable::addSecret(const QString &text)
{
    const std::string value = text.toStdString();
    if (!value.empty() && std::ranges::find(m_secrets, value) == m_secrets.end())
        m_secrets.push_back(value);
}

QString SlotTable::shown(QString text) const
{
    for (const std::string &secret : m_secrets)
        text.replace(QString::fromStdString(secret), u"***"_s);
    return text;
}

engine::Template SlotTable::parse(const QString &text)
{
    auto parsed = engine::Template::parse(inlined(text).toStdString(), [this](std::string_view name) {
        return slotOf(QString::fromUtf8(name.data(), qsizetype(name.size())));
    });
    usePlugins(parsed.pieces());
    return parsed;
}

engine::Template SlotTable::parseCondition(const QString &text)
{
    m_emptyWhenUnknown = true;
    auto parsed = parse(text);
    m_emptyWhenUnknown = false;
    return parsed;
}

void SlotTable::usePlugins(const std::vector<engine::Piece> &pieces)
{
    for (const engine::Piece &piece : pieces) {
        for (const auto &argument : piece.arguments)
            usePlugins(argument);
        const bool named = piece.kind == engine::Piece::Function && piece.text == "plugin" && !piece.arguments.empty()
            && piece.arguments[0].size() == 1 && piece.arguments[0][0].kind == engine::Piece::Literal;
        if (!named)
            continue;
        const auto function = m_plugins.find(QString::fromStdString(piece.arguments[0][0].text), engine::Plugin::Function);
        if (function)
            m_pluginTable.add(piece.arguments[0][0].text, *function);
        else if (m_problem.isEmpty())
            m_problem = function.error().message;
    }
}

std::shared_ptr<const engine::PluginTable> SlotTable::pluginTable() const
{
    return m_pluginTable.isEmpty() ? nullptr : std::make_shared<const engine::PluginTable>(m_pluginTable);
}

} // namespace services
