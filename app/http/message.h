// A request and an answer of HTTP, as the servers of this program see them: whole, without sockets.
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <functional>

namespace http {

using Headers = QList<QPair<QByteArray, QByteArray>>;

struct Request
{
    QByteArray method;
    QByteArray target;  ///< as it was sent
    QByteArray path;    ///< before the question mark, still percent-encoded
    QByteArray query;   ///< after it
    Headers headers;    ///< names in lower case, values trimmed
    QByteArray body;

    /// The first header of that name (in lower case); null when there is none.
    QByteArray header(QByteArrayView name) const
    {
        for (const auto &[key, value] : headers)
            if (key == name)
                return value;
        return {};
    }
};

struct Response
{
    int status = 200;
    Headers headers;
    QByteArray body;
    /// Set when the answer takes its time: called once with where to put it, which may be called once, in this thread.
    std::function<void(std::function<void(Response)>)> later;
};

/// The words of a status line; "Status" for one that has none here.
QByteArray reason(int status);
/// Name and value could stand in a head without breaking it.
bool isCleanHeader(QByteArrayView name, QByteArrayView value);
/// Head and body as they go over the wire. `date` is the Date header's value.
QByteArray toWire(const Response &response, bool toHead, bool keepAlive, const QByteArray &date);

} // namespace http
