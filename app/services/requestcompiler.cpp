#include "app/services/requestcompiler.h"

#include "engine/check/evaluate.h"
#include "engine/protocol/httpmessage.h"
#include <QCoreApplication>
#include <QUrl>

namespace services {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t nsPerMs = 1'000'000;

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::PlanCompiler)
};

QString pairs(const QVector<domain::KeyValue> &list)
{
    QStringList parts;
    for (const auto &pair : list)
        if (pair.enabled && !pair.key.isEmpty())
            parts << encoded(pair.key) + u'=' + encoded(pair.value);
    return parts.join(u'&');
}

QString urlOf(const domain::Message &message, SlotTable &names)
{
    QString url = names.inlined(message.url.trimmed());
    if (const auto fragment = url.indexOf(u'#'); fragment >= 0)
        url.truncate(fragment);
    if (!url.contains("://"_L1) && !url.startsWith("${"_L1))
        url.prepend(message.protocol == domain::Protocol::Https ? "https://"_L1 : "http://"_L1);
    if (const QString query = pairs(message.query); !query.isEmpty())
        url += (url.contains(u'?') ? u'&' : u'?') + query;
    return url;
}

bool isToken(const QString &name)
{
    constexpr QStringView separators = u"\"(),/:;<=>?@[\\]{}";
    return !name.isEmpty() && std::ranges::all_of(name, [&](QChar c) {
        return c.unicode() > 0x20 && c.unicode() < 0x7f && !separators.contains(c);
    });
}

std::optional<QString> addHeaders(const domain::Message &message, SlotTable &names, engine::HttpRequest &request)
{
    for (const auto &header : message.headers) {
        if (!header.enabled || header.key.isEmpty())
            continue;
        if (!isToken(header.key))
            return Words::tr("“%1” is no header name.").arg(header.key);
        if (header.value.contains(u'\n') || header.value.contains(u'\r'))
            return Words::tr("the value of header %1 holds a line break.").arg(header.key);
        request.headers.emplace_back(header.key.toStdString(), names.parse(header.value));
    }
    return std::nullopt;
}

QString multipart(const QVector<domain::KeyValue> &form, const QString &boundary)
{
    QString body;
    for (const auto &field : form)
        if (field.enabled && !field.key.isEmpty())
            body += u"--%1\r\nContent-Disposition: form-data; name=\"%2\"\r\n\r\n"_s.arg(boundary, QString(field.key).replace(u'"', "%22"_L1))
                + field.value + "\r\n"_L1;
    return body.isEmpty() ? body : body + "--"_L1 + boundary + "--\r\n"_L1;
}

void addBody(const domain::Message &message, SlotTable &names, engine::HttpRequest &request)
{
    QString body = message.body, type;
    if (message.bodyType == domain::BodyType::Form) {
        body = pairs(message.form);
        type = u"application/x-www-form-urlencoded"_s;
    } else if (message.bodyType == domain::BodyType::Multipart) {
        const QString boundary = u"crescendo-7f3a91c4e2"_s;
        body = multipart(message.form, boundary);
        type = u"multipart/form-data; boundary="_s + boundary;
    }
    if (body.isEmpty())
        return;
    request.body = names.parse(body);
    const bool typed = std::ranges::any_of(request.headers, [](const auto &header) {
        return engine::equalsIgnoringCase(header.first, "Content-Type");
    });
    if (!typed && !type.isEmpty())
        request.headers.emplace_back("Content-Type", engine::Template(type.toStdString()));
}

domain::Result<engine::Checkpoint> compileCheckpoint(const domain::Checkpoint &checkpoint, SlotTable &names)
{
    using Item = engine::CheckItem;
    static const QHash<QString, Item::Source> sources{
        {u"status"_s, Item::Status}, {u"header"_s, Item::Header}, {u"body"_s, Item::Body}, {u"json"_s, Item::Json},
        {u"jsonpath"_s, Item::JsonPath}, {u"xpath"_s, Item::XPath}};
    static const QHash<QString, Item::Comparison> comparisons{
        {u"=="_s, Item::Equal}, {u"="_s, Item::Equal}, {u"!="_s, Item::NotEqual}, {u">"_s, Item::Greater},
        {u">="_s, Item::GreaterEqual}, {u"<"_s, Item::Less}, {u"<="_s, Item::LessEqual}, {u"contains"_s, Item::Contains},
        {u"not_contains"_s, Item::NotContains}, {u"regex"_s, Item::Regex}, {u"exists"_s, Item::Exists},
        {u"not_exists"_s, Item::NotExists}, {u"in"_s, Item::In}, {u"not_in"_s, Item::NotIn}};
    engine::Checkpoint compiled{checkpoint.all, checkpoint.retryTimes, checkpoint.retryIntervalMs * nsPerMs, {}};
    for (const auto &item : checkpoint.items) {
        if (!sources.contains(item.source))
            return domain::fail(Words::tr("a checkpoint looks at “%1”, which does not exist.").arg(item.source));
        if (!comparisons.contains(item.comparison))
            return domain::fail(Words::tr("a checkpoint compares by “%1”, which does not exist.").arg(item.comparison));
        compiled.items.push_back({sources[item.source], comparisons[item.comparison], item.key.toStdString(), names.parse(item.value)});
    }
    return compiled;
}

engine::Extraction compileExtraction(const domain::Extraction &extraction, SlotTable &names)
{
    engine::Extraction compiled;
    compiled.range = engine::Extraction::Range(extraction.range);
    compiled.slot = names.slotOf(extraction.name);
    compiled.name = extraction.name.toStdString();
    compiled.regexp = extraction.regexp.toStdString();
    compiled.key = extraction.key.toStdString();
    compiled.defaultValue = extraction.defaultValue.toStdString();
    compiled.matchIndex = extraction.matchIndex;
    compiled.groupIndex = extraction.groupIndex;
    if (extraction.expect)
        compiled.expect = extraction.expect->toStdString();
    return compiled;
}

} // namespace

QString encoded(const QString &text)
{
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype open = text.indexOf("${"_L1, at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0)
            return result + QString::fromLatin1(QUrl::toPercentEncoding(text.mid(at)));
        result += QString::fromLatin1(QUrl::toPercentEncoding(text.mid(at, open - at))) + text.mid(open, close + 1 - open);
        at = close + 1;
    }
    return result;
}

domain::Result<engine::RequestStep> compileRequest(const domain::Step &step, SlotTable &names, const QString &place)
{
    const auto wrong = [&](const QString &what) { return domain::fail(u"%1: %2"_s.arg(place, what)); };
    const domain::Message &message = step.message;
    if (message.protocol != domain::Protocol::Http && message.protocol != domain::Protocol::Https)
        return wrong(Words::tr("this version runs HTTP and HTTPS requests only."));
    engine::RequestStep compiled;
    engine::HttpRequest &request = compiled.request;
    request.method = message.method.isEmpty() ? "GET" : message.method.toStdString();
    if (!isToken(QString::fromStdString(request.method)))
        return wrong(Words::tr("“%1” is no HTTP method.").arg(message.method));

    const QString url = urlOf(message, names);
    request.url = names.parse(url);
    const std::string plain = url.toStdString();
    engine::HttpPlace parts;
    const bool odd = std::ranges::any_of(plain, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    if (request.url.isLiteral() && (message.url.trimmed().isEmpty() || odd || !engine::HttpPlace::parse(plain, parts)))
        return wrong(Words::tr("“%1” is not a URL that can be requested.").arg(url));

    if (const auto problem = addHeaders(message, names, request))
        return wrong(*problem);
    addBody(message, names, request);
    request.connectTimeout = message.connectTimeoutMs * nsPerMs;
    request.responseTimeout = message.returnTimeoutMs * nsPerMs;
    request.verifyTls = message.verifyTls;
    request.followRedirects = message.followRedirects;
    request.newConnection = message.newConnection;
    request.cookies = message.cookies;

    if (step.checkpoint && step.checkpoint->enabled && !step.checkpoint->items.isEmpty()) {
        auto checkpoint = compileCheckpoint(*step.checkpoint, names);
        if (!checkpoint)
            return wrong(checkpoint.error().message);
        compiled.checkpoint = std::move(*checkpoint);
    }
    for (const auto &extraction : step.extractions)
        compiled.extractions.push_back(compileExtraction(extraction, names));
    if (const engine::Checker checker(compiled.checkpoint, compiled.extractions); !checker.errors().empty())
        return wrong(QString::fromStdString(checker.errors().front()));
    if (step.thinkTime) {
        compiled.thinkTime = step.thinkTime->ms * nsPerMs;
        compiled.thinkFixed = step.thinkTime->fixed;
    }
    compiled.endIterationOnFailure = message.onFailure == "end_iteration"_L1;
    if (!names.problem().isEmpty())
        return wrong(names.problem());
    return compiled;
}

} // namespace services
