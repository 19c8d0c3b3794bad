#include "models/items/pluginparamsmodel.h"

#include "models/domain/instruction.h"

using namespace Qt::StringLiterals;

namespace items {

using domain::PluginRequest;
using domain::Step;

namespace {

PluginRequest requestIn(const Step &step) { return domain::pluginRequestOf(step).value_or(PluginRequest{}); }

} // namespace

PluginParamsModel::PluginParamsModel(document::ProjectDocument &document, QObject *parent)
    : StepTable(document, u"params"_s, parent)
{
}

int PluginParamsModel::rowsIn(const Step &step) const { return int(requestIn(step).params.size()); }

int PluginParamsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PluginParamsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !current())
        return {};
    if (role == ReferencesRole)
        return index.column() == ValueColumn;
    const auto params = requestIn(*current()).params;
    if (index.row() >= params.size())
        return {};
    if (role == ProblemRole)
        return index.column() == NameColumn && params[index.row()].key.isEmpty() ? tr("The name is missing.") : QString();
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    return index.column() == NameColumn ? params[index.row()].key : params[index.row()].value;
}

QVariant PluginParamsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Parameter") : tr("Value");
}

bool PluginParamsModel::setCell(Step &step, int row, int column, const QVariant &value) const
{
    PluginRequest request = requestIn(step);
    if (row >= request.params.size())
        request.params << domain::KeyValue{};
    domain::KeyValue &param = request.params[row];
    if (column == NameColumn) {
        for (int i = 0; i < request.params.size(); ++i) {
            if (i != row && request.params[i].key == value.toString())
                return false; // names are members of one object
        }
    }
    (column == NameColumn ? param.key : param.value) = value.toString();
    domain::put(step, request);
    return true;
}

void PluginParamsModel::removeFrom(Step &step, int row, int count) const
{
    PluginRequest request = requestIn(step);
    request.params.remove(row, count);
    domain::put(step, request);
}

QString PluginParamsModel::undoText(Edit edit) const
{
    return edit == Added ? tr("Add a parameter") : edit == Removed ? tr("Remove parameters") : tr("Edit a parameter");
}

} // namespace items
