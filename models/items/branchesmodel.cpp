#include "models/items/branchesmodel.h"

#include "models/domain/instruction.h"

using namespace Qt::StringLiterals;

namespace items {

using domain::Step;
using domain::UserShare;

namespace {

UserShare shareIn(const Step &step) { return domain::userShareOf(step).value_or(UserShare{}); }

} // namespace

BranchesModel::BranchesModel(document::ProjectDocument &document, QObject *parent) : StepTable(document, u"branches"_s, parent) {}

int BranchesModel::rowsIn(const Step &step) const { return int(shareIn(step).branches.size()); }

int BranchesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BranchesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !current())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != NameColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    const UserShare share = shareIn(*current());
    if (index.row() >= share.branches.size() || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    const domain::Branch &branch = share.branches[index.row()];
    switch (index.column()) {
    case NameColumn:
        return branch.name.isEmpty() && role == Qt::DisplayRole ? tr("Branch %1").arg(index.row() + 1) : branch.name;
    case WeightColumn:
        return branch.weight;
    case ShareColumn: {
        double whole = 0;
        for (const auto &one : share.branches)
            whole += one.weight;
        return whole > 0 ? tr("%1 %").arg(QLocale().toString(100 * branch.weight / whole, 'f', 1)) : QString();
    }
    default:
        return index.row() < current()->branches.size() ? int(current()->branches[index.row()].size()) : 0;
    }
}

QVariant BranchesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const QStringList names{tr("Branch"), tr("Weight"), tr("Share"), tr("Steps")};
    return role == Qt::DisplayRole ? names.value(section) : QVariant();
}

Qt::ItemFlags BranchesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = StepTable::flags(index);
    return index.column() == NameColumn || index.column() == WeightColumn ? flags : flags & ~Qt::ItemIsEditable;
}

bool BranchesModel::setCell(Step &step, int row, int column, const QVariant &value) const
{
    UserShare share = shareIn(step);
    if (row >= share.branches.size())
        share.branches << domain::Branch{};
    if (column == NameColumn) {
        share.branches[row].name = value.toString();
    } else {
        bool isNumber = false;
        const int weight = value.toInt(&isNumber);
        if (column != WeightColumn || !isNumber || weight < 1 || weight > 10'000)
            return false;
        share.branches[row].weight = weight;
    }
    domain::put(step, share);
    return true;
}

void BranchesModel::removeFrom(Step &step, int row, int count) const
{
    UserShare share = shareIn(step);
    share.branches.remove(row, count);
    if (row + count <= step.branches.size())
        step.branches.remove(row, count);
    domain::put(step, share);
}

QString BranchesModel::undoText(Edit edit) const
{
    return edit == Added ? tr("Add a branch") : edit == Removed ? tr("Remove branches and their steps") : tr("Edit a branch");
}

} // namespace items
