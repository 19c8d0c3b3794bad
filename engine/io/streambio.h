// OpenSSL's way to the socket of a Stream. Through it TLS knows as much about readiness as the stream does, so it spends
// no system call on a socket known to be empty.
#pragma once

#include <cstdint>
#include <openssl/bio.h>

namespace engine {

class Stream;

struct StreamBio
{
  static BIO *make(Stream &stream);

private:
  static BIO_METHOD *method();
  static int read(BIO *bio, char *to, int size);
  static int write(BIO *bio, const char *from, int size);
  static long control(BIO *bio, int command, long, void *);
};

} // namespace engine
