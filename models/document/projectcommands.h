// Changing what belongs to the whole project.
#pragma once

#include "models/document/documentcommand.h"

namespace document {

using ChangeVariables = ChangeValue<QVector<domain::Variable>>;
using ChangeEnvironments = ChangeValue<QVector<domain::Environment>>;
using ChangeTask = ChangeValue<domain::Task>;
using ChangeTransaction = ChangeValue<domain::Transaction>;
using ChangeHead = ChangeValue<ProjectHead>;
using ReplaceProject = ChangeValue<domain::Project>;

} // namespace document
