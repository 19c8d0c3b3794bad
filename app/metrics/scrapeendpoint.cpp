#include "app/metrics/scrapeendpoint.h"

#include <QTcpSocket>
#include <QTimer>

namespace metrics {

using namespace std::chrono_literals;

namespace {

constexpr int mostOpen = 16;
constexpr qsizetype longestHead = 8192;

QByteArray reply(const char *status, const QByteArray &body, const char *type = "text/plain; charset=utf-8")
{
    return QByteArray("HTTP/1.1 ") + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

ScrapeEndpoint::ScrapeEndpoint(std::function<QByteArray()> text, QObject *parent) : QObject(parent), m_text(std::move(text))
{
    connect(&m_server, &QTcpServer::newConnection, this, &ScrapeEndpoint::accept);
}

domain::Result<> ScrapeEndpoint::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return domain::fail(tr("Port %1 cannot be used for Prometheus: %2.").arg(port).arg(m_server.errorString()));
    return {};
}

void ScrapeEndpoint::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_open >= mostOpen) {
            socket->abort();
            continue;
        }
        ++m_open;
        connect(socket, &QObject::destroyed, this, [this] { --m_open; });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket); });
        QTimer::singleShot(5s, socket, [socket] { socket->abort(); });
    }
}

void ScrapeEndpoint::answer(QTcpSocket *socket)
{
    const QByteArray head = socket->peek(longestHead);
    const qsizetype end = head.indexOf("\r\n\r\n");
    if (end < 0) {
        if (head.size() == longestHead)
            socket->abort();
        return;
    }
    socket->readAll();
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    const QByteArray line = head.left(head.indexOf("\r\n"));
    const QByteArray path = line.mid(line.indexOf(' ') + 1).split(' ').value(0).split('?').value(0);
    if (!line.startsWith("GET "))
        socket->write(reply("405 Method Not Allowed", "Only GET is answered.\n"));
    else if (path != "/metrics")
        socket->write(reply("404 Not Found", "The figures are at /metrics.\n"));
    else
        socket->write(reply("200 OK", m_text(), "text/plain; version=0.0.4; charset=utf-8"));
    socket->disconnectFromHost();
}

} // namespace metrics
