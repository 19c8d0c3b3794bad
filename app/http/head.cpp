#include "app/http/head.h"

#include <QCoreApplication>
#include <algorithm>

namespace http {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(http::Head)
};

HeadResult refuse(int status, const QString &sentence)
{
    HeadResult result;
    result.refusal = Refusal{status, sentence};
    return result;
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Origin form, or the absolute form a proxy is asked with; no spaces or control characters in either.
bool splitTarget(Request &request)
{
    const QByteArray &target = request.target;
    if (std::any_of(target.begin(), target.end(), [](char c) { return uchar(c) <= 0x20 || uchar(c) >= 0x7f || c == '#'; }))
        return false;
    QByteArray rest = target;
    if (rest.startsWith("http://")) {
        const qsizetype slash = rest.indexOf('/', 7);
        rest = slash < 0 ? QByteArray("/") : rest.mid(slash);
    }
    if (!rest.startsWith('/'))
        return false;
    const qsizetype mark = rest.indexOf('?');
    request.path = rest.left(mark < 0 ? rest.size() : mark);
    request.query = mark < 0 ? QByteArray() : rest.mid(mark + 1);
    return true;
}

/// What the headers say about body and connection.
std::optional<Refusal> settle(Head &head, const QByteArray &version, const Limits &limits)
{
    const Request &request = head.request;
    QByteArray length, host;
    int hosts = 0;
    bool chunked = false;
    head.keepAlive = version == "HTTP/1.1";
    for (const auto &[name, value] : request.headers) {
        if (name == "content-length") {
            if (!isDigits(value) || value.size() > 18 || (!length.isNull() && length != value))
                return Refusal{400, Words::tr("Content-Length is not one number.")};
            length = value;
        } else if (name == "transfer-encoding") {
            chunked = true;
        } else if (name == "host") {
            host = value;
            ++hosts;
        } else if (name == "connection") {
            const QByteArray wanted = value.toLower();
            if (wanted.contains("close"))
                head.keepAlive = false;
            else if (wanted.contains("keep-alive"))
                head.keepAlive = true;
        } else if (name == "expect") {
            head.expectsContinue = value.toLower() == "100-continue";
        }
    }
    if (hosts > 1 || (hosts == 0 && version == "HTTP/1.1"))
        return Refusal{400, Words::tr("There must be one Host header.")};
    if (limits.loopbackHost && hosts == 1 && !isLoopbackHost(host))
        return Refusal{403, Words::tr("This server answers only under the names of this computer itself.")};
    const bool sends = request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
    if (chunked || (sends && length.isNull()))
        return Refusal{411, Words::tr("The length of the body must be given in Content-Length.")};
    head.length = length.toLongLong();
    if (head.length > limits.body)
        return Refusal{413, Words::tr("The body is larger than %1 MB.").arg(limits.body / (1024 * 1024))};
    return std::nullopt;
}

} // namespace

bool isLoopbackHost(QByteArrayView host)
{
    QByteArray name = host.toByteArray().toLower();
    if (const qsizetype colon = name.lastIndexOf(':'); colon >= 0 && !name.endsWith(']')) {
        if (!isDigits(QByteArrayView(name).sliced(colon + 1)))
            return false;
        name.truncate(colon);
    }
    return name == "127.0.0.1" || name == "localhost" || name == "[::1]";
}

HeadResult readHead(QByteArrayView bytes, const Limits &limits)
{
    const qsizetype lineEnd = bytes.first(std::min<qsizetype>(bytes.size(), limits.line + 2)).indexOf('\n');
    if (lineEnd < 0 && bytes.size() > limits.line)
        return refuse(414, Words::tr("The address is longer than %1 bytes.").arg(limits.line));
    const qsizetype end = bytes.first(std::min<qsizetype>(bytes.size(), limits.head)).indexOf("\r\n\r\n");
    if (end < 0) {
        if (bytes.size() >= limits.head)
            return refuse(431, Words::tr("The headers are longer than %1 bytes.").arg(limits.head));
        if (lineEnd >= 0 && (lineEnd == 0 || bytes[lineEnd - 1] != '\r'))
            return refuse(400, Words::tr("This is not a request of HTTP/1.1."));
        return {};
    }

    HeadResult result;
    Request &request = result.head.request;
    QByteArray version;
    qsizetype at = 0;
    for (int number = 0; at < end + 2; ++number) {
        const qsizetype stop = bytes.indexOf("\r\n", at);
        const QByteArray line = bytes.sliced(at, stop - at).toByteArray();
        at = stop + 2;
        if (number == 0) {
            const auto parts = line.split(' ');
            if (parts.size() != 3 || !isCleanHeader(parts[0], {}) || parts[0].size() > 16)
                return refuse(400, Words::tr("This is not a request of HTTP/1.1."));
            request.method = parts[0];
            request.target = parts[1];
            version = parts[2];
            if (version != "HTTP/1.1" && version != "HTTP/1.0")
                return refuse(version.startsWith("HTTP/") ? 505 : 400, Words::tr("Only HTTP/1.1 is spoken here."));
            if (!splitTarget(request))
                return refuse(400, Words::tr("The address of the request is malformed."));
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(std::max<qsizetype>(colon, 0)), value = line.mid(colon + 1).trimmed();
        if (colon < 1 || !isCleanHeader(name, value))
            return refuse(400, Words::tr("A header of the request is malformed."));
        if (number > limits.headers)
            return refuse(431, Words::tr("There are more than %1 headers.").arg(limits.headers));
        request.headers.emplaceBack(name.toLower(), value);
    }
    result.size = end + 4;
    if (auto refusal = settle(result.head, version, limits)) {
        result.size = 0;
        result.refusal = std::move(refusal);
    }
    return result;
}

} // namespace http
