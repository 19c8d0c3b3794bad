// Tasks in the shapes of the calls.
#pragma once

#include "app/api/workshop.h"
#include "models/domain/runrecord.h"

namespace api {

/// Task of a list; `lastRun` 0: it never ran.
QJsonObject taskJson(const domain::Task &task, int lastRun);
/// TaskInfo. `head`: its last run without figures; null: it never ran.
QJsonObject taskInfoJson(const domain::Project &project, const domain::Task &task, domain::RunStatus status, const domain::RunRecord *head);

/// `before` with what a body of either version says of the task itself, null and absent leaving it as it is; which cases it
/// runs is the caller's.
domain::Result<domain::Task> changedTask(const domain::Task &before, const QJsonObject &body);

} // namespace api
