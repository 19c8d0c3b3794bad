#include "models/domain/card.h"
#include "models/domain/jsonreader.h"

namespace domain {

using namespace Qt::StringLiterals;

namespace {

/// `bodys`: a list of parts, or one text, alone or in a list; `bodies` is a misspelling of the reference's examples.
void readBody(JsonReader &reader, Message &message)
{
    QJsonValue body = reader.take("bodys"_L1);
    const QJsonValue alias = reader.take("bodies"_L1);
    if (body.isUndefined() || (body.isArray() && body.toArray().isEmpty()))
        body = alias.isUndefined() ? body : alias;
    if (body.isUndefined())
        return;
    if (!body.isArray()) {
        if (body.isObject())
            reader.fail(JsonReader::tr("bodys: must be a list."));
        message.body = JsonReader::asText(body);
        return;
    }
    QStringList texts;
    const QJsonArray parts = body.toArray();
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (!parts[i].isObject()) {
            texts.append(JsonReader::asText(parts[i]));
        } else if (const auto pair = keyValueFromJson(parts[i].toObject())) {
            message.form.append(*pair);
        } else {
            reader.fail(u"bodys[%1]"_s.arg(i), pair.error());
        }
    }
    message.body = texts.join(u'\n');
}

QJsonObject toJson(const Authentication &auth)
{
    if (auth.kind == Authentication::Basic)
        return {{u"type"_s, u"basic"_s}, {u"user"_s, auth.user}, {u"password"_s, auth.password}};
    return {{u"type"_s, u"bearer"_s}, {u"token"_s, auth.token}};
}

Authentication readAuth(JsonReader &message)
{
    Authentication auth;
    JsonReader reader(message.object("auth"_L1));
    const QString type = reader.text("type"_L1);
    if (type == "basic"_L1)
        auth.kind = Authentication::Basic;
    else if (type == "bearer"_L1)
        auth.kind = Authentication::Bearer;
    else if (!type.isEmpty() && type != "none"_L1)
        reader.fail(JsonReader::tr("type: must be \"basic\" or \"bearer\"."));
    if (auth.kind == Authentication::Basic) {
        auth.user = reader.text("user"_L1);
        auth.password = reader.text("password"_L1);
    } else if (auth.kind == Authentication::Bearer) {
        auth.token = reader.text("token"_L1);
    }
    if (reader.failed())
        message.fail(u"auth"_s, reader.error().value());
    return auth;
}

ClientCertificate readCertificate(JsonReader &message)
{
    JsonReader reader(message.object("client_certificate"_L1));
    const ClientCertificate certificate{reader.text("certificate"_L1), reader.text("key"_L1), reader.text("password"_L1)};
    if (reader.failed())
        message.fail(u"client_certificate"_s, reader.error().value());
    return certificate;
}

} // namespace

FormPart formPart(const KeyValue &part)
{
    return {part.extra["type"_L1].toString() == "file"_L1, part.extra["file_name"_L1].toString(),
            part.extra["content_type"_L1].toString()};
}

void setFormPart(KeyValue &part, const FormPart &what)
{
    const auto put = [&](QLatin1StringView key, const QString &value) {
        if (value.isEmpty())
            part.extra.remove(key);
        else
            part.extra[key] = value;
    };
    put("type"_L1, what.isFile ? u"file"_s : QString());
    put("file_name"_L1, what.fileName);
    put("content_type"_L1, what.contentType);
}

Result<KeyValue> keyValueFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    KeyValue pair{reader.text("key"_L1), reader.text("value"_L1), reader.flag("enabled"_L1, true)};
    pair.extra = reader.rest();
    if (reader.failed())
        return reader.error();
    return pair;
}

QJsonObject toJson(const KeyValue &pair)
{
    QJsonObject json = pair.extra;
    json["key"_L1] = pair.key;
    json["value"_L1] = pair.value;
    if (!pair.enabled)
        json["enabled"_L1] = false;
    return json;
}

QJsonArray toJson(const QVector<KeyValue> &pairs)
{
    QJsonArray list;
    for (const KeyValue &pair : pairs)
        list.append(toJson(pair));
    return list;
}

QJsonObject toJson(const Message &message)
{
    QJsonObject json = message.extra;
    json["name"_L1] = message.name;
    json["protocol_type"_L1] = int(message.protocol);
    json["method"_L1] = message.method;
    json["url"_L1] = message.url;
    json["http_version"_L1] = message.httpVersion;
    json["headers"_L1] = toJson(message.headers);
    json["body_type"_L1] = int(message.bodyType);
    // `bodys` is what is sent; what was typed for the other kind of body is kept beside it.
    if (message.bodyType == BodyType::Text) {
        json["bodys"_L1] = message.body.isEmpty() ? QJsonArray() : QJsonArray{message.body};
        if (!message.form.isEmpty())
            json["form"_L1] = toJson(message.form);
    } else {
        json["bodys"_L1] = toJson(message.form);
        if (!message.body.isEmpty())
            json["text"_L1] = message.body;
    }
    json["connect_timeout"_L1] = message.connectTimeoutMs;
    json["return_timeout"_L1] = message.returnTimeoutMs;
    if (!message.query.isEmpty())
        json["query"_L1] = toJson(message.query);
    if (message.verifyTls)
        json["verify"_L1] = true;
    if (!message.followRedirects)
        json["redirect"_L1] = false;
    if (message.newConnection)
        json["new_connection"_L1] = true;
    if (!message.cookies)
        json["cookies"_L1] = false;
    if (!message.decode)
        json["decode"_L1] = false;
    if (message.auth.kind != Authentication::None)
        json["auth"_L1] = toJson(message.auth);
    if (message.clientCertificate != ClientCertificate())
        json["client_certificate"_L1] = QJsonObject{{u"certificate"_s, message.clientCertificate.certificate},
                                                    {u"key"_s, message.clientCertificate.key},
                                                    {u"password"_s, message.clientCertificate.password}};
    if (!message.hosts.isEmpty())
        json["hosts"_L1] = toJson(message.hosts);
    if (!message.proxy.isEmpty())
        json["proxy"_L1] = message.proxy;
    if (message.onFailure != "continue"_L1)
        json["on_failure"_L1] = message.onFailure;
    return json;
}

Result<Message> messageFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Message message;
    message.name = reader.text("name"_L1);
    const int protocol = reader.integer("protocol_type"_L1, 1, 1, 11);
    for (const int unknown : {5, 6, 8}) {
        if (protocol == unknown)
            reader.fail(JsonReader::tr("protocol_type: %1 is not a known protocol.").arg(protocol));
    }
    message.protocol = Protocol(protocol);
    message.method = reader.text("method"_L1, u"GET"_s);
    message.url = reader.text("url"_L1);
    message.httpVersion = reader.text("http_version"_L1, u"HTTP/1.1"_s);
    message.query = reader.objects<KeyValue>("query"_L1, keyValueFromJson);
    message.headers = reader.objects<KeyValue>("headers"_L1, keyValueFromJson);
    const int bodyType = reader.integer("body_type"_L1, 0, 0, 3);
    if (bodyType == 2)
        reader.fail(JsonReader::tr("body_type: 2 is not a known kind of body."));
    message.bodyType = BodyType(bodyType);
    readBody(reader, message);
    message.form += reader.objects<KeyValue>("form"_L1, keyValueFromJson);
    message.body += reader.text("text"_L1);
    message.connectTimeoutMs = reader.integer("connect_timeout"_L1, message.connectTimeoutMs);
    message.returnTimeoutMs = reader.integer("return_timeout"_L1, message.returnTimeoutMs);
    message.verifyTls = reader.flag("verify"_L1, false);
    message.followRedirects = reader.flag("redirect"_L1, true);
    message.newConnection = reader.flag("new_connection"_L1, false);
    message.cookies = reader.flag("cookies"_L1, true);
    message.decode = reader.flag("decode"_L1, true);
    message.auth = readAuth(reader);
    message.clientCertificate = readCertificate(reader);
    message.hosts = reader.objects<KeyValue>("hosts"_L1, keyValueFromJson);
    message.proxy = reader.text("proxy"_L1);
    message.onFailure = reader.text("on_failure"_L1, u"continue"_s);
    if (message.onFailure != "continue"_L1 && message.onFailure != "end_iteration"_L1)
        reader.fail(JsonReader::tr("on_failure: must be \"continue\" or \"end_iteration\"."));
    message.extra = reader.rest();
    if (reader.failed())
        return reader.error();
    return message;
}

QJsonObject toJson(const ThinkTime &thinkTime)
{
    QJsonObject json = thinkTime.extra;
    json["name"_L1] = thinkTime.name;
    json["t"_L1] = thinkTime.ms;
    if (thinkTime.fixed)
        json["fixed"_L1] = true;
    return json;
}

Result<ThinkTime> thinkTimeFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    ThinkTime thinkTime;
    thinkTime.name = reader.text("name"_L1);
    thinkTime.ms = reader.integer("t"_L1, 0);
    thinkTime.fixed = reader.flag("fixed"_L1, false);
    thinkTime.extra = reader.rest();
    if (reader.failed())
        return reader.error();
    return thinkTime;
}

} // namespace domain
