#include "models/items/checksmodel.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace items {

using domain::CheckItem;

ChecksModel::ChecksModel(document::ProjectDocument &document, QObject *parent) : StepTable(document, u"checks"_s, parent) {}

Choices ChecksModel::sources()
{
    return {{u"status"_s, tr("Status code")}, {u"header"_s, tr("Header")},   {u"body"_s, tr("Body")},
            {u"json"_s, tr("JSON value")},    {u"jsonpath"_s, tr("JSONPath")}, {u"xpath"_s, tr("XPath")},
            {u"plugin"_s, tr("Plugin check")}};
}

Choices ChecksModel::comparisons()
{
    return {{u"=="_s, tr("is")},
            {u"!="_s, tr("is not")},
            {u">"_s, tr("is above")},
            {u">="_s, tr("is at least")},
            {u"<"_s, tr("is below")},
            {u"<="_s, tr("is at most")},
            {u"contains"_s, tr("contains")},
            {u"not_contains"_s, tr("does not contain")},
            {u"regex"_s, tr("matches")},
            {u"exists"_s, tr("exists")},
            {u"not_exists"_s, tr("does not exist")},
            {u"in"_s, tr("is one of")},
            {u"not_in"_s, tr("is none of")}};
}

namespace {

QString iconOf(const QString &source)
{
    return source == "status"_L1 ? u"hash"_s
        : source == "header"_L1  ? u"tag"_s
        : source == "body"_L1    ? u"file-text"_s
        : source == "plugin"_L1  ? u"plug"_s
                                 : u"braces"_s;
}

QString problemOf(const CheckItem &item, int column)
{
    const bool needsKey = item.source != "status"_L1 && item.source != "body"_L1;
    if (column == ChecksModel::KeyColumn && needsKey && item.key.isEmpty())
        return item.source == "header"_L1 ? ChecksModel::tr("Name the header to look at.") : ChecksModel::tr("Say where to look: a path.");
    if (column == ChecksModel::ValueColumn && item.comparison == "regex"_L1 && !item.value.contains("${"_L1)) {
        const QRegularExpression expression(item.value);
        if (!expression.isValid())
            return ChecksModel::tr("This regular expression does not hold: %1.").arg(expression.errorString());
    }
    return {};
}

} // namespace

int ChecksModel::rowsIn(const domain::Step &step) const
{
    return step.checkpoint ? int(step.checkpoint->items.size()) : 0;
}

int ChecksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChecksModel::data(const QModelIndex &index, int role) const
{
    const domain::Step *step = current();
    if (!index.isValid() || !step)
        return {};
    if (role == ChoicesRole)
        return index.column() == SourceColumn ? QVariant::fromValue(sources())
            : index.column() == ComparisonColumn ? QVariant::fromValue(comparisons())
                                                 : QVariant();
    if (role == ReferencesRole)
        return index.column() == KeyColumn || index.column() == ValueColumn;
    if (index.row() >= rowsIn(*step))
        return {};
    const CheckItem &item = step->checkpoint->items.at(index.row());
    if (index.column() == LiveColumn)
        return liveData(index.row(), role);
    if (role == LiveRole)
        return index.column() == KeyColumn || index.column() == ValueColumn;
    if (role == ProblemRole) {
        const LiveCell *live = liveCell(index.row());
        const int blamed = item.comparison == "regex"_L1 ? ValueColumn : KeyColumn;
        return live && live->state == LiveCell::Wrong && index.column() == blamed ? live->text : problemOf(item, index.column());
    }
    if (role == Qt::DecorationRole)
        return index.column() == SourceColumn ? QVariant(iconOf(item.source)) : QVariant();
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case SourceColumn:
        return role == Qt::DisplayRole ? labelOf(sources(), item.source) : item.source;
    case KeyColumn:
        return item.key;
    case ComparisonColumn:
        return role == Qt::DisplayRole ? labelOf(comparisons(), item.comparison) : item.comparison;
    default:
        return item.value;
    }
}

QVariant ChecksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Source"), tr("Name or path"), tr("Rule"), tr("Expected"), tr("Last answer")};
    return names.value(section);
}

bool ChecksModel::setCell(domain::Step &step, int row, int column, const QVariant &value) const
{
    if (!step.checkpoint)
        step.checkpoint.emplace();
    auto &items = step.checkpoint->items;
    if (row >= items.size())
        items << CheckItem{u"status"_s, {}, u"=="_s, {}};
    CheckItem &item = items[row];
    const auto known = [&](const Choices &choices) {
        return std::any_of(choices.begin(), choices.end(), [&](const Choice &choice) { return choice.value == value; });
    };
    switch (column) {
    case SourceColumn:
        item.source = value.toString();
        return known(sources());
    case KeyColumn:
        item.key = value.toString();
        return true;
    case ComparisonColumn:
        item.comparison = value.toString();
        return known(comparisons());
    default:
        item.value = value.toString();
        return true;
    }
}

void ChecksModel::removeFrom(domain::Step &step, int row, int count) const
{
    step.checkpoint->items.remove(row, count);
}

QString ChecksModel::undoText(Edit edit) const
{
    return edit == Added ? tr("Add a check") : edit == Removed ? tr("Remove checks") : tr("Edit a check");
}

} // namespace items
