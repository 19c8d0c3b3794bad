// The verbs that send nothing: check, export, report.
#include "app/cli/readrun.h"
#include "app/cli/verb.h"
#include "app/exchange/projectfolder.h"
#include "app/report/reportwriter.h"
#include "app/services/preflight.h"
#include "app/services/projectcheck.h"
#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("cli::FileVerbs", text); }

} // namespace

int checkVerb(const QStringList &arguments, Console console)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Shows every mistake of a project with its place; sends nothing."));
    parser.addPositionalArgument(u"FILE"_s, tr("Project file or folder."));
    if (const auto code = parse(parser, u"check"_s, arguments, console))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return complain(console, tr("check takes one project file or folder."));
    const QString path = parser.positionalArguments().first();
    const auto project = exchange::readProject(path);
    if (!project)
        return complain(console, project.error().message);
    const QString folder = QFileInfo(path).isDir() ? path : QFileInfo(path).absolutePath();
    const auto findings = services::checkProject(*project, folder);
    for (const auto &finding : findings)
        console.out << finding.place << ": "_L1 << finding.message << Qt::endl;
    for (const QString &warning : services::preflight(*project, folder)) // of this computer, no mistakes of the project
        console.err << tr("Warning: %1").arg(warning) << Qt::endl;
    return findings.isEmpty() ? Done : Wrong;
}

int exportVerb(const QStringList &arguments, Console console)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Writes a project in its other form."));
    parser.addPositionalArgument(u"FILE"_s, tr("Project file or folder."));
    parser.addOption({u"o"_s, tr("Where to: a folder, or a .json file."), u"OUT"_s});
    if (const auto code = parse(parser, u"export"_s, arguments, console))
        return *code;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"o"_s))
        return complain(console, tr("export takes one project and -o OUT."));
    const auto project = exchange::readProject(parser.positionalArguments().first());
    if (!project)
        return complain(console, project.error().message);
    if (const auto written = exchange::writeProject(*project, parser.value(u"o"_s)); !written)
        return complain(console, written.error().message, CannotStart);
    return Done;
}

int reportVerb(const QStringList &arguments, Console console)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Writes the report of a run."));
    parser.addPositionalArgument(u"RUN"_s, tr("A run file, or WORKSPACE#RUN_ID."));
    parser.addOption({u"o"_s, tr("Where to; the suffix chooses the form: .html .pdf .csv .xlsx .json .xml"), u"OUT"_s});
    if (const auto code = parse(parser, u"report"_s, arguments, console))
        return *code;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"o"_s))
        return complain(console, tr("report takes one run and -o OUT."));
    const auto run = readRun(parser.positionalArguments().first());
    if (!run)
        return complain(console, run.error().message);
    if (const auto written = report::writeReport(*run, parser.value(u"o"_s)); !written)
        return complain(console, written.error().message, CannotStart);
    return Done;
}

} // namespace cli
