// Writes a run in the form the suffix of the path names: .html .pdf .csv .xlsx .json .xml (JUnit).
#pragma once

#include "models/domain/runrecord.h"

namespace report {

/// `.csv`: the path is a folder that is made. Files are replaced whole or not at all.
domain::Result<> writeReport(const domain::RunRecord &run, const QString &path);
/// seconds.csv, items.csv, errors.csv and streams.csv into `folder`, which is made when missing.
domain::Result<> writeCsvFolder(const domain::RunRecord &run, const QString &folder);

} // namespace report
