#include "app/services/runservice.h"

#include "app/report/peak.h"
#include "app/services/preflight.h"
#include "app/services/storewriter.h"
#include "app/services/workspaceservice.h"
#include "engine/run/run.h"
#include "models/document/stepplace.h"
#include <QCoreApplication>

namespace services {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::RunStatus;

namespace {

/// Which cases each rule looks at: a case's own rules at that case, a task's and the thresholds at all.
SlaWatch watchFor(const RunRequest &request, const domain::Task *task, const QVector<domain::TestCase> &cases)
{
    QVector<SlaWatch::Watched> watched;
    QVector<int> all;
    for (int i = 0; i < cases.size(); ++i)
        all.append(i);
    const auto add = [&](const domain::SlaRule &rule, QVector<int> where, bool windows) {
        if (rule.scope == "case"_L1 && !rule.target.isEmpty())
            where.removeIf([&](int i) { return cases[i].name != rule.target; });
        watched.append({rule, where, windows});
    };
    if (task)
        for (const auto &rule : task->slaRules)
            add(rule, all, true);
    for (int i = 0; i < cases.size(); ++i)
        for (const auto &rule : cases[i].slaRules)
            add(rule, {i}, true);
    for (const auto &rule : request.thresholds)
        add(rule, all, false);
    return SlaWatch(watched);
}

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::RunService)
};

/// Null when the request names cases alone, or a task that is not there.
const domain::Task *taskOf(const RunRequest &request)
{
    return request.task.isValid() ? request.project.findTask(request.task) : nullptr;
}

void leaveOutThinkTimes(domain::Project &project)
{
    const auto leaveOut = [](domain::Step &step) { step.thinkTime.reset(); };
    for (auto &testCase : project.cases) {
        document::forEachStep(testCase.setupSteps, leaveOut);
        document::forEachStep(testCase.steps, leaveOut);
    }
    for (auto &transaction : project.transactions)
        document::forEachStep(transaction.steps, leaveOut);
}

bool hasRow(const engine::Plan &plan, const QString &name)
{
    return std::ranges::any_of(plan.cases, [wanted = name.toStdString()](const engine::CasePlan &each) {
        return std::ranges::any_of(each.items, [&](const engine::Item &item) { return item.kind != engine::Item::Pass && item.name == wanted; });
    });
}

} // namespace

RunSession::RunSession(RunRecorder recorder, SlaWatch watch, std::unique_ptr<engine::Run> run, std::unique_ptr<StoreWriter> writer,
                       QObject *parent)
    : QObject(parent), m_recorder(std::move(recorder)), m_watch(std::move(watch)), m_run(std::move(run)), m_writer(std::move(writer))
{
    m_clock.start();
    m_sinceWrite.start();
    m_timer.setInterval(250ms);
    connect(&m_timer, &QTimer::timeout, this, &RunSession::poll);
    m_timer.start();
}

RunSession::~RunSession() = default;

double RunSession::elapsed() const
{
    if (m_ended)
        return double(record().started.msecsTo(record().ended)) / 1e3;
    return double(m_clock.elapsed()) / 1e3;
}

bool RunSession::isStored() const { return m_writer && !m_writer->hasFailed(); }

bool RunSession::brokeRule() const
{
    return std::ranges::any_of(record().rules, [](const auto &result) { return !result.passed; });
}

void RunSession::stop()
{
    if (m_ended)
        return;
    if (std::exchange(m_stopAsked, true))
        return stopNow();
    m_recorder.setStatus(RunStatus::Stopping);
    m_run->stop();
    emit updated();
}

void RunSession::stopNow()
{
    if (m_ended)
        return;
    m_stopAsked = true;
    m_recorder.setStatus(RunStatus::Stopping);
    m_run->stopNow();
    emit updated();
}

void RunSession::setUsers(int caseIndex, int users)
{
    if (!m_ended)
        m_run->setUsers(caseIndex, users);
}

void RunSession::setRate(int caseIndex, double rate)
{
    if (!m_ended)
        m_run->setRate(caseIndex, rate);
}

void RunSession::note(const QString &text)
{
    if (m_ended || text.trimmed().isEmpty())
        return;
    for (int i = 0; i < record().cases.size(); ++i)
        if (const auto &testCase = record().cases[i]; !testCase.seconds.isEmpty() || !testCase.stageRecords.isEmpty())
            m_recorder.note(i, elapsed() - testCase.startOffset, text.trimmed());
    emit updated();
}

void RunSession::poll()
{
    const bool over = m_run->ended(); // asked first: what is collected after it is all there is
    const engine::Delivery delivery = m_run->mailbox().collect();
    m_recorder.take(delivery);
    for (const auto &second : delivery.seconds)
        m_watch.take(second);
    m_stats.append(record());
    for (const auto &alarm : m_watch.look(record())) {
        m_recorder.note(alarm.caseIndex, alarm.second, alarm.text);
        if (alarm.stop && !m_aborted && !over) {
            m_aborted = true;
            m_recorder.setStatus(RunStatus::Stopping);
            m_run->stop();
        }
        emit alarmed(alarm.text);
    }
    if (over)
        return finish();
    endPeaks();
    writeDue();
    emit updated();
}

/// A smart peak that was to end with its knee ends when the step that shows it is complete.
void RunSession::endPeaks()
{
    for (int i = 0; i < record().cases.size(); ++i) {
        const auto &testCase = record().cases[i];
        const qsizetype stage = testCase.stageRecords.size() - 1;
        if (stage < 0 || stage >= testCase.stages.size() || !testCase.stages[stage].stopAtKnee)
            continue;
        // Looked at once a step: the key is the number of the step, counted over all stages.
        const qsizetype steps = qsizetype(testCase.seconds.size() / std::max(1, testCase.stages[stage].stepDuration));
        if (m_peakSteps.value(i, -1) == steps)
            continue;
        m_peakSteps[i] = steps;
        if (!report::kneeShows(testCase, stage))
            continue;
        m_recorder.note(i, double(testCase.seconds.size()), Words::tr("The knee shows: the search for the peak ends here"));
        m_run->endStage(i, int(stage));
    }
}

void RunSession::writeDue()
{
    if (!m_writer || !m_sinceWrite.hasExpired(1000))
        return;
    m_sinceWrite.start();
    m_writer->write(record());
    if (const auto error = m_writer->takeError())
        emit storeFailed(Words::tr("The run could not be written, it goes on in memory: %1").arg(*error));
}

void RunSession::finish()
{
    m_timer.stop();
    m_ended = true;
    RunStatus status = RunStatus::Finished;
    if (m_aborted)
        status = RunStatus::Aborted;
    else if (m_run->stopped())
        status = RunStatus::Stopped;
    m_recorder.finish(QDateTime::currentDateTime(), status);
    m_recorder.setRules(m_watch.finish(record()));
    if (m_writer) {
        m_writer->finish(record());
        if (const auto error = m_writer->takeError())
            emit storeFailed(Words::tr("The run could not be written, it is kept in memory: %1").arg(*error));
    }
    emit updated();
    emit ended();
}

RunService::RunService(WorkspaceService *workspace, QObject *parent) : QObject(parent), m_workspace(workspace) {}

domain::Result<PreparedRun> RunService::prepare(RunRequest request)
{
    PreparedRun prepared;
    if (request.warmUp)
        for (auto &testCase : request.project.cases)
            testCase.warmUp = *request.warmUp;
    if (request.withoutThinkTime)
        leaveOutThinkTimes(request.project);
    const auto *task = taskOf(request);
    if (request.task.isValid() && !task)
        return domain::fail(Words::tr("The project has no task number %1.").arg(request.task.value));
    prepared.cases = request.cases;
    if (prepared.cases.isEmpty() && task) {
        for (const auto id : task->cases)
            if (const auto *testCase = request.project.findCase(id); !testCase || testCase->enabled)
                prepared.cases.append(id);
        if (prepared.cases.isEmpty())
            return domain::fail(Words::tr("The task “%1” has no enabled case.").arg(task->name));
    }
    CompileOptions options;
    options.environment = request.environment;
    options.values = request.values;
    options.folder = request.folder;
    options.threads = request.threads;
    options.parallel = !task || task->parallel;
    options.fullLink = task && task->fullLink;
    options.mark = request.mark;
    if (task && task->scaleByBench)
        options.scale = task->benchConcurrent / 100.0;
    auto compiled = compile(request.project, prepared.cases, options);
    if (!compiled)
        return tl::unexpected(compiled.error());
    prepared.compiled = std::move(*compiled);
    for (const auto &rule : request.thresholds)
        if (!rule.target.isEmpty() && rule.scope != "case"_L1 && !hasRow(*prepared.compiled.plan, rule.target))
            return domain::fail(Words::tr("The threshold “%1” looks at “%2”, but this run has no request or transaction of that name.")
                                    .arg(rule.name, rule.target));
    prepared.request = std::move(request);
    return prepared;
}

domain::Result<RunSession *> RunService::start(RunRequest request)
{
    if (m_current && !m_current->isEnded())
        return domain::fail(Words::tr("A run is under way: stop it first."));
    auto prepared = prepare(std::move(request));
    if (!prepared)
        return tl::unexpected(prepared.error());
    return start(std::move(*prepared));
}

domain::Result<RunSession *> RunService::start(PreparedRun prepared)
{
    if (m_current && !m_current->isEnded())
        return domain::fail(Words::tr("A run is under way: stop it first."));
    const auto &[request, ids, compiled] = prepared;
    const auto *task = taskOf(request);

    QVector<domain::TestCase> cases;
    QStringList names;
    for (const auto id : ids) {
        cases.append(*request.project.findCase(id));
        names << cases.last().name;
    }
    domain::RunRecord head;
    head.id = request.reserved;
    head.project = request.project.id;
    head.projectName = request.project.name;
    head.task = request.task;
    head.taskName = task ? task->name : names.join(u", "_s);
    head.environment = request.environment;
    head.warnings = preflight(*compiled.plan);
    if (request.withoutThinkTime)
        head.warnings << Words::tr("Think times were left out in this run.");
    const engine::Machine machine = engine::thisMachine();
    head.descriptorLimit = int(std::min(machine.descriptors, 1e9));
    head.portLimit = int(machine.ports);
    head.started = QDateTime::currentDateTime();
    head = RunRecorder(std::move(head), *compiled.plan, cases).record();

    std::unique_ptr<StoreWriter> writer;
    QString storeError;
    if (m_workspace && m_workspace->isOpen()) {
        if (auto begun = StoreWriter::begin(m_workspace->path(), head))
            writer = std::move(*begun);
        else
            storeError = Words::tr("The run could not be written, it goes on in memory: %1").arg(begun.error().message);
    }
    std::string why;
    auto run = engine::Run::start(compiled.plan, why);
    if (!run) {
        if (writer) {
            head.status = RunStatus::Aborted;
            head.ended = QDateTime::currentDateTime();
            writer->finish(head);
        }
        return domain::fail(Words::tr("The run could not start: %1").arg(QString::fromStdString(why)));
    }
    if (m_current)
        m_current->deleteLater();
    const QStringList warnings = compiled.warnings + head.warnings;
    m_current = new RunSession(RunRecorder(std::move(head)), watchFor(request, task, cases), std::move(run), std::move(writer), this);
    m_current->m_warnings = warnings;
    if (!storeError.isEmpty())
        m_current->m_warnings << storeError;
    connect(m_current, &RunSession::ended, this, [this, session = m_current] {
        if (m_workspace)
            m_workspace->noteRunsChanged();
        emit ended(session);
    });
    if (m_workspace)
        m_workspace->noteRunsChanged();
    emit started(m_current);
    return m_current;
}

} // namespace services
