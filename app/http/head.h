// The fences of a server's front: reads the head of a request out of the bytes that came so far, and refuses what is
// malformed, too long or meant for somebody else. No sockets, no clock.
#pragma once

#include "app/http/message.h"
#include <QString>
#include <chrono>
#include <optional>

namespace http {

struct Limits
{
    int line = 8 * 1024;          ///< bytes of the request line
    int head = 32 * 1024;         ///< bytes of line and headers together
    int headers = 100;            ///< how many
    qint64 body = 16 * 1024 * 1024; ///< bytes
    int connections = 64;
    bool loopbackHost = true;     ///< a Host that is not this computer's own is refused
    std::chrono::milliseconds headTime{10'000}; ///< from a request's first byte to the end of its head
    std::chrono::milliseconds bodyTime{30'000}; ///< from there to the end of the body
    std::chrono::milliseconds idleTime{60'000}; ///< between requests, and for an answer to be taken
};

struct Refusal
{
    int status = 400;
    QString sentence;
};

struct Head
{
    Request request;
    qint64 length = 0;       ///< of the body
    bool keepAlive = true;
    bool expectsContinue = false;
};

struct HeadResult
{
    qsizetype size = 0;  ///< bytes the head took; 0: more must come
    Head head;
    std::optional<Refusal> refusal;
};

HeadResult readHead(QByteArrayView bytes, const Limits &limits);
/// 127.0.0.1, localhost or [::1], with or without a port.
bool isLoopbackHost(QByteArrayView host);

} // namespace http
