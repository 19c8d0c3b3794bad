// Answers GET /metrics on 127.0.0.1 while a run lasts. Small on purpose: one request a connection, heads of at most 8 KB,
// 16 connections, 5 s each. Lives in the thread of its event loop.
#pragma once

#include "models/domain/result.h"
#include <QTcpServer>
#include <functional>

namespace metrics {

class ScrapeEndpoint : public QObject
{
    Q_OBJECT

public:
    /// `text` makes the answer; asked at each scrape.
    explicit ScrapeEndpoint(std::function<QByteArray()> text, QObject *parent = nullptr);

    domain::Result<> listen(quint16 port); ///< 0: a free one
    quint16 port() const { return m_server.serverPort(); }

private:
    void accept();
    void answer(QTcpSocket *socket);

    QTcpServer m_server;
    std::function<QByteArray()> m_text;
    int m_open = 0;
};

} // namespace metrics
