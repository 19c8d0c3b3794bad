// The file of a file variable as rows: .csv stays on disk, .xlsx is read into memory (first sheet, first row names columns).
#pragma once

#include "engine/plan/rowtable.h"
#include "models/domain/project.h"

namespace services {

/// One sentence that names the variable, the file and, for ragged rows, the line. `folder`: what the path is relative to.
domain::Result<std::shared_ptr<const engine::RowTable>> openRows(const domain::Variable &variable, const QString &folder);
/// As the project names them; else from the first line of the file, of which little is read. Empty when it cannot be read.
QStringList columnsOf(const domain::Variable &variable, const QString &folder);
/// The project with the columns of its files filled in, so that validation knows them.
domain::Project withColumns(domain::Project project, const QString &folder);

} // namespace services
