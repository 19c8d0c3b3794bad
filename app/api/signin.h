// Who may call: tokens of 24 hours, kept only as hashes, and AK/SK signatures, both checked on each call. Time is given in
// by a clock, so that tests need not wait.
#pragma once

#include "app/api/call.h"
#include "app/services/apiservice.h"
#include <QHash>

namespace api {

class SignIn
{
public:
    using Clock = std::function<qint64()>; ///< ms since 1970

    static constexpr qint64 tokenLifeMs = 24 * 3600 * 1000LL;
    static constexpr int freeFailures = 3;       ///< wrong passwords that cost nothing
    static constexpr qint64 longestWaitMs = 20'000;

    explicit SignIn(const services::ApiService &service, Clock clock = {});

    struct Token
    {
        QByteArray text;
        qint64 issued = 0, expires = 0;
    };
    Token give();
    void forgetAll() { m_tokens.clear(); } ///< the password or the key changed
    bool knows(const QByteArray &token);
    /// nullopt: a valid token or signature came along.
    std::optional<Response> gate(const http::Request &request);

    bool isPassword(const QString &user, const QString &password); ///< counts failures
    /// How long this try must wait, after too many wrong ones; tries at once wait in a row. nullopt: refuse it now.
    std::optional<qint64> wait();

private:
    const services::ApiService &m_service;
    Clock m_clock;
    QHash<QByteArray, qint64> m_tokens; ///< SHA-256 of the token to its end
    int m_failures = 0;
    qint64 m_next = 0; ///< ms: before it no try is looked at
};

/// Whether `request` carries a signature (SDK-HMAC-SHA256) of this key pair, not older or newer than 15 minutes.
bool isSigned(const http::Request &request, const QString &accessKey, const QByteArray &secretKey, qint64 nowMs);
/// What is signed; public for tests against the vendor's recipe. `signedHeaders` in lower case.
QByteArray canonicalRequest(const http::Request &request, const QList<QByteArray> &signedHeaders);

} // namespace api
