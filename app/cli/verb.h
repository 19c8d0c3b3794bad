// What every verb is made of, and its options as Qt parses them.
#pragma once

#include "app/cli/cli.h"
#include <QCommandLineParser>
#include <optional>

namespace cli {

struct Verb
{
    QString name, arguments, summary;
    int (*run)(const QStringList &arguments, Console console);
};

const QList<Verb> &verbs();

int runVerb(const QStringList &arguments, Console console);
int quickVerb(const QStringList &arguments, Console console);
int debugVerb(const QStringList &arguments, Console console);
int checkVerb(const QStringList &arguments, Console console);
int importVerb(const QStringList &arguments, Console console);
int exportVerb(const QStringList &arguments, Console console);
int reportVerb(const QStringList &arguments, Console console);
int compareVerb(const QStringList &arguments, Console console);
int serveVerb(const QStringList &arguments, Console console);
int demoTargetVerb(const QStringList &arguments, Console console);

/// Parses; an exit code when that was all (help asked for, or wrong options, both told to the console). Positional
/// arguments must be exactly those the verb declares.
std::optional<int> parse(QCommandLineParser &parser, const QString &verb, const QStringList &arguments, Console console);
int complain(Console console, const QString &sentence, int code = Wrong); ///< answers `code`

} // namespace cli
