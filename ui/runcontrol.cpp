#include "ui/runcontrol.h"

namespace ui {

RunControl::RunControl(services::Application &application, QObject *parent) : QObject(parent), m_application(application)
{
    connect(&application.runs(), &services::RunService::started, this, [this](services::RunSession *session) {
        connect(session, &services::RunSession::storeFailed, this, &RunControl::noticed);
        emit changed();
    });
    connect(&application.runs(), &services::RunService::ended, this, [this](services::RunSession *session) {
        emit ended(session);
        emit changed();
    });
}

bool RunControl::isRunning() const
{
    const auto *session = m_application.runs().current();
    return session && !session->isEnded();
}

domain::Result<> RunControl::start(QVector<domain::CaseId> cases, const QString &environment, bool withoutThinkTime)
{
    if (cases.isEmpty()) {
        for (const auto &c : m_application.workspace().document().project().cases) {
            if (c.enabled)
                cases << c.id;
        }
    }
    if (cases.isEmpty())
        return domain::fail(tr("There is no case to run; add one first."));
    services::RunRequest request = m_application.requestFor(cases, {}, environment);
    request.withoutThinkTime = withoutThinkTime;
    return started(std::move(request));
}

domain::Result<> RunControl::startTask(domain::TaskId id, const QString &environment)
{
    const domain::Task *task = m_application.workspace().document().project().findTask(id);
    return task ? started(m_application.requestFor(task->cases, id, environment)) : domain::fail(tr("The task is gone."));
}

domain::Result<> RunControl::started(services::RunRequest request)
{
    const auto session = m_application.runs().start(std::move(request));
    return session ? domain::Result<>() : tl::unexpected(session.error());
}

void RunControl::stop()
{
    if (isRunning())
        m_application.runs().current()->stop();
}

void RunControl::stopNow()
{
    if (isRunning())
        m_application.runs().current()->stopNow();
}

} // namespace ui
