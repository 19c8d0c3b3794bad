#include "ui/editors/transactionsteps.h"

using namespace Qt::StringLiterals;

namespace ui {

using document::NodeRef;
using document::ProjectDocument;

TransactionSteps::TransactionSteps(ProjectDocument &project, QObject *parent) : QObject(parent), m_project(project)
{
    m_case = m_mirror.addCase(u"transaction"_s);
    m_mirror.undoStack().clear();
    connect(&m_mirror.undoStack(), &QUndoStack::indexChanged, this, &TransactionSteps::passOn);
    connect(&project, &ProjectDocument::nodeChanged, this, [this](NodeRef node) {
        if (m_id.isValid() && node == NodeRef(m_id))
            takeOver();
    });
    connect(&project, &ProjectDocument::transactionsChanged, this, &TransactionSteps::takeOver);
    connect(&project, &ProjectDocument::reset, this, &TransactionSteps::takeOver);
}

const domain::Transaction *TransactionSteps::now() const
{
    for (const auto &transaction : m_project.project().transactions) {
        if (transaction.id == m_id)
            return &transaction;
    }
    return nullptr;
}

void TransactionSteps::setTransaction(domain::TransactionId id)
{
    m_id = id;
    takeOver();
}

namespace {

/// With ids of the other document; steps it does not know have none.
QVector<domain::Step> translated(QVector<domain::Step> steps, const QHash<int, int> &ids)
{
    document::forEachStep(steps, [&](domain::Step &step) { step.id = {ids.value(step.id.value)}; });
    return steps;
}

QVector<int> idsOf(const QVector<domain::Step> &steps)
{
    QVector<int> ids;
    document::forEachStep(steps, [&](const domain::Step &step) { ids << step.id.value; });
    return ids;
}

} // namespace

void TransactionSteps::pair(const QVector<domain::Step> &project, const QVector<domain::Step> &mirror)
{
    const QVector<int> there = idsOf(project), here = idsOf(mirror);
    for (qsizetype i = 0; i < std::min(there.size(), here.size()); ++i) {
        m_toMirror[there[i]] = here[i];
        m_toProject[here[i]] = there[i];
    }
}

void TransactionSteps::takeOver()
{
    if (m_busy)
        return;
    const QVector<domain::Step> steps = now() ? now()->steps : QVector<domain::Step>();
    const QVector<domain::Step> wanted = translated(steps, m_toMirror);
    if (m_mirror.testCase(m_case)->steps == wanted)
        return;
    m_busy = true;
    m_mirror.setSteps(m_case, wanted, {}, QString()); // known steps keep their ids, and with them selection and focus
    pair(steps, m_mirror.testCase(m_case)->steps);
    m_mirror.undoStack().clear();
    m_commands = 0;
    m_busy = false;
}

void TransactionSteps::passOn()
{
    const QUndoStack &history = m_mirror.undoStack();
    if (m_busy || !now())
        return;
    const auto *testCase = m_mirror.testCase(m_case);
    const QVector<domain::Step> mirrored = testCase->setupSteps + testCase->steps;
    domain::Transaction after = *now();
    after.steps = translated(mirrored, m_toProject);
    m_busy = true;
    m_serial += history.count() != m_commands;
    m_commands = history.count();
    m_project.setTransaction(after, history.undoText(), u"steps/%1"_s.arg(m_serial));
    pair(now()->steps, mirrored);
    m_busy = false;
}

} // namespace ui
