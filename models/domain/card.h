// The cards of a request: message, think time, checkpoint, extraction. Field names follow ContentInfo of the API
// reference; `extra` keeps members this program does not know, so that a round trip loses nothing.
#pragma once

#include "models/domain/result.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QVector>
#include <optional>

namespace domain {

struct KeyValue
{
    QString key, value;
    bool enabled = true;
    QJsonObject extra = {}; ///< e.g. the type of a multipart part, see FormPart

    bool operator==(const KeyValue &) const = default;
};

/// ContentInfo.protocol_type of the reference; Mqtt is this program's own number.
enum class Protocol { Http = 1, Https = 2, Tcp = 3, Udp = 4, HlsRtmp = 7, WebSocket = 9, HttpFlv = 10, Mqtt = 11 };

/// ContentInfo.body_type.
enum class BodyType { Text = 0, Multipart = 1, Form = 3 };

/// What a part of a multipart body is beside its name; kept in KeyValue::extra as `type` ("file"), `file_name` and
/// `content_type`. The value of a file part is the path, relative to the project file.
struct FormPart
{
    bool isFile = false;
    QString fileName;    ///< sent; empty: the last part of the path
    QString contentType; ///< empty: none for text, application/octet-stream for a file

    bool operator==(const FormPart &) const = default;
};

/// `auth` (ours): {"type": "basic", "user", "password"} or {"type": "bearer", "token"}.
struct Authentication
{
    enum Kind { None, Basic, Bearer } kind = None;
    QString user, password, token; ///< may hold ${…}

    bool operator==(const Authentication &) const = default;
};

/// `client_certificate` (ours): PEM files, relative to the project file; the password opens the key.
struct ClientCertificate
{
    QString certificate, key, password;

    bool isEmpty() const { return certificate.isEmpty(); }
    bool operator==(const ClientCertificate &) const = default;
};

/// One request as the user typed it: variables are not expanded yet.
struct Message
{
    QString name;
    Protocol protocol = Protocol::Http;
    QString method = QStringLiteral("GET");
    QString url;
    QString httpVersion = QStringLiteral("HTTP/1.1");
    QVector<KeyValue> query;   ///< `query`: appended to the URL (ours)
    QVector<KeyValue> headers; ///< `headers`
    BodyType bodyType = BodyType::Text;
    QString body;              ///< Text: `bodys` is one string
    QVector<KeyValue> form;    ///< Form and Multipart: `bodys` is a list of {key, value}
    int connectTimeoutMs = 5000; ///< 20..300000
    int returnTimeoutMs = 5000;  ///< 20..300000
    bool verifyTls = false;      ///< `verify` (ours)
    bool followRedirects = true; ///< `redirect` (ours); at most 10 hops
    bool newConnection = false;  ///< `new_connection` (ours): do not reuse a kept-alive one
    bool cookies = true;         ///< `cookies` (ours): automatic, from the jar of the virtual user; else by hand as a header
    bool decode = true;          ///< `decode` (ours): gzip, deflate and brotli bodies are unpacked for checks
    Authentication auth;
    ClientCertificate clientCertificate;
    QVector<KeyValue> hosts;     ///< `hosts` (ours): name → addresses, comma-separated, used instead of DNS
    QString proxy;               ///< `proxy` (ours): "http://[user:password@]host:port"; empty: none
    QString onFailure = QStringLiteral("continue"); ///< `on_failure` (ours): continue | end_iteration
    QJsonObject extra;

    bool operator==(const Message &) const = default;
};

/// Pacing: the wait is max(0, t - response time) after the request it belongs to; `fixed` makes it a plain sleep.
struct ThinkTime
{
    QString name;
    int ms = 1000;
    bool fixed = false; ///< ours
    QJsonObject extra;

    bool operator==(const ThinkTime &) const = default;
};

/// One comparison of a checkpoint. source: status | header | body | json | jsonpath | xpath | plugin (key: PLUGIN.FUNCTION).
/// comparison: see comparisonNames().
struct CheckItem
{
    QString source, key, comparison = QStringLiteral("=="), value;
    QJsonObject extra = {};

    bool operator==(const CheckItem &) const = default;
};

struct Checkpoint
{
    bool enabled = true;
    bool all = true; ///< rule AND, else OR
    int retryTimes = 0;      ///< 0..100
    int retryIntervalMs = 0; ///< 0..3600000
    QVector<CheckItem> items;
    QJsonObject extra;

    bool operator==(const Checkpoint &) const = default;
};

/// range of semantics.md 2.5: 1 body, 2 header, 3 URL, 4 status code, 5 JSON value; ours: 6 XML value, `key` is an XPath.
struct Extraction
{
    QString name;
    int range = 1;
    QString regexp, key;
    int matchIndex = 1; ///< from 1
    int groupIndex = 1; ///< 0 is the whole match
    QString defaultValue;
    std::optional<QString> expect;
    QJsonObject extra;

    bool operator==(const Extraction &) const = default;
};

/// == != > >= < <= contains not_contains regex exists not_exists in not_in, in the order editors offer them.
const QStringList &comparisonNames();
const QStringList &checkSources();

FormPart formPart(const KeyValue &part);
void setFormPart(KeyValue &part, const FormPart &what);

QJsonObject toJson(const KeyValue &pair);
QJsonArray toJson(const QVector<KeyValue> &pairs);
Result<KeyValue> keyValueFromJson(const QJsonObject &json);
QJsonObject toJson(const Message &message);
Result<Message> messageFromJson(const QJsonObject &json);
QJsonObject toJson(const Checkpoint &checkpoint);
Result<Checkpoint> checkpointFromJson(const QJsonObject &json);
QJsonObject toJson(const Extraction &extraction);
Result<Extraction> extractionFromJson(const QJsonObject &json);
QJsonObject toJson(const ThinkTime &thinkTime);
Result<ThinkTime> thinkTimeFromJson(const QJsonObject &json);

} // namespace domain
