// CSV by RFC 4180: quoted cells, doubled quotes, line breaks in cells, CRLF or LF, with or without a byte order mark.
// The separator is the first of comma, semicolon and tab that the header line holds. Pure; thread-safe.
#pragma once

#include "models/domain/result.h"
#include <QStringList>
#include <string>
#include <vector>

namespace services {

struct CsvTable
{
    QStringList columns;            ///< of the header line
    std::vector<std::string> cells; ///< UTF-8, row after row
    int rows() const { return columns.isEmpty() ? 0 : int(cells.size() / size_t(columns.size())); }
};

/// Refuses ragged rows, an open quote, and a table without rows, naming `where` and the line.
domain::Result<CsvTable> readCsv(const QByteArray &bytes, const QString &where);

} // namespace services
