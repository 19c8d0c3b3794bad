#include "models/domain/validation.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Validation", text); }

const QSet<QString> &functions()
{
    static const QSet<QString> names{
        u"idcard"_s, u"mobile"_s, u"random"_s, u"randomStr"_s, u"timestamp"_s, u"time"_s, u"uuid"_s, u"md5"_s, u"md5Base64"_s,
        u"sha1"_s, u"sha224"_s, u"sha256"_s, u"sha384"_s, u"sha512"_s, u"base64"_s, u"base64Decode"_s, u"add"_s, u"sub"_s,
        u"mul"_s, u"div"_s, u"round"_s, u"vu"_s, u"iter"_s, u"case"_s, u"loop"_s};
    return names;
}

class Checking
{
public:
    Checking(const Project &project, const TestCase &testCase, QVector<Finding> &findings)
        : m_project(project), m_case(testCase), m_findings(findings)
    {
        for (const Variable &variable : project.variables) {
            m_names << variable.name;
            if (variable.type == VariableType::File)
                for (const QJsonValue &column : variable.values)
                    m_names << column.toString() << variable.name + u'.' + column.toString();
            m_hasFile |= variable.type == VariableType::File;
        }
        for (const Environment &environment : project.environments)
            for (const KeyValue &value : environment.values)
                m_names << value.key;
        collectNames(testCase.setupSteps);
        collectNames(testCase.steps);
    }

    void run()
    {
        if (m_case.stages.isEmpty())
            add(tr("Stages"), tr("The case has no stage: add one to say how much load it makes."));
        if (m_case.stages.size() > 1000)
            add(tr("Stages"), tr("A case has at most 1,000 stages, this one has %1.").arg(m_case.stages.size()));
        if (m_requests == 0)
            add(tr("Steps"), tr("The case sends nothing: add a request."));
        for (const Stage &stage : m_case.stages)
            checkStage(stage);
        checkSteps(m_case.setupSteps);
        checkSteps(m_case.steps);
    }

private:
    void add(const QString &place, const QString &message, StepId step = {}, bool blocking = true)
    {
        m_findings.push_back({m_case.name + u" / "_s + place, message, m_case.id, step, blocking});
    }

    void collectNames(const QVector<Step> &steps)
    {
        for (const Step &step : steps) {
            if (step.disabled)
                continue;
            m_requests += step.kind == StepKind::Request || step.kind == StepKind::Plugin;
            for (const Extraction &extraction : step.extractions)
                m_names << extraction.name;
            for (const QJsonValue &parameter : step.data[u"params"_s].toArray())
                m_names << parameter.toObject()[u"name"_s].toString();
            if (const Transaction *transaction = library(step.transaction))
                for (const Step &inner : transaction->steps)
                    for (const Extraction &extraction : inner.extractions)
                        m_names << extraction.name;
            collectNames(step.children);
            collectNames(step.elseChildren);
            for (const QVector<Step> &branch : step.branches)
                collectNames(branch);
        }
    }

    const Transaction *library(TransactionId id) const
    {
        for (const Transaction &one : m_project.transactions)
            if (one.id == id)
                return &one;
        return nullptr;
    }

    void checkStage(const Stage &stage)
    {
        const QString place = tr("Stages") + u" / "_s + (stage.name.isEmpty() ? tr("unnamed") : stage.name);
        const bool surge = stage.mode == PressureMode::SurgeUsers || stage.mode == PressureMode::SurgeTps;
        const bool wave = surge || stage.mode == PressureMode::OscillationUsers || stage.mode == PressureMode::OscillationTps;
        const bool plain = stage.mode == PressureMode::Concurrency || stage.mode == PressureMode::Tps;
        const bool counted = stage.byCount && plain;
        if (!counted && stage.seconds <= 0 && stage.mode != PressureMode::SmartPeak)
            add(place, tr("The stage needs a duration of at least one second."));
        if ((plain || stage.isRate()) && stage.users < 1)
            add(place, tr("The stage needs at least one virtual user."));
        if (stage.mode == PressureMode::Tps && !(stage.tps > 0))
            add(place, tr("The rate must be above 0 starts a second."));
        if (counted && stage.count < stage.users)
            add(place, tr("%1 passes are fewer than the %2 virtual users: raise the count or lower the users.").arg(stage.count).arg(stage.users));
        if (wave || stage.mode == PressureMode::SmartPeak) {
            if (stage.minimum < 1 || stage.minimum > stage.maximum)
                add(place, tr("The minimum must be at least 1 and not above the maximum."));
        }
        if (wave && stage.loopCount < 1)
            add(place, tr("The number of periods must be at least 1."));
        if (surge && stage.loopCount >= 1 && stage.maxDuration * stage.loopCount >= stage.seconds)
            add(place, tr("The top of a surge must be shorter than its period."));
        if (stage.mode == PressureMode::SmartPeak && (stage.stepSize < 1 || stage.stepDuration < 1))
            add(place, tr("Smart peak needs a step of at least one user and one second."));
    }

    void checkSteps(const QVector<Step> &steps)
    {
        for (const Step &step : steps) {
            if (step.disabled)
                continue;
            if (step.kind == StepKind::Request && step.transaction.isValid()) {
                if (!library(step.transaction))
                    add(step.transactionName, tr("The transaction %1 is not in the library.").arg(step.transaction.value), step.id);
            } else if (step.kind == StepKind::Request)
                checkMessage(step);
            if (step.kind == StepKind::UserShare)
                for (const QJsonValue &branch : step.data[u"branches"_s].toArray())
                    if (const int weight = branch.toObject()[u"weight"_s].toInt(); weight < 1 || weight > 10'000)
                        add(tr("Share of users"), tr("The weight of a branch must be from 1 to 10,000."), step.id);
            checkSteps(step.children);
            checkSteps(step.elseChildren);
            for (const QVector<Step> &branch : step.branches)
                checkSteps(branch);
        }
    }

    void checkMessage(const Step &step)
    {
        const Message &message = step.message;
        const QString name = message.name.isEmpty() ? tr("unnamed request") : message.name;
        const auto place = [&](const QString &part) { return name + u" / "_s + part; };
        const bool http = message.protocol == Protocol::Http || message.protocol == Protocol::Https;
        if (message.url.trimmed().isEmpty())
            add(place(u"URL"_s), tr("The request has no URL."), step.id);
        else if (http && !message.url.contains("${"_L1)) {
            const QUrl url(message.url, QUrl::StrictMode);
            if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
                add(place(u"URL"_s), tr("“%1” is not a URL: it must start with http:// or https:// and name a host.").arg(message.url), step.id);
        }
        static const QRegularExpression token(u"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$"_s);
        if (http && !token.match(message.method).hasMatch())
            add(place(tr("Method")), tr("“%1” is not a method.").arg(message.method), step.id);
        for (const KeyValue &header : message.headers) {
            if (!header.enabled)
                continue;
            if (!token.match(header.key).hasMatch())
                add(place(tr("Headers")), tr("“%1” is not a header name.").arg(header.key), step.id);
            if (header.value.contains(u'\n') || header.value.contains(u'\r'))
                add(place(tr("Headers")), tr("The value of “%1” must not hold a line break.").arg(header.key), step.id);
            names(place(tr("Headers")), header.key + header.value, step.id);
        }
        if (message.connectTimeoutMs < 20 || message.connectTimeoutMs > 300'000 || message.returnTimeoutMs < 20 || message.returnTimeoutMs > 300'000)
            add(place(tr("Timeouts")), tr("Timeouts must be from 20 ms to 5 minutes."), step.id);
        names(place(u"URL"_s), message.url, step.id);
        for (const KeyValue &one : message.query)
            names(place(tr("Params")), one.key + one.value, step.id);
        names(place(tr("Body")), message.body, step.id);
        for (const KeyValue &one : message.form)
            names(place(tr("Body")), one.key + one.value, step.id);
    }

    void names(const QString &place, const QString &text, StepId step)
    {
        static const QRegularExpression reference(u"\\$\\{([^{}()$]+)(\\()?"_s);
        auto matches = reference.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QString name = match.captured(1);
            const bool known = name.startsWith("__"_L1) ? functions().contains(name.mid(2)) : m_names.contains(name) || m_hasFile;
            if (!known)
                add(place, tr("${%1} is not known; it is sent as written.").arg(name), step, false);
        }
    }

    const Project &m_project;
    const TestCase &m_case;
    QVector<Finding> &m_findings;
    QSet<QString> m_names;
    int m_requests = 0;
    bool m_hasFile = false;
};

} // namespace

QVector<Finding> validate(const Project &project, const TestCase &testCase)
{
    QVector<Finding> findings;
    Checking(project, testCase, findings).run();
    return findings;
}

QVector<Finding> validate(const Project &project)
{
    QVector<Finding> findings;
    for (const TestCase &testCase : project.cases)
        if (testCase.enabled)
            findings << validate(project, testCase);
    QSet<QString> names;
    for (const Task &task : project.tasks) {
        const QString place = tr("Tasks") + u" / "_s + task.name;
        if (names.contains(task.name))
            findings.push_back({place, tr("Two tasks have the name “%1”.").arg(task.name), {}, {}, true});
        names << task.name;
        if (task.cases.isEmpty())
            findings.push_back({place, tr("The task has no case."), {}, {}, true});
        for (const CaseId id : task.cases)
            if (!project.findCase(id))
                findings.push_back({place, tr("The task names case %1, which does not exist.").arg(id.value), {}, {}, true});
    }
    return findings;
}

} // namespace domain
