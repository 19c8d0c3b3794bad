#include "app/exchange/formats.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace exchange {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::Importer)
};

constexpr qint64 headSize = 64 * 1024;

bool isObject(QByteArrayView head)
{
    return head.trimmed().startsWith('{') || head.startsWith("\xEF\xBB\xBF{");
}

bool holds(QByteArrayView head, QByteArrayView what) { return head.indexOf(what) >= 0; }

/// A member of that name anywhere near the top.
bool hasMember(QByteArrayView head, const char *name)
{
    return isObject(head) && holds(head, QByteArray("\"") + name + '"');
}

bool isOwn(QByteArrayView head) { return hasMember(head, "format") && holds(head, "crescendo-"); }

bool isJmx(QByteArrayView head) { return head.trimmed().startsWith('<') && holds(head, "<jmeterTestPlan"); }

bool isHar(QByteArrayView head) { return hasMember(head, "log") && (hasMember(head, "creator") || hasMember(head, "entries")); }

bool isPostman(QByteArrayView head)
{
    return isObject(head) && (holds(head, "getpostman.com/json/collection") || hasMember(head, "_postman_id"));
}

bool isOpenApi(QByteArrayView head)
{
    static const QRegularExpression yaml(u"^(openapi|swagger)\\s*:"_s, QRegularExpression::MultilineOption);
    return (hasMember(head, "openapi") || hasMember(head, "swagger")) || (!isObject(head) && yaml.match(QString::fromUtf8(head)).hasMatch());
}

bool isPerfTest(QByteArrayView head)
{
    return isObject(head) && !isOwn(head) && (hasMember(head, "contents") || hasMember(head, "case_list") || hasMember(head, "temps") || hasMember(head, "content_type"));
}

bool isCurl(QByteArrayView head)
{
    static const QRegularExpression command(u"^\\s*(\\$\\s+)?curl(\\.exe)?\\s"_s, QRegularExpression::MultilineOption);
    return !isObject(head) && command.match(QString::fromUtf8(head)).hasMatch();
}

} // namespace

const QVector<Format> &formats()
{
    static const QVector<Format> all{
        {u"perftest"_s, u"CodeArts PerfTest"_s, {u"json"_s}, isPerfTest, importPerfTest},
        {u"jmx"_s, u"JMeter"_s, {u"jmx"_s}, isJmx, importJmx},
        {u"har"_s, u"HTTP Archive (HAR)"_s, {u"har"_s, u"json"_s}, isHar, importHar},
        {u"postman"_s, u"Postman"_s, {u"json"_s}, isPostman, importPostman},
        {u"openapi"_s, u"OpenAPI"_s, {u"json"_s}, isOpenApi, importOpenApi},
        {u"curl"_s, u"cURL"_s, {u"sh"_s, u"txt"_s, u"curl"_s}, isCurl, importCurl},
    };
    return all;
}

const Format *formatById(const QString &id)
{
    const auto found = std::ranges::find(formats(), id, &Format::id);
    return found == formats().end() ? nullptr : &*found;
}

const Format *formatOf(QByteArrayView head)
{
    if (isOwn(head))
        return nullptr;
    // The loosest last: a PerfTest file has no mark of its own.
    for (const char *id : {"jmx", "postman", "har", "openapi", "perftest", "curl"}) {
        const Format *format = formatById(QString::fromLatin1(id));
        if (format->recognises(head))
            return format;
    }
    return nullptr;
}

domain::Result<Imported> importFile(const QString &path, const QString &formatId)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(Words::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    if (file.size() > largestImport)
        return domain::fail(Words::tr("%1 is too large to import: at most %2 MB.").arg(path).arg(largestImport / 1024 / 1024));
    const QByteArray bytes = file.readAll();
    const Format *format = formatId.isEmpty() ? formatOf(QByteArrayView(bytes).first(std::min<qint64>(bytes.size(), headSize))) : formatById(formatId);
    if (!format)
        return domain::fail(Words::tr("%1 is nothing this program can import: a project, JMeter, HAR, Postman, OpenAPI or cURL file.").arg(path));
    auto read = format->read(bytes, QFileInfo(path).completeBaseName());
    if (!read)
        return domain::fail(Words::tr("%1, read as %2: %3").arg(path, format->name, read.error().message));
    return read;
}

} // namespace exchange
