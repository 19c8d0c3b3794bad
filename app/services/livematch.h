// What a check or an extraction finds in the last answer, by the engine's own code: for editors. Pure; thread-safe.
#pragma once

#include "app/services/answerbook.h"
#include "models/domain/project.h"

namespace services {

struct LiveMatch
{
    enum Kind {
        Open,     ///< no answer yet, or it depends on a value only a run has; `text` is what was found
        Held,     ///< found, or the check holds
        NotHeld,  ///< nothing found, or the check fails
        Wrong     ///< the expression is none; `text` says why
    } kind = Open;
    QString text; ///< value found, at most 1,024 characters

    bool operator==(const LiveMatch &) const = default;
};

/// `answer` null: only what is wrong with the expression. `folder`: where plugins are looked for.
LiveMatch matchOf(const domain::Extraction &extraction, const Answer *answer);
LiveMatch matchOf(const domain::CheckItem &item, const Answer *answer, const QVector<domain::Variable> &variables, const QString &folder = {});

} // namespace services
