#include "models/items/steptable.h"

#include "models/document/steptexts.h"
#include "models/items/choices.h"

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
    m_live.clear();
    startOver();
}

void StepTable::setLiveCells(QVector<LiveCell> cells)
{
    if (cells == m_live)
        return;
    m_live = std::move(cells);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QVariant StepTable::liveData(int row, int role) const
{
    const LiveCell *cell = liveCell(row);
    if (!cell || cell->state == LiveCell::Wrong)
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return QString(cell->text).replace(u'\n', u' ');
    if (role == Qt::AccessibleTextRole)
        return cell->state == LiveCell::Held ? tr("matches: %1").arg(cell->text) : cell->state == LiveCell::NotHeld ? tr("does not match: %1").arg(cell->text) : cell->text;
    if (cell->state == LiveCell::Open)
        return {};
    if (role == Qt::DecorationRole)
        return cell->state == LiveCell::Held ? u"circle-check"_s : u"circle-x"_s;
    return role == ToneRole ? QVariant(cell->state == LiveCell::Held ? 1 : 2) : QVariant();
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
    if (index.isValid() && index.column() == liveColumn())
        return flags & ~Qt::ItemIsEditable;
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
