#include "app/services/requestcompiler.h"

#include "app/services/protocolcompiler.h"
#include "engine/check/evaluate.h"
#include "engine/protocol/httpmessage.h"
#include "models/domain/bodyfile.h"
#include "models/domain/httpversion.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace services {

using namespace Qt::StringLiterals;

namespace {

constexpr int64_t nsPerMs = 1'000'000;

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(services::PlanCompiler)
};

/// key=value&… with everything percent-encoded, values of ${…} when they are known. `encode`: false on a row sends it as typed.
engine::Template pairs(const QVector<domain::KeyValue> &list, SlotTable &names)
{
    engine::Template text;
    const auto add = [&](const domain::KeyValue &pair, const QString &part) {
        const engine::Template parsed = names.parse(part);
        text.append(pair.extra["encode"_L1].toBool(true) ? parsed.percentEncoded() : parsed);
    };
    for (const auto &pair : list) {
        if (!pair.enabled || pair.key.isEmpty())
            continue;
        if (!text.pieces().empty())
            text.append(engine::Template("&"));
        add(pair, pair.key);
        text.append(engine::Template("="));
        add(pair, pair.value);
    }
    return text;
}

engine::Template urlOf(const domain::Message &message, SlotTable &names)
{
    QString url = names.inlined(message.url.trimmed());
    if (const auto fragment = url.indexOf(u'#'); fragment >= 0)
        url.truncate(fragment);
    if (!url.contains("://"_L1) && !url.startsWith("${"_L1))
        url.prepend(message.protocol == domain::Protocol::Https ? "https://"_L1 : "http://"_L1);
    engine::Template parsed = names.parse(url);
    if (const engine::Template query = pairs(message.query, names); !query.pieces().empty()) {
        parsed.append(engine::Template(url.contains(u'?') ? "&" : "?"));
        parsed.append(query);
    }
    return parsed;
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

/// In the quotes of a Content-Disposition (WHATWG HTML, multipart/form-data).
std::string quotable(const QString &text)
{
    return QString(text).replace(u'"', "%22"_L1).replace(u'\r', "%0D"_L1).replace(u'\n', "%0A"_L1).toStdString();
}

constexpr qint64 mostBytes = 256'000'000; ///< of the files of one body

domain::Result<QByteArray> fileBytes(const QString &given, SlotTable &names, qint64 most)
{
    const QString path = QDir(names.folder()).filePath(names.inlined(given)), shown = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(Words::tr("the file %1 cannot be read: %2.").arg(shown, file.errorString()));
    const QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most)
        return domain::fail(Words::tr("the files of a request may have 256 MB together; %1 goes beyond.").arg(shown));
    return bytes;
}

domain::Result<engine::Template> multipart(const QVector<domain::KeyValue> &form, SlotTable &names, std::string &boundary)
{
    struct Part
    {
        std::string head;
        engine::Template content;
    };
    std::vector<Part> parts;
    qint64 size = 0;
    for (const auto &field : form) {
        if (!field.enabled || field.key.isEmpty())
            continue;
        const domain::FormPart what = domain::formPart(field);
        Part part{"Content-Disposition: form-data; name=\"" + quotable(field.key) + '"', {}};
        if (what.isFile) {
            const auto bytes = fileBytes(field.value, names, mostBytes - size);
            if (!bytes)
                return tl::unexpected(bytes.error());
            size += bytes->size();
            part.head += "; filename=\"" + quotable(what.fileName.isEmpty() ? QFileInfo(names.inlined(field.value)).fileName() : what.fileName) + '"';
            part.content = engine::Template(bytes->toStdString());
        } else {
            part.content = names.parse(field.value);
        }
        if (const QString type = what.contentType.isEmpty() && what.isFile ? u"application/octet-stream"_s : what.contentType; !type.isEmpty())
            part.head += "\r\nContent-Type: " + QString(type).remove(u'\r').remove(u'\n').toStdString();
        parts.push_back(std::move(part));
    }
    const auto occurs = [&](const std::string &text) {
        return std::ranges::any_of(parts, [&](const Part &part) {
            return std::ranges::any_of(part.content.pieces(), [&](const engine::Piece &piece) { return piece.text.find(text) != std::string::npos; });
        });
    };
    boundary = "crescendo-7f3a91c4e2";
    for (int i = 1; occurs(boundary); ++i)
        boundary = "crescendo-7f3a91c4e2-" + std::to_string(i);
    engine::Template body;
    for (const Part &part : parts) {
        body.append(engine::Template("--" + boundary + "\r\n" + part.head + "\r\n\r\n"));
        body.append(part.content);
        body.append(engine::Template("\r\n"));
    }
    if (!parts.empty())
        body.append(engine::Template("--" + boundary + "--\r\n"));
    return body;
}

domain::Result<> addBody(const domain::Message &message, SlotTable &names, engine::HttpRequest &request)
{
    std::string type;
    if (message.bodyType == domain::BodyType::Form) {
        request.body = pairs(message.form, names);
        type = "application/x-www-form-urlencoded";
    } else if (message.bodyType == domain::BodyType::Multipart) {
        std::string boundary;
        auto body = multipart(message.form, names, boundary);
        if (!body)
            return tl::unexpected(body.error());
        request.body = std::move(*body);
        type = "multipart/form-data; boundary=" + boundary;
    } else if (domain::hasBodyFile(message)) {
        if (domain::bodyFile(message).trimmed().isEmpty())
            return domain::fail(Words::tr("the body comes from a file, and none is named."));
        const auto bytes = fileBytes(domain::bodyFile(message), names, mostBytes);
        if (!bytes)
            return tl::unexpected(bytes.error());
        request.body = engine::Template(bytes->toStdString());
    } else if (!message.body.isEmpty()) {
        request.body = names.parse(message.body);
    }
    const bool typed = std::ranges::any_of(request.headers, [](const auto &header) {
        return engine::equalsIgnoringCase(header.first, "Content-Type");
    });
    if (!typed && !type.empty() && !request.body.pieces().empty())
        request.headers.emplace_back("Content-Type", engine::Template(type));
    return {};
}

std::optional<engine::CheckItem::Comparison> comparisonOf(const QString &name)
{
    const auto index = domain::comparisonNames().indexOf(name == "="_L1 ? u"=="_s : name);
    return index < 0 ? std::nullopt : std::optional(engine::CheckItem::Comparison(index));
}

domain::Result<> compileHttp(const domain::Message &message, SlotTable &names, ConnectionCompiler &connections, engine::HttpRequest &request)
{
    request.method = message.method.isEmpty() ? "GET" : message.method.toStdString();
    if (!isToken(QString::fromStdString(request.method)))
        return domain::fail(Words::tr("“%1” is no HTTP method.").arg(message.method));

    request.url = urlOf(message, names);
    if (request.url.isLiteral()) {
        const std::string plain = request.url.pieces().empty() ? std::string() : request.url.pieces().front().text;
        engine::HttpPlace parts;
        const bool odd = std::ranges::any_of(plain, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
        if (message.url.trimmed().isEmpty() || odd || !engine::HttpPlace::parse(plain, parts))
            return domain::fail(Words::tr("“%1” is not a URL that can be requested.").arg(names.shown(QString::fromStdString(plain))));
    }

    if (const auto problem = addHeaders(message, names, request))
        return domain::fail(*problem);
    if (const auto done = addBody(message, names, request); !done)
        return domain::fail(done.error().message);
    if (const auto done = connections.apply(message, request); !done)
        return domain::fail(done.error().message);
    request.connectTimeout = message.connectTimeoutMs * nsPerMs;
    request.responseTimeout = message.returnTimeoutMs * nsPerMs;
    request.verifyTls = message.verifyTls;
    request.followRedirects = message.followRedirects;
    request.newConnection = message.newConnection;
    request.cookies = message.cookies;
    request.decode = message.decode;
    if (!domain::isKnownHttpVersion(message))
        return domain::fail(Words::tr("“%1” is a version of HTTP that cannot be spoken; HTTP/1.1 and HTTP/2 can.").arg(message.httpVersion));
    request.http2 = domain::isHttp2(message);
    request.sharedStreams = request.http2 ? domain::http2Streams(message) : 0;
    return {};
}

} // namespace

domain::Result<engine::Checkpoint> compileCheckpoint(const domain::Checkpoint &checkpoint, SlotTable &names)
{
    using Item = engine::CheckItem;
    engine::Checkpoint compiled{checkpoint.all, checkpoint.retryTimes, checkpoint.retryIntervalMs * nsPerMs, {}};
    for (const auto &item : checkpoint.items) {
        const auto source = domain::checkSources().indexOf(item.source);
        if (source < 0)
            return domain::fail(Words::tr("a checkpoint looks at “%1”, which does not exist.").arg(item.source));
        const auto comparison = comparisonOf(item.comparison);
        if (!comparison)
            return domain::fail(Words::tr("a checkpoint compares by “%1”, which does not exist.").arg(item.comparison));
        engine::CheckItem made{Item::Source(source), *comparison, item.key.toStdString(), names.parse(item.value), {}};
        if (made.source == Item::Plugin) {
            const auto function = names.plugins().find(item.key, engine::Plugin::Check);
            if (!function)
                return tl::unexpected(function.error());
            made.plugin = *function;
        }
        compiled.items.push_back(std::move(made));
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

domain::Result<engine::Condition> compileCondition(const domain::Condition &condition, SlotTable &names)
{
    engine::Condition compiled{condition.all, {}};
    for (const auto &item : condition.items) {
        const auto comparison = comparisonOf(item.comparison);
        if (!comparison)
            return domain::fail(Words::tr("a condition compares by “%1”, which does not exist.").arg(item.comparison));
        compiled.items.push_back({names.parseCondition(item.left), *comparison, names.parseCondition(item.right)});
        const engine::Comparison &last = compiled.items.back();
        if (*comparison == engine::CheckItem::Regex && last.right.isLiteral()) {
            const engine::Pattern pattern(last.right.pieces().empty() ? std::string() : last.right.pieces().front().text);
            if (!pattern.error().empty())
                return domain::fail(QString::fromStdString(pattern.error()));
        }
    }
    return compiled;
}

domain::Result<engine::RequestStep> compileRequest(const domain::Step &step, SlotTable &names, ConnectionCompiler &connections, const QString &place)
{
    const auto wrong = [&](const QString &what) { return domain::fail(u"%1: %2"_s.arg(place, what)); };
    const domain::Message &message = step.message;
    engine::RequestStep compiled;
    if (message.protocol == domain::Protocol::Http || message.protocol == domain::Protocol::Https) {
        if (const auto done = compileHttp(message, names, connections, compiled.request); !done)
            return wrong(done.error().message);
    } else {
        auto protocol = compileProtocol(message, names);
        if (!protocol)
            return wrong(protocol.error().message);
        compiled.protocol = std::move(*protocol);
    }

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
