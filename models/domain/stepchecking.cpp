#include "models/domain/stepchecking.h"
#include "models/domain/instruction.h"
#include "models/domain/protocolcard.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

const Transaction *libraryOf(const Project &project, TransactionId id)
{
    const auto found = std::ranges::find(project.transactions, id, &Transaction::id);
    return found == project.transactions.end() ? nullptr : &*found;
}

bool isHttp(const Message &message) { return message.protocol == Protocol::Http || message.protocol == Protocol::Https; }

} // namespace

const QSet<QString> &functionNames()
{
    static const QSet<QString> names{
        u"idcard"_s, u"mobile"_s, u"random"_s, u"randomStr"_s, u"timestamp"_s, u"time"_s, u"uuid"_s, u"md5"_s, u"md5Base64"_s,
        u"sha1"_s, u"sha224"_s, u"sha256"_s, u"sha384"_s, u"sha512"_s, u"base64"_s, u"base64Decode"_s, u"add"_s, u"sub"_s,
        u"mul"_s, u"div"_s, u"round"_s, u"vu"_s, u"iter"_s, u"case"_s, u"loop"_s, u"plugin"_s};
    return names;
}

QString stepName(StepKind kind)
{
    switch (kind) {
    case StepKind::Request: return Words::tr("Request");
    case StepKind::Data: return Words::tr("Data instruction");
    case StepKind::Loop: return Words::tr("Loop");
    case StepKind::Condition: return Words::tr("Condition");
    case StepKind::UserShare: return Words::tr("Share of users");
    case StepKind::Throughput: return Words::tr("Throughput controller");
    case StepKind::Rendezvous: return Words::tr("Rendezvous");
    case StepKind::Plugin: return Words::tr("Plugin request");
    }
    return {};
}

QString stepTitle(const Step &step)
{
    const QString own = step.kind == StepKind::Request ? step.message.name : step.data["name"_L1].toString();
    return own.isEmpty() ? stepName(step.kind) : own;
}

StepChecking::StepChecking(const Project &project, QString owner, CaseId testCase, QVector<Finding> &findings)
    : m_project(project), m_owner(std::move(owner)), m_case(testCase), m_findings(findings)
{
}

void StepChecking::addProjectNames()
{
    for (const Variable &variable : m_project.variables) {
        m_names << variable.name;
        if (variable.type != VariableType::File)
            continue;
        m_hasUnknownColumns |= variable.values.isEmpty();
        for (const QJsonValue &column : variable.values)
            m_names << column.toString() << variable.name + u'.' + column.toString();
    }
    for (const Environment &environment : m_project.environments)
        for (const KeyValue &value : environment.values)
            m_names << value.key;
}

void StepChecking::addNames(const QVector<Step> &steps)
{
    for (const Step &step : steps) {
        if (step.disabled)
            continue;
        if (step.transaction.isValid()) {
            const Transaction *library = libraryOf(m_project, step.transaction);
            if (library && !m_open.contains(library->id)) {
                m_open.append(library->id);
                addNames(library->steps);
                m_open.removeLast();
            }
            continue;
        }
        m_requests += step.kind == StepKind::Request || step.kind == StepKind::Plugin;
        for (const Extraction &extraction : step.extractions)
            m_names << extraction.name;
        if (step.kind == StepKind::Data)
            for (const QJsonValue &parameter : step.data["params"_L1].toArray())
                m_names << parameter["name"_L1].toString();
        addNames(step.children);
        addNames(step.elseChildren);
        for (const QVector<Step> &branch : step.branches)
            addNames(branch);
    }
}

void StepChecking::add(const QString &place, const QString &message, StepId step, bool blocking)
{
    m_findings.push_back({m_owner + u" / "_s + place, message, m_case, step, blocking});
}

void StepChecking::names(const QString &place, const QString &text, StepId step)
{
    static const QRegularExpression reference(u"\\$\\{([^{}()$]+)(\\()?"_s);
    auto matches = reference.globalMatch(text);
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        const bool known = name.startsWith("__"_L1) ? functionNames().contains(name.mid(2))
                                                    : m_names.contains(name) || m_hasUnknownColumns;
        if (!known)
            add(place, Words::tr("${%1} is not known; it is sent as written.").arg(name), step, false);
    }
}

void StepChecking::check(const QVector<Step> &steps, bool into)
{
    ++m_depth;
    const auto leave = qScopeGuard([this] { --m_depth; });
    for (const Step &step : steps) {
        if (step.disabled)
            continue;
        if (m_depth > deepestNesting + 1) {
            add(stepTitle(step), Words::tr("Instructions are nested deeper than ten levels."), step.id);
            return;
        }
        checkStep(step, into);
    }
}

void StepChecking::checkStep(const Step &step, bool into)
{
    if (step.transaction.isValid())
        return checkTransaction(step, into);
    if (step.kind == StepKind::Request)
        return checkRequest(step);
    checkInstruction(step);
    check(step.children, into);
    check(step.elseChildren, into);
    for (const QVector<Step> &branch : step.branches)
        check(branch, into);
}

void StepChecking::checkTransaction(const Step &step, bool into)
{
    const Transaction *library = libraryOf(m_project, step.transaction);
    const QString place = !step.transactionName.isEmpty() ? step.transactionName : Words::tr("Transaction");
    if (!library)
        return add(place, Words::tr("The transaction %1 is not in the library.").arg(step.transaction.value), step.id);
    if (!into)
        return;
    if (m_open.contains(library->id)) {
        QStringList way;
        for (qsizetype i = m_open.indexOf(library->id); i < m_open.size(); ++i)
            way << u"“%1”"_s.arg(libraryOf(m_project, m_open[i])->name);
        return add(library->name, Words::tr("The transaction contains itself, by way of %1.").arg(way.join(u" → "_s)), step.id);
    }
    m_open.append(library->id);
    check(library->steps, into);
    m_open.removeLast();
}

void StepChecking::checkRequest(const Step &step)
{
    const QString name = step.message.name.isEmpty() ? Words::tr("unnamed request") : step.message.name;
    checkMessage(step, name);
    checkBody(step, name);
    if (isHttp(step.message))
        checkConnection(step, name);
    checkChecks(step, name);
}

void StepChecking::checkMessage(const Step &step, const QString &name)
{
    const Message &message = step.message;
    const auto place = [&](const QString &part) { return name + u" / "_s + part; };
    const bool http = isHttp(message);
    const QString address = addressOf(message);
    if (address.trimmed().isEmpty())
        add(place(u"URL"_s), Words::tr("The request has no URL."), step.id);
    else if (http && !message.url.contains("${"_L1)) {
        const QUrl url(message.url, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
            add(place(u"URL"_s), Words::tr("“%1” is not a URL: it must start with http:// or https:// and name a host.").arg(message.url), step.id);
    }
    static const QRegularExpression token(u"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$"_s);
    if (http && !token.match(message.method).hasMatch())
        add(place(Words::tr("Method")), Words::tr("“%1” is not a method.").arg(message.method), step.id);
    for (const KeyValue &header : message.headers) {
        if (!header.enabled)
            continue;
        if (!token.match(header.key).hasMatch())
            add(place(Words::tr("Headers")), Words::tr("“%1” is not a header name.").arg(header.key), step.id);
        if (header.value.contains(u'\n') || header.value.contains(u'\r'))
            add(place(Words::tr("Headers")), Words::tr("The value of “%1” must not hold a line break.").arg(header.key), step.id);
        names(place(Words::tr("Headers")), header.key + header.value, step.id);
    }
    if (message.connectTimeoutMs < 20 || message.connectTimeoutMs > 300'000 || message.returnTimeoutMs < 20 || message.returnTimeoutMs > 300'000)
        add(place(Words::tr("Timeouts")), Words::tr("Timeouts must be from 20 ms to 5 minutes."), step.id);
    names(place(u"URL"_s), address, step.id);
    for (const KeyValue &one : message.query)
        if (one.enabled)
            names(place(Words::tr("Params")), one.key + one.value, step.id);
}

void StepChecking::checkBody(const Step &step, const QString &name)
{
    const Message &message = step.message;
    const QString place = name + u" / "_s + Words::tr("Body");
    if (message.bodyType == BodyType::Text)
        return names(place, message.body, step.id);
    for (const KeyValue &part : message.form) {
        if (!part.enabled)
            continue;
        names(place, part.key + part.value, step.id);
        const bool isFile = message.bodyType == BodyType::Multipart && formPart(part).isFile;
        if (isFile && part.value.trimmed().isEmpty())
            add(place, Words::tr("The part “%1” names no file.").arg(part.key), step.id);
        if (part.key.isEmpty() && !part.value.isEmpty())
            add(place, Words::tr("A part of the body has no name."), step.id);
    }
}

void StepChecking::checkConnection(const Step &step, const QString &name)
{
    const Message &message = step.message;
    const auto place = [&](const QString &part) { return name + u" / "_s + part; };
    if (message.auth.kind == Authentication::Basic && message.auth.user.isEmpty())
        add(place(Words::tr("Authentication")), Words::tr("Basic authentication needs a user."), step.id);
    if (message.auth.kind == Authentication::Bearer && message.auth.token.isEmpty())
        add(place(Words::tr("Authentication")), Words::tr("Bearer authentication needs a token."), step.id);
    names(place(Words::tr("Authentication")), message.auth.user + message.auth.password + message.auth.token, step.id);
    const ClientCertificate &certificate = message.clientCertificate;
    if (certificate.isEmpty() != certificate.key.isEmpty())
        add(place(Words::tr("Client certificate")), Words::tr("A client certificate needs two files: certificate and key."), step.id);
    for (const KeyValue &host : message.hosts) {
        if (host.enabled && (host.key.trimmed().isEmpty() || host.value.trimmed().isEmpty()))
            add(place(Words::tr("Hosts")), Words::tr("A bound host needs a name and at least one address."), step.id);
    }
    if (!message.proxy.isEmpty()) {
        const QUrl proxy(message.proxy, QUrl::StrictMode);
        if (!proxy.isValid() || proxy.scheme() != "http"_L1 || proxy.host().isEmpty())
            add(place(Words::tr("Proxy")), Words::tr("“%1” is not a proxy: it must read http://host:port.").arg(message.proxy), step.id);
    }
    if (step.thinkTime && step.thinkTime->ms < 0)
        add(place(Words::tr("Think time")), Words::tr("Think time must not be negative."), step.id);
}

void StepChecking::checkChecks(const Step &step, const QString &name)
{
    const QString checks = name + u" / "_s + Words::tr("Checkpoint"), extractions = name + u" / "_s + Words::tr("Extraction");
    if (step.checkpoint && step.checkpoint->enabled) {
        const Checkpoint &checkpoint = *step.checkpoint;
        if (checkpoint.retryTimes > 100)
            add(checks, Words::tr("A request is repeated at most 100 times."), step.id);
        if (checkpoint.retryIntervalMs > 3'600'000)
            add(checks, Words::tr("Repeats are at most one hour apart."), step.id);
        for (const CheckItem &item : checkpoint.items) {
            if (!checkSources().contains(item.source))
                add(checks, Words::tr("A checkpoint cannot look at “%1”.").arg(item.source), step.id);
            else if (item.source != "status"_L1 && item.source != "body"_L1 && item.key.trimmed().isEmpty())
                add(checks, Words::tr("A comparison does not say which value it looks at."), step.id);
            if (!comparisonNames().contains(item.comparison) && item.comparison != "="_L1)
                add(checks, Words::tr("“%1” is not a way to compare.").arg(item.comparison), step.id);
            names(checks, item.value, step.id);
        }
    }
    for (const Extraction &extraction : step.extractions) {
        if (extraction.name.isEmpty())
            add(extractions, Words::tr("An extraction has no name."), step.id);
        const QString title = extraction.name.isEmpty() ? extractions : extractions + u" / "_s + extraction.name;
        if (extraction.matchIndex < 1)
            add(title, Words::tr("Matches are counted from 1."), step.id);
        if (extraction.range <= 3 && extraction.regexp.isEmpty())
            add(title, Words::tr("The extraction has no regular expression."), step.id);
        if (extraction.range == 5 && extraction.key.trimmed().isEmpty())
            add(title, Words::tr("The extraction does not say which JSON value it takes."), step.id);
        if (extraction.range == 6 && extraction.key.trimmed().isEmpty())
            add(title, Words::tr("The extraction has no XPath."), step.id);
    }
}

} // namespace domain
