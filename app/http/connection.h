// One connection of a server: takes request after request off the socket, each whole and within its limits before the
// handler sees it, and writes the answers in order. Slow, half-sent and never-read exchanges run into a timer.
#pragma once

#include "app/http/head.h"
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

namespace http {

class Server;

class Connection : public QObject
{
    Q_OBJECT

public:
    Connection(QTcpSocket *socket, Server &server);
    void begin() { take(); } ///< bytes may have come before anybody listened

signals:
    void over();

private:
    enum class State { Head, Body, Handling, Draining, Over };

    void take();
    bool step(); ///< true: there may be more to do at once
    void handle();
    void answer(const Response &response);
    void refuse(const Refusal &refusal);
    void write(const Response &response, bool keepAlive);
    void expired();
    void end();

    Server &m_server;
    QTcpSocket *m_socket;
    QTimer m_timer;
    State m_state = State::Head;
    Head m_head;
    QByteArray m_in;
    qint64 m_drained = 0;
    bool m_began = false;    ///< a byte of the next request is here
    bool m_stepping = false;
};

} // namespace http
