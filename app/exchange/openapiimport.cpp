// OpenAPI 3.0 and 3.1: a first test of every operation, to be made a real one by hand.
#include "app/exchange/formats.h"
#include "app/exchange/importtools.h"
#include "app/exchange/ledger.h"
#include "app/exchange/schemasample.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

namespace exchange {

using namespace Qt::StringLiterals;
using domain::KeyValue;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::OpenApiImport)
};

constexpr int mostOperations = 5000;

QString asText(const QJsonValue &value)
{
    if (value.isArray() || value.isObject()) {
        const auto document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
        return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
    }
    return value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toVariant().toString();
}

class OpenApiReader
{
public:
    explicit OpenApiReader(const QJsonObject &document) : m_document(document), m_sample(m_document) {}

    Result<Imported> read(const QString &name)
    {
        domain::Project &project = m_imported.project;
        project.name = m_document["info"_L1]["title"_L1].toString(name);
        project.description = m_document["info"_L1]["description"_L1].toString();
        addVariable(project, u"base"_s, server());
        const QJsonObject paths = m_document["paths"_L1].toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path)
            readPath(path.key(), resolved(*path));
        if (m_cases.isEmpty())
            return domain::fail(Words::tr("there is no operation in it."));
        if (m_document.contains("webhooks"_L1))
            m_ledger.add(Words::tr("Webhooks were left out: they are calls of the server."));
        m_imported.ledger = m_ledger.lines();
        return std::move(m_imported);
    }

private:
    QJsonObject resolved(const QJsonValue &value) const { return m_sample.resolved(value); }

    QString server()
    {
        const QJsonArray servers = m_document["servers"_L1].toArray();
        const QJsonObject server = servers.isEmpty() ? QJsonObject() : servers[0].toObject();
        QString url = server["url"_L1].toString();
        const QJsonObject variables = server["variables"_L1].toObject();
        for (auto variable = variables.begin(); variable != variables.end(); ++variable)
            url.replace(u'{' + variable.key() + u'}', (*variable)["default"_L1].toString());
        if (servers.size() > 1)
            m_ledger.add(Words::tr("Only the first server was taken: the variable base holds it."));
        if (!url.contains(u"://")) {
            m_ledger.add(Words::tr("The file names no server: set the variable base to the address of yours."));
            url = u"http://127.0.0.1"_s + (url.startsWith(u'/') ? url : QString());
        }
        return url.endsWith(u'/') ? url.chopped(1) : url;
    }

    void readPath(const QString &path, const QJsonObject &item)
    {
        for (const auto method : {"get"_L1, "put"_L1, "post"_L1, "delete"_L1, "options"_L1, "head"_L1, "patch"_L1, "trace"_L1}) {
            if (!item[method].isObject())
                continue;
            if (++m_operations > mostOperations)
                return m_ledger.add(Words::tr("Only the first %1 operations were taken.").arg(mostOperations));
            readOperation(path, method, item[method].toObject(), item["parameters"_L1].toArray());
        }
    }

    void readOperation(const QString &path, QLatin1StringView method, const QJsonObject &operation, const QJsonArray &shared)
    {
        const QString summary = operation["summary"_L1].toString(), id = operation["operationId"_L1].toString();
        const QString plain = QString(method).toUpper() + u' ' + path;
        domain::Step step = request(!id.isEmpty() ? id : !summary.isEmpty() ? summary : plain, method, u"${base}"_s + path);
        domain::Message &m = step.message;
        m.protocol = m_imported.project.variables.first().values[0].toString().startsWith(u"https"_s) ? domain::Protocol::Https : domain::Protocol::Http;
        readParameters(shared, operation["parameters"_L1].toArray(), m);
        if (operation.contains("requestBody"_L1))
            readBody(resolved(operation["requestBody"_L1])["content"_L1].toObject(), m);
        readSecurity(operation.contains("security"_L1) ? operation["security"_L1] : m_document["security"_L1], m);
        const QString tag = operation["tags"_L1].toArray().isEmpty() ? QString() : operation["tags"_L1][0].toString();
        if (!m_cases.contains(tag)) {
            addCase(m_imported.project, tag.isEmpty() ? m_imported.project.name : tag);
            m_cases.insert(tag, m_imported.project.cases.size() - 1);
        }
        m_imported.project.cases[m_cases.value(tag)].steps.append(std::move(step));
    }

    void readParameters(const QJsonArray &shared, const QJsonArray &own, domain::Message &m)
    {
        QHash<QString, QJsonObject> byKey; // an operation's parameter goes before the path's
        QStringList order;
        for (const QJsonArray &list : {shared, own}) {
            for (const QJsonValue &one : list) {
                const QJsonObject parameter = resolved(one);
                const QString key = parameter["in"_L1].toString() + u'/' + parameter["name"_L1].toString();
                if (!byKey.contains(key))
                    order << key;
                byKey.insert(key, parameter);
            }
        }
        for (const QString &key : std::as_const(order))
            readParameter(byKey.value(key), m);
        static const QRegularExpression open(u"(?<!\\$)\\{([^{}/]+)\\}"_s);
        m.url.replace(open, u"${\\1}"_s); // named in the path and not described
    }

    void readParameter(const QJsonObject &parameter, domain::Message &m)
    {
        const QString name = parameter["name"_L1].toString(), in = parameter["in"_L1].toString();
        if (name.isEmpty())
            return m_ledger.add(Words::tr("A parameter that is described elsewhere was left out."), m.name);
        const bool shown = parameter.contains("example"_L1) || !parameter["examples"_L1].toObject().isEmpty();
        const QString value = asText(exampleOf(parameter));
        const bool required = parameter["required"_L1].toBool();
        if (in == "path"_L1) {
            const QString variable = usableName(name);
            addVariable(m_imported.project, variable, value);
            m.url.replace(u'{' + name + u'}', u"${"_s + variable + u'}');
        } else if (in == "query"_L1) {
            m.query << KeyValue{name, value, required || shown};
        } else if (in == "header"_L1) {
            m.headers << KeyValue{name, value, required || shown};
        } else if (in == "cookie"_L1) {
            m_ledger.add(Words::tr("A cookie was left out: let an answer set it, or add a Cookie header."), m.name + u": "_s + name);
        }
    }

    QJsonValue exampleOf(const QJsonObject &described)
    {
        if (described.contains("example"_L1))
            return described["example"_L1];
        const QJsonObject examples = described["examples"_L1].toObject();
        if (!examples.isEmpty()) {
            const QJsonObject first = resolved(examples.begin().value());
            if (first.contains("value"_L1))
                return first["value"_L1];
        }
        if (described["content"_L1].isObject() && !described["content"_L1].toObject().isEmpty())
            return exampleOf(described["content"_L1].toObject().begin()->toObject());
        return SchemaSample(m_document).of(described["schema"_L1]);
    }

    void readBody(const QJsonObject &content, domain::Message &m)
    {
        if (content.isEmpty())
            return;
        QString type = content.begin().key();
        for (const QString &key : content.keys()) {
            if (key.contains(u"json")) {
                type = key;
                break;
            }
        }
        const QJsonObject media = content[type].toObject();
        const QJsonValue example = exampleOf(media);
        if (type == "application/x-www-form-urlencoded"_L1 || type == "multipart/form-data"_L1) {
            m.bodyType = type.startsWith(u"multipart") ? domain::BodyType::Multipart : domain::BodyType::Form;
            const QJsonObject fields = example.toObject(), properties = resolved(media["schema"_L1])["properties"_L1].toObject();
            for (auto field = fields.begin(); field != fields.end(); ++field) {
                KeyValue part{field.key(), asText(*field)};
                if (resolved(properties[field.key()])["format"_L1].toString() == "binary"_L1) {
                    part.value = u"file.bin"_s;
                    domain::setFormPart(part, {true, {}, {}});
                    m_ledger.add(Words::tr("A file that is sent must be put beside the project by hand."), m.name + u": "_s + field.key());
                }
                m.form << part;
            }
            return;
        }
        if (type.contains(u"xml") && !example.isString())
            return m_ledger.add(Words::tr("A body of XML without an example was left out."), m.name);
        m.headers << KeyValue{u"Content-Type"_s, type.contains(u'*') ? u"application/octet-stream"_s : type};
        if (example.isObject())
            m.body = QString::fromUtf8(QJsonDocument(example.toObject()).toJson()).trimmed();
        else if (!example.isNull())
            m.body = asText(example);
    }

    void readSecurity(const QJsonValue &security, domain::Message &m)
    {
        const QJsonArray ways = security.toArray();
        if (ways.isEmpty())
            return;
        const QJsonObject all = ways[0].toObject(), schemes = m_document["components"_L1]["securitySchemes"_L1].toObject();
        for (const QString &name : all.keys()) {
            const QJsonObject scheme = resolved(schemes[name]);
            const QString type = scheme["type"_L1].toString(), http = scheme["scheme"_L1].toString().toLower();
            const QString variable = usableName(name);
            if (type == "apiKey"_L1 && scheme["in"_L1].toString() != "cookie"_L1) {
                const KeyValue key{scheme["name"_L1].toString(), u"${"_s + variable + u'}'};
                (scheme["in"_L1].toString() == "query"_L1 ? m.query : m.headers) << key;
                secret(variable);
            } else if (type == "http"_L1 && http == "basic"_L1) {
                m.auth = {domain::Authentication::Basic, u"${user}"_s, u"${password}"_s, {}};
                addVariable(m_imported.project, u"user"_s, {});
                secret(u"password"_s);
            } else if ((type == "http"_L1 && http == "bearer"_L1) || type == "oauth2"_L1 || type == "openIdConnect"_L1) {
                m.auth = {domain::Authentication::Bearer, {}, {}, u"${token}"_s};
                secret(u"token"_s);
            } else {
                m_ledger.add(Words::tr("Sign-in by “%1” was left out.").arg(name), m.name);
            }
        }
    }

    void secret(const QString &variable)
    {
        addVariable(m_imported.project, variable, {}, true);
        m_ledger.add(Words::tr("The variable %1 must get a value: the file says only that it is needed.").arg(variable));
    }

    const QJsonObject m_document;
    mutable SchemaSample m_sample;
    Imported m_imported;
    Ledger m_ledger;
    QHash<QString, qsizetype> m_cases; ///< by tag, to their place
    int m_operations = 0;
};

} // namespace

Result<Imported> importOpenApi(const QByteArray &bytes, const QString &name)
{
    const QByteArray start = bytes.left(4096).trimmed();
    if (!start.startsWith('{') && !start.startsWith("\xEF\xBB\xBF{") && start.contains(':') && !start.startsWith('['))
        return domain::fail(Words::tr("it is written in YAML: save it as JSON first."));
    const auto json = jsonObject(bytes);
    if (!json)
        return tl::unexpected(json.error());
    if (json->contains("swagger"_L1))
        return domain::fail(Words::tr("it is Swagger 2: convert it to OpenAPI 3 first."));
    if (!(*json)["openapi"_L1].toString().startsWith(u"3."))
        return domain::fail(Words::tr("it is not OpenAPI 3: the member openapi must begin with 3."));
    return OpenApiReader(*json).read(name);
}

} // namespace exchange
