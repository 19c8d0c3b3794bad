#include "engine/io/tlscontext.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <algorithm>

namespace engine {

namespace {

/// ALPN of a server: the first of ours that the client offers; none in common is not an error.
int choose(SSL *, const unsigned char **out, unsigned char *outSize, const unsigned char *in, unsigned inSize, void *ours)
{
  const auto &wire = *static_cast<const std::string *>(ours);
  unsigned char *chosen = nullptr;
  const int found = SSL_select_next_proto(&chosen, outSize, reinterpret_cast<const unsigned char *>(wire.data()),
                                          unsigned(wire.size()), in, inSize);
  *out = chosen;
  return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

void setCommon(SSL_CTX *context)
{
  SSL_CTX_set_mode(context,
                   SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  // Many servers close without close_notify; HTTP sees by its own framing whether something is missing.
  SSL_CTX_set_options(context, SSL_OP_IGNORE_UNEXPECTED_EOF);
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
}

struct FreeBio
{
  void operator()(BIO *bio) const { BIO_free(bio); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;
Bio bioOf(std::string_view text) { return Bio(BIO_new_mem_buf(text.data(), int(text.size()))); }

bool useCertificates(SSL_CTX *context, std::string_view pem)
{
  const Bio bio = bioOf(pem);
  X509 *own = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr);
  const bool used = own && SSL_CTX_use_certificate(context, own) == 1;
  X509_free(own);
  while (used) {
    X509 *next = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr);
    if (!next) break;
    if (SSL_CTX_add0_chain_cert(context, next) != 1) X509_free(next);
  }
  ERR_clear_error();
  return used;
}

/// OpenSSL would ask on the terminal without a callback.
int givePassword(char *to, int size, int, void *password)
{
  const auto &text = *static_cast<const std::string_view *>(password);
  const int length = std::min(size, int(text.size()));
  std::copy_n(text.data(), length, to);
  return length;
}

bool useKey(SSL_CTX *context, std::string_view pem, std::string_view password = {})
{
  const Bio bio = bioOf(pem);
  EVP_PKEY *key = PEM_read_bio_PrivateKey(bio.get(), nullptr, givePassword, &password);
  const bool used = key && SSL_CTX_use_PrivateKey(context, key) == 1 && SSL_CTX_check_private_key(context) == 1;
  EVP_PKEY_free(key);
  ERR_clear_error();
  return used;
}

} // namespace

void TlsContext::Free::operator()(SSL_CTX *context) const { SSL_CTX_free(context); }

TlsContext TlsContext::client(bool verify)
{
  TlsContext tls;
  tls.m_context.reset(SSL_CTX_new(TLS_client_method()));
  tls.m_verifies = verify;
  SSL_CTX *context = tls.handle();
  if (!context) return tls;
  setCommon(context);
  SSL_CTX_set_verify(context, verify ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, nullptr);
  if (verify) {
    SSL_CTX_set_default_verify_paths(context);
  } else {
    SSL_CTX_set_security_level(context, 0);
    SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
    SSL_CTX_set_options(context, SSL_OP_LEGACY_SERVER_CONNECT);
  }
  ERR_clear_error();
  return tls;
}

TlsContext TlsContext::client(bool verify, std::string_view certificatePem, std::string_view keyPem, std::string_view password)
{
  TlsContext tls = client(verify);
  if (!tls.handle()) return tls;
  if (!useCertificates(tls.handle(), certificatePem)) tls.m_problem = "The certificate is not readable PEM.";
  else if (!useKey(tls.handle(), keyPem, password))
    tls.m_problem = "The private key is not readable PEM, its password is wrong, or it does not fit the certificate.";
  return tls;
}

TlsContext TlsContext::server(std::string_view certificatePem, std::string_view keyPem)
{
  TlsContext tls;
  tls.m_context.reset(SSL_CTX_new(TLS_server_method()));
  SSL_CTX *context = tls.handle();
  if (!context) return tls;
  setCommon(context);
  if (!useCertificates(context, certificatePem)) tls.m_problem = "The certificate is not readable PEM.";
  else if (!useKey(context, keyPem)) tls.m_problem = "The private key is not readable PEM or does not fit the certificate.";
  return tls;
}

void TlsContext::acceptProtocols(std::span<const std::string_view> names)
{
  m_protocols = std::make_unique<std::string>();
  for (std::string_view name : names) m_protocols->append(1, char(name.size())).append(name);
  SSL_CTX_set_alpn_select_cb(handle(), choose, m_protocols.get());
}

} // namespace engine
