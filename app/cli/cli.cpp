#include "app/cli/verb.h"

#include <QCoreApplication>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("cli::Cli", text); }

QString usage()
{
    QString text = tr("Usage: crescendo-cli VERB [options]\n\nVerbs:\n");
    for (const Verb &verb : verbs())
        text += u"  %1 %2\n      %3\n"_s.arg(verb.name, verb.arguments, verb.summary);
    return text + tr("\ncrescendo-cli VERB --help tells the options of a verb; --version the version.\n");
}

} // namespace

const QList<Verb> &verbs()
{
    static const QList<Verb> all{
        {u"run"_s, u"FILE [options]"_s, tr("Runs a task or a case of a project."), runVerb},
        {u"quick"_s, u"URL [options]"_s, tr("Loads one URL without a project."), quickVerb},
        {u"debug"_s, u"FILE --case NAME [--json OUT]"_s, tr("Runs a case once with one virtual user and shows every exchange."), debugVerb},
        {u"check"_s, u"FILE"_s, tr("Shows every mistake of a project with its place; sends nothing."), checkVerb},
        {u"import"_s, u"FORMAT IN -o OUT"_s, tr("Makes a project of a file of another program, or puts a run file into a workspace."), importVerb},
        {u"export"_s, u"FILE -o FOLDER|FILE"_s, tr("Writes a project in its other form: one file, or a folder for git."), exportVerb},
        {u"report"_s, u"RUN -o OUT"_s, tr("Writes the report of a run file or of WORKSPACE#RUN_ID."), reportVerb},
        {u"compare"_s, u"RUN RUN [RUN]"_s, tr("Compares runs with the first one; --fail-if makes it a gate."), compareVerb},
        {u"serve"_s, u"--data WORKSPACE [options]"_s, tr("Serves the REST API over a workspace, on this computer only."), serveVerb},
        {u"demo-target"_s, u"[--port P]"_s, tr("Starts the embedded HTTP target, for trying things out."), demoTargetVerb},
    };
    return all;
}

int complain(Console console, const QString &sentence, int code)
{
    console.err << sentence << Qt::endl;
    return code;
}

std::optional<int> parse(QCommandLineParser &parser, const QString &verb, const QStringList &arguments, Console console)
{
    parser.addOption({{u"h"_s, u"help"_s}, tr("Shows this.")});
    if (!parser.parse(QStringList(u"crescendo-cli %1"_s.arg(verb)) + arguments))
        return complain(console, u"crescendo-cli %1: %2"_s.arg(verb, parser.errorText()));
    if (parser.isSet(u"help"_s)) {
        console.out << parser.helpText() << Qt::endl;
        return Done;
    }
    return std::nullopt;
}

int runCli(const QStringList &arguments, Console console)
{
    const QString first = arguments.value(0);
    if (first == "--version"_L1 || first == "-v"_L1) {
        console.out << "crescendo-cli " << CRESCENDO_VERSION << Qt::endl;
        return Done;
    }
    if (first == "--help"_L1 || first == "-h"_L1 || first == "help"_L1) {
        console.out << usage() << Qt::flush;
        return Done;
    }
    if (first.isEmpty())
        return complain(console, usage());
    for (const Verb &verb : verbs())
        if (verb.name == first)
            return verb.run(arguments.mid(1), console);
    return complain(console, tr("“%1” is no verb of crescendo-cli; --help lists them.").arg(first));
}

} // namespace cli
