#include "app/services/connectioncompiler.h"

#include "engine/io/tlscontext.h"
#include "engine/plan/functions.h"
#include "engine/protocol/httpmessage.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QUrl>

namespace services {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::PlanCompiler)
};

domain::Result<std::string> readPem(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(Words::tr("the client certificate %1 cannot be read: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
    const QByteArray bytes = file.read(1'000'000);
    if (!bytes.contains("-----BEGIN "))
        return domain::fail(Words::tr("%1 holds no PEM text.").arg(QDir::toNativeSeparators(path)));
    return bytes.toStdString();
}

domain::Result<> addBindings(const QVector<domain::KeyValue> &rows, std::vector<engine::HostBinding> &bindings)
{
    for (const auto &row : rows) {
        if (!row.enabled)
            continue;
        engine::HostBinding binding{row.key.trimmed().toStdString(), {}};
        for (const QString &part : row.value.split(u',', Qt::SkipEmptyParts)) {
            const QString address = part.trimmed();
            if (QHostAddress(address).isNull())
                return domain::fail(Words::tr("“%1”, to which the host “%2” is bound, is no IP address.").arg(address, row.key));
            binding.addresses.push_back(address.toStdString());
        }
        if (binding.addresses.empty())
            return domain::fail(Words::tr("the host “%1” is bound to no address.").arg(row.key));
        bindings.push_back(std::move(binding));
    }
    return {};
}

} // namespace

ConnectionCompiler::ConnectionCompiler(const QVector<domain::KeyValue> &projectHosts, SlotTable &names)
    : m_projectHosts(projectHosts), m_names(names)
{
}

domain::Result<> ConnectionCompiler::apply(const domain::Message &message, engine::HttpRequest &request)
{
    addAuthentication(message.auth, request);
    if (const auto done = addCertificate(message.clientCertificate, request); !done)
        return done;
    if (const auto done = addHosts(message.hosts, request); !done)
        return done;
    return addProxy(message.proxy, request);
}

void ConnectionCompiler::addAuthentication(const domain::Authentication &auth, engine::HttpRequest &request)
{
    const bool byHand = std::ranges::any_of(request.headers, [](const auto &header) {
        return engine::equalsIgnoringCase(header.first, "Authorization");
    });
    if (byHand || auth.kind == domain::Authentication::None)
        return;
    if (auth.kind == domain::Authentication::Bearer) {
        engine::Template value("Bearer ");
        value.append(m_names.parse(auth.token));
        request.headers.emplace_back("Authorization", std::move(value));
        return;
    }
    engine::Template credentials = m_names.parse(auth.user);
    credentials.append(engine::Template(":"));
    credentials.append(m_names.parse(auth.password));
    engine::Template value("Basic ");
    if (credentials.isLiteral()) {
        value.append(engine::Template(QByteArray::fromStdString(credentials.pieces().front().text).toBase64().toStdString()));
    } else {
        engine::Piece encode{engine::Piece::Function, "base64", engine::functionIndex("base64"), {credentials.pieces()}};
        value.append(engine::Template(std::vector{std::move(encode)}));
    }
    request.headers.emplace_back("Authorization", std::move(value));
}

domain::Result<> ConnectionCompiler::addCertificate(const domain::ClientCertificate &files, engine::HttpRequest &request)
{
    if (files.isEmpty())
        return {};
    const QDir folder(m_names.folder());
    const QString key = files.certificate + u'\n' + files.key + u'\n' + files.password;
    auto &made = m_certificates[key];
    if (!made) {
        const auto certificate = readPem(folder.filePath(files.certificate)), secret = readPem(folder.filePath(files.key));
        for (const auto *read : {&certificate, &secret})
            if (!*read)
                return tl::unexpected(read->error());
        const auto context = engine::TlsContext::client(false, *certificate, *secret, m_names.inlined(files.password).toStdString());
        if (!context.isValid())
            return domain::fail(QString::fromStdString(context.problem()));
        made = std::make_shared<const engine::ClientCertificate>(
            engine::ClientCertificate{*certificate, *secret, m_names.inlined(files.password).toStdString()});
    }
    request.certificate = made;
    return {};
}

domain::Result<> ConnectionCompiler::addHosts(const QVector<domain::KeyValue> &own, engine::HttpRequest &request)
{
    if (own.isEmpty() && m_projectHosts.isEmpty())
        return {};
    if (own.isEmpty() && m_shared) {
        request.hosts = m_shared;
        return {};
    }
    std::vector<engine::HostBinding> bindings;
    for (const auto *rows : {&own, &m_projectHosts})
        if (const auto done = addBindings(*rows, bindings); !done)
            return done;
    request.hosts = std::make_shared<const std::vector<engine::HostBinding>>(std::move(bindings));
    if (own.isEmpty())
        m_shared = request.hosts;
    return {};
}

domain::Result<> ConnectionCompiler::addProxy(const QString &given, engine::HttpRequest &request)
{
    const QString text = m_names.inlined(given.trimmed());
    if (text.isEmpty())
        return {};
    auto &made = m_proxies[text];
    if (!made) {
        const QUrl url(text, QUrl::StrictMode);
        if (!url.isValid() || url.scheme() != "http"_L1 || url.host().isEmpty())
            return domain::fail(Words::tr("“%1” is not a proxy: it must read http://host:port.").arg(m_names.shown(text)));
        engine::Proxy proxy{url.host().toStdString(), url.port(8080), {}};
        if (!url.userName().isEmpty())
            proxy.authorization = "Basic " + (url.userName(QUrl::FullyDecoded) + u':' + url.password(QUrl::FullyDecoded)).toUtf8().toBase64().toStdString();
        made = std::make_shared<const engine::Proxy>(std::move(proxy));
    }
    request.proxy = made;
    return {};
}

} // namespace services
