// Seconds of a run as InfluxDB line protocol, posted over HTTP as they become complete. What cannot be delivered is told
// once and dropped: a database that is away never holds up a run. Lives in the thread of its event loop.
#pragma once

#include "models/domain/runrecord.h"
#include <QNetworkAccessManager>
#include <QUrl>

namespace metrics {

/// Lines of seconds [from, to) of a case: one a request, transaction and pass and second (measurement crescendo_item),
/// one a second (crescendo_case). Items without traffic in a second have no line.
QByteArray influxLines(const domain::RunRecord &run, int caseIndex, int from, int to);

class InfluxWriter : public QObject
{
    Q_OBJECT

public:
    /// `url` as the database documents it, with its query (org, bucket or db); `token` may be empty.
    InfluxWriter(const QUrl &url, const QByteArray &token, QObject *parent = nullptr);

    static domain::Result<QUrl> checkUrl(const QString &text); ///< http or https with a host

    void take(const domain::RunRecord &run); ///< sends what is new
    void finish(const domain::RunRecord &run); ///< sends the rest; waits for the answers, at most 5 s

signals:
    void failed(const QString &text); ///< the first time something could not be delivered

private:
    void post(const QByteArray &lines);
    bool isSent(const domain::RunRecord &run) const;

    QNetworkAccessManager m_network;
    QUrl m_url;
    QByteArray m_token;
    QHash<int, int> m_sent; ///< seconds by case
    int m_under = 0;        ///< posts under way
    bool m_told = false;
};

} // namespace metrics
