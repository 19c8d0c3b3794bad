// Every mistake of a project with its place; `check`, Start and the editors show the same list.
#pragma once

#include "models/domain/project.h"

namespace domain {

struct Finding
{
    QString place;   ///< e.g. “Checkout / Place order / URL”
    QString message; ///< one sentence
    CaseId testCase; ///< where it is, if in a case
    StepId step;
    bool blocking = true; ///< false: a run may start (an unknown ${name})

    bool operator==(const Finding &) const = default;
};

QVector<Finding> validate(const Project &project);
QVector<Finding> validate(const Project &project, const TestCase &testCase);

} // namespace domain
