#include "app/services/answerbook.h"

namespace services {

AnswerBook &AnswerBook::of(QObject &document)
{
    if (auto *book = document.findChild<AnswerBook *>(QString(), Qt::FindDirectChildrenOnly))
        return *book;
    return *new AnswerBook(&document);
}

void AnswerBook::note(domain::StepId step, Answer answer)
{
    if (!step.isValid())
        return;
    if (answer.status > 0 || !answer.body.empty())
        m_answers.insert(step.value, std::move(answer));
    else
        m_answers.remove(step.value);
    emit noted(step);
}

const Answer *AnswerBook::find(domain::StepId step) const
{
    const auto found = m_answers.constFind(step.value);
    return found == m_answers.constEnd() ? nullptr : &*found;
}

} // namespace services
