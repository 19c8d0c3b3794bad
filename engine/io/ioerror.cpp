#include "engine/io/ioerror.h"

#include <cerrno>
#include <cstring>

namespace engine {

bool isThisComputer(int error)
{
  switch (-error) {
  case EMFILE: case ENFILE: case EADDRNOTAVAIL: case ENOMEM: case ENOBUFS: return true;
  default: return false;
  }
}

std::string errorText(int error)
{
  switch (error) {
  case 0: return "connection closed by the other side";
  case IoCancelled: return "cut off";
  case IoTimedOut: return "time ran out";
  case IoTlsFailed: return "TLS failed";
  case IoNotTls: return "the answer does not look like TLS";
  case IoCertificateRejected: return "the certificate is not trusted";
  case IoNameNotFound: return "no such host name";
  case IoNameLookupFailed: return "the name servers do not answer";
  case -EMFILE: return "this program may not open more connections (descriptor limit of this computer)";
  case -ENFILE: return "this computer has no file descriptor left";
  case -EADDRNOTAVAIL: return "this computer has no free local port left for that address";
  case -ENOMEM: case -ENOBUFS: return "this computer has no memory left for the connection";
  case -ECONNREFUSED: return "connection refused";
  case -ECONNRESET: return "connection reset by the other side";
  case -EPIPE: return "connection closed by the other side while sending";
  case -ETIMEDOUT: return "connection timed out";
  case -ENETUNREACH: return "network unreachable";
  case -EHOSTUNREACH: return "host unreachable";
  case -EACCES: case -EPERM: return "not permitted";
  case -EADDRINUSE: return "the address is in use";
  case -EAFNOSUPPORT: return "this kind of address is not available on this computer";
  default: {
    char buffer[128];
    return strerror_r(-error, buffer, sizeof buffer); // the GNU one; thread-safe
  }
  }
}

} // namespace engine
