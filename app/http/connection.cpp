#include "app/http/connection.h"

#include "app/http/server.h"
#include <QDateTime>
#include <QLocale>
#include <QPointer>
#include <sys/socket.h>

namespace http {

using namespace std::chrono_literals;

namespace {

constexpr qint64 readAhead = 256 * 1024; ///< bytes the socket may hold before somebody wants them

QByteArray dateHeader()
{
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

} // namespace

Connection::Connection(QTcpSocket *socket, Server &server) : QObject(&server), m_server(server), m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readAhead);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Connection::expired);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::take);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::end);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_state == State::Draining && m_socket->bytesToWrite() == 0)
            ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR); // the other side reads to the end, then leaves
        else if (m_state == State::Head && !m_began) {
            m_timer.start(m_server.limits().idleTime);
            take(); // the next request may be here already, held back until this answer was taken
        }
    });
    m_timer.start(server.limits().headTime);
}

void Connection::take()
{
    if (m_stepping)
        return;
    m_stepping = true;
    while (step()) { }
    m_stepping = false;
}

bool Connection::step()
{
    switch (m_state) {
    case State::Head: {
        // An answer nobody takes must not be followed by another: the memory would be ours.
        if (m_socket->bytesToWrite() > readAhead)
            return false;
        m_in += m_socket->read(m_server.limits().head);
        if (m_in.isEmpty())
            return false;
        if (!std::exchange(m_began, true))
            m_timer.start(m_server.limits().headTime);
        HeadResult result = readHead(m_in, m_server.limits());
        if (result.refusal) {
            refuse(*result.refusal);
            return true;
        }
        if (result.size == 0)
            return m_socket->bytesAvailable() > 0;
        m_head = std::move(result.head);
        m_in.remove(0, result.size);
        m_state = State::Body;
        if (m_head.length > m_in.size()) {
            m_timer.start(m_server.limits().bodyTime);
            if (m_head.expectsContinue)
                m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        }
        return true;
    }
    case State::Body: {
        if (m_in.size() < m_head.length) {
            const QByteArray more = m_socket->read(m_head.length - m_in.size());
            m_in += more;
            return !more.isEmpty();
        }
        m_head.request.body = m_in.left(m_head.length);
        m_in.remove(0, m_head.length);
        m_timer.stop();
        m_state = State::Handling;
        handle();
        return m_state == State::Head;
    }
    case State::Draining:
        m_drained += m_socket->readAll().size();
        if (m_drained > m_server.limits().body)
            m_socket->abort();
        return false;
    case State::Handling:
    case State::Over:
        return false;
    }
    return false;
}

void Connection::handle()
{
    Response response = m_server.handle(m_head.request);
    if (!response.later)
        return answer(response);
    response.later([self = QPointer(this)](Response late) {
        if (!self || self->m_state != State::Handling)
            return;
        self->answer(late);
        self->take();
    });
}

void Connection::answer(const Response &response)
{
    if (m_head.keepAlive) {
        m_state = State::Head;
        m_began = false;
        m_timer.start(m_server.limits().idleTime);
    } else {
        m_state = State::Draining;
        m_timer.start(2s);
    }
    write(response, m_head.keepAlive);
    m_head = {};
}

void Connection::refuse(const Refusal &refusal)
{
    m_state = State::Draining;
    m_timer.start(2s);
    m_in.clear();
    write(m_server.refusalAnswer(refusal), false);
}

void Connection::write(const Response &response, bool keepAlive)
{
    m_socket->write(toWire(response, m_head.request.method == "HEAD", keepAlive, dateHeader()));
}

void Connection::expired()
{
    const bool waits = m_state == State::Head && !m_began;
    if (m_state == State::Draining || waits) {
        m_socket->abort();
        return end();
    }
    refuse({408, Server::tr("The request did not arrive in time.")});
}

void Connection::end()
{
    if (std::exchange(m_state, State::Over) == State::Over)
        return;
    m_timer.stop();
    emit over();
    deleteLater();
}

} // namespace http
