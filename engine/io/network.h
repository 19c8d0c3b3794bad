// What the clients of one worker share: loop, names, TLS settings. One a thread.
#pragma once

#include "engine/io/reactor.h"
#include "engine/io/resolver.h"
#include "engine/io/tlscontext.h"

#include <optional>

namespace engine {

class Network
{
public:
  explicit Network(Reactor &loop) : reactor(loop), resolver(loop) {}

  Reactor &reactor;
  Resolver resolver;

  /// Made when first asked for: reading the system's certificates takes some 20 ms.
  const TlsContext &tls(bool verify)
  {
    std::optional<TlsContext> &context = verify ? m_verifying : m_trusting;
    if (!context) context.emplace(TlsContext::client(verify));
    return *context;
  }

private:
  std::optional<TlsContext> m_verifying, m_trusting;
};

} // namespace engine
