#include "models/items/conditionmodel.h"

#include "models/domain/instruction.h"
#include "models/items/checksmodel.h"

using namespace Qt::StringLiterals;

namespace items {

using domain::Comparison;
using domain::Condition;
using domain::Step;

namespace {

Condition conditionIn(const Step &step, ConditionModel::Which which)
{
    if (which == ConditionModel::If)
        return domain::conditionOf(step).value_or(Condition{});
    const auto loop = domain::loopOf(step);
    return loop ? loop->breakCondition.value_or(Condition{}) : Condition{};
}

void putCondition(Step &step, ConditionModel::Which which, const Condition &condition)
{
    if (which == ConditionModel::If)
        return domain::put(step, condition);
    domain::Loop loop = domain::loopOf(step).value_or(domain::Loop{});
    loop.breakCondition = condition;
    domain::put(step, loop);
}

bool needsRight(const Comparison &item) { return item.comparison != "exists"_L1 && item.comparison != "not_exists"_L1; }

} // namespace

ConditionModel::ConditionModel(document::ProjectDocument &document, Which which, QObject *parent)
    : StepTable(document, which == If ? u"condition"_s : u"break"_s, parent)
    , m_which(which)
{
}

int ConditionModel::rowsIn(const Step &step) const { return int(conditionIn(step, m_which).items.size()); }

int ConditionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConditionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !current())
        return {};
    if (role == ChoicesRole)
        return index.column() == ComparisonColumn ? QVariant::fromValue(ChecksModel::comparisons()) : QVariant();
    if (role == ReferencesRole)
        return index.column() != ComparisonColumn;
    const QVector<Comparison> all = conditionIn(*current(), m_which).items;
    if (index.row() >= all.size())
        return {};
    const Comparison &item = all[index.row()];
    if (role == ProblemRole)
        return index.column() == LeftColumn && item.left.isEmpty() ? tr("Say what is compared, such as ${status}.") : QString();
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    if (index.column() == LeftColumn)
        return item.left;
    if (index.column() == ComparisonColumn)
        return role == Qt::DisplayRole ? labelOf(ChecksModel::comparisons(), item.comparison) : item.comparison;
    return needsRight(item) || role == Qt::EditRole ? item.right : u"—"_s;
}

QVariant ConditionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Value"), tr("Rule"), tr("Compared with")};
    return names.value(section);
}

bool ConditionModel::setCell(Step &step, int row, int column, const QVariant &value) const
{
    Condition condition = conditionIn(step, m_which);
    if (row >= condition.items.size())
        condition.items << Comparison{};
    Comparison &item = condition.items[row];
    const Choices known = ChecksModel::comparisons();
    if (column == ComparisonColumn
        && std::none_of(known.begin(), known.end(), [&](const Choice &choice) { return choice.value == value; }))
        return false;
    (column == LeftColumn ? item.left : column == RightColumn ? item.right : item.comparison) = value.toString();
    putCondition(step, m_which, condition);
    return true;
}

void ConditionModel::removeFrom(Step &step, int row, int count) const
{
    Condition condition = conditionIn(step, m_which);
    condition.items.remove(row, count);
    putCondition(step, m_which, condition);
}

QString ConditionModel::undoText(Edit edit) const
{
    return edit == Added ? tr("Add a comparison") : edit == Removed ? tr("Remove comparisons") : tr("Edit a comparison");
}

} // namespace items
