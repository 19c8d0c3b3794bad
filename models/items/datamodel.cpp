#include "models/items/datamodel.h"

#include "models/domain/instruction.h"

using namespace Qt::StringLiterals;

namespace items {

using domain::DataInstruction;
using domain::DataParameter;
using domain::Step;

namespace {

DataInstruction dataIn(const Step &step) { return domain::dataInstructionOf(step).value_or(DataInstruction{}); }

Choices kinds() { return {{false, DataModel::tr("Text")}, {true, DataModel::tr("Number")}}; }

} // namespace

DataModel::DataModel(document::ProjectDocument &document, QObject *parent) : StepTable(document, u"data"_s, parent) {}

Choices DataModel::roundings()
{
    return {{u"HALF_UP"_s, tr("to nearest, half up")}, {u"HALF_DOWN"_s, tr("to nearest, half down")},
            {u"HALF_EVEN"_s, tr("to nearest, half to even")}, {u"UP"_s, tr("away from zero")}, {u"DOWN"_s, tr("towards zero")},
            {u"CEILING"_s, tr("up")}, {u"FLOOR"_s, tr("down")}};
}

int DataModel::rowsIn(const Step &step) const { return int(dataIn(step).params.size()); }

int DataModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DataModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !current())
        return {};
    if (role == ChoicesRole)
        return index.column() == KindColumn ? QVariant::fromValue(kinds())
            : index.column() == RoundingColumn ? QVariant::fromValue(roundings())
                                               : QVariant();
    if (role == ReferencesRole)
        return index.column() == LogicColumn;
    if (role == Qt::TextAlignmentRole && index.column() == ScaleColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    const DataInstruction all = dataIn(*current());
    if (index.row() >= all.params.size())
        return {};
    const DataParameter &line = all.params[index.row()];
    if (role == ProblemRole)
        return index.column() == NameColumn && line.name.isEmpty() ? tr("Name the variable.") : QString();
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    const bool shown = role == Qt::DisplayRole;
    switch (index.column()) {
    case NameColumn:
        return line.name;
    case LogicColumn:
        return line.logic;
    case KindColumn:
        return shown ? QVariant(labelOf(kinds(), line.number)) : QVariant(line.number);
    case ScaleColumn:
        return line.number && line.scale ? QVariant(*line.scale) : shown ? QVariant(line.number ? tr("all") : u"—"_s) : QVariant();
    default:
        return shown && !(line.number && line.scale) ? u"—"_s : shown ? labelOf(roundings(), line.rounding) : line.rounding;
    }
}

QVariant DataModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == ScaleColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QStringList names{tr("Variable"), tr("Value"), tr("Kind"), tr("Decimals"), tr("Rounded")};
    return role == Qt::DisplayRole ? names.value(section) : QVariant();
}

bool DataModel::setCell(Step &step, int row, int column, const QVariant &value) const
{
    DataInstruction all = dataIn(step);
    if (row >= all.params.size())
        all.params << DataParameter{};
    DataParameter &line = all.params[row];
    switch (column) {
    case NameColumn:
        line.name = value.toString().trimmed();
        break;
    case LogicColumn:
        line.logic = value.toString();
        break;
    case KindColumn:
        line.number = value.toBool();
        break;
    case ScaleColumn: {
        bool isNumber = true;
        const int scale = value.toString().isEmpty() ? -1 : value.toInt(&isNumber);
        if (!isNumber || scale > 30 || (scale < 0 && !value.toString().isEmpty()))
            return false;
        line.scale = scale < 0 ? std::nullopt : std::optional(scale);
        line.number = line.number || line.scale;
        break;
    }
    default:
        if (!domain::roundingNames().contains(value.toString()))
            return false;
        line.rounding = value.toString();
    }
    domain::put(step, all);
    return true;
}

void DataModel::removeFrom(Step &step, int row, int count) const
{
    DataInstruction all = dataIn(step);
    all.params.remove(row, count);
    domain::put(step, all);
}

QString DataModel::undoText(Edit edit) const
{
    return edit == Added ? tr("Add a value") : edit == Removed ? tr("Remove values") : tr("Edit a value");
}

QString DataModel::givenBy(const Step &step, int row) const { return dataIn(step).params.value(row).name; }

} // namespace items
