// TLS settings shared by the streams of one reactor.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

using SSL_CTX = struct ssl_ctx_st;

namespace engine {

class TlsContext
{
public:
  /// For clients. With `verify`, chain and host name must be right, by the system's certificates (SSL_CERT_FILE and
  /// SSL_CERT_DIR are heeded). Without, anything is taken, old protocol versions included.
  static TlsContext client(bool verify);
  /// As above, with a client certificate and its key, PEM texts; isValid() is false when they do not fit.
  static TlsContext client(bool verify, std::string_view certificatePem, std::string_view keyPem, std::string_view password);
  /// For servers, from PEM text. isValid() is false and problem() a sentence when they do not fit.
  static TlsContext server(std::string_view certificatePem, std::string_view keyPem);

  bool isValid() const { return m_context && m_problem.empty(); }
  const std::string &problem() const { return m_problem; }
  bool verifies() const { return m_verifies; }
  SSL_CTX *handle() const { return m_context.get(); }

  /// Protocols a server accepts by ALPN, most wanted first, e.g. {"h2", "http/1.1"}.
  void acceptProtocols(std::span<const std::string_view> names);

private:
  struct Free
  {
    void operator()(SSL_CTX *context) const;
  };
  std::unique_ptr<SSL_CTX, Free> m_context;
  std::unique_ptr<std::string> m_protocols; ///< wire form; OpenSSL keeps a pointer to it
  std::string m_problem;
  bool m_verifies = false;
};

} // namespace engine
