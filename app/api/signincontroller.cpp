#include "app/api/signincontroller.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QTimer>

namespace api {

using namespace Qt::StringLiterals;

namespace {

const QString tenantName = u"crescendo"_s;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::SignInController)
};

QString utc(qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-dd'T'hh:mm:ss.zzz'000Z'"_s); }

} // namespace

SignInController::SignInController(Workshop &workshop, SignIn &signIn, Wait wait)
    : m_workshop(workshop), m_signIn(signIn), m_wait(std::move(wait))
{
    if (!m_wait)
        m_wait = [](qint64 ms, std::function<void()> then) { QTimer::singleShot(int(ms), QCoreApplication::instance(), std::move(then)); };
}

QVector<Route> SignInController::routes()
{
    return {{u"KeystoneCreateUserTokenByPassword"_s, [this](const Request &r) { return token(r); }},
            {u"KeystoneListProjects"_s, [this](const Request &r) { return projects(r); }}};
}

Response SignInController::token(const Request &request)
{
    const QJsonObject user = request.object()["auth"_L1]["identity"_L1]["password"_L1]["user"_L1].toObject();
    if (!user["name"_L1].isString() || !user["password"_L1].isString())
        return wrong(Words::tr("auth.identity.password.user: name and password are required."));
    const QString name = user["name"_L1].toString(), password = user["password"_L1].toString();
    const auto wait = m_signIn.wait();
    if (!wait)
        return problem(Fault::WrongPassword, Words::tr("There were too many wrong passwords: try again in a while."));
    if (*wait == 0)
        return tokenNow(name, password);
    Response response;
    response.later = [this, ms = *wait, name, password](const std::function<void(Response)> &put) {
        m_wait(ms, [this, name, password, put] { put(tokenNow(name, password)); });
    };
    return response;
}

Response SignInController::tokenNow(const QString &user, const QString &password)
{
    if (!m_signIn.isPassword(user, password))
        return problem(Fault::WrongPassword, Words::tr("The user name or the password is wrong."));
    const SignIn::Token token = m_signIn.give();
    Response response;
    response.status = 201;
    response.headers = {{"X-Subject-Token", token.text}};
    response.body = QJsonObject{{u"token"_s, QJsonObject{{u"expires_at"_s, utc(token.expires)}, {u"issued_at"_s, utc(token.issued)},
                                                         {u"methods"_s, QJsonArray{u"password"_s}}, {u"catalog"_s, QJsonArray()}}}};
    return response;
}

Response SignInController::projects(const Request &request) const
{
    const QByteArray host = [&] {
        for (const auto &[name, value] : request.headers)
            if (name == "host")
                return value;
        return QByteArray("127.0.0.1");
    }();
    const QString base = u"http://%1/v3/projects"_s.arg(QString::fromLatin1(host));
    const QString id = m_workshop.tenant();
    const auto links = [](const QString &self) {
        return QJsonObject{{u"self"_s, self}, {u"next"_s, QJsonValue::Null}, {u"previous"_s, QJsonValue::Null}};
    };
    QJsonArray projects;
    if (const QString wanted = request.query.value(u"name"_s); wanted.isEmpty() || wanted == tenantName)
        projects.append(QJsonObject{{u"id"_s, id}, {u"name"_s, tenantName}, {u"domain_id"_s, id}, {u"parent_id"_s, id},
                                    {u"is_domain"_s, false}, {u"enabled"_s, true}, {u"description"_s, QString()},
                                    {u"links"_s, links(base + u'/' + id)}});
    Response response;
    response.body = QJsonObject{{u"projects"_s, projects}, {u"links"_s, links(base)}};
    return response;
}

} // namespace api
