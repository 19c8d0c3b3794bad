#include "app/http/message.h"

#include <algorithm>

namespace http {

namespace {

bool isTokenChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

} // namespace

QByteArray reason(int status)
{
    switch (status) {
    case 100: return "Continue";
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 411: return "Length Required";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Status";
    }
}

bool isCleanHeader(QByteArrayView name, QByteArrayView value)
{
    const auto isValueChar = [](char c) { return c == '\t' || uchar(c) >= 0x80 || (c >= 0x20 && c != 0x7f); };
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), isTokenChar) && std::all_of(value.begin(), value.end(), isValueChar);
}

QByteArray toWire(const Response &response, bool toHead, bool keepAlive, const QByteArray &date)
{
    const bool bodiless = response.status == 204 || response.status == 304 || response.status < 200;
    QByteArray wire = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reason(response.status) + "\r\n";
    for (const auto &[name, value] : response.headers)
        if (isCleanHeader(name, value))
            wire += name + ": " + value + "\r\n";
    if (!date.isEmpty())
        wire += "Date: " + date + "\r\n";
    if (!bodiless)
        wire += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    wire += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    if (!bodiless && !toHead)
        wire += response.body;
    return wire;
}

} // namespace http
