// Debugging a case: one virtual user, one pass, by the plan and the engine that a load test runs; every exchange is kept as
// it was. Belongs to the thread that made it, which turns an event loop.
#pragma once

#include "engine/plan/observer.h"
#include "models/domain/fulllink.h"
#include "models/domain/project.h"
#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <chrono>
#include <memory>

namespace engine {
class Run;
struct Plan;
}

namespace services {

struct DebugRequest
{
    domain::Project project;
    domain::CaseId testCase;
    QString environment;            ///< name; empty: none
    QHash<QString, QString> values; ///< laid over environment and variables
    QString folder;                 ///< files of the project are relative to it
    domain::StressMark mark = {};   ///< of a case with linked applications
};

/// An exchange with what it was in the plan.
struct DebugExchange
{
    QString name;   ///< of the request
    QString method; ///< "PLUGIN" for a plugin request
    bool setup = false;
    domain::StepId step;   ///< of the project that was debugged; not valid where it had none
    double startMs = 0;    ///< since the first exchange of the pass began
    engine::ObservedExchange seen; ///< values of sensitive variables are ***
};

class DebugService : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostExchanges = 1000; ///< kept; a pass that sends more is stopped

    explicit DebugService(QObject *parent = nullptr);
    ~DebugService() override;

    /// Compiles and starts; fails with the first mistake and its place. The results of the last time are forgotten.
    domain::Result<> start(const DebugRequest &request);
    void stop(); ///< what is under way gets at most 2 s
    bool isRunning() const { return m_run != nullptr; }
    bool wasCut() const { return m_wasCut; } ///< more exchanges than are kept
    const QVector<DebugExchange> &exchanges() const { return m_exchanges; }
    const QStringList &warnings() const { return m_warnings; } ///< e.g. of unknown names

signals:
    void exchanged(int index); ///< in exchanges()
    void finished();

private:
    class Observer;

    void poll();

    QTimer m_timer;
    std::shared_ptr<Observer> m_observer;
    std::shared_ptr<const engine::Plan> m_plan;
    std::unique_ptr<engine::Run> m_run;
    QVector<DebugExchange> m_exchanges;
    QStringList m_warnings;
    std::chrono::steady_clock::time_point m_began; ///< of the first exchange
    bool m_wasCut = false;
};

/// DebugCaseResult of the reference with `extracted`, `checks` and `timing` (cli-and-files.md).
QJsonObject toJson(const DebugExchange &exchange);

} // namespace services
