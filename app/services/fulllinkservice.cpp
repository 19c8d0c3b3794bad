#include "app/services/fulllinkservice.h"

#include "app/services/workspaceservice.h"
#include <QDateTime>
#include <QJsonDocument>
#include <algorithm>

namespace services {

using namespace Qt::StringLiterals;
using domain::AgentId;
using domain::ApplicationId;
using domain::LinkAgent;
using domain::LinkApplication;

namespace {

const QString setting = u"full_link"_s;

} // namespace

FullLinkService::FullLinkService(WorkspaceService &workspace, Clock clock, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_clock(clock ? std::move(clock) : Clock(QDateTime::currentMSecsSinceEpoch))
{
    m_watch.setSingleShot(true);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        emit agentsChanged();
        watch();
    });
    connect(&m_workspace, &WorkspaceService::workspaceOpened, this, &FullLinkService::reload);
    reload();
}

FullLinkService::~FullLinkService() = default;

void FullLinkService::reload()
{
    const auto json = QJsonDocument::fromJson(m_workspace.setting(setting).toUtf8()).object();
    m_state = domain::fullLinkFromJson(json).value_or(domain::FullLink());
    emit applicationsChanged();
    emit agentsChanged();
    watch();
}

void FullLinkService::save()
{
    m_workspace.setSetting(setting, QString::fromUtf8(QJsonDocument(domain::toJson(m_state)).toJson(QJsonDocument::Compact)));
}

const LinkApplication *FullLinkService::application(ApplicationId id) const
{
    const auto found = std::ranges::find(m_state.applications, id, &LinkApplication::id);
    return found == m_state.applications.end() ? nullptr : &*found;
}

LinkApplication *FullLinkService::find(ApplicationId id)
{
    const auto found = std::ranges::find(m_state.applications, id, &LinkApplication::id);
    return found == m_state.applications.end() ? nullptr : &*found;
}

const LinkAgent *FullLinkService::agent(AgentId id) const
{
    const auto found = std::ranges::find(m_state.agents, id, &LinkAgent::id);
    return found == m_state.agents.end() ? nullptr : &*found;
}

ApplicationId FullLinkService::addApplication(const QString &name)
{
    const ApplicationId id{++m_state.lastApplication};
    m_state.applications.append({id, name.trimmed().isEmpty() ? tr("Application %1").arg(id.value) : name.trimmed(), {}, m_clock()});
    save();
    emit applicationsChanged();
    return id;
}

void FullLinkService::renameApplication(ApplicationId id, const QString &name)
{
    LinkApplication *found = find(id);
    if (!found || name.trimmed().isEmpty() || found->name == name.trimmed())
        return;
    found->name = name.trimmed();
    save();
    emit applicationsChanged();
}

void FullLinkService::removeApplication(ApplicationId id)
{
    if (!find(id))
        return;
    m_state.applications.removeIf([id](const LinkApplication &one) { return one.id == id; });
    m_state.agents.removeIf([id](const LinkAgent &one) { return one.application == id; });
    save();
    emit applicationsChanged();
    emit agentsChanged();
}

void FullLinkService::setRules(ApplicationId id, domain::AgentRules rules)
{
    LinkApplication *found = find(id);
    if (!found)
        return;
    for (domain::MockRule &rule : rules.mocks)
        if (rule.id <= 0)
            rule.id = ++m_state.lastRule;
    if (found->rules == rules)
        return;
    found->rules = std::move(rules);
    found->changed = m_clock();
    save();
    emit applicationsChanged();
}

domain::Result<> FullLinkService::setMark(const domain::StressMark &mark)
{
    const domain::StressMark trimmed{mark.name.trimmed(), mark.value.trimmed()};
    if (trimmed.name.isEmpty() || !http::isCleanHeader(trimmed.name.toUtf8(), trimmed.value.toUtf8()))
        return domain::fail(tr("The stress mark must be a header: a name of letters, digits and hyphens, and a value of one line."));
    if (m_state.mark == trimmed)
        return {};
    m_state.mark = trimmed;
    save();
    return {};
}

void FullLinkService::removeAgent(AgentId id)
{
    if (m_state.agents.removeIf([id](const LinkAgent &one) { return one.id == id; }) == 0)
        return;
    save();
    emit agentsChanged();
}

AgentId FullLinkService::registerAgent(ApplicationId application, const QString &address, const QString &version, const QString &alias)
{
    if (!find(application)) {
        m_state.applications.append({application, tr("Application %1").arg(application.value), {}, m_clock()});
        m_state.lastApplication = std::max(m_state.lastApplication, application.value);
        emit applicationsChanged();
    }
    const auto known = std::ranges::find_if(m_state.agents, [&](const LinkAgent &one) {
        return one.application == application && one.address == address && one.alias == alias;
    });
    AgentId id;
    if (known != m_state.agents.end()) {
        id = known->id;
        known->version = version;
        known->lastSeen = m_clock();
    } else {
        id = {++m_state.lastAgent};
        m_state.agents.append({id, application, address, version, alias, m_clock(), m_clock()});
    }
    save();
    emit agentsChanged();
    watch();
    return id;
}

bool FullLinkService::updateAgent(AgentId id, ApplicationId application, const QString &address, const QString &version, const QString &alias)
{
    const auto found = std::ranges::find(m_state.agents, id, &LinkAgent::id);
    if (found == m_state.agents.end() || found->application != application)
        return false;
    found->address = address;
    found->version = version;
    if (!alias.isEmpty())
        found->alias = alias;
    found->lastSeen = m_clock();
    save();
    emit agentsChanged();
    watch();
    return true;
}

bool FullLinkService::heartbeat(AgentId id)
{
    const auto found = std::ranges::find(m_state.agents, id, &LinkAgent::id);
    if (found == m_state.agents.end())
        return false;
    const bool wasOnline = isOnline(*found);
    found->lastSeen = m_clock();
    save();
    if (!wasOnline)
        emit agentsChanged();
    watch();
    return true;
}

bool FullLinkService::isOnline(const LinkAgent &agent) const
{
    return m_clock() - agent.lastSeen <= heartbeatMs * missedUntilOffline;
}

void FullLinkService::watch()
{
    qint64 soonest = -1;
    for (const LinkAgent &agent : std::as_const(m_state.agents)) {
        if (!isOnline(agent))
            continue;
        const qint64 left = agent.lastSeen + heartbeatMs * missedUntilOffline - m_clock() + 1;
        soonest = soonest < 0 ? left : std::min(soonest, left);
    }
    if (soonest < 0)
        m_watch.stop();
    else
        m_watch.start(int(std::clamp<qint64>(soonest, 1, heartbeatMs * missedUntilOffline + 1)));
}

domain::Result<QString> FullLinkService::startMock(quint16 port)
{
    if (m_mock && m_mock->isListening())
        return mockUrl();
    http::Limits limits;
    limits.loopbackHost = false; // the application calls it by whatever name it knows the callee
    m_mock = std::make_unique<http::Server>([this](const http::Request &request) { return mockAnswer(request); }, limits);
    if (!m_mock->listen(port)) {
        const QString why = m_mock->errorString();
        m_mock.reset();
        return domain::fail(tr("The mock endpoint could not start: %1").arg(why));
    }
    emit mockChanged();
    return mockUrl();
}

void FullLinkService::stopMock()
{
    if (!std::exchange(m_mock, nullptr))
        return;
    emit mockChanged();
}

QString FullLinkService::mockUrl() const
{
    return m_mock ? u"http://127.0.0.1:%1"_s.arg(m_mock->port()) : QString();
}

http::Response FullLinkService::mockAnswer(const http::Request &request) const
{
    const QString target = QString::fromUtf8(request.target);
    const QString method = QString::fromLatin1(request.method == "HEAD" ? QByteArray("GET") : request.method);
    const domain::MockRule *rule = nullptr;
    for (const LinkApplication &application : m_state.applications)
        if (!rule)
            rule = domain::mockFor(application.rules.mocks, method, target);
    http::Response response;
    if (!rule) {
        response.status = 404;
        response.headers = {{"Content-Type", "application/json"}};
        response.body = R"({"error_code":"CPTS.04004001","error_msg":"No mock rule matches this request."})";
        return response;
    }
    if (rule->redirect) {
        response.status = 307; // the method and the body stay
        response.headers = {{"Location", rule->redirectUrl.toUtf8()}};
    } else {
        response.status = rule->code;
        response.body = rule->body.toUtf8();
        bool typed = false;
        for (const auto &[name, value] : rule->headers) {
            const QByteArray lower = name.toLatin1().toLower();
            if (lower == "content-length" || lower == "transfer-encoding" || lower == "connection" || lower == "date")
                continue; // those are the endpoint's own
            typed = typed || lower == "content-type";
            response.headers.append({name.toUtf8(), value.toUtf8()});
        }
        if (!typed)
            response.headers.emplaceBack("Content-Type", "application/json");
    }
    if (rule->delayMs <= 0)
        return response;
    http::Response delayed;
    delayed.later = [response, delay = rule->delayMs](const std::function<void(http::Response)> &answer) {
        QTimer::singleShot(delay, [response, answer] { answer(response); });
    };
    return delayed;
}

} // namespace services
