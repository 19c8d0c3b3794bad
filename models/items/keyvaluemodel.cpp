#include "models/items/keyvaluemodel.h"

#include "models/items/choices.h"

#include <QRegularExpression>

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
    case KeyValueModel::List::Hosts:
        return &domain::Message::hosts;
    case KeyValueModel::List::Form:
    case KeyValueModel::List::Parts:
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
    connect(&document, &ProjectDocument::stepsChanged, this, [this, leave] {
        leave();
        if (m_step.isValid())
            sync();
    });
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
    return parent.isValid() ? 0 : m_list == List::Parts ? PartsColumnCount : ColumnCount;
}

namespace {

Choices partKinds()
{
    return {{false, KeyValueModel::tr("Text")}, {true, KeyValueModel::tr("File")}};
}

/// One sentence about a row of this list; empty: nothing is wrong.
QString problemOf(KeyValueModel::List list, const KeyValue &row, int column)
{
    static const QRegularExpression token(u"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$"_s);
    if (!row.enabled || column != KeyValueModel::KeyColumn)
        return {};
    if (row.key.isEmpty())
        return KeyValueModel::tr("The name is missing.");
    if (list == KeyValueModel::List::Headers && !row.key.contains("${"_L1) && !token.match(row.key).hasMatch())
        return KeyValueModel::tr("“%1” is not a header name.").arg(row.key);
    return {};
}

} // namespace

QVariant KeyValueModel::data(const QModelIndex &index, int role) const
{
    const QVector<KeyValue> all = values();
    if (!index.isValid())
        return {};
    if (role == ReferencesRole)
        return m_list != List::Hosts && (index.column() == KeyColumn || index.column() == ValueColumn);
    if (role == ChoicesRole)
        return index.column() == KindColumn ? QVariant::fromValue(partKinds()) : QVariant();
    if (index.row() >= all.size())
        return {};
    const KeyValue &row = all[index.row()];
    if (role == ProblemRole)
        return problemOf(m_list, row, index.column());
    if (index.column() == EnabledColumn)
        return role == Qt::CheckStateRole ? QVariant(row.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    if (index.column() == KindColumn) {
        const bool isFile = domain::formPart(row).isFile;
        return role == Qt::EditRole ? QVariant(isFile) : QVariant(labelOf(partKinds(), isFile));
    }
    if (index.column() == TypeColumn)
        return domain::formPart(row).contentType;
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
    KeyValue &row = all[index.row()];
    if (index.column() == KindColumn || index.column() == TypeColumn) {
        domain::FormPart part = domain::formPart(row);
        if (index.column() == KindColumn)
            part.isFile = value.toBool();
        else
            part.contentType = value.toString().trimmed();
        domain::setFormPart(row, part);
    } else {
        (index.column() == KeyColumn ? row.key : row.value) = value.toString();
    }
    write(all, isNew ? tr("Add “%1”").arg(value.toString()) : tr("Edit “%1”").arg(all[index.row()].key), isNew ? QString() : key);
    return true;
}

QVariant KeyValueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KeyColumn:
        return m_list == List::Hosts ? tr("Host") : tr("Name");
    case ValueColumn:
        return m_list == List::Hosts ? tr("Addresses") : m_list == List::Parts ? tr("Value or file") : tr("Value");
    case KindColumn:
        return tr("Kind");
    case TypeColumn:
        return tr("Content type");
    }
    return QString();
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
    count = std::min(count, int(all.size()) - row); // the empty row stays
    if (parent.isValid() || row < 0 || count < 1)
        return false;
    const QString text = count == 1 ? tr("Delete “%1”").arg(all[row].key) : tr("Delete %1 rows").arg(count);
    all.remove(row, count);
    write(all, text, {});
    return true;
}

} // namespace items
