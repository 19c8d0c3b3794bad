// serve: the REST API over a workspace, without a window, until it is interrupted.
#include "app/api/api.h"
#include "app/cli/interrupts.h"
#include "app/cli/runoptions.h"
#include "app/cli/verb.h"
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cli::ServeVerb)
};

/// The value of the environment variable an option names.
domain::Result<QString> secret(const QCommandLineParser &parser, const QString &option)
{
    const QByteArray name = parser.value(option).toLocal8Bit();
    if (!qEnvironmentVariableIsSet(name.constData()) || qEnvironmentVariable(name.constData()).isEmpty())
        return domain::fail(Words::tr("--%1: the environment variable %2 is not set.").arg(option, parser.value(option)));
    return qEnvironmentVariable(name.constData());
}

domain::Result<> readSecrets(const QCommandLineParser &parser, services::ApiService &access)
{
    if (parser.isSet(u"user"_s) != parser.isSet(u"password-env"_s))
        return domain::fail(Words::tr("--user and --password-env go together."));
    if (parser.isSet(u"access-key"_s) != parser.isSet(u"secret-key-env"_s))
        return domain::fail(Words::tr("--access-key and --secret-key-env go together."));
    if (parser.isSet(u"user"_s)) {
        const auto password = secret(parser, u"password-env"_s);
        if (!password)
            return tl::unexpected(password.error());
        if (parser.value(u"user"_s).isEmpty())
            return domain::fail(Words::tr("--user must not be empty."));
        access.setPassword(parser.value(u"user"_s), *password);
    }
    if (parser.isSet(u"access-key"_s)) {
        const auto key = secret(parser, u"secret-key-env"_s);
        if (!key)
            return tl::unexpected(key.error());
        access.setAccessKey(parser.value(u"access-key"_s), key->toUtf8());
    }
    return {};
}

} // namespace

int serveVerb(const QStringList &arguments, Console console)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Serves the REST API on 127.0.0.1 over a workspace."));
    parser.addOptions({{u"data"_s, Words::tr("The workspace file; made when it is missing."), u"WORKSPACE"_s},
                       {u"port"_s, Words::tr("Port (0: a free one)."), u"P"_s},
                       {u"user"_s, Words::tr("Who may get tokens by password."), u"U"_s},
                       {u"password-env"_s, Words::tr("Environment variable that holds the password."), u"VAR"_s},
                       {u"access-key"_s, Words::tr("Access key (AK) of signed calls."), u"AK"_s},
                       {u"secret-key-env"_s, Words::tr("Environment variable that holds the secret key (SK)."), u"VAR"_s}});
    if (const auto code = parse(parser, u"serve"_s, arguments, console))
        return *code;
    if (!parser.positionalArguments().isEmpty() || parser.value(u"data"_s).isEmpty())
        return complain(console, Words::tr("serve needs --data WORKSPACE."));
    const auto port = integer(parser, u"port"_s, 0, 0, 65535);
    if (!port)
        return complain(console, port.error().message);
    services::ApiService access;
    if (const auto read = readSecrets(parser, access); !read)
        return complain(console, read.error().message);

    Interrupts interrupts; // before any thread starts
    services::Application services;
    if (const auto opened = services.open(parser.value(u"data"_s)); !opened)
        return complain(console, opened.error().message, CannotStart);
    api::Api api(services, access);
    const auto url = api.start(quint16(*port));
    if (!url)
        return complain(console, url.error().message, CannotStart);
    const QJsonObject line{{u"url"_s, *url}, {u"project_id"_s, api.tenant()}, {u"token"_s, QString::fromLatin1(api.signIn().give().text)}};
    console.out << QJsonDocument(line).toJson(QJsonDocument::Compact) << Qt::endl;

    QEventLoop loop;
    QObject::connect(&interrupts, &Interrupts::interrupted, &loop, &QEventLoop::quit);
    loop.exec();
    api.stop();
    if (auto *session = services.runs().current(); session && !session->isEnded()) {
        QObject::connect(session, &services::RunSession::ended, &loop, &QEventLoop::quit);
        session->stop(); // its report is written
        loop.exec();
    }
    return Done;
}

} // namespace cli
