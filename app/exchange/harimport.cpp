// HTTP Archive 1.2: what a browser sent, in the order in which it did.
#include "app/exchange/formats.h"
#include "app/exchange/importtools.h"
#include "app/exchange/ledger.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QUrl>
#include <algorithm>

namespace exchange {

using namespace Qt::StringLiterals;
using domain::KeyValue;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(exchange::HarImport)
};

constexpr double longestPause = 60'000; // ms
constexpr int shortestPause = 500;      // ms: less is the page's own work, not a person's

struct Entry
{
    QJsonObject request;
    QDateTime started;
    double took = 0; ///< ms
    QString page;
};

QVector<Entry> entriesOf(const QJsonArray &json)
{
    QVector<Entry> entries;
    for (const QJsonValue &one : json) {
        const QJsonObject entry = one.toObject();
        entries.append({entry["request"_L1].toObject(), QDateTime::fromString(entry["startedDateTime"_L1].toString(), Qt::ISODateWithMs),
                        entry["time"_L1].toDouble(), entry["pageref"_L1].toString()});
    }
    std::ranges::stable_sort(entries, [](const Entry &a, const Entry &b) { return a.started.isValid() && b.started.isValid() && a.started < b.started; });
    return entries;
}

class HarReader
{
public:
    Result<Imported> read(const QJsonObject &log, const QString &name)
    {
        const QVector<Entry> entries = entriesOf(log["entries"_L1].toArray());
        domain::TestCase &testCase = addCase(m_imported.project, name);
        m_imported.project.name = name;
        QDateTime end; // of the answer that came last
        QString page;
        for (const Entry &entry : entries) {
            auto step = stepOf(entry.request);
            if (!step)
                continue;
            if (entry.page != page && !testCase.steps.isEmpty())
                pauseAfter(testCase.steps.last(), end, entry.started);
            page = entry.page;
            end = std::max(end, entry.started.addMSecs(qint64(std::clamp(entry.took, 0.0, 3'600'000.0))));
            testCase.steps.append(std::move(*step));
        }
        if (testCase.steps.isEmpty())
            return domain::fail(Words::tr("there is no HTTP request in it."));
        m_imported.ledger = m_ledger.lines();
        return std::move(m_imported);
    }

private:
    /// Between two pages a person read: the pause of the recording.
    static void pauseAfter(domain::Step &step, const QDateTime &end, const QDateTime &next)
    {
        const double pause = end.isValid() && next.isValid() ? double(end.msecsTo(next)) : 0;
        if (pause >= shortestPause)
            step.thinkTime = domain::ThinkTime{{}, int(std::min(pause, longestPause)) / 100 * 100, true, {}};
    }

    std::optional<domain::Step> stepOf(const QJsonObject &json)
    {
        const QString address = json["url"_L1].toString();
        const QUrl url(address);
        const QString scheme = address.section(u':', 0, 0).toLower();
        if (scheme == "ws"_L1 || scheme == "wss"_L1) {
            m_ledger.add(Words::tr("WebSocket traffic was left out: add a WebSocket card by hand."), address);
            return {};
        }
        if (scheme != "http"_L1 && scheme != "https"_L1) {
            if (scheme != "data"_L1 && scheme != "blob"_L1) // they never leave the browser
                m_ledger.add(Words::tr("An entry without an address of HTTP was left out."), address);
            return {};
        }
        const QString method = json["method"_L1].toString();
        const QString path = url.path().isEmpty() ? u"/"_s : url.path();
        domain::Step step = request(u"%1 %2"_s.arg(method.toUpper(), path), method, address.section(u'#', 0, 0));
        domain::Message &m = step.message;
        m.followRedirects = false; // the recording holds where a redirect led as an entry of its own
        takeVersion(json["httpVersion"_L1].toString(), m);
        for (const QJsonValue &one : json["headers"_L1].toArray())
            takeHeader(one.toObject(), m);
        if (json["postData"_L1].isObject())
            takeBody(json["postData"_L1].toObject(), m);
        return step;
    }

    void takeVersion(const QString &version, domain::Message &m)
    {
        const QString low = version.toLower();
        if (low == "h2"_L1 || low == "http/2"_L1 || low == "http/2.0"_L1)
            m.httpVersion = u"HTTP/2"_s;
        else if (low.startsWith(u"h3") || low.startsWith(u"http/3"))
            m_ledger.add(Words::tr("A request of HTTP/3 is sent by HTTP/1.1 here."), m.name);
    }

    void takeHeader(const QJsonObject &header, domain::Message &m)
    {
        const QString name = header["name"_L1].toString(), value = header["value"_L1].toString();
        if (name.isEmpty() || isOwnHeader(name))
            return;
        if (name.compare(u"cookie", Qt::CaseInsensitive) == 0)
            return m_ledger.add(Words::tr("Recorded cookies were left out: each virtual user keeps its own, as the answers set them."));
        if (name.startsWith(u"if-none-match", Qt::CaseInsensitive) || name.startsWith(u"if-modified-since", Qt::CaseInsensitive))
            return m_ledger.add(Words::tr("Headers of the browser's cache were left out, so that the server answers in full."));
        if (name.compare(u"authorization", Qt::CaseInsensitive) == 0)
            m_ledger.add(Words::tr("A recorded Authorization header was taken over: it may have run out."), m.name);
        m.headers << KeyValue{name, value};
    }

    void takeBody(const QJsonObject &data, domain::Message &m)
    {
        const QString type = data["mimeType"_L1].toString().section(u';', 0, 0).trimmed().toLower();
        const QString text = data["text"_L1].toString();
        const QJsonArray params = data["params"_L1].toArray();
        if (type == "multipart/form-data"_L1 && !params.isEmpty()) {
            m.bodyType = domain::BodyType::Multipart;
            m.headers.removeIf([](const KeyValue &h) { return h.key.compare(u"content-type", Qt::CaseInsensitive) == 0; }); // its boundary is gone
            for (const QJsonValue &one : params)
                m.form << partOf(one.toObject(), m.name);
            return;
        }
        if (text.isEmpty() && !params.isEmpty()) {
            m.bodyType = domain::BodyType::Form;
            for (const QJsonValue &one : params) // HAR keeps them as they were sent
                m.form << KeyValue{decoded(one["name"_L1].toString()), decoded(one["value"_L1].toString())};
            return;
        }
        m.body = text;
    }

    KeyValue partOf(const QJsonObject &param, const QString &place)
    {
        KeyValue part{param["name"_L1].toString(), param["value"_L1].toString()};
        const QString file = param["fileName"_L1].toString();
        if (file.isEmpty())
            return part;
        part.value = file;
        domain::setFormPart(part, {true, {}, param["contentType"_L1].toString()});
        m_ledger.add(Words::tr("A file that is sent must be put beside the project by hand."), u"%1: %2"_s.arg(place, file));
        return part;
    }

    static QString decoded(QString text)
    {
        return QUrl::fromPercentEncoding(text.replace(u'+', u' ').toUtf8());
    }

    Imported m_imported;
    Ledger m_ledger;
};

} // namespace

Result<Imported> importHar(const QByteArray &bytes, const QString &name)
{
    const auto json = jsonObject(bytes);
    if (!json)
        return tl::unexpected(json.error());
    if (!(*json)["log"_L1].isObject() || !(*json)["log"_L1]["entries"_L1].isArray())
        return domain::fail(Words::tr("log.entries is missing."));
    return HarReader().read((*json)["log"_L1].toObject(), name);
}

} // namespace exchange
