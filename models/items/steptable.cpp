#include "models/items/steptable.h"

#include "models/document/steptexts.h"

using namespace Qt::StringLiterals;

namespace items {

using document::NodeRef;
using document::ProjectDocument;

StepTable::StepTable(ProjectDocument &document, const QString &key, QObject *parent)
    : DocumentTable(document, parent)
    , m_key(key)
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

void StepTable::setStep(domain::StepId step)
{
    m_step = step;
    startOver();
}

int StepTable::listSize() const
{
    const domain::Step *step = current();
    return step ? rowsIn(*step) + 1 : 0;
}

bool StepTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const domain::Step *step = current();
    if (!index.isValid() || !step || role != Qt::EditRole)
        return false;
    const bool isNew = index.row() >= rowsIn(*step);
    if (isNew && value.toString().isEmpty())
        return false;
    domain::Step after = *step;
    if (!setCell(after, index.row(), index.column(), value))
        return false;
    const QString from = isNew ? QString() : givenBy(*step, index.row()), to = givenBy(after, index.row());
    if (!from.isEmpty() && !to.isEmpty() && from != to) {
        document::renameGiven(m_document, after, from, to, tr("Rename “%1”").arg(from));
        return true;
    }
    const QString key = u"%1/%2/%3"_s.arg(m_key).arg(index.row()).arg(index.column());
    m_document.setStep(m_document.caseOf(m_step), after, undoText(isNew ? Added : Changed), isNew ? QString() : key);
    return true;
}

Qt::ItemFlags StepTable::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
    return index.isValid() ? flags : Qt::ItemFlags(Qt::NoItemFlags);
}

bool StepTable::removeRows(int row, int count, const QModelIndex &parent)
{
    const domain::Step *step = current();
    if (parent.isValid() || !step || row < 0 || count < 1)
        return false;
    count = std::min(count, rowsIn(*step) - row); // the empty row stays
    if (count < 1)
        return false;
    domain::Step after = *step;
    removeFrom(after, row, count);
    m_document.setStep(m_document.caseOf(m_step), after, undoText(Removed));
    return true;
}

} // namespace items
