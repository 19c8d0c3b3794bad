// import: takes foreign things in. `curl` makes a project of cURL commands, `run` puts a run file into a workspace.
#include "app/cli/readrun.h"
#include "app/cli/verb.h"
#include "app/exchange/curlcommand.h"
#include "app/exchange/projectfolder.h"
#include "app/services/workspaceservice.h"
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("cli::ImportVerb", text); }

/// The commands of a text: each begins at a line of its own with the word curl.
QStringList commandsOf(const QString &text)
{
    QStringList commands;
    bool goesOn = false;
    for (const QString &line : text.split(u'\n')) {
        static const QRegularExpression begin(u"^\\s*(\\$\\s+)?curl(\\.exe)?\\s"_s);
        if (!goesOn && begin.match(line).hasMatch())
            commands.append(line);
        else if (!commands.isEmpty())
            commands.last() += u'\n' + line;
        const QString end = line.trimmed();
        goesOn = end.endsWith(u'\\') || end.endsWith(u'^');
    }
    return commands;
}

int importCurl(const QString &from, const QString &to, Console console)
{
    QFile file(from);
    if (!file.open(QIODevice::ReadOnly))
        return complain(console, tr("%1 cannot be read: %2.").arg(from, file.errorString()));
    domain::TestCase testCase;
    testCase.id.value = 1;
    testCase.name = tr("Imported requests");
    testCase.stages = {domain::Stage()};
    QStringList notes;
    const QStringList commands = commandsOf(QString::fromUtf8(file.readAll()));
    for (qsizetype i = 0; i < commands.size(); ++i) {
        const auto command = exchange::requestFromCurl(commands[i]);
        if (!command)
            return complain(console, tr("%1, command %2: %3").arg(from).arg(i + 1).arg(command.error().message));
        domain::Step step = domain::newRequest(command->message.name, command->message.method, command->message.url);
        step.message = command->message;
        testCase.steps.append(step);
        for (const QString &note : command->notes)
            notes.append(u"%1: %2"_s.arg(command->message.name, note));
    }
    if (testCase.steps.isEmpty())
        return complain(console, tr("%1 holds no cURL command.").arg(from));
    domain::Project project;
    project.name = QFileInfo(from).completeBaseName();
    project.cases = {testCase};
    if (const auto written = exchange::writeProject(project, to); !written)
        return complain(console, written.error().message, CannotStart);
    for (const QString &note : notes)
        console.out << note << Qt::endl;
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
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Makes a project of cURL commands, or puts a run file into a workspace. What could not be converted is "
                                        "told on standard output, a line each; of a run, where it is."));
    parser.addPositionalArgument(u"FORMAT"_s, tr("curl or run"));
    parser.addPositionalArgument(u"IN"_s, tr("The file to import; of a run also WORKSPACE#RUN_ID."));
    parser.addOption({u"o"_s, tr("The project file or folder to write; for a run the workspace."), u"OUT"_s});
    if (const auto code = parse(parser, u"import"_s, arguments, console))
        return *code;
    const QStringList given = parser.positionalArguments();
    if (given.size() != 2 || !parser.isSet(u"o"_s))
        return complain(console, tr("import takes a format, a file and -o OUT."));
    if (given[0] == "curl"_L1)
        return importCurl(given[1], parser.value(u"o"_s), console);
    if (given[0] == "run"_L1)
        return importRun(given[1], parser.value(u"o"_s), console);
    return complain(console, tr("“%1” is not a format this program imports: choose curl or run.").arg(given[0]));
}

} // namespace cli
