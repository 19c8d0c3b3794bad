// The names a text of a case may hold in ${…}: for completion, and to tell the known from the unknown.
#pragma once

#include "models/domain/project.h"
#include <QSet>

namespace services {

struct KnownName
{
    enum Kind { Variable, Column, Environment, Extracted, Computed, Function } kind = Variable;
    QString name;   ///< as it stands in ${…}; a function with "__", without arguments
    QString detail; ///< where it comes from, or what a function gives

    bool operator==(const KnownName &) const = default;
};

struct KnownNames
{
    QVector<KnownName> names; ///< variables first, functions last; each once
    bool open = false;        ///< a file whose columns are not known gives more

    bool contains(const QString &name) const;
};

/// Of `steps`: what they extract and compute, those of library transactions too, and all of the project's.
KnownNames knownNames(const domain::Project &project, const QVector<domain::Step> &steps);
KnownNames knownNames(const domain::Project &project, const domain::TestCase &testCase);

/// Names written in `text` as ${name}, also inside the arguments of functions; of functions "__name".
QStringList referencesIn(const QString &text);
QSet<QString> referencesIn(const QVector<domain::Step> &steps); ///< in everything a request or instruction sends or compares
QSet<QString> namesGivenBy(const QVector<domain::Step> &steps); ///< extracted and computed

} // namespace services
