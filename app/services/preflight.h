// The check before the start of a run, in words: what this computer may not be able to do. Warnings; nothing is refused.
#pragma once

#include "engine/run/preflight.h"
#include "models/domain/project.h"
#include <QStringList>

namespace services {

/// One sentence for each shortage. Where the plan has rates, the first call measures for up to 100 ms.
QStringList preflight(const engine::Plan &plan);
/// Of each task of a project, or of each case where there is no task; the sentences begin with its name. What does not
/// compile is passed over: it has findings of its own.
QStringList preflight(const domain::Project &project, const QString &folder);
/// Of one case as it would start, without its files: they are not read, as they do not matter here. Empty also when the case does
/// not compile. Any thread.
QStringList preflight(const domain::Project &project, domain::CaseId testCase);
QString sentenceOf(const engine::Shortage &shortage);

/// Requests a second that one worker of this computer can send, by the CPU time of requests to a target of our own; measured
/// once in a process. 0: it could not be measured. Any thread.
double localCeiling();

} // namespace services
