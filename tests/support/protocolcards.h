// Cards of each protocol, the project they make and what a run of them comes to: for tests that go from the card to the figures.
#pragma once

#include "app/services/plancompiler.h"
#include "models/domain/httpversion.h"
#include "models/domain/protocolcard.h"
#include "tests/engine/runfixture.h"

#include <QJsonArray>

#include <cstdint>
#include <stdexcept>

namespace cards {

using namespace Qt::StringLiterals;
using domain::Protocol;
using domain::Step;
using engine::Outcome;
using engine::Tally;

using Variables = QHash<QString, QStringList>;

inline Step card(Protocol protocol, const QString &url, const QString &method = {}, const QString &body = {})
{
    Step step = domain::newRequest(u"card"_s, method, url);
    step.message.protocol = protocol;
    step.message.body = body;
    step.message.connectTimeoutMs = 5000;
    step.message.returnTimeoutMs = 5000;
    step.message.verifyTls = false; // servers of tests sign for themselves
    return step;
}

inline Step expecting(Step step, const QString &body)
{
    step.checkpoint = domain::Checkpoint();
    step.checkpoint->items = {{u"body"_s, {}, u"=="_s, body}};
    return step;
}

/// That its answer has this status, whichever.
inline Step answering(Step step, int status)
{
    if (!step.checkpoint)
        step.checkpoint = domain::Checkpoint();
    step.checkpoint->items.append({u"status"_s, {}, u"=="_s, QString::number(status)});
    return step;
}

inline Step mqtt(Step step, const QString &topic, int awaited = 0, bool retain = false, int qos = 0)
{
    domain::MqttOptions options;
    options.topic = topic;
    options.awaitedMessages = awaited;
    options.retain = retain;
    options.qos = qos;
    domain::setMqttOptions(step.message, options);
    return step;
}

inline Step stream(Step step, int seconds = 1)
{
    domain::StreamOptions options;
    options.duration = seconds;
    options.retryTimes = 0;
    if (step.message.url.startsWith(u"rtmp"_s))
        options.rtmpUrl = step.message.url;
    domain::setStreamOptions(step.message, options);
    return step;
}

inline Step socketCard(Step step, const domain::SocketOptions &options)
{
    domain::setSocketOptions(step.message, options);
    return step;
}

inline domain::Project projectOf(const QVector<Step> &steps, int users, int passes, const Variables &variables = {})
{
    domain::TestCase testCase;
    testCase.id = {1};
    testCase.name = u"case"_s;
    testCase.steps = steps;
    domain::Stage stage;
    stage.byCount = true;
    stage.users = users;
    stage.count = passes;
    testCase.stages = {stage};
    domain::Project project;
    project.name = u"project"_s;
    project.cases = {testCase};
    for (auto i = variables.cbegin(); i != variables.cend(); ++i) {
        domain::Variable variable;
        variable.id.value = int(project.variables.size()) + 1;
        variable.name = i.key();
        if (i.value().size() > 1)
            variable.type = domain::VariableType::Enumeration;
        variable.values = QJsonArray::fromStringList(i.value());
        project.variables.append(variable);
    }
    return project;
}

inline std::shared_ptr<const engine::Plan> compiled(const domain::Project &project)
{
    services::CompileOptions options;
    options.threads = 1;
    const auto run = services::compile(project, {domain::CaseId{1}}, options);
    if (!run)
        throw std::runtime_error(run.error().message.toStdString());
    return run->plan;
}

inline engine::Totals run(const QVector<Step> &steps, int users, int passes, const Variables &variables = {})
{
    return engine::runToEnd(compiled(projectOf(steps, users, passes, variables)));
}

inline QString firstError(const engine::Totals &totals) { return totals.errors.empty() ? QString() : QString::fromStdString(totals.errors.front().message); }

inline uint64_t failures(const Tally &tally, Outcome outcome) { return tally.failed[size_t(outcome) - 1]; }

} // namespace cards
