#include "app/exchange/jmxrequest.h"
#include "app/exchange/importtools.h"
#include "app/exchange/jmxcards.h"
#include "app/exchange/jmxtexts.h"
#include "models/domain/bodyfile.h"

#include <QCoreApplication>
#include <QUrl>

namespace exchange {

using namespace Qt::StringLiterals;
using domain::KeyValue;
using domain::Message;
using domain::Step;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::JmxRequest)
};

class Sampler
{
public:
    Sampler(const JmxElement &element, const JmxScope &scope, domain::Project &project, Ledger &ledger)
        : m_element(element), m_scope(scope), m_project(project), m_ledger(ledger) {}

    Step read()
    {
        const QString method = value("HTTPSampler.method"_L1);
        Step step = request(m_element.name, method, address());
        Message &m = step.message;
        m.verifyTls = false; // as JMeter, which trusts every certificate
        m.headers = m_scope.headers;
        m.cookies = m_scope.cookies;
        m.auth = m_scope.auth;
        m.onFailure = m_scope.onFailure;
        m.followRedirects = value("HTTPSampler.follow_redirects"_L1) == "true"_L1 || value("HTTPSampler.auto_redirects"_L1) == "true"_L1;
        m.newConnection = value("HTTPSampler.use_keepalive"_L1) == "false"_L1;
        m.connectTimeoutMs = timeout("HTTPSampler.connect_timeout"_L1, m.connectTimeoutMs);
        m.returnTimeoutMs = timeout("HTTPSampler.response_timeout"_L1, m.returnTimeoutMs);
        if (value("HTTPSampler.image_parser"_L1) == "true"_L1)
            m_ledger.add(Words::tr("Resources inside of pages are not fetched."), m.name);
        takeArguments(m);
        takeFiles(m);
        if (m_scope.pauseMs > 0)
            step.thinkTime = domain::ThinkTime{{}, std::min(m_scope.pauseMs, 3'600'000), true, {}};
        for (const JmxElement *card : m_scope.cards)
            takeJmxCard(*card, step, m_ledger);
        return step;
    }

private:
    /// Its own, else that of the defaults.
    QString value(QLatin1StringView property) const
    {
        const QString own = m_element.value(property);
        return own.isEmpty() ? m_scope.defaults.value(property) : own;
    }

    QString text(QLatin1StringView property) const { return fromJmxText(value(property).trimmed(), m_ledger, m_element.name); }

    int timeout(QLatin1StringView property, int absent) const
    {
        const int given = jmxNumber(value(property), 0, 0, m_ledger, m_element.name);
        return given > 0 ? std::clamp(given, 20, 300'000) : absent;
    }

    QString address() const
    {
        QString path = text("HTTPSampler.path"_L1);
        if (path.startsWith(u"http://") || path.startsWith(u"https://"))
            return path;
        QString host = text("HTTPSampler.domain"_L1), protocol = text("HTTPSampler.protocol"_L1);
        if (host.isEmpty()) {
            host = u"${host}"_s;
            addVariable(m_project, u"host"_s, u"127.0.0.1"_s);
            m_ledger.add(Words::tr("A request without a server goes to the variable host."), m_element.name);
        }
        if (protocol.isEmpty())
            protocol = u"http"_s;
        const QString port = text("HTTPSampler.port"_L1);
        if (!path.isEmpty() && !path.startsWith(u'/') && !path.startsWith(u"${"))
            path.prepend(u'/');
        return protocol + u"://"_s + host + (port.isEmpty() || port == "0"_L1 ? QString() : u':' + port) + path;
    }

    void takeArguments(Message &m) const
    {
        const auto *arguments = m_element.properties.find("HTTPsampler.Arguments"_L1);
        const auto *list = arguments ? arguments->find("Arguments.arguments"_L1) : nullptr;
        if (!list)
            return;
        if (m_element.flag("HTTPSampler.postBodyRaw"_L1)) {
            for (const JmxProperty &one : list->members)
                m.body += fromJmxText(one.value("Argument.value"_L1), m_ledger, m.name);
            return;
        }
        const bool inBody = m.method == "POST"_L1 || m.method == "PUT"_L1 || m.method == "PATCH"_L1;
        const bool multipart = value("HTTPSampler.DO_MULTIPART_POST"_L1) == "true"_L1;
        if (inBody && !list->members.isEmpty())
            m.bodyType = multipart ? domain::BodyType::Multipart : domain::BodyType::Form;
        for (const JmxProperty &one : list->members) {
            QString key = one.value("Argument.name"_L1), given = one.value("Argument.value"_L1);
            if (one.value("HTTPArgument.always_encode"_L1) != "true"_L1) { // it stands there as it is sent
                key = QUrl::fromPercentEncoding(key.toUtf8());
                given = QUrl::fromPercentEncoding(given.toUtf8());
            }
            const KeyValue pair{fromJmxText(key, m_ledger, m.name), fromJmxText(given, m_ledger, m.name)};
            (inBody ? m.form : m.query) << pair;
        }
    }

    void takeFiles(Message &m) const
    {
        const auto *files = m_element.properties.find("HTTPsampler.Files"_L1);
        const auto *list = files ? files->find("HTTPFileArgs.files"_L1) : nullptr;
        for (const JmxProperty &one : list ? list->members : QVector<JmxProperty>()) {
            const QString path = one.value("File.path"_L1), name = one.value("File.paramname"_L1);
            if (path.isEmpty())
                continue;
            if (name.isEmpty()) {
                domain::setBodyFile(m, path);
                m_ledger.add(Words::tr("A file that is sent must be put beside the project by hand."), m.name);
                continue;
            }
            m.bodyType = domain::BodyType::Multipart;
            KeyValue part{name, path};
            domain::setFormPart(part, {true, {}, one.value("File.mimetype"_L1)});
            m.form << part;
            m_ledger.add(Words::tr("A file that is sent must be put beside the project by hand."), m.name);
        }
    }

    const JmxElement &m_element;
    const JmxScope &m_scope;
    domain::Project &m_project;
    Ledger &m_ledger;
};

} // namespace

domain::Step jmxRequest(const JmxElement &sampler, const JmxScope &scope, domain::Project &project, Ledger &ledger)
{
    return Sampler(sampler, scope, project, ledger).read();
}

} // namespace exchange
