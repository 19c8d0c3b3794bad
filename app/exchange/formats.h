// The readers behind the registry of importer.h, one unit each.
#pragma once

#include "app/exchange/importer.h"

namespace exchange {

using domain::Result;

/// Each command of the text becomes a request of one case.
Result<Imported> importCurl(const QByteArray &bytes, const QString &name);
/// HTTP Archive 1.2, as browsers and proxies record it: one case, requests in the order of time.
Result<Imported> importHar(const QByteArray &bytes, const QString &name);
/// Postman collection 2.0 and 2.1: a case for each folder with requests, a directory for each folder with folders.
Result<Imported> importPostman(const QByteArray &bytes, const QString &name);
/// OpenAPI 3.0 and 3.1 as JSON: a request for each operation, a case for each tag, bodies from examples or schemas.
Result<Imported> importOpenApi(const QByteArray &bytes, const QString &name);
/// A test plan of JMeter: a case for each thread group.
Result<Imported> importJmx(const QByteArray &bytes, const QString &name);
/// A project of CodeArts PerfTest: cases, transactions, variables and tasks wherever the file holds them.
Result<Imported> importPerfTest(const QByteArray &bytes, const QString &name);

} // namespace exchange
