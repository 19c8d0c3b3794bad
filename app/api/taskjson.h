// Tasks in the shapes of the calls.
#pragma once

#include "app/api/workshop.h"
#include "models/domain/runrecord.h"

namespace api {

/// Task of a list; `lastRun` 0: it never ran.
QJsonObject taskJson(const domain::Task &task, int lastRun);
/// TaskInfo. `head`: its last run without figures; null: it never ran.
QJsonObject taskInfoJson(const domain::Project &project, const domain::Task &task, domain::RunStatus status, const domain::RunRecord *head);

} // namespace api
