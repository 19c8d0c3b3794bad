#include "app/exchange/curlcommand.h"
#include "app/exchange/shellwords.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace exchange {

using domain::KeyValue;
using domain::Message;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::CurlCommand)
};

constexpr qsizetype longestText = 1 << 20;

/// Long names of the options cURL knows by a letter, of those that matter here or take a value.
const QHash<QChar, QString> &letters()
{
    static const QHash<QChar, QString> all{
        {u'X', u"request"_s}, {u'H', u"header"_s}, {u'd', u"data"_s}, {u'F', u"form"_s}, {u'u', u"user"_s}, {u'A', u"user-agent"_s},
        {u'e', u"referer"_s}, {u'b', u"cookie"_s}, {u'm', u"max-time"_s}, {u'x', u"proxy"_s}, {u'k', u"insecure"_s},
        {u'L', u"location"_s}, {u'G', u"get"_s}, {u'I', u"head"_s}, {u'o', u"output"_s}, {u'w', u"write-out"_s}, {u'c', u"cookie-jar"_s},
        {u'T', u"upload-file"_s}, {u'E', u"cert"_s}, {u'U', u"proxy-user"_s}, {u'K', u"config"_s}, {u'r', u"range"_s}, {u'C', u"continue-at"_s},
        {u'D', u"dump-header"_s}, {u'y', u"speed-time"_s}, {u'Y', u"speed-limit"_s}, {u'z', u"time-cond"_s}, {u's', u"silent"_s},
        {u'S', u"show-error"_s}, {u'v', u"verbose"_s}, {u'i', u"include"_s}, {u'f', u"fail"_s}, {u'g', u"globoff"_s}, {u'N', u"no-buffer"_s},
        {u'#', u"progress-bar"_s}, {u'O', u"remote-name"_s}, {u'J', u"remote-header-name"_s}, {u'q', u"disable"_s}};
    return all;
}

/// They change what is shown or written, not what is sent.
const QSet<QString> &withoutEffect()
{
    static const QSet<QString> all{u"silent"_s, u"show-error"_s, u"verbose"_s, u"include"_s, u"fail"_s, u"globoff"_s, u"no-buffer"_s,
                                   u"progress-bar"_s, u"remote-name"_s, u"remote-header-name"_s, u"disable"_s, u"fail-with-body"_s,
                                   u"output"_s, u"write-out"_s, u"no-progress-meter"_s, u"trace-time"_s, u"http1.1"_s, u"path-as-is"_s};
    return all;
}

const QSet<QString> &withValue()
{
    static const QSet<QString> all{
        u"request"_s, u"header"_s, u"data"_s, u"data-raw"_s, u"data-ascii"_s, u"data-binary"_s, u"data-urlencode"_s, u"json"_s, u"form"_s,
        u"form-string"_s, u"user"_s, u"user-agent"_s, u"referer"_s, u"cookie"_s, u"url"_s, u"max-time"_s, u"connect-timeout"_s, u"proxy"_s,
        u"oauth2-bearer"_s, u"output"_s, u"write-out"_s, u"cookie-jar"_s, u"upload-file"_s, u"cert"_s, u"key"_s, u"cacert"_s, u"capath"_s,
        u"proxy-user"_s, u"config"_s, u"range"_s, u"continue-at"_s, u"dump-header"_s, u"speed-time"_s, u"speed-limit"_s, u"time-cond"_s,
        u"resolve"_s, u"connect-to"_s, u"retry"_s, u"retry-delay"_s, u"retry-max-time"_s, u"limit-rate"_s, u"max-redirs"_s, u"interface"_s,
        u"dns-servers"_s, u"ciphers"_s, u"tls-max"_s, u"unix-socket"_s, u"proto"_s, u"cert-type"_s, u"key-type"_s, u"pass"_s, u"noproxy"_s,
        u"keepalive-time"_s, u"local-port"_s, u"max-filesize"_s, u"stderr"_s, u"trace"_s, u"trace-ascii"_s, u"aws-sigv4"_s, u"socks5"_s,
        u"socks5-hostname"_s, u"url-query"_s, u"variable"_s, u"expand-url"_s};
    return all;
}

int milliseconds(const QString &seconds, int otherwise)
{
    bool isNumber = false;
    const double value = seconds.toDouble(&isNumber);
    return isNumber && value > 0 ? int(std::clamp(value * 1000, 20.0, 300'000.0)) : otherwise;
}

class Command
{
public:
    domain::Result<CurlCommand> read(const ShellWords &shell)
    {
        m_message.followRedirects = false; // cURL's own defaults
        m_message.verifyTls = true;
        for (const QString &name : shell.variables)
            note(Words::tr("The shell variable %1 became the variable of the same name here.").arg(name));
        if (shell.more)
            note(Words::tr("What follows the first command was left out."));
        const QStringList &words = shell.words;
        for (qsizetype i = 1; i < words.size(); ++i) {
            if (m_onlyUrls || !words[i].startsWith(u'-') || words[i] == u"-")
                takeUrl(words[i]);
            else if (words[i] == u"--")
                m_onlyUrls = true;
            else if (const auto read = words[i].startsWith(u"--") ? takeLong(words, i) : takeLetters(words, i); !read)
                return tl::unexpected(read.error());
        }
        if (m_message.url.isEmpty())
            return domain::fail(Words::tr("The cURL command has no address."));
        return finish();
    }

private:
    void note(const QString &text) { m_notes << text; }

    static domain::Result<> lacksValue(const QString &option)
    {
        return domain::fail(Words::tr("The option %1 of the cURL command lacks its value.").arg(option));
    }

    domain::Result<> takeLong(const QStringList &words, qsizetype &i)
    {
        const QString name = words[i].mid(2);
        if (!withValue().contains(name)) {
            takeFlag(name);
            return {};
        }
        if (i + 1 >= words.size())
            return lacksValue(words[i]);
        take(name, words[++i]);
        return {};
    }

    /// -sSLk, -XPOST, -H 'a: b'
    domain::Result<> takeLetters(const QStringList &words, qsizetype &i)
    {
        const QString word = words[i];
        for (qsizetype at = 1; at < word.size(); ++at) {
            const QString name = letters().value(word[at]);
            if (!withValue().contains(name)) {
                takeFlag(name.isEmpty() ? QString(word[at]) : name);
                continue;
            }
            if (at + 1 == word.size() && i + 1 >= words.size())
                return lacksValue(u'-' + QString(word[at]));
            take(name, at + 1 < word.size() ? word.mid(at + 1) : words[++i]);
            break;
        }
        return {};
    }

    void takeFlag(const QString &name)
    {
        if (name == u"insecure")
            m_message.verifyTls = false;
        else if (name == u"location" || name == u"location-trusted")
            m_message.followRedirects = true;
        else if (name == u"get")
            m_dataInUrl = true;
        else if (name == u"head")
            m_head = true;
        else if (name == u"compressed")
            m_compressed = true;
        else if (!withoutEffect().contains(name))
            leftOut((name.size() > 1 ? u"--"_s : u"-"_s) + name);
    }

    void leftOut(const QString &option) { note(Words::tr("The option %1 was left out.").arg(option)); }

    void take(const QString &name, const QString &value)
    {
        if (name == u"request")
            takeMethod(value);
        else if (name == u"header")
            takeHeader(value);
        else if (name == u"user-agent")
            setHeader(u"User-Agent"_s, value);
        else if (name == u"referer")
            setHeader(u"Referer"_s, value);
        else if (name == u"cookie")
            takeCookie(value);
        else if (name == u"url")
            takeUrl(value);
        else if (name == u"user")
            takeUser(value);
        else if (name == u"oauth2-bearer")
            takeToken(value);
        else if (name == u"proxy")
            takeProxy(value);
        else if (name == u"max-time")
            m_message.returnTimeoutMs = milliseconds(value, m_message.returnTimeoutMs);
        else if (name == u"connect-timeout")
            m_message.connectTimeoutMs = milliseconds(value, m_message.connectTimeoutMs);
        else if (name == u"form" || name == u"form-string")
            takeForm(value, name == u"form");
        else if (name.startsWith(u"data") || name == u"json")
            takeData(name, value);
        else if (!withoutEffect().contains(name))
            leftOut(u"--"_s + name);
    }

    void takeMethod(const QString &method)
    {
        m_methodGiven = true;
        m_message.method = method.toUpper();
    }

    void takeUrl(const QString &url)
    {
        if (!m_message.url.isEmpty())
            return note(Words::tr("Only the first address was taken, not %1.").arg(url));
        m_message.url = url.contains(u"://") ? url : u"http://"_s + url;
    }

    bool hasHeader(QStringView name) const
    {
        return std::any_of(m_message.headers.begin(), m_message.headers.end(),
                           [name](const KeyValue &h) { return h.key.compare(name, Qt::CaseInsensitive) == 0; });
    }

    void setHeader(const QString &name, const QString &value)
    {
        if (!hasHeader(name))
            m_message.headers << KeyValue{name, value};
    }

    void takeHeader(const QString &line)
    {
        if (line.startsWith(u'@'))
            return note(Words::tr("Headers of the file %1 were left out.").arg(line.mid(1)));
        const qsizetype colon = line.indexOf(u':');
        if (colon > 0 && !line.mid(colon + 1).trimmed().isEmpty())
            m_message.headers << KeyValue{line.left(colon).trimmed(), line.mid(colon + 1).trimmed()};
        else if (line.endsWith(u';') && line.size() > 1) // how cURL writes an empty header
            m_message.headers << KeyValue{line.chopped(1).trimmed(), QString()};
        else
            note(Words::tr("The header “%1” was left out.").arg(line));
    }

    void takeCookie(const QString &value)
    {
        if (value.contains(u'='))
            setHeader(u"Cookie"_s, value);
        else
            note(Words::tr("Cookies of the file %1 were left out.").arg(value));
    }

    void takeUser(const QString &value)
    {
        m_message.auth.kind = domain::Authentication::Basic;
        m_message.auth.user = value.section(u':', 0, 0);
        m_message.auth.password = value.section(u':', 1);
    }

    void takeToken(const QString &token)
    {
        m_message.auth.kind = domain::Authentication::Bearer;
        m_message.auth.token = token;
    }

    void takeProxy(const QString &value)
    {
        const QString url = value.contains(u"://") ? value : u"http://"_s + value;
        if (url.startsWith(u"http://"_s, Qt::CaseInsensitive))
            m_message.proxy = url;
        else
            note(Words::tr("The proxy %1 was left out: only HTTP proxies are known.").arg(value));
    }

    void takeData(const QString &name, const QString &value)
    {
        m_hasData = true;
        m_json |= name == u"json";
        QString text = value;
        const bool mayBeFile = name != u"data-raw" && name != u"data-urlencode";
        if (mayBeFile && value.startsWith(u'@'))
            return note(Words::tr("The body in the file %1 was left out.").arg(value.mid(1)));
        if (name == u"data-urlencode") {
            const qsizetype equals = value.indexOf(u'=');
            const QString key = equals > 0 ? value.left(equals + 1) : QString();
            text = key + QString::fromLatin1(QUrl::toPercentEncoding(value.mid(equals + 1)));
        } else if (name == u"data" || name == u"data-ascii")
            text.remove(u'\r').remove(u'\n'); // as cURL does
        if (m_json && !m_data.isEmpty())
            m_data += text;
        else
            m_data += (m_data.isEmpty() ? QString() : u"&"_s) + text;
    }

    void takeForm(const QString &value, bool mayBeFile)
    {
        const qsizetype equals = value.indexOf(u'=');
        const QString text = value.mid(equals + 1);
        if (equals <= 0)
            return note(Words::tr("The form field “%1” was left out.").arg(value));
        KeyValue part{value.left(equals), text};
        if (mayBeFile && (text.startsWith(u'@') || text.startsWith(u'<'))) {
            part.value = text.mid(1).section(u";"_s, 0, 0);
            if (text.startsWith(u'@'))
                part.extra.insert(u"type"_s, u"file"_s);
            note(Words::tr("The file %1 must be there when the test runs.").arg(part.value));
        }
        m_message.form << part;
    }

    CurlCommand finish()
    {
        const bool isForm = !m_message.form.isEmpty();
        if (m_dataInUrl && m_hasData) {
            m_message.url += (m_message.url.contains(u'?') ? u"&"_s : u"?"_s) + m_data;
        } else if (m_hasData) {
            m_message.body = m_data;
            setHeader(u"Content-Type"_s, m_json ? u"application/json"_s : u"application/x-www-form-urlencoded"_s);
            if (m_json)
                setHeader(u"Accept"_s, u"application/json"_s);
        } else if (isForm)
            m_message.bodyType = domain::BodyType::Multipart;
        if (m_compressed)
            setHeader(u"Accept-Encoding"_s, u"gzip, deflate, br"_s);
        if (!m_methodGiven)
            m_message.method = m_head ? u"HEAD"_s : !m_dataInUrl && (m_hasData || isForm) ? u"POST"_s : u"GET"_s;
        return {m_message, m_notes};
    }

    Message m_message;
    bool m_methodGiven = false;
    QStringList m_notes;
    QString m_data;
    bool m_hasData = false, m_json = false, m_dataInUrl = false, m_head = false, m_compressed = false, m_onlyUrls = false;
};

/// A name for the step, and the protocol its address tells.
CurlCommand named(CurlCommand command)
{
    Message &m = command.message;
    const QUrl url(m.url);
    const QString path = url.path();
    m.name = m.method + u' ' + (path.isEmpty() || path == u"/" ? url.host() : path);
    if (url.host().isEmpty() && (path.isEmpty() || path == u"/"))
        m.name = m.method + u' ' + m.url.section(u"://"_s, 1).left(60);
    m.protocol = m.url.startsWith(u"https:"_s, Qt::CaseInsensitive) ? domain::Protocol::Https : domain::Protocol::Http;
    return command;
}

domain::Result<CurlCommand> requestFromAddress(const QString &text)
{
    if (text.contains(u'\n') || text.contains(u' '))
        return domain::fail(Words::tr("This is neither an address nor a cURL command."));
    CurlCommand command;
    command.message.url = text.contains(u"://") ? text : u"http://"_s + text;
    command.message.verifyTls = true;
    const QString scheme = command.message.url.section(u"://"_s, 0, 0).toLower();
    if (scheme != u"http" && scheme != u"https" && !text.startsWith(u"${"))
        return domain::fail(Words::tr("An address starts with http:// or https://, not with %1://.").arg(scheme));
    const QUrl url(command.message.url, QUrl::TolerantMode);
    if (!text.contains(u"${") && (!url.isValid() || url.host().isEmpty()))
        return domain::fail(Words::tr("“%1” is not a valid address.").arg(text.left(80)));
    return command;
}

} // namespace

bool looksLikeCurl(const QString &text)
{
    QString start = text.trimmed().left(12).toLower();
    if (start.startsWith(u"$ "))
        start.remove(0, 2);
    start = start.section(QRegularExpression(u"\\s"_s), 0, 0);
    return start == u"curl" || start == u"curl.exe";
}

domain::Result<CurlCommand> requestFromCurl(const QString &text)
{
    if (text.size() > longestText)
        return domain::fail(Words::tr("The text is too long for a cURL command."));
    QString command = text.trimmed();
    if (command.startsWith(u"$ "))
        command.remove(0, 2);
    auto words = shellWords(command);
    if (!words)
        return tl::unexpected(words.error());
    if (words->words.isEmpty() || !looksLikeCurl(words->words.first()))
        return domain::fail(Words::tr("This is not a cURL command."));
    auto read = Command().read(*words);
    return read ? domain::Result<CurlCommand>(named(std::move(*read))) : tl::unexpected(read.error());
}

domain::Result<CurlCommand> requestFromText(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return domain::fail(Words::tr("Paste an address or a cURL command."));
    if (looksLikeCurl(trimmed))
        return requestFromCurl(trimmed);
    auto read = requestFromAddress(trimmed);
    return read ? domain::Result<CurlCommand>(named(std::move(*read))) : tl::unexpected(read.error());
}

} // namespace exchange
