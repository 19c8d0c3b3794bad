// Full-link stress (reference 4.7, semantics.md 8): applications under test, the agents that run in them, and the shadow
// rules an agent fetches. `extra` keeps members this program does not know.
#pragma once

#include "models/domain/ids.h"
#include "models/domain/result.h"
#include <QJsonObject>
#include <QVector>

namespace domain {

using ApplicationId = Id<struct ApplicationTag>;
using AgentId = Id<struct AgentTag>;

/// A call of the application that is answered in the callee's place (MockRuleConfig).
struct MockRule
{
    int id = 0;
    QString name;
    bool enabled = true;
    QString method = QStringLiteral("GET"); ///< GET POST PUT DELETE PATCH
    QString url;            ///< request_url: exact, or with * for any text
    bool redirect = false;  ///< mock_strategy redirect, else json
    QString redirectUrl;
    int code = 200;         ///< 200..599
    QVector<QPair<QString, QString>> headers;
    QString body;
    int delayMs = 0;        ///< response_time, 0..300000
    QJsonObject extra;

    bool operator==(const MockRule &) const = default;
};

/// Where marked traffic goes instead: a kind of store with its switch and its place (AgentConfig).
struct AgentRules
{
    bool mainSwitch = false; ///< off: agents pass everything
    bool database = false, redis = false, kafka = false, clickhouse = false, pulsar = false;
    QString databaseType, databaseRepository; ///< database | table, JSON text of shadow sources
    QString redisType, redisKeyPrefix, redisRepository; ///< key | repository
    QString kafkaPrefix, pulsarPrefix;
    QString clickhouseType, clickhouseRepository;
    QString logLevel = QStringLiteral("INFO"), logPath;       ///< of the agent: INFO DEBUG WARN ERROR
    QString appLogLevel = QStringLiteral("INFO"), appLogPath; ///< ALL TRACE DEBUG INFO WARN ERROR OFF
    QString extensions;
    QVector<MockRule> mocks; ///< the first enabled one that matches counts
    QJsonObject extra;

    bool operator==(const AgentRules &) const = default;
};

struct LinkApplication
{
    ApplicationId id;
    QString name;
    AgentRules rules;
    qint64 changed = 0; ///< when its rules last changed, ms since 1970; 0: never

    bool operator==(const LinkApplication &) const = default;
};

struct LinkAgent
{
    AgentId id;
    ApplicationId application;
    QString address, version, alias;
    qint64 registered = 0, lastSeen = 0; ///< ms since 1970, this computer's clock

    bool operator==(const LinkAgent &) const = default;
};

/// The header that sets marked traffic apart from other, in HTTP requests and WebSocket handshakes.
struct StressMark
{
    QString name = QStringLiteral("x-test"), value = QStringLiteral("true");

    bool operator==(const StressMark &) const = default;
};

struct FullLink
{
    StressMark mark;
    QVector<LinkApplication> applications;
    QVector<LinkAgent> agents;
    int lastApplication = 0, lastAgent = 0, lastRule = 0; ///< ids given so far

    bool operator==(const FullLink &) const = default;
};

QJsonObject toJson(const MockRule &rule); ///< MockRuleConfig; absent where the reference would have null
Result<MockRule> mockRuleFromJson(const QJsonObject &json);
QJsonObject toJson(const AgentRules &rules); ///< AgentConfig without agent_id
Result<AgentRules> agentRulesFromJson(const QJsonObject &json);
QJsonObject toJson(const FullLink &fullLink);
Result<FullLink> fullLinkFromJson(const QJsonObject &json);

/// The first enabled rule for a call; `url` whole, or path and query alone. Null: none.
const MockRule *mockFor(const QVector<MockRule> &rules, const QString &method, const QString &url);

} // namespace domain
