// Every text of a step that a user typed, with its place: for search and replace, and for renaming what ${…} names.
#pragma once

#include "models/domain/project.h"
#include <QHash>
#include <QStringList>
#include <functional>

namespace document {

/// `place` says where, in words: "URL", "Header Accept", "Checkpoint 2".
using VisitText = std::function<void(const QString &place, QString &text)>;

void visitTexts(domain::Step &step, const VisitText &visit); ///< of the step itself, not of those inside

/// Names written as ${name}, also inside the arguments of functions; of functions "__name". Each once.
QStringList referencesIn(const QString &text);
/// How many texts of the project name each; a column of a file counts for itself.
QHash<QString, int> usesIn(const domain::Project &project);

/// `text` with the variable `from` in ${…} called `to`, also in arguments of functions and as the file of ${from.column}.
QString withRenamed(const QString &text, const QString &from, const QString &to);
/// In all steps; says how many texts changed.
int renameIn(QVector<domain::Step> &steps, const QString &from, const QString &to);

class ProjectDocument;

/// Renames the variable and all its uses, in cases, library transactions and environments, as one command.
void renameVariable(ProjectDocument &document, domain::VariableId id, const QString &name);

/// Writes `after`, a step that now calls `to` what it extracted or computed as `from`, and renames the uses in its case; not
/// where another step gives `from` still. One command.
void renameGiven(ProjectDocument &document, const domain::Step &after, const QString &from, const QString &to, const QString &text);

struct Search
{
    QString text;
    bool matchCase = false;
    bool wholeWord = false;
    bool regex = false;
};

/// One text that holds what was searched for.
struct Found
{
    domain::CaseId testCase;
    domain::StepId step;
    int index = 0; ///< of the text within its step
    QString place, before, after;

    bool operator==(const Found &) const = default;
};

/// Why the search makes no sense, in one sentence; empty: it does.
QString mistakeIn(const Search &search);
/// In the requests and instructions of `cases`, in their order; `replacement` may use \1 with a regular expression.
QVector<Found> find(const ProjectDocument &document, const QVector<domain::CaseId> &cases, const Search &search,
                    const QString &replacement);
/// Writes the `after` of each as one command; texts that changed meanwhile are left alone.
int replace(ProjectDocument &document, const QVector<Found> &found);

} // namespace document
