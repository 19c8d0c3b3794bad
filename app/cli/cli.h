// The command line (contract: cli-and-files.md): verbs, options, exit codes. Needs a QCoreApplication; blocks until the
// verb is done, turning the event loop meanwhile.
#pragma once

#include <QStringList>
#include <QTextStream>

namespace cli {

enum ExitCode { Done = 0, Wrong = 2, CannotStart = 3, RuleBroken = 99, StoppedByUser = 130 };

/// Results go to `out`, progress and complaints to `err`.
struct Console
{
    QTextStream &out, &err;
};

/// `arguments` without the program's name.
int runCli(const QStringList &arguments, Console console);

} // namespace cli
