#include "models/items/casesmodel.h"
#include "models/items/stagesmodel.h"

using namespace Qt::StringLiterals;

namespace items {

using document::NodeRef;
using document::ProjectDocument;

int requestCount(const QVector<domain::Step> &steps)
{
    int count = 0;
    for (const domain::Step &step : steps) {
        if (step.disabled)
            continue;
        count += step.kind == domain::StepKind::Request || step.transaction.isValid();
        count += requestCount(step.children) + requestCount(step.elseChildren);
        for (const auto &branch : step.branches)
            count += requestCount(branch);
    }
    return count;
}

QVector<domain::CaseId> casesIn(const ProjectDocument &document, NodeRef node)
{
    QVector<domain::CaseId> cases;
    QVector<NodeRef> open;
    if (document.contains(node))
        open.append(node.kind == NodeRef::Step ? NodeRef(document.caseOf(node.step())) : node);
    while (!open.isEmpty()) {
        const NodeRef at = open.takeLast();
        if (at.kind == NodeRef::Case) {
            cases.append(at.testCase());
            continue;
        }
        for (int row = document.childCount(at) - 1; row >= 0; --row)
            open.append(document.childAt(at, row));
    }
    return cases;
}

QVector<domain::CaseId> enabledCases(const ProjectDocument &document, NodeRef node)
{
    auto cases = casesIn(document, node);
    cases.removeIf([&](domain::CaseId id) { return !document.isEnabled(id); });
    return cases;
}

CasesModel::CasesModel(ProjectDocument &document, NodeRef under, QObject *parent)
    : QAbstractTableModel(parent), m_document(document), m_under(under)
{
    const auto again = [this] { list(); };
    connect(&document, &ProjectDocument::nodeInserted, this, again);
    connect(&document, &ProjectDocument::nodeRemoved, this, again);
    connect(&document, &ProjectDocument::nodeMoved, this, again);
    connect(&document, &ProjectDocument::reset, this, again);
    connect(&document, &ProjectDocument::stepsChanged, this, again);
    connect(&document, &ProjectDocument::nodeChanged, this, [this](NodeRef node) {
        if (node.kind == NodeRef::Step || node.kind == NodeRef::Project)
            return;
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        emit listChanged();
    });
    list();
}

void CasesModel::list()
{
    const auto cases = casesIn(m_document, m_under);
    if (cases != m_cases) {
        beginResetModel();
        m_cases = cases;
        endResetModel();
    }
    emit listChanged();
}

domain::CaseId CasesModel::caseAt(int row) const { return m_cases.value(row); }

QVector<domain::CaseId> CasesModel::enabledCases() const { return items::enabledCases(m_document, m_under); }

int CasesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_cases.size()); }

int CasesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString CasesModel::placeOf(const domain::TestCase &testCase) const
{
    QStringList names;
    for (NodeRef at = m_document.parentOf(testCase.id); at.isValid() && at != m_under && at.kind == NodeRef::Directory; at = m_document.parentOf(at))
        names.prepend(m_document.nameOf(at));
    return names.join(u" / "_s);
}

QVariant CasesModel::data(const QModelIndex &index, int role) const
{
    const auto *testCase = index.isValid() ? m_document.testCase(caseAt(index.row())) : nullptr;
    if (!testCase)
        return {};
    if (role == Qt::CheckStateRole && index.column() == NameColumn)
        return testCase->enabled ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::TextAlignmentRole && index.column() == RequestsColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case NameColumn: return testCase->name;
    case PlaceColumn: return placeOf(*testCase);
    case RequestsColumn: return requestCount(testCase->setupSteps) + requestCount(testCase->steps);
    default: break;
    }
    QStringList stages;
    for (const auto &stage : testCase->stages)
        stages << StagesModel::summary(stage);
    return stages.join(u", "_s);
}

bool CasesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != NameColumn)
        return false;
    m_document.setEnabled(caseAt(index.row()), value.toInt() == Qt::Checked);
    return true;
}

QVariant CasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == RequestsColumn ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Case");
    case PlaceColumn: return tr("Directory");
    case RequestsColumn: return tr("Requests");
    default: return tr("Load");
    }
}

Qt::ItemFlags CasesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == NameColumn ? plain | Qt::ItemIsUserCheckable : plain;
}

} // namespace items
