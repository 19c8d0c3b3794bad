#include "app/api/agentscontroller.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace api {

using namespace Qt::StringLiterals;
using domain::AgentId;
using domain::ApplicationId;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::AgentsController)
};

} // namespace

QVector<Route> AgentsController::routes()
{
    return {{u"ShowAgentConfig"_s, [this](const Request &r) { return registerOrFetch(r); }},
            {u"UpdateAgentHealthStatus"_s, [this](const Request &r) { return heartbeat(r); }}};
}

QJsonObject AgentsController::configOf(AgentId id) const
{
    const auto &fullLink = m_workshop.services().fullLink();
    const auto *agent = fullLink.agent(id);
    const auto *application = agent ? fullLink.application(agent->application) : nullptr;
    QJsonObject config = domain::toJson(application ? application->rules : domain::AgentRules());
    config["agent_id"_L1] = id.value;
    QJsonArray rules;
    for (const QJsonValue &value : config["mock_rule_list"_L1].toArray()) {
        QJsonObject rule = value.toObject();
        rule["project_id"_L1] = m_workshop.tenant();
        rules.append(rule);
    }
    config["mock_rule_list"_L1] = rules;
    return config;
}

Response AgentsController::registerOrFetch(const Request &request) const
{
    auto &fullLink = m_workshop.services().fullLink();
    const QJsonObject body = request.object();
    const ApplicationId application{body["app_id"_L1].toInt()};
    const QString address = body["address"_L1].toString(), version = body["version"_L1].toString(), alias = body["alias"_L1].toString();
    if (!application.isValid())
        return wrong(Words::tr("app_id: must be the number of an application."));
    if (address.trimmed().isEmpty() || std::max({address.size(), version.size(), alias.size()}) > 255)
        return wrong(Words::tr("address, version, alias: must have 1 to 255 characters."));
    AgentId id;
    if (const QString given = body["agent_id"_L1].toString(); !given.isEmpty()) {
        bool isNumber = false;
        id = {given.toInt(&isNumber)};
        if (!isNumber)
            return wrong(Words::tr("agent_id: must be a number."));
        if (!fullLink.updateAgent(id, application, address, version, alias))
            return notFound(Words::tr("agent"), id.value);
    } else {
        id = fullLink.registerAgent(application, address, version, alias);
    }
    return success(200, {{u"extend"_s, QJsonValue::Null}, {u"result"_s, configOf(id)}});
}

Response AgentsController::heartbeat(const Request &request) const
{
    const AgentId id{request.id(u"agent_id"_s)};
    auto &fullLink = m_workshop.services().fullLink();
    if (!fullLink.heartbeat(id))
        return notFound(Words::tr("agent"), id.value);
    // What the agent sent is when it last fetched; what it gets is when there was last something new to fetch.
    const auto *application = fullLink.application(fullLink.agent(id)->application);
    const QJsonObject detail{{u"id"_s, application ? application->id.value : 0}, {u"status"_s, u"NORMAL"_s},
                             {u"update_time"_s, application ? application->changed : 0}, {u"result"_s, configOf(id)}};
    return success(200, {{u"extend"_s, QJsonValue::Null}, {u"result"_s, detail}});
}

} // namespace api
