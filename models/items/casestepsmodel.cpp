#include "models/items/casestepsmodel.h"

#include "models/domain/casedocument.h"

using namespace Qt::StringLiterals;

namespace items {

using document::ProjectDocument;
using domain::CaseDocument;
using domain::CaseDocumentStep;

namespace {

CaseDocument documentOf(const ProjectDocument &document, domain::CaseId id)
{
    const domain::TestCase *testCase = document.testCase(id);
    return testCase ? domain::caseDocumentOf(*testCase).value_or(CaseDocument{}) : CaseDocument{};
}

} // namespace

CaseStepsModel::CaseStepsModel(ProjectDocument &document, domain::CaseId testCase, QObject *parent)
    : DocumentTable(document, parent)
    , m_case(testCase)
{
    connect(&document, &ProjectDocument::nodeChanged, this, [this](document::NodeRef node) {
        if (node == document::NodeRef(m_case))
            sync();
    });
    connect(&document, &ProjectDocument::nodeRemoved, this, [this] {
        if (rowCount() > 0 && !m_document.contains(m_case))
            startOver();
    });
    startOver();
}

int CaseStepsModel::listSize() const
{
    return m_document.contains(m_case) ? int(documentOf(m_document, m_case).steps.size()) + 1 : 0;
}

int CaseStepsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CaseStepsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    const auto steps = documentOf(m_document, m_case).steps;
    if (index.row() >= steps.size())
        return {};
    return index.column() == ActionColumn ? steps[index.row()].action : steps[index.row()].expected;
}

bool CaseStepsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || !m_document.contains(m_case))
        return false;
    CaseDocument document = documentOf(m_document, m_case);
    const bool isNew = index.row() >= document.steps.size();
    if (isNew && value.toString().isEmpty())
        return false;
    if (isNew)
        document.steps << CaseDocumentStep{};
    CaseDocumentStep &step = document.steps[index.row()];
    (index.column() == ActionColumn ? step.action : step.expected) = value.toString();
    domain::TestCase after = *m_document.testCase(m_case);
    domain::put(after, document);
    m_document.setCase(after, isNew ? tr("Add a described step") : tr("Edit a described step"),
                       isNew ? QString() : u"described/%1/%2"_s.arg(index.row()).arg(index.column()));
    return true;
}

QVariant CaseStepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == ActionColumn ? tr("What is done") : tr("What is expected");
}

Qt::ItemFlags CaseStepsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
    return index.isValid() ? flags : Qt::ItemFlags(Qt::NoItemFlags);
}

bool CaseStepsModel::removeRows(int row, int count, const QModelIndex &parent)
{
    CaseDocument document = documentOf(m_document, m_case);
    count = std::min(count, int(document.steps.size()) - row); // the empty row stays
    if (parent.isValid() || row < 0 || count < 1)
        return false;
    document.steps.remove(row, count);
    domain::TestCase after = *m_document.testCase(m_case);
    domain::put(after, document);
    m_document.setCase(after, tr("Remove described steps"));
    return true;
}

} // namespace items
