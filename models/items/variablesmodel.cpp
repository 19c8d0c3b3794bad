#include "models/items/variablesmodel.h"

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
    if (!index.isValid() || index.row() >= listSize() || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    const Variable &variable = m_document.project().variables.at(index.row());
    switch (index.column()) {
    case NameColumn:
        return variable.name;
    case TypeColumn:
        return role == Qt::DisplayRole ? QVariant(typeName(variable.type)) : QVariant(int(variable.type));
    case ValueColumn:
        if (variable.sensitive)
            return role == Qt::DisplayRole ? u"••••••"_s : QString();
        return valueText(variable);
    case ModeColumn:
        return role == Qt::EditRole ? QVariant(variable.random) : QVariant(variable.random ? tr("Random") : tr("In order"));
    case SharingColumn:
        return role == Qt::EditRole ? QVariant(variable.perUser) : QVariant(variable.perUser ? tr("A copy a user") : tr("Shared"));
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
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
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
    }
    return {};
}

Qt::ItemFlags VariablesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return index.column() == TypeColumn ? flags : flags | Qt::ItemIsEditable;
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
