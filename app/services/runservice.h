// Starts runs and follows them: the mailbox is pulled by a timer, the record grows, rules are looked at, the store is
// written each second. No GUI types: the same object serves window, command line and API. Lives in one thread.
#pragma once

#include "app/services/livestats.h"
#include "app/services/plancompiler.h"
#include "app/services/runrecorder.h"
#include "app/services/slawatch.h"
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <memory>

namespace engine { class Run; }

namespace services {

class StoreWriter;
class WorkspaceService;

struct RunRequest
{
    domain::Project project;
    domain::RunId reserved;         ///< the run's id, if it was given away already
    domain::TaskId task;            ///< not valid: the chosen cases alone
    QVector<domain::CaseId> cases;  ///< empty: those of the task
    QString environment;
    QHash<QString, QString> values; ///< laid over variables and environment
    QVector<domain::SlaRule> thresholds; ///< looked at once, at the end
    QString folder;                 ///< of the project file, for file variables
    int threads = 0;                ///< 0: cores less one, at least 1
    domain::StressMark mark;        ///< of full-link tasks and cases
    std::optional<int> warmUp;      ///< seconds, in place of what the cases say
    bool withoutThinkTime = false;  ///< think times are left out; the run says so
};

/// A request with what it was compiled to.
struct PreparedRun
{
    RunRequest request;
    QVector<domain::CaseId> cases; ///< that will run, in this order
    CompiledRun compiled;
};

class RunSession : public QObject
{
    Q_OBJECT

public:
    ~RunSession() override;

    const domain::RunRecord &record() const { return m_recorder.record(); }
    const LiveStats &stats() const { return m_stats; }
    const QVector<SlaWatch::Watched> &rules() const { return m_watch.rules(); } ///< that this run is judged by
    const QStringList &warnings() const { return m_warnings; } ///< of compiling, of the check before the start, of the store
    bool isEnded() const { return m_ended; }
    bool isStored() const; ///< false: no workspace takes it, so that only this object has the run
    double elapsed() const; ///< seconds since the start
    bool brokeRule() const; ///< after the end: a rule or threshold did not hold

    void stop();    ///< graceful: requests under way get at most 2 s; status 4. Called again: at once
    void stopNow();
    void setUsers(int caseIndex, int users); ///< -1: every case
    void setRate(int caseIndex, double rate);
    /// A mark typed by the user, at this moment, in every case that has begun; kept with the run. Nothing after the end.
    void note(const QString &text);

signals:
    void updated();
    void alarmed(const QString &text); ///< a rule broke
    void storeFailed(const QString &text); ///< once; the run goes on in memory
    void ended();

private:
    friend class RunService;
    RunSession(RunRecorder recorder, SlaWatch watch, std::unique_ptr<engine::Run> run, std::unique_ptr<StoreWriter> writer,
               QObject *parent);
    void poll();
    void endPeaks();
    void writeDue();
    void finish();

    RunRecorder m_recorder;
    SlaWatch m_watch;
    LiveStats m_stats;
    std::unique_ptr<engine::Run> m_run;
    std::unique_ptr<StoreWriter> m_writer;
    QStringList m_warnings;
    QHash<int, qsizetype> m_peakSteps; ///< by case: steps looked at for a knee
    QTimer m_timer;
    QElapsedTimer m_clock, m_sinceWrite;
    bool m_ended = false, m_aborted = false, m_stopAsked = false;
};

class RunService : public QObject
{
    Q_OBJECT

public:
    /// `workspace` may be null or not open: runs then stay in memory.
    explicit RunService(WorkspaceService *workspace = nullptr, QObject *parent = nullptr);

    /// Reads files and compiles, without starting anything; fails with the mistake and its place.
    static domain::Result<PreparedRun> prepare(RunRequest request);
    /// The session belongs to this service; the one before is deleted when it has ended. One run at a time.
    domain::Result<RunSession *> start(PreparedRun prepared);
    domain::Result<RunSession *> start(RunRequest request); ///< prepares and starts
    RunSession *current() const { return m_current; } ///< also after its end; null before the first

signals:
    void started(services::RunSession *session);
    void ended(services::RunSession *session);

private:
    WorkspaceService *m_workspace = nullptr;
    RunSession *m_current = nullptr;
};

} // namespace services
