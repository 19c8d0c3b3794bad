// Options that several verbs share, read with their checks.
#pragma once

#include "app/cli/cli.h"
#include "app/services/runservice.h"
#include "models/domain/slarule.h"
#include <QHash>

class QCommandLineParser;

namespace cli {

void addRunOptions(QCommandLineParser &parser); ///< --threshold, --threads, --warm-up, --quiet
domain::Result<> readRunOptions(const QCommandLineParser &parser, services::RunRequest &request); ///< all but --quiet
domain::Result<QVector<domain::SlaRule>> thresholds(const QCommandLineParser &parser);
/// A number of an option; `fallback` when it was not given.
domain::Result<double> number(const QCommandLineParser &parser, const QString &option, double fallback, double low, double high);
domain::Result<int> integer(const QCommandLineParser &parser, const QString &option, int fallback, int low, int high);
/// NAME=VALUE of --var, and NAME=ENVVAR of --var-env with the variable's value.
domain::Result<QHash<QString, QString>> variables(const QCommandLineParser &parser);

} // namespace cli
