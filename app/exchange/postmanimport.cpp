// Postman collections 2.0 and 2.1. Scripts are not run; checks of the status code in them are understood.
#include "app/exchange/formats.h"
#include "app/exchange/importtools.h"
#include "app/exchange/postmantexts.h"
#include "models/domain/bodyfile.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

namespace exchange {

using namespace Qt::StringLiterals;
using domain::KeyValue;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::PostmanImport)
};

constexpr int deepestFolder = 30;

/// A value of a list [{key, value}], or of an object, as 2.1 and 2.0 write them.
QString member(const QJsonValue &list, QLatin1StringView key)
{
    for (const QJsonValue &one : list.toArray())
        if (one["key"_L1].toString() == key)
            return one["value"_L1].toVariant().toString();
    return list.toObject()[key].toVariant().toString();
}

class PostmanReader
{
public:
    Result<Imported> read(const QJsonObject &collection, const QString &name)
    {
        domain::Project &project = m_imported.project;
        const QJsonObject info = collection["info"_L1].toObject();
        project.name = info["name"_L1].toString(name);
        project.description = descriptionOf(info["description"_L1]);
        for (const QJsonValue &one : collection["variable"_L1].toArray()) {
            const QString key = usableName(one["key"_L1].toString(one["id"_L1].toString()));
            addVariable(project, key, text(one["value"_L1].toVariant().toString(), key));
        }
        scriptsOf(collection, project.name, nullptr);
        folder(collection["item"_L1].toArray(), project.name, {}, collection["auth"_L1].toObject(), 0);
        if (project.cases.isEmpty())
            return domain::fail(Words::tr("there is no request in it."));
        m_imported.ledger = m_ledger.lines();
        return std::move(m_imported);
    }

private:
    static QString descriptionOf(const QJsonValue &value) { return value.isObject() ? value["content"_L1].toString() : value.toString(); }
    QString text(const QString &text, const QString &place) { return fromPostmanText(text, m_ledger, place); }

    /// The requests of a folder become a case, its folders a directory.
    void folder(const QJsonArray &items, const QString &name, domain::DirectoryId directory, const QJsonObject &auth, int depth)
    {
        if (depth > deepestFolder)
            return m_ledger.add(Words::tr("Folders more than %1 deep were left out.").arg(deepestFolder), name);
        QVector<domain::Step> steps;
        for (const QJsonValue &one : items) {
            const QJsonObject item = one.toObject();
            if (!item["item"_L1].isArray() && item.contains("request"_L1))
                if (auto step = stepOf(item, auth))
                    steps.append(std::move(*step));
        }
        if (!steps.isEmpty())
            addCase(m_imported.project, name, directory).steps = steps;
        for (const QJsonValue &one : items) {
            const QJsonObject item = one.toObject();
            if (!item["item"_L1].isArray())
                continue;
            const QString folderName = item["name"_L1].toString();
            scriptsOf(item, folderName, nullptr);
            const bool hasFolders = std::ranges::any_of(item["item"_L1].toArray(), [](const QJsonValue &v) { return v["item"_L1].isArray(); });
            const auto under = hasFolders ? addDirectory(m_imported.project, folderName, directory) : directory;
            folder(item["item"_L1].toArray(), folderName, under, authOf(item, auth), depth + 1);
        }
    }

    /// Its own, else that of the folder around it.
    static QJsonObject authOf(const QJsonObject &item, const QJsonObject &inherited)
    {
        return item["auth"_L1].isObject() ? item["auth"_L1].toObject() : inherited;
    }

    std::optional<domain::Step> stepOf(const QJsonObject &item, const QJsonObject &inherited)
    {
        const QString name = item["name"_L1].toString();
        const QJsonValue given = item["request"_L1];
        const QJsonObject json = given.isString() ? QJsonObject{{u"url"_s, given}} : given.toObject();
        const QString url = addressOf(json["url"_L1], name);
        if (url.isEmpty()) {
            m_ledger.add(Words::tr("A request without an address was left out."), name);
            return {};
        }
        domain::Step step = request(name, json["method"_L1].toString(u"GET"_s), url);
        domain::Message &m = step.message;
        for (const QJsonValue &one : json["url"_L1]["query"_L1].toArray()) {
            if (one["disabled"_L1].toBool()) // the enabled ones stand in the address
                m.query << KeyValue{text(one["key"_L1].toString(), name), text(one["value"_L1].toString(), name), false};
        }
        headersOf(json["header"_L1], m);
        bodyOf(json["body"_L1].toObject(), m);
        takeAuth(authOf(json, inherited), m);
        const QJsonObject behaviour = item["protocolProfileBehavior"_L1].toObject();
        m.followRedirects = behaviour["followRedirects"_L1].toBool(true);
        m.verifyTls = behaviour["strictSSL"_L1].toBool(true);
        scriptsOf(item, name, &step);
        if (json["proxy"_L1].isObject() || json["certificate"_L1].isObject())
            m_ledger.add(Words::tr("Proxies and certificates were left out: set them in the request's options."), name);
        return step;
    }

    QString addressOf(const QJsonValue &url, const QString &name)
    {
        QString raw = url.isString() ? url.toString() : url["raw"_L1].toString();
        if (raw.isEmpty() && url.isObject()) {
            const auto joined = [](const QJsonValue &parts, QChar by) {
                QStringList all;
                for (const QJsonValue &part : parts.toArray())
                    all << part.toString();
                return parts.isString() ? parts.toString() : all.join(by);
            };
            const QString host = joined(url["host"_L1], u'.'), path = joined(url["path"_L1], u'/');
            if (host.isEmpty())
                return {};
            raw = url["protocol"_L1].toString(u"http"_s) + u"://"_s + host + (path.isEmpty() ? QString() : u'/' + path);
        }
        for (const QJsonValue &one : url["variable"_L1].toArray()) { // /users/:id
            const QString key = one["key"_L1].toString();
            static const QString end = u"(?=[/?#]|$)"_s;
            if (!key.isEmpty())
                raw.replace(QRegularExpression(u"/:"_s + QRegularExpression::escape(key) + end),
                            u'/' + QString(one["value"_L1].toString()).replace(u'\\', u"\\\\"_s));
        }
        raw = text(raw.trimmed(), name);
        if (!raw.isEmpty() && !raw.contains(u"://") && !raw.startsWith(u"${"))
            raw = u"http://"_s + raw;
        return raw;
    }

    void headersOf(const QJsonValue &headers, domain::Message &m)
    {
        if (headers.isString()) { // 2.0 also allows one text
            for (const QString &line : headers.toString().split(u'\n', Qt::SkipEmptyParts))
                addHeader(line.section(u':', 0, 0).trimmed(), line.section(u':', 1).trimmed(), true, m);
            return;
        }
        for (const QJsonValue &one : headers.toArray())
            addHeader(one["key"_L1].toString(), one["value"_L1].toString(), !one["disabled"_L1].toBool(), m);
    }

    void addHeader(const QString &name, const QString &value, bool enabled, domain::Message &m)
    {
        if (!name.isEmpty() && !isOwnHeader(name))
            m.headers << KeyValue{text(name, m.name), text(value, m.name), enabled};
    }

    static bool hasHeader(const domain::Message &m, QStringView name)
    {
        return std::ranges::any_of(m.headers, [name](const KeyValue &h) { return h.enabled && h.key.compare(name, Qt::CaseInsensitive) == 0; });
    }

    void setType(domain::Message &m, const QString &type)
    {
        if (!hasHeader(m, u"content-type"))
            m.headers << KeyValue{u"Content-Type"_s, type};
    }

    void bodyOf(const QJsonObject &body, domain::Message &m)
    {
        const QString mode = body["mode"_L1].toString();
        if (body["disabled"_L1].toBool() || mode.isEmpty())
            return;
        if (mode == "raw"_L1) {
            m.body = text(body["raw"_L1].toString(), m.name);
            static const QHash<QString, QString> types{{u"json"_s, u"application/json"_s}, {u"xml"_s, u"application/xml"_s},
                                                       {u"html"_s, u"text/html"_s}, {u"javascript"_s, u"application/javascript"_s}};
            const QString type = types.value(body["options"_L1]["raw"_L1]["language"_L1].toString());
            if (!type.isEmpty() && !m.body.isEmpty())
                setType(m, type);
        } else if (mode == "urlencoded"_L1 || mode == "formdata"_L1) {
            m.bodyType = mode == "formdata"_L1 ? domain::BodyType::Multipart : domain::BodyType::Form;
            for (const QJsonValue &one : body[mode].toArray())
                partOf(one.toObject(), m);
        } else if (mode == "graphql"_L1) {
            const QJsonObject query = body["graphql"_L1].toObject();
            const QString variables = query["variables"_L1].toString().trimmed();
            const QByteArray quoted = QJsonDocument(QJsonArray{query["query"_L1].toString()}).toJson(QJsonDocument::Compact);
            m.body = text(u"{\"query\":%1,\"variables\":%2}"_s.arg(QString::fromUtf8(quoted.mid(1, quoted.size() - 2)),
                                                                  variables.isEmpty() ? u"{}"_s : variables), m.name);
            setType(m, u"application/json"_s);
        } else if (mode == "file"_L1) {
            domain::setBodyFile(m, body["file"_L1]["src"_L1].toString());
            m_ledger.add(Words::tr("A file that is sent must be put beside the project by hand."), m.name);
        } else {
            m_ledger.add(Words::tr("A body of the kind “%1” was left out.").arg(mode), m.name);
        }
    }

    void partOf(const QJsonObject &json, domain::Message &m)
    {
        KeyValue part{text(json["key"_L1].toString(), m.name), text(json["value"_L1].toString(), m.name), !json["disabled"_L1].toBool()};
        if (json["type"_L1].toString() == "file"_L1) {
            part.value = json["src"_L1].isArray() ? json["src"_L1][0].toString() : json["src"_L1].toString();
            domain::setFormPart(part, {true, {}, json["contentType"_L1].toString()});
            m_ledger.add(Words::tr("A file that is sent must be put beside the project by hand."), m.name);
        }
        m.form << part;
    }

    void takeAuth(const QJsonObject &auth, domain::Message &m)
    {
        const QString type = auth["type"_L1].toString();
        const QJsonValue settings = auth[type];
        if (type.isEmpty() || type == "noauth"_L1)
            return;
        if (type == "basic"_L1) {
            m.auth = {domain::Authentication::Basic, text(member(settings, "username"_L1), m.name), text(member(settings, "password"_L1), m.name), {}};
        } else if (type == "bearer"_L1) {
            m.auth = {domain::Authentication::Bearer, {}, {}, text(member(settings, "token"_L1), m.name)};
        } else if (type == "apikey"_L1) {
            const KeyValue key{text(member(settings, "key"_L1), m.name), text(member(settings, "value"_L1), m.name)};
            (member(settings, "in"_L1) == "query"_L1 ? m.query : m.headers) << key;
        } else {
            m_ledger.add(Words::tr("Sign-in by “%1” was left out: basic, bearer and API keys are known.").arg(type), m.name);
        }
    }

    /// `step`: of a request; null: of a folder or the collection.
    void scriptsOf(const QJsonObject &item, const QString &name, domain::Step *step)
    {
        for (const QJsonValue &event : item["event"_L1].toArray()) {
            QStringList lines;
            const QJsonValue exec = event["script"_L1]["exec"_L1];
            for (const QJsonValue &line : exec.toArray())
                lines << line.toString();
            if (exec.isString())
                lines = exec.toString().split(u'\n');
            lines.removeIf([](const QString &line) { return line.trimmed().isEmpty() || line.trimmed().startsWith(u"//"); });
            if (lines.isEmpty())
                continue;
            const bool isTest = event["listen"_L1].toString() == "test"_L1;
            if (step && isTest && takeStatusCheck(lines, *step))
                continue;
            m_ledger.add(isTest ? Words::tr("A script after the answer was left out: use checks and extractions.")
                                : Words::tr("A script before the request was left out: use variables and functions."), name);
        }
    }

    /// Whether a check of the status code was all the script did.
    static bool takeStatusCheck(const QStringList &lines, domain::Step &step)
    {
        static const QRegularExpression status(u"pm\\.response\\.to\\.have\\.status\\((\\d{3})\\)|pm\\.expect\\(pm\\.response\\.code\\)\\.to\\.(?:equal|eql)\\((\\d{3})\\)"_s);
        const QString script = lines.join(u'\n');
        const auto match = status.match(script);
        if (!match.hasMatch())
            return false;
        const QString code = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        step.checkpoint = domain::Checkpoint();
        step.checkpoint->items << domain::CheckItem{u"status"_s, {}, u"=="_s, code};
        return script.count(u"pm."_s) <= 3 && script.count(u"pm.test"_s) <= 1 && !script.contains(u".set("_s);
    }

    Imported m_imported;
    Ledger m_ledger;
};

} // namespace

Result<Imported> importPostman(const QByteArray &bytes, const QString &name)
{
    const auto json = jsonObject(bytes);
    if (!json)
        return tl::unexpected(json.error());
    // The file of Postman's API holds the collection in a member.
    const QJsonObject collection = (*json)["collection"_L1].isObject() ? (*json)["collection"_L1].toObject() : *json;
    if (!collection["item"_L1].isArray())
        return domain::fail(collection.contains("requests"_L1)
            ? Words::tr("it is a collection of version 1: export it from Postman as version 2.1.")
            : Words::tr("the member item is missing."));
    return PostmanReader().read(collection, name);
}

} // namespace exchange
