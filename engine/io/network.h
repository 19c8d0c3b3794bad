// What the clients of one worker share: loop, names, TLS settings. One a thread.
#pragma once

#include "engine/io/reactor.h"
#include "engine/io/resolver.h"
#include "engine/io/tlscontext.h"

#include <map>
#include <memory>
#include <optional>

namespace engine {

class Network
{
public:
  explicit Network(Reactor &loop) : reactor(loop), resolver(loop) {}

  Reactor &reactor;
  Resolver resolver;

  /// What the clients of a protocol share; theirs to make, and it goes before all else.
  struct Shared
  {
    virtual ~Shared() = default;
  };

  /// Made when first asked for: reading the system's certificates takes some 20 ms.
  const TlsContext &tls(bool verify)
  {
    std::optional<TlsContext> &context = verify ? m_verifying : m_trusting;
    if (!context) context.emplace(TlsContext::client(verify));
    return *context;
  }

  /// With a client certificate, PEM texts; made once for each `owner`.
  const TlsContext &tls(bool verify, const void *owner, std::string_view certificate, std::string_view key, std::string_view password)
  {
    const auto found = m_identified.find({owner, verify});
    if (found != m_identified.end()) return found->second;
    return m_identified.emplace(std::pair(owner, verify), TlsContext::client(verify, certificate, key, password)).first->second;
  }

private:
  std::optional<TlsContext> m_verifying, m_trusting;
  std::map<std::pair<const void *, bool>, TlsContext> m_identified;

public:
  std::unique_ptr<Shared> shared;
};

} // namespace engine
