// The folder form of a project (contract: "Project file"): project.json, variables.json, transactions/NAME.json,
// cases/DIRECTORY/NAME.json, tasks/NAME.json. One thing a file and stable key order, made for git.
#pragma once

#include "models/domain/project.h"

namespace exchange {

using domain::Result;

/// From a project file or a folder. The error names the file and the member in it.
Result<domain::Project> readProject(const QString &path);
/// To a folder when `path` is one, ends in "/" or has no suffix; else to a file. A file is replaced as a whole or not at
/// all. In a folder, files of things that are gone are removed; files that are not this program's own stay.
Result<> writeProject(const domain::Project &project, const QString &path);

Result<domain::Project> readProjectFolder(const QString &folder);
Result<> writeProjectFolder(const domain::Project &project, const QString &folder);

/// A name as a file name: unsafe characters as %XX of their UTF-8, never empty, never "." or "..".
QString fileNameFor(const QString &name);

} // namespace exchange
