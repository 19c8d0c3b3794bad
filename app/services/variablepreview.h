// The values a variable will give next: for editors, before any run. Pure but for reading the file; thread-safe.
#pragma once

#include "models/domain/project.h"
#include <QStringList>

namespace services {

struct VariablePreview
{
    QStringList columns;       ///< one for all but files
    QVector<QStringList> rows; ///< the first ones, in the order they are read; of a random variable, those it draws from
    QStringList next;          ///< beside a row: who reads it first, e.g. "pass 1" or "user 2"
    qint64 total = 0;          ///< rows or values there are
    qsizetype bytes = 0;       ///< of the file
    QStringList notes;         ///< what is worth knowing: empty cells, values that stand twice
    QString problem;           ///< one sentence; then there are no rows
};

/// `most`: rows wanted. A sensitive value gives dots.
VariablePreview previewOf(const domain::Variable &variable, const QString &folder, int most = 50);
/// "User 1 reads row 1, user 2 row 2, one for each pass; after the last it starts over."
QString readingRule(const domain::Variable &variable);

} // namespace services
