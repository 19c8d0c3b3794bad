// The last answer to each request of a document, from debugging or sending it: what editors try checks and extractions on.
// Kept in memory only, beside its document. GUI thread.
#pragma once

#include "models/domain/ids.h"
#include <QHash>
#include <QObject>
#include <string>

namespace services {

/// As engine::AnswerView has it.
struct Answer
{
    int status = 0;
    std::string head, body, url;
};

class AnswerBook : public QObject
{
    Q_OBJECT

public:
    /// The book that lies beside a document; made when first asked for, and gone with it.
    static AnswerBook &of(QObject &document);

    void note(domain::StepId step, Answer answer); ///< of a request that got no answer: forgets the last one
    const Answer *find(domain::StepId step) const; ///< null: never answered

signals:
    void noted(domain::StepId step);

private:
    using QObject::QObject;

    QHash<int, Answer> m_answers;
};

} // namespace services
