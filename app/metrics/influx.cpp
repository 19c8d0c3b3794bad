#include "app/metrics/influx.h"

#include <QEventLoop>
#include <QNetworkReply>
#include <QTimer>

namespace metrics {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::ItemRecord;

namespace {

constexpr int mostUnderWay = 4;
constexpr qsizetype mostBytes = 1 << 20; ///< of one post

/// Commas, spaces and equal signs of a tag are escaped; a line feed cannot be.
QByteArray tag(const QString &text)
{
    QString clean = text;
    clean.replace(u'\n', u' ').replace(u'\r', u' ');
    if (clean.endsWith(u'\\'))
        clean += u' '; // would escape what follows
    return clean.toUtf8().replace(",", "\\,").replace("=", "\\=").replace(" ", "\\ ");
}

/// An empty tag value is no line protocol.
QByteArray tags(std::initializer_list<std::pair<const char *, QString>> pairs)
{
    QByteArray text;
    for (const auto &[name, value] : pairs)
        if (!value.isEmpty())
            text += QByteArray(",") + name + '=' + tag(value);
    return text;
}

QByteArray milliseconds(int64_t ns) { return QByteArray::number(double(ns) / 1e6, 'f', 3); }

QByteArray fieldsOf(const domain::ItemPoint &point)
{
    const auto integer = [](const char *name, quint64 value) { return QByteArray(name) + '=' + QByteArray::number(value) + 'i'; };
    return integer("requests", point.requests) + ',' + integer("failed", point.requests - std::min(point.requests, point.successes)) + ','
        + integer("sent_bytes", point.sentBytes) + ',' + integer("received_bytes", point.receivedBytes)
        + ",average_ms=" + milliseconds(point.requests ? point.sumTime / point.requests : 0) + ",p50_ms=" + milliseconds(point.p50)
        + ",p95_ms=" + milliseconds(point.p95) + ",p99_ms=" + milliseconds(point.p99) + ",max_ms=" + milliseconds(point.maxTime);
}

} // namespace

QByteArray influxLines(const domain::RunRecord &run, int caseIndex, int from, int to)
{
    const auto &record = run.cases[caseIndex];
    const qint64 start = run.started.toMSecsSinceEpoch() + qint64(record.startOffset * 1000);
    QByteArray lines;
    for (int second = from; second < std::min<int>(to, int(record.seconds.size())); ++second) {
        const QByteArray stamp = ' ' + QByteArray::number((start + second * 1000LL) * 1'000'000) + '\n';
        const auto &point = record.seconds[second];
        lines += "crescendo_case" + tags({{"task", run.taskName}, {"case", record.name}}) + " users=" + QByteArray::number(point.users)
            + "i,target=" + QByteArray::number(point.target) + ",starts=" + QByteArray::number(point.starts)
            + "i,dropped=" + QByteArray::number(point.dropped + point.droppedWhileFree) + 'i' + stamp;
        for (const auto &item : record.items) {
            if (second >= item.seconds.size() || item.seconds[second].requests == 0)
                continue;
            const QString kind = item.kind == ItemRecord::Pass ? u"iteration"_s : item.kind == ItemRecord::Transaction ? u"transaction"_s : u"request"_s;
            lines += "crescendo_item" + tags({{"task", run.taskName}, {"case", record.name}, {"kind", kind}, {"name", item.name}}) + ' '
                + fieldsOf(item.seconds[second]) + stamp;
        }
    }
    return lines;
}

InfluxWriter::InfluxWriter(const QUrl &url, const QByteArray &token, QObject *parent) : QObject(parent), m_url(url), m_token(token) {}

domain::Result<QUrl> InfluxWriter::checkUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return domain::fail(tr("“%1” is no address of an InfluxDB: write http://HOST:PORT/api/v2/write?org=ORG&bucket=BUCKET.").arg(text));
    return url;
}

void InfluxWriter::take(const domain::RunRecord &run)
{
    if (m_under >= mostUnderWay)
        return; // what waits goes with the next post
    QByteArray lines;
    for (int i = 0; i < run.cases.size(); ++i) {
        int &sent = m_sent[i];
        for (const int until = int(run.cases[i].seconds.size()); sent < until && lines.size() < mostBytes; ++sent)
            lines += influxLines(run, i, sent, sent + 1);
    }
    if (!lines.isEmpty())
        post(lines);
}

void InfluxWriter::post(const QByteArray &lines)
{
    QNetworkRequest request(m_url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain; charset=utf-8"_s);
    request.setTransferTimeout(5000);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Token " + m_token);
    QNetworkReply *reply = m_network.post(request, lines);
    ++m_under;
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        --m_under;
        if (reply->error() != QNetworkReply::NoError && !std::exchange(m_told, true))
            emit failed(tr("Figures could not be sent to InfluxDB: %1.").arg(reply->errorString()));
    });
}

bool InfluxWriter::isSent(const domain::RunRecord &run) const
{
    for (int i = 0; i < run.cases.size(); ++i)
        if (m_sent.value(i) < run.cases[i].seconds.size())
            return false;
    return true;
}

void InfluxWriter::finish(const domain::RunRecord &run)
{
    QEventLoop loop;
    QTimer::singleShot(5s, &loop, &QEventLoop::quit);
    QTimer watch;
    connect(&watch, &QTimer::timeout, &loop, [&] {
        take(run);
        if (m_under == 0 && isSent(run))
            loop.quit();
    });
    watch.start(20ms);
    loop.exec();
}

} // namespace metrics
