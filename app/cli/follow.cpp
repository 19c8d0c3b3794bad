#include "app/cli/follow.h"

#include "app/cli/controlinput.h"
#include "app/cli/interrupts.h"
#include "app/cli/progressline.h"
#include "app/cli/summary.h"
#include "app/cli/verb.h"
#include "app/report/reportwriter.h"
#include "app/services/workspaceservice.h"
#include <QDir>
#include <QEventLoop>
#include <unistd.h>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("cli::Follow", text); }

void steer(services::RunSession &session, const QString &text, Console console)
{
    if (text.trimmed().isEmpty())
        return;
    const auto control = parseControl(text);
    if (!control) {
        console.err << tr("“%1” is not understood: write users N [CASE] or rate N [CASE].").arg(text) << Qt::endl;
        return;
    }
    int index = -1;
    if (!control->caseName.isEmpty()) {
        const auto &cases = session.record().cases;
        const auto found = std::ranges::find(cases, control->caseName, &domain::CaseRecord::name);
        if (found == cases.end()) {
            console.err << tr("This run has no case named “%1”.").arg(control->caseName) << Qt::endl;
            return;
        }
        index = int(found - cases.begin());
    }
    if (control->rate)
        session.setRate(index, control->value);
    else
        session.setUsers(index, int(control->value));
}

int codeOf(const services::RunSession &session)
{
    if (session.record().status == domain::RunStatus::Stopped)
        return StoppedByUser;
    return session.brokeRule() || session.record().status == domain::RunStatus::Aborted ? RuleBroken : Done;
}

/// What the workspace could not take goes to a run file where there is room, so that an hour of load is not lost.
void rescue(const domain::RunRecord &run, Console console)
{
    const QString path = QDir::temp().filePath(u"crescendo-run-%1.json"_s.arg(run.started.toString(u"yyyyMMdd-HHmmss"_s)));
    if (const auto written = report::writeReport(run, path))
        console.err << tr("The run is kept in %1; crescendo-cli import run puts it into a workspace.").arg(path) << Qt::endl;
    else
        console.err << written.error().message << Qt::endl;
}

} // namespace

int follow(services::RunRequest request, FollowOptions &options, Console console)
{
    auto prepared = services::RunService::prepare(std::move(request));
    if (!prepared)
        return complain(console, prepared.error().message);
    if (const auto tried = options.outputs.tryWriting(); !tried)
        return complain(console, tried.error().message, CannotStart);
    services::WorkspaceService workspace;
    if (!options.workspace.isEmpty())
        if (const auto opened = workspace.open(options.workspace); !opened)
            return complain(console, opened.error().message, CannotStart);

    const auto tell = [&](const QString &text) { console.err << text << Qt::endl; };
    if (const auto opened = options.live.open(tell); !opened)
        return complain(console, opened.error().message, CannotStart);
    Interrupts interrupts; // before the engine's threads, which must not take the signals
    services::RunService runs(&workspace);
    const auto started = runs.start(std::move(*prepared));
    if (!started)
        return complain(console, started.error().message, CannotStart);
    services::RunSession &session = **started;
    options.live.follow(session);
    for (const QString &warning : session.warnings())
        console.err << tr("Warning: %1").arg(warning) << Qt::endl;
    if (session.record().id.isValid())
        console.err << "saved as "_L1 << options.workspace << u'#' << session.record().id.value << Qt::endl;

    ProgressLine progress(console.err, isatty(STDERR_FILENO));
    QEventLoop loop;
    if (!options.quiet)
        QObject::connect(&session, &services::RunSession::updated, &loop, [&] { progress.update(session); });
    QObject::connect(&session, &services::RunSession::ended, &loop, &QEventLoop::quit);
    const auto say = [&](const QString &text) {
        progress.clear();
        console.err << text << Qt::endl;
    };
    QObject::connect(&session, &services::RunSession::alarmed, &loop, say);
    QObject::connect(&session, &services::RunSession::storeFailed, &loop, say);
    QObject::connect(&interrupts, &Interrupts::interrupted, &loop, [&] {
        if (session.record().status != domain::RunStatus::Stopping && !options.quiet)
            say(tr("Stopping; once more stops at once."));
        session.stop();
    });
    std::unique_ptr<ControlInput> control;
    if (options.control) {
        control = std::make_unique<ControlInput>(STDIN_FILENO);
        QObject::connect(control.get(), &ControlInput::line, &loop, [&](const QString &text) { steer(session, text, console); });
    }
    if (!session.isEnded())
        loop.exec();
    progress.clear();
    options.live.finish();

    if (!options.quiet)
        console.out << summary(session.record()) << Qt::flush;
    if (const auto written = options.outputs.write(session.record()); !written)
        return complain(console, written.error().message, CannotStart);
    if (!options.workspace.isEmpty() && !session.isStored() && !options.outputs.hasRunFile())
        rescue(session.record(), console);
    return codeOf(session);
}

} // namespace cli
