#include "models/items/keyvaluemodel.h"

using namespace Qt::StringLiterals;

namespace items {

using document::NodeRef;
using document::ProjectDocument;
using domain::KeyValue;

namespace {

auto memberOf(KeyValueModel::List list)
{
    switch (list) {
    case KeyValueModel::List::Headers:
        return &domain::Message::headers;
    case KeyValueModel::List::Query:
        return &domain::Message::query;
    case KeyValueModel::List::Form:
        break;
    }
    return &domain::Message::form;
}

} // namespace

KeyValueModel::KeyValueModel(ProjectDocument &document, List list, QObject *parent)
    : DocumentTable(document, parent)
    , m_list(list)
{
    connect(&document, &ProjectDocument::nodeChanged, this, [this](NodeRef node) {
        if (m_step.isValid() && node == NodeRef(m_step))
            sync();
    });
    const auto leave = [this] {
        if (m_step.isValid() && !m_document.step(m_step))
            setStep({});
    };
    connect(&document, &ProjectDocument::nodeRemoved, this, leave);
    connect(&document, &ProjectDocument::stepsChanged, this, leave);
}

void KeyValueModel::setStep(domain::StepId step)
{
    m_step = step;
    startOver();
}

QVector<KeyValue> KeyValueModel::values() const
{
    const domain::Step *step = m_document.step(m_step);
    return step ? step->message.*memberOf(m_list) : QVector<KeyValue>();
}

int KeyValueModel::listSize() const
{
    return m_document.step(m_step) ? int(values().size()) + 1 : 0;
}

void KeyValueModel::write(QVector<KeyValue> values, const QString &text, const QString &mergeKey)
{
    const domain::Step *step = m_document.step(m_step);
    if (!step)
        return;
    domain::Step after = *step;
    after.message.*memberOf(m_list) = std::move(values);
    m_document.setStep(m_document.caseOf(m_step), after, text, mergeKey);
}

int KeyValueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeyValueModel::data(const QModelIndex &index, int role) const
{
    const QVector<KeyValue> all = values();
    if (!index.isValid() || index.row() >= all.size())
        return {};
    const KeyValue &row = all[index.row()];
    if (index.column() == EnabledColumn)
        return role == Qt::CheckStateRole ? QVariant(row.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    return index.column() == KeyColumn ? row.key : row.value;
}

bool KeyValueModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || !m_document.step(m_step))
        return false;
    QVector<KeyValue> all = values();
    const bool isNew = index.row() >= all.size();
    const QString key = u"%1/%2/%3"_s.arg(int(m_list)).arg(index.row()).arg(index.column());
    if (index.column() == EnabledColumn) {
        if (role != Qt::CheckStateRole || isNew)
            return false;
        all[index.row()].enabled = value.toInt() == Qt::Checked;
        write(all, tr("Switch “%1” on or off").arg(all[index.row()].key), key);
        return true;
    }
    if (role != Qt::EditRole || (isNew && value.toString().isEmpty()))
        return false;
    if (isNew)
        all.append(KeyValue{});
    (index.column() == KeyColumn ? all[index.row()].key : all[index.row()].value) = value.toString();
    write(all, isNew ? tr("Add “%1”").arg(value.toString()) : tr("Edit “%1”").arg(all[index.row()].key), isNew ? QString() : key);
    return true;
}

QVariant KeyValueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == KeyColumn ? tr("Name") : section == ValueColumn ? tr("Value") : QString();
}

Qt::ItemFlags KeyValueModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (index.column() != EnabledColumn)
        return flags | Qt::ItemIsEditable;
    return index.row() < rowCount() - 1 ? flags | Qt::ItemIsUserCheckable : flags;
}

bool KeyValueModel::removeRows(int row, int count, const QModelIndex &parent)
{
    QVector<KeyValue> all = values();
    if (parent.isValid() || row < 0 || count < 1 || row + count > all.size())
        return false;
    const QString text = count == 1 ? tr("Delete “%1”").arg(all[row].key) : tr("Delete %1 rows").arg(count);
    all.remove(row, count);
    write(all, text, {});
    return true;
}

} // namespace items
