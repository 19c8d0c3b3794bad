// import: takes foreign things in. A foreign file becomes a project, `run` puts a run file into a workspace.
#include "app/cli/readrun.h"
#include "app/cli/verb.h"
#include "app/exchange/importer.h"
#include "app/exchange/projectfolder.h"
#include "app/services/workspaceservice.h"

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("cli::ImportVerb", text); }

int importForeign(const exchange::Format &format, const QString &from, const QString &to, Console console)
{
    const auto imported = exchange::importFile(from, format.id);
    if (!imported)
        return complain(console, imported.error().message);
    if (const auto written = exchange::writeProject(imported->project, to); !written)
        return complain(console, written.error().message, CannotStart);
    for (const QString &line : imported->ledger)
        console.out << line << Qt::endl;
    return Done;
}

int importRun(const QString &from, const QString &to, Console console)
{
    auto run = readRun(from);
    if (!run)
        return complain(console, run.error().message);
    services::WorkspaceService workspace;
    if (const auto opened = workspace.open(to); !opened)
        return complain(console, opened.error().message, CannotStart);
    const auto id = workspace.addRun(std::move(*run));
    if (!id)
        return complain(console, id.error().message, CannotStart);
    console.out << to << '#' << id->value << Qt::endl;
    return Done;
}

} // namespace

int importVerb(const QStringList &arguments, Console console)
{
    QStringList known;
    for (const auto &format : exchange::formats())
        known << format.id;
    known << u"run"_s;
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Makes a project of a file of another program, or puts a run file into a workspace. What could not be "
                                        "converted is told on standard output, a line each; of a run, where it is."));
    parser.addPositionalArgument(u"FORMAT"_s, tr("one of %1").arg(known.join(u", "_s)));
    parser.addPositionalArgument(u"IN"_s, tr("The file to import; of a run also WORKSPACE#RUN_ID."));
    parser.addOption({u"o"_s, tr("The project file or folder to write; for a run the workspace."), u"OUT"_s});
    if (const auto code = parse(parser, u"import"_s, arguments, console))
        return *code;
    const QStringList given = parser.positionalArguments();
    if (given.size() != 2 || !parser.isSet(u"o"_s))
        return complain(console, tr("import takes a format, a file and -o OUT."));
    if (given[0] == "run"_L1)
        return importRun(given[1], parser.value(u"o"_s), console);
    if (const auto *format = exchange::formatById(given[0]))
        return importForeign(*format, given[1], parser.value(u"o"_s), console);
    return complain(console, tr("“%1” is not a format this program imports: choose one of %2.").arg(given[0], known.join(u", "_s)));
}

} // namespace cli
