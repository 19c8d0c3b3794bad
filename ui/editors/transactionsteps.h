// The steps of a library transaction, edited with the same list and editors as those of a case: in a document of their own
// that mirrors them. What is done there is passed on to the project as one command each; what comes from the project (undo,
// another window) is taken over. GUI thread.
#pragma once

#include "models/document/projectdocument.h"

namespace ui {

class TransactionSteps : public QObject
{
    Q_OBJECT

public:
    explicit TransactionSteps(document::ProjectDocument &project, QObject *parent = nullptr);
    ~TransactionSteps() override { m_busy = true; } // the mirror's history speaks once more as it ends

    void setTransaction(domain::TransactionId id);
    domain::TransactionId transaction() const { return m_id; }
    document::ProjectDocument &mirror() { return m_mirror; }
    domain::CaseId testCase() const { return m_case; } ///< of the mirror, always the same

private:
    const domain::Transaction *now() const;
    void takeOver(); ///< project to mirror
    void passOn();   ///< mirror to project
    /// Remembers which step is which: ids are each document's own.
    void pair(const QVector<domain::Step> &project, const QVector<domain::Step> &mirror);

    document::ProjectDocument &m_project;
    document::ProjectDocument m_mirror;
    domain::TransactionId m_id;
    domain::CaseId m_case;
    QHash<int, int> m_toMirror, m_toProject; ///< ids of steps
    bool m_busy = false;
    int m_commands = 0; ///< seen in the mirror's history
    int m_serial = 0;   ///< of the mirror's commands, so that what merged there merges here
};

} // namespace ui
