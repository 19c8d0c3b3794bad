// Applications under test, the agents in them and their rules, kept in the workspace; and the mock endpoint that serves the
// mock rules. GUI thread.
#pragma once

#include "app/http/server.h"
#include "models/domain/fulllink.h"
#include <QObject>
#include <QTimer>
#include <functional>

namespace services {

class WorkspaceService;

class FullLinkService : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<qint64()>; ///< ms since 1970

    static constexpr qint64 heartbeatMs = 30'000;
    static constexpr int missedUntilOffline = 3;

    explicit FullLinkService(WorkspaceService &workspace, Clock clock = {}, QObject *parent = nullptr);
    ~FullLinkService() override;

    void reload(); ///< from the workspace: after it was opened
    const QVector<domain::LinkApplication> &applications() const { return m_state.applications; }
    const QVector<domain::LinkAgent> &agents() const { return m_state.agents; }
    const domain::StressMark &mark() const { return m_state.mark; } ///< of the requests of marked tasks and cases
    domain::Result<> setMark(const domain::StressMark &mark); ///< refused where it could not stand in a head
    const domain::LinkApplication *application(domain::ApplicationId id) const;
    const domain::LinkAgent *agent(domain::AgentId id) const;

    // The window
    domain::ApplicationId addApplication(const QString &name);
    void renameApplication(domain::ApplicationId id, const QString &name);
    void removeApplication(domain::ApplicationId id); ///< with its agents
    /// Rules without an id get one.
    void setRules(domain::ApplicationId id, domain::AgentRules rules);
    void removeAgent(domain::AgentId id);

    // The agents
    /// A place that registers again keeps its number. An application nobody made yet is made, with every switch off.
    domain::AgentId registerAgent(domain::ApplicationId application, const QString &address, const QString &version, const QString &alias);
    /// Fetches anew: version, address and alias may have changed. False: no such agent in that application.
    bool updateAgent(domain::AgentId id, domain::ApplicationId application, const QString &address, const QString &version, const QString &alias);
    bool heartbeat(domain::AgentId id); ///< false: no such agent
    bool isOnline(const domain::LinkAgent &agent) const;

    // The mock endpoint
    /// Port 0: a free one. Answers the URL, also when it was started before.
    domain::Result<QString> startMock(quint16 port = 0);
    void stopMock();
    QString mockUrl() const; ///< empty while it is not running
    http::Response mockAnswer(const http::Request &request) const; ///< with its delay still to come in `later`

signals:
    void applicationsChanged();
    void agentsChanged(); ///< registered, gone, on line or off line
    void mockChanged();

private:
    domain::LinkApplication *find(domain::ApplicationId id);
    void save();
    void watch();

    WorkspaceService &m_workspace;
    Clock m_clock;
    domain::FullLink m_state;
    QTimer m_watch; ///< wakes when the next agent may have gone off line; off while none is on line
    std::unique_ptr<http::Server> m_mock;
};

} // namespace services
