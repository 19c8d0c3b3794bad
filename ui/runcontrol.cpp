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

domain::Result<> RunControl::start(QVector<domain::CaseId> cases, const QString &environment)
{
    if (cases.isEmpty()) {
        for (const auto &c : m_application.workspace().document().project().cases) {
            if (c.enabled)
                cases << c.id;
        }
    }
    if (cases.isEmpty())
        return domain::fail(tr("There is no case to run; add one first."));
    const auto started = m_application.runs().start(m_application.requestFor(cases, {}, environment));
    return started ? domain::Result<>() : tl::unexpected(started.error());
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
