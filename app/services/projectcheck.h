// Every mistake of a project: those that validation finds in the values, and those that only files and compilers know:
// regular expressions, JSONPaths and XPaths that do not compile, ragged or missing files, plugins and certificates.
#pragma once

#include "models/domain/validation.h"

namespace services {

/// `folder`: what paths of the project are relative to.
QVector<domain::Finding> checkProject(const domain::Project &project, const QString &folder);

} // namespace services
