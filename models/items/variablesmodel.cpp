#include "models/items/variablesmodel.h"

#include "models/document/steptexts.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace items {

using document::ProjectDocument;
using domain::Variable;
using domain::VariableType;

namespace {

QString joined(const QJsonArray &values)
{
    QStringList texts;
    for (const QJsonValue &value : values)
        texts.append(value.toVariant().toString());
    return texts.join(u", "_s);
}

QString valueText(const Variable &variable)
{
    if (variable.type == VariableType::IntegerRange && variable.values.size() == 2)
        return u"%1-%2"_s.arg(variable.values[0].toVariant().toString(), variable.values[1].toVariant().toString());
    if (variable.type == VariableType::File)
        return variable.file;
    return variable.type == VariableType::Text ? variable.values.at(0).toVariant().toString() : joined(variable.values);
}

bool setValue(Variable &variable, const QString &text)
{
    static const QRegularExpression range(u"^\\s*(-?[0-9]{1,18})\\s*-\\s*(-?[0-9]{1,18})\\s*$"_s);
    switch (variable.type) {
    case VariableType::IntegerRange: {
        const auto match = range.match(text);
        if (!match.hasMatch() || match.captured(1).toLongLong() > match.captured(2).toLongLong())
            return false;
        variable.values = {match.captured(1).toLongLong(), match.captured(2).toLongLong()};
        return true;
    }
    case VariableType::Enumeration: {
        QJsonArray list;
        for (const QString &part : text.split(u','))
            list.append(part.trimmed());
        variable.values = list;
        return true;
    }
    case VariableType::File:
        variable.file = text;
        return true;
    case VariableType::Text:
        variable.values = {text};
        return true;
    }
    return false;
}

} // namespace

VariablesModel::VariablesModel(ProjectDocument &document, QObject *parent)
    : DocumentTable(document, parent)
{
    connect(&document, &ProjectDocument::variablesChanged, this, [this] { sync(); });
    const auto recount = [this] {
        m_counted = false;
        if (rowCount() > 0)
            emit dataChanged(index(0, UsedColumn), index(rowCount() - 1, UsedColumn));
    };
    connect(&document, &ProjectDocument::nodeChanged, this, recount);
    connect(&document, &ProjectDocument::nodeInserted, this, recount);
    connect(&document, &ProjectDocument::nodeRemoved, this, recount);
    connect(&document, &ProjectDocument::stepsChanged, this, recount);
    connect(&document, &ProjectDocument::transactionsChanged, this, recount);
    connect(&document, &ProjectDocument::reset, this, recount);
    startOver();
}

void VariablesModel::addVariable(Variable variable)
{
    QVector<Variable> all = m_document.project().variables;
    const QString text = tr("Add variable “%1”").arg(variable.name);
    variable.id = {};
    all.append(std::move(variable));
    m_document.setVariables(all, text);
}

void VariablesModel::setVariable(const Variable &variable, const QString &text, const QString &mergeKey)
{
    QVector<Variable> all = m_document.project().variables;
    for (Variable &one : all) {
        if (one.id == variable.id)
            one = variable;
    }
    m_document.setVariables(all, text, mergeKey.isEmpty() ? QString() : u"%1/%2"_s.arg(variable.id.value).arg(mergeKey));
}

const Variable *VariablesModel::variableAt(int row) const
{
    return row >= 0 && row < listSize() ? &m_document.project().variables.at(row) : nullptr;
}

QModelIndex VariablesModel::indexOf(domain::VariableId id) const
{
    for (int row = 0; row < listSize(); ++row) {
        if (m_document.project().variables.at(row).id == id)
            return index(row, 0);
    }
    return {};
}

QString VariablesModel::problemOf(const Variable &variable, const QVector<Variable> &all)
{
    static const QRegularExpression name(u"^[^\\s${}(),]+$"_s);
    if (!name.match(variable.name).hasMatch())
        return tr("A name has no spaces and none of $ { } ( ) and the comma.");
    if (variable.name.startsWith("__"_L1))
        return tr("Names that begin with __ are those of functions.");
    for (const Variable &other : all) {
        if (other.id != variable.id && other.name == variable.name)
            return tr("Two variables have the name “%1”.").arg(variable.name);
    }
    switch (variable.type) {
    case VariableType::IntegerRange:
        if (variable.values.size() != 2 || variable.values[0].toDouble() > variable.values[1].toDouble())
            return tr("A range needs a smallest and a largest number.");
        break;
    case VariableType::Enumeration:
        if (variable.values.isEmpty())
            return tr("The list has no value.");
        break;
    case VariableType::File:
        if (variable.file.isEmpty())
            return tr("Choose a file: CSV or XLSX, its first line names the columns.");
        break;
    case VariableType::Text:
        break;
    }
    return {};
}

int VariablesModel::usesOf(const Variable &variable) const
{
    if (!m_counted) {
        m_uses = document::usesIn(m_document.project());
        m_counted = true;
    }
    int uses = m_uses.value(variable.name);
    if (variable.type == VariableType::File) {
        for (const QJsonValue &column : variable.values)
            uses += m_uses.value(column.toString()) + m_uses.value(variable.name + u'.' + column.toString());
    }
    return uses;
}

QString VariablesModel::typeName(VariableType type)
{
    switch (type) {
    case VariableType::IntegerRange:
        return tr("Integer range");
    case VariableType::Enumeration:
        return tr("List");
    case VariableType::File:
        return tr("File");
    case VariableType::Text:
        return tr("Text");
    }
    return {};
}

int VariablesModel::listSize() const
{
    return int(m_document.project().variables.size());
}

int VariablesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VariablesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= listSize())
        return {};
    const Variable &variable = m_document.project().variables.at(index.row());
    if (role == Qt::DecorationRole && index.column() == NameColumn) {
        switch (variable.type) {
        case VariableType::IntegerRange:
            return u"hash"_s;
        case VariableType::Enumeration:
            return u"list"_s;
        case VariableType::File:
            return u"file-spreadsheet"_s;
        case VariableType::Text:
            return variable.sensitive ? u"key-round"_s : u"type"_s;
        }
    }
    if (role == ProblemRole && index.column() == NameColumn)
        return problemOf(variable, m_document.project().variables);
    if (role == Qt::TextAlignmentRole && index.column() == UsedColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == ChoicesRole && index.column() == ModeColumn)
        return QVariant::fromValue(Choices{{false, tr("In order")}, {true, tr("Random")}});
    if (role == ChoicesRole && index.column() == SharingColumn)
        return QVariant::fromValue(Choices{{false, tr("Shared")}, {true, tr("A copy a user")}});
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return variable.name;
    case TypeColumn:
        if (role == Qt::EditRole)
            return int(variable.type);
        return variable.sensitive ? tr("Sensitive") : typeName(variable.type);
    case ValueColumn:
        if (variable.sensitive)
            return role == Qt::DisplayRole ? u"••••••"_s : QString();
        return valueText(variable);
    case ModeColumn:
        return role == Qt::EditRole ? QVariant(variable.random) : QVariant(variable.random ? tr("Random") : tr("In order"));
    case SharingColumn:
        return role == Qt::EditRole ? QVariant(variable.perUser) : QVariant(variable.perUser ? tr("A copy a user") : tr("Shared"));
    case UsedColumn:
        return role == Qt::DisplayRole && usesOf(variable) == 0 ? QVariant(u"—"_s) : QVariant(usesOf(variable));
    }
    return {};
}

bool VariablesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.row() >= listSize() || role != Qt::EditRole)
        return false;
    QVector<Variable> all = m_document.project().variables;
    Variable &variable = all[index.row()];
    const QString text = tr("Edit variable “%1”").arg(variable.name);
    switch (index.column()) {
    case NameColumn:
        if (value.toString().trimmed().isEmpty())
            return false;
        m_document.rename(variable.id, value.toString().trimmed());
        return true;
    case ValueColumn:
        // The editor of a sensitive value starts empty: leaving it so keeps the value.
        if ((variable.sensitive && value.toString().isEmpty()) || !setValue(variable, value.toString()))
            return false;
        break;
    case ModeColumn:
        variable.random = value.toBool();
        break;
    case SharingColumn:
        variable.perUser = value.toBool();
        break;
    default:
        return false;
    }
    m_document.setVariables(all, text, u"%1/%2"_s.arg(variable.id.value).arg(index.column()));
    return true;
}

QVariant VariablesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == UsedColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case TypeColumn:
        return tr("Type");
    case ValueColumn:
        return tr("Value");
    case ModeColumn:
        return tr("Order");
    case SharingColumn:
        return tr("Sharing");
    case UsedColumn:
        return tr("Used");
    }
    return {};
}

Qt::ItemFlags VariablesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return index.column() == TypeColumn || index.column() == UsedColumn ? flags : flags | Qt::ItemIsEditable;
}

bool VariablesModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > listSize())
        return false;
    QVector<Variable> all = m_document.project().variables;
    const QString text = count == 1 ? tr("Delete variable “%1”").arg(all[row].name) : tr("Delete %1 variables").arg(count);
    all.remove(row, count);
    m_document.setVariables(all, text);
    return true;
}

} // namespace items
