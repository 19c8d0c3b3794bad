#include "engine/io/streambio.h"

#include "engine/io/stream.h"

namespace engine {

BIO *StreamBio::make(Stream &stream)
{
  BIO *bio = BIO_new(method());
  if (bio) BIO_set_data(bio, &stream);
  return bio;
}

BIO_METHOD *StreamBio::method()
{
  static BIO_METHOD *const method = [] {
    BIO_METHOD *m = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "engine stream");
    BIO_meth_set_read(m, read);
    BIO_meth_set_write(m, write);
    BIO_meth_set_ctrl(m, control);
    BIO_meth_set_create(m, [](BIO *bio) {
      BIO_set_init(bio, 1);
      return 1;
    });
    return m;
  }();
  return method;
}

int StreamBio::read(BIO *bio, char *to, int size)
{
  auto &stream = *static_cast<Stream *>(BIO_get_data(bio));
  BIO_clear_retry_flags(bio);
  const int64_t got = stream.receive(to, size_t(size));
  if (got > 0) return int(got);
  if (got == Stream::again) {
    BIO_set_retry_read(bio);
    return -1;
  }
  stream.m_transport = int(got);
  return got == 0 ? 0 : -1;
}

int StreamBio::write(BIO *bio, const char *from, int size)
{
  auto &stream = *static_cast<Stream *>(BIO_get_data(bio));
  BIO_clear_retry_flags(bio);
  const int64_t sent = stream.send(from, size_t(size));
  if (sent >= 0) return int(sent);
  if (sent == Stream::again) BIO_set_retry_write(bio);
  else stream.m_transport = int(sent);
  return -1;
}

long StreamBio::control(BIO *bio, int command, long, void *)
{
  switch (command) {
  case BIO_CTRL_FLUSH: return 1;
  // Asked after a read of nothing: the only such reads without a retry flag are the end of the stream and errors.
  case BIO_CTRL_EOF: return static_cast<Stream *>(BIO_get_data(bio))->m_transport == 0;
  default: return 0;
  }
}

} // namespace engine
