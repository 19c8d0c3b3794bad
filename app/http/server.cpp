#include "app/http/server.h"

#include "app/http/connection.h"

namespace http {

Server::Server(Handler handler, Limits limits, QObject *parent)
    : QObject(parent), m_handler(std::move(handler)), m_limits(limits)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &Server::accept);
}

Server::~Server() { close(); }

bool Server::listen(quint16 port) { return m_listener.listen(QHostAddress(QHostAddress::LocalHost), port); }

void Server::close()
{
    m_listener.close();
    const auto connections = findChildren<Connection *>(Qt::FindDirectChildrenOnly);
    for (Connection *connection : connections) {
        connection->disconnect(this);
        delete connection;
    }
    m_connections = 0;
}

Response Server::refusalAnswer(const Refusal &refusal) const
{
    if (m_refusalAnswer)
        return m_refusalAnswer(refusal);
    Response response;
    response.status = refusal.status;
    return response;
}

void Server::accept()
{
    while (QTcpSocket *socket = m_listener.nextPendingConnection()) {
        if (m_connections >= m_limits.connections) {
            socket->write(toWire(refusalAnswer({503, tr("There are too many connections at once.")}), false, false, {}));
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            socket->disconnectFromHost();
            continue;
        }
        ++m_connections;
        auto *connection = new Connection(socket, *this);
        connect(connection, &Connection::over, this, [this] { --m_connections; });
        connection->begin();
    }
}

} // namespace http
