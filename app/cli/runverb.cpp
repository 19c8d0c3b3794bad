// run FILE: a task or a case of a project file or folder.
#include "app/cli/follow.h"
#include "app/cli/runoptions.h"
#include "app/cli/verb.h"
#include "app/exchange/projectfolder.h"
#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("cli::RunVerb", text); }

QString contents(const domain::Project &project)
{
    QString text;
    for (const auto &task : project.tasks)
        text += u"\n  --task \"%1\""_s.arg(task.name);
    for (const auto &testCase : project.cases)
        text += u"\n  --case \"%1\""_s.arg(testCase.name);
    return text;
}

/// What to run: the task or case that was named, else the only task, else the only case.
domain::Result<> choose(services::RunRequest &request, const QCommandLineParser &parser)
{
    const auto &project = request.project;
    if (parser.isSet(u"task"_s)) {
        const auto found = std::ranges::find(project.tasks, parser.value(u"task"_s), &domain::Task::name);
        if (found == project.tasks.end())
            return domain::fail(tr("There is no task “%1”; there are:%2").arg(parser.value(u"task"_s), contents(project)));
        request.task = found->id;
    } else if (parser.isSet(u"case"_s)) {
        const auto found = std::ranges::find(project.cases, parser.value(u"case"_s), &domain::TestCase::name);
        if (found == project.cases.end())
            return domain::fail(tr("There is no case “%1”; there are:%2").arg(parser.value(u"case"_s), contents(project)));
        request.cases = {found->id};
    } else if (project.tasks.size() == 1) {
        request.task = project.tasks.first().id;
    } else if (project.cases.size() == 1) {
        request.cases = {project.cases.first().id};
    } else if (project.tasks.isEmpty() && project.cases.isEmpty()) {
        return domain::fail(tr("The project has neither a task nor a case to run."));
    } else {
        return domain::fail(tr("Say what to run:%1").arg(contents(project)));
    }
    return {};
}

} // namespace

int runVerb(const QStringList &arguments, Console console)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Runs a task or a case of a project file or folder."));
    parser.addPositionalArgument(u"FILE"_s, tr("Project file or folder."));
    parser.addOption({u"task"_s, tr("Runs this task."), u"NAME"_s});
    parser.addOption({u"case"_s, tr("Runs this case."), u"NAME"_s});
    parser.addOption({u"env"_s, tr("Lays this environment over the variables."), u"NAME"_s});
    parser.addOption({u"var"_s, tr("Sets a variable; may be repeated."), u"NAME=VALUE"_s});
    parser.addOption({u"var-env"_s, tr("Sets a variable from the process environment; may be repeated."), u"NAME=ENVVAR"_s});
    parser.addOption({u"control"_s, tr("Takes lines from standard input: users N [CASE], rate N [CASE].")});
    parser.addOption({u"save"_s, tr("Keeps the run in this workspace."), u"WORKSPACE"_s});
    addRunOptions(parser);
    Outputs::addOptions(parser, true);
    LiveOutputs::addOptions(parser);
    if (const auto code = parse(parser, u"run"_s, arguments, console))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return complain(console, tr("run takes one project file or folder."));
    if (parser.isSet(u"task"_s) && parser.isSet(u"case"_s))
        return complain(console, tr("run takes --task or --case, not both."));

    const QString path = parser.positionalArguments().first();
    auto project = exchange::readProject(path);
    if (!project)
        return complain(console, project.error().message);
    services::RunRequest request;
    request.project = std::move(*project);
    request.environment = parser.value(u"env"_s);
    request.folder = QFileInfo(path).isDir() ? path : QFileInfo(path).absolutePath();
    if (const auto chosen = choose(request, parser); !chosen)
        return complain(console, chosen.error().message);
    const auto values = variables(parser);
    if (!values)
        return complain(console, values.error().message);
    request.values = *values;
    if (const auto read = readRunOptions(parser, request); !read)
        return complain(console, read.error().message);

    auto live = LiveOutputs::from(parser);
    if (!live)
        return complain(console, live.error().message);
    FollowOptions options;
    options.live = std::move(*live);
    options.outputs = Outputs::from(parser, true);
    options.workspace = parser.value(u"save"_s);
    options.quiet = parser.isSet(u"quiet"_s);
    options.control = parser.isSet(u"control"_s);
    return follow(std::move(request), options, console);
}

} // namespace cli
