#include "models/items/transactionsmodel.h"

using namespace Qt::StringLiterals;

namespace items {

using document::NodeRef;
using document::ProjectDocument;

TransactionsModel::TransactionsModel(ProjectDocument &document, QObject *parent)
    : DocumentTable(document, parent)
{
    connect(&document, &ProjectDocument::transactionsChanged, this, [this] { sync(); });
    connect(&document, &ProjectDocument::stepsChanged, this, [this] { sync(); });
    for (auto signal : {&ProjectDocument::nodeChanged, &ProjectDocument::nodeInserted, &ProjectDocument::nodeRemoved})
        connect(&document, signal, this, [this](NodeRef) { sync(); });
    startOver();
}

int TransactionsModel::listSize() const { return int(m_document.project().transactions.size()); }

domain::TransactionId TransactionsModel::transactionAt(int row) const
{
    return row >= 0 && row < listSize() ? m_document.project().transactions.at(row).id : domain::TransactionId{};
}

QModelIndex TransactionsModel::indexOf(domain::TransactionId id) const
{
    for (int row = 0; row < listSize(); ++row) {
        if (transactionAt(row) == id)
            return index(row, 0);
    }
    return {};
}

QVector<NodeRef> TransactionsModel::usersOf(const domain::Project &project, domain::TransactionId id)
{
    const auto uses = [id](const QVector<domain::Step> &steps) {
        bool found = false;
        document::forEachStep(steps, [&](const domain::Step &step) { found = found || step.transaction == id; });
        return found;
    };
    QVector<NodeRef> users;
    for (const auto &testCase : project.cases) {
        if (uses(testCase.setupSteps) || uses(testCase.steps))
            users << testCase.id;
    }
    for (const auto &transaction : project.transactions) {
        if (uses(transaction.steps))
            users << transaction.id;
    }
    return users;
}

int TransactionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TransactionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= listSize())
        return {};
    const domain::Transaction &transaction = m_document.project().transactions.at(index.row());
    if (role == Qt::DecorationRole && index.column() == NameColumn)
        return u"blocks"_s;
    if (role == Qt::TextAlignmentRole && index.column() != NameColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return transaction.description;
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    if (index.column() == NameColumn)
        return transaction.name;
    const int figure = index.column() == StepsColumn ? int(transaction.steps.size())
                                                     : int(usersOf(m_document.project(), transaction.id).size());
    return figure == 0 && role == Qt::DisplayRole && index.column() == UsedColumn ? QVariant(u"—"_s) : QVariant(figure);
}

bool TransactionsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.column() != NameColumn || role != Qt::EditRole || value.toString().trimmed().isEmpty())
        return false;
    m_document.rename(transactionAt(index.row()), value.toString().trimmed());
    return true;
}

QVariant TransactionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const QStringList names{tr("Transaction"), tr("Steps"), tr("Used by")};
    return role == Qt::DisplayRole ? names.value(section) : QVariant();
}

Qt::ItemFlags TransactionsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (!index.isValid())
        return Qt::NoItemFlags;
    return index.column() == NameColumn ? flags | Qt::ItemIsEditable : flags;
}

bool TransactionsModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > listSize())
        return false;
    QVector<NodeRef> nodes;
    for (int i = row; i < row + count; ++i)
        nodes << transactionAt(i);
    m_document.remove(nodes);
    return true;
}

} // namespace items
