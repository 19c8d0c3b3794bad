// A small HTTP/1.1 server on 127.0.0.1: behind the fences of head.h it hands whole requests to one function. Lives in one
// thread and costs nothing while nobody asks. The only file beside connection.h that knows sockets.
#pragma once

#include "app/http/head.h"
#include <QTcpServer>

namespace http {

class Server : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<Response(const Request &)>;
    using RefusalAnswer = std::function<Response(const Refusal &)>;

    explicit Server(Handler handler, Limits limits = {}, QObject *parent = nullptr);
    ~Server() override;

    /// What a request gets that the fences refuse; else an empty answer of that status.
    void setRefusalAnswer(RefusalAnswer answer) { m_refusalAnswer = std::move(answer); }
    /// Port 0: a free one. False when it cannot, see errorString().
    bool listen(quint16 port);
    void close(); ///< connections too
    bool isListening() const { return m_listener.isListening(); }
    quint16 port() const { return m_listener.serverPort(); }
    QString errorString() const { return m_listener.errorString(); }
    int connections() const { return m_connections; }

    const Limits &limits() const { return m_limits; }
    Response handle(const Request &request) const { return m_handler(request); }
    Response refusalAnswer(const Refusal &refusal) const;

private:
    void accept();

    Handler m_handler;
    RefusalAnswer m_refusalAnswer;
    Limits m_limits;
    QTcpServer m_listener;
    int m_connections = 0;
};

} // namespace http
