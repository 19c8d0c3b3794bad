#include "app/api/signin.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <algorithm>

namespace api {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostTokens = 1000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(api::SignIn)
};

QByteArray hashOf(const QByteArray &token) { return QCryptographicHash::hash(token, QCryptographicHash::Sha256); }

} // namespace

SignIn::SignIn(const services::ApiService &service, Clock clock)
    : m_service(service), m_clock(clock ? std::move(clock) : Clock(QDateTime::currentMSecsSinceEpoch))
{
}

SignIn::Token SignIn::give()
{
    const qint64 now = m_clock();
    m_tokens.removeIf([now](const auto &token) { return token.value() <= now; });
    if (m_tokens.size() >= mostTokens) {
        const auto oldest = std::min_element(m_tokens.begin(), m_tokens.end());
        m_tokens.erase(oldest);
    }
    const Token token{services::randomBytes(48).toBase64(QByteArray::Base64UrlEncoding), now, now + tokenLifeMs};
    m_tokens.insert(hashOf(token.text), token.expires);
    return token;
}

bool SignIn::knows(const QByteArray &token)
{
    return !token.isEmpty() && m_tokens.value(hashOf(token)) > m_clock();
}

std::optional<Response> SignIn::gate(const http::Request &request)
{
    if (knows(request.header("x-auth-token")))
        return std::nullopt;
    const auto &secrets = m_service.secrets();
    if (isSigned(request, secrets.accessKey, secrets.secretKey, m_clock()))
        return std::nullopt;
    return problem(Fault::NotSignedIn, Words::tr("The call carries neither a valid token nor a valid signature."));
}

bool SignIn::isPassword(const QString &user, const QString &password)
{
    const bool right = services::isPasswordOf(m_service.secrets(), user, password);
    m_failures = right ? 0 : m_failures + 1;
    return right;
}

std::optional<qint64> SignIn::wait()
{
    if (m_failures <= freeFailures)
        return 0;
    const qint64 pause = 250LL << std::min(m_failures - freeFailures - 1, 5); // up to 8 s
    const qint64 now = m_clock(), next = std::max(now, m_next) + pause;
    if (next - now > longestWaitMs)
        return std::nullopt;
    m_next = next;
    return next - now;
}

} // namespace api
