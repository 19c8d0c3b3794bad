// The signature of the vendor's SDKs: HMAC-SHA-256 over a canonical form of the request.
#include "app/api/signin.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QTimeZone>
#include <algorithm>

namespace api {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView algorithm = "SDK-HMAC-SHA256";
constexpr qint64 mostSkewMs = 15 * 60 * 1000;

QByteArray encoded(const QByteArray &raw) { return QByteArray::fromPercentEncoding(raw).toPercentEncoding(); }

QByteArray canonicalPath(const QByteArray &path)
{
    QByteArray canonical;
    const QList<QByteArray> segments = path.split('/');
    for (qsizetype i = 1; i < segments.size(); ++i)
        canonical += '/' + encoded(segments[i]);
    return canonical.endsWith('/') ? canonical : canonical + '/';
}

QByteArray canonicalQuery(const QByteArray &query)
{
    QList<QPair<QByteArray, QByteArray>> pairs;
    for (const QByteArray &pair : query.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype sign = pair.indexOf('=');
        const auto decoded = [](QByteArray part) { return QByteArray::fromPercentEncoding(part.replace('+', ' ')); };
        pairs.append({decoded(pair.left(sign < 0 ? pair.size() : sign)), sign < 0 ? QByteArray() : decoded(pair.mid(sign + 1))});
    }
    std::sort(pairs.begin(), pairs.end());
    QByteArrayList parts;
    for (const auto &[name, value] : pairs)
        parts.append(name.toPercentEncoding() + '=' + value.toPercentEncoding());
    return parts.join('&');
}

/// "SDK-HMAC-SHA256 Access=AK, SignedHeaders=a;b, Signature=HEX"
QHash<QByteArray, QByteArray> fieldsOf(const QByteArray &authorization)
{
    QHash<QByteArray, QByteArray> fields;
    if (!authorization.startsWith(algorithm) || authorization.size() <= algorithm.size() || authorization[algorithm.size()] != ' ')
        return fields;
    for (const QByteArray &part : authorization.mid(algorithm.size() + 1).split(',')) {
        const QByteArray field = part.trimmed();
        const qsizetype sign = field.indexOf('=');
        if (sign > 0)
            fields.insert(field.left(sign), field.mid(sign + 1));
    }
    return fields;
}

} // namespace

QByteArray canonicalRequest(const http::Request &request, const QList<QByteArray> &signedHeaders)
{
    QByteArray headers;
    for (const QByteArray &name : signedHeaders)
        headers += name + ':' + request.header(name).trimmed() + '\n';
    return request.method + '\n' + canonicalPath(request.path) + '\n' + canonicalQuery(request.query) + '\n' + headers + '\n'
        + signedHeaders.join(';') + '\n' + QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex();
}

bool isSigned(const http::Request &request, const QString &accessKey, const QByteArray &secretKey, qint64 nowMs)
{
    const auto fields = fieldsOf(request.header("authorization"));
    const QByteArray date = request.header("x-sdk-date");
    const QList<QByteArray> names = fields.value("SignedHeaders").toLower().split(';');
    if (accessKey.isEmpty() || secretKey.isEmpty() || !names.contains("host") || !names.contains("x-sdk-date") || names.size() > 64)
        return false;
    QDateTime when = QDateTime::fromString(QString::fromLatin1(date), u"yyyyMMdd'T'hhmmss'Z'"_s);
    when.setTimeSpec(Qt::UTC);
    if (!when.isValid() || std::abs(when.toMSecsSinceEpoch() - nowMs) > mostSkewMs)
        return false;
    const QByteArray text = algorithm.toByteArray() + '\n' + date + '\n'
        + QCryptographicHash::hash(canonicalRequest(request, names), QCryptographicHash::Sha256).toHex();
    const QByteArray signature = QMessageAuthenticationCode::hash(text, secretKey, QCryptographicHash::Sha256).toHex();
    const bool right = services::equalInConstantTime(fields.value("Signature").toLower(), signature);
    return services::equalInConstantTime(fields.value("Access"), accessKey.toUtf8()) && right;
}

} // namespace api
