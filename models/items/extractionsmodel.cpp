#include "models/items/extractionsmodel.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace items {

using domain::Extraction;

namespace {

constexpr int jsonRange = 5, xmlRange = 6;

bool isByPath(const Extraction &extraction) { return extraction.range >= jsonRange; }

QString problemOf(const Extraction &extraction, int column)
{
    if (column == ExtractionsModel::NameColumn && extraction.name.isEmpty())
        return ExtractionsModel::tr("Name the variable.");
    if (column != ExtractionsModel::WhereColumn)
        return {};
    if (extraction.range == jsonRange)
        return extraction.key.isEmpty() ? ExtractionsModel::tr("Say which value: a path such as data.items[0].id or $..id.") : QString();
    if (extraction.range == xmlRange)
        return extraction.key.isEmpty() ? ExtractionsModel::tr("Say which value: an XPath such as /order/id or //item[1]/@sku.") : QString();
    const QRegularExpression expression(extraction.regexp);
    return expression.isValid() ? QString()
                                : ExtractionsModel::tr("This regular expression does not hold: %1.").arg(expression.errorString());
}

} // namespace

ExtractionsModel::ExtractionsModel(document::ProjectDocument &document, QObject *parent)
    : StepTable(document, u"extractions"_s, parent)
{
}

Choices ExtractionsModel::ranges()
{
    return {{1, tr("Body")}, {2, tr("Headers")}, {3, tr("URL")}, {4, tr("Status code")}, {jsonRange, tr("JSON value")},
            {xmlRange, tr("XML value")}};
}

int ExtractionsModel::rowsIn(const domain::Step &step) const { return int(step.extractions.size()); }

int ExtractionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ExtractionsModel::data(const QModelIndex &index, int role) const
{
    const domain::Step *step = current();
    if (!index.isValid() || !step)
        return {};
    if (role == ChoicesRole)
        return index.column() == RangeColumn ? QVariant::fromValue(ranges()) : QVariant();
    if (role == Qt::TextAlignmentRole && (index.column() == MatchColumn || index.column() == GroupColumn))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == ReferencesRole)
        return index.column() == DefaultColumn || index.column() == ExpectColumn || index.column() == WhereColumn;
    if (index.row() >= rowsIn(*step))
        return {};
    const Extraction &extraction = step->extractions.at(index.row());
    const bool byPath = isByPath(extraction);
    if (index.column() == LiveColumn)
        return liveData(index.row(), role);
    if (role == LiveRole)
        return index.column() == WhereColumn;
    if (role == ProblemRole) {
        const LiveCell *live = liveCell(index.row());
        return live && live->state == LiveCell::Wrong && index.column() == WhereColumn ? live->text : problemOf(extraction, index.column());
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return extraction.name;
    case RangeColumn:
        return role == Qt::DisplayRole ? QVariant(labelOf(ranges(), extraction.range)) : QVariant(extraction.range);
    case WhereColumn:
        return byPath ? extraction.key : extraction.regexp;
    case MatchColumn:
        return byPath && role == Qt::DisplayRole ? QVariant(u"—"_s) : QVariant(extraction.matchIndex);
    case GroupColumn:
        return byPath && role == Qt::DisplayRole ? QVariant(u"—"_s) : QVariant(extraction.groupIndex);
    case DefaultColumn:
        return extraction.defaultValue;
    default:
        return extraction.expect ? QVariant(*extraction.expect) : QVariant();
    }
}

QVariant ExtractionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == MatchColumn || section == GroupColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QStringList names{tr("Variable"), tr("From"),      tr("Expression or path"), tr("Match"),
                            tr("Group"),    tr("Otherwise"), tr("Must be"), tr("Last answer")};
    return role == Qt::DisplayRole ? names.value(section) : QVariant();
}

bool ExtractionsModel::setCell(domain::Step &step, int row, int column, const QVariant &value) const
{
    if (row >= step.extractions.size())
        step.extractions << Extraction{};
    Extraction &extraction = step.extractions[row];
    bool valid = true;
    switch (column) {
    case NameColumn:
        extraction.name = value.toString().trimmed();
        break;
    case RangeColumn:
        extraction.range = value.toInt(&valid);
        valid = valid && extraction.range >= 1 && extraction.range <= xmlRange;
        break;
    case WhereColumn:
        (isByPath(extraction) ? extraction.key : extraction.regexp) = value.toString();
        break;
    case MatchColumn:
        extraction.matchIndex = value.toInt(&valid);
        valid = valid && extraction.matchIndex >= 1;
        break;
    case GroupColumn:
        extraction.groupIndex = value.toInt(&valid);
        valid = valid && extraction.groupIndex >= 0;
        break;
    case DefaultColumn:
        extraction.defaultValue = value.toString();
        break;
    default:
        extraction.expect = value.toString().isEmpty() ? std::nullopt : std::optional(value.toString());
    }
    return valid;
}

void ExtractionsModel::removeFrom(domain::Step &step, int row, int count) const
{
    step.extractions.remove(row, count);
}

QString ExtractionsModel::undoText(Edit edit) const
{
    return edit == Added ? tr("Add an extraction") : edit == Removed ? tr("Remove extractions") : tr("Edit an extraction");
}

QString ExtractionsModel::givenBy(const domain::Step &step, int row) const { return step.extractions.value(row).name; }

} // namespace items
