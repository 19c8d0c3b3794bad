#include "engine/io/resolver.h"

#include "engine/io/ioerror.h"

#include <algorithm>
#include <ares.h>
#include <coroutine>
#include <mutex>
#include <sys/epoll.h>

namespace engine {

/// A name asked for: under way, or answered and kept for a while.
struct Resolver::Lookup
{
  bool isDone = false;
  int error = 0;
  int64_t keptUntil = 0; ///< ns, once done
  std::vector<Address> addresses;
  std::vector<Waiter *> waiters;

  void finish(Reactor &reactor, int why);
};

/// One coroutine waiting for a lookup, or for its own patience to end.
struct Resolver::Waiter final : Deadline
{
  Waiter(Reactor &r, std::shared_ptr<Lookup> l) : reactor(r), lookup(std::move(l)) { lookup->waiters.push_back(this); }
  ~Waiter() { std::erase(lookup->waiters, this); }

  bool await_ready() const { return lookup->isDone; }
  void await_suspend(std::coroutine_handle<> handle) { waiter = handle; }
  void await_resume() const {}
  void onDeadline() override { std::exchange(waiter, {}).resume(); }

  Reactor &reactor;
  std::shared_ptr<Lookup> lookup;
  std::coroutine_handle<> waiter;
};

void Resolver::Lookup::finish(Reactor &reactor, int why)
{
  isDone = true;
  error = why;
  keptUntil = reactor.now() + (error ? oneSecond : keptFor); // a failure too, so that a thousand users ask once
  for (Waiter *waiter : waiters)
    if (waiter->waiter) reactor.deadlines().setDueNow(*waiter);
}

/// The c-ares side: its sockets in the reactor, and its need to be called now and then.
struct Resolver::Channel final : Deadline
{
  static constexpr int64_t rhythm = 100 * oneMs;

  struct Socket final : Pollable
  {
    Channel *channel = nullptr;
    int fd = -1;
    void onEvents(uint32_t events) override
    {
      const int readable = events & (EPOLLIN | EPOLLERR | EPOLLHUP) ? fd : ARES_SOCKET_BAD;
      const int writable = events & (EPOLLOUT | EPOLLERR | EPOLLHUP) ? fd : ARES_SOCKET_BAD;
      ares_process_fd(channel->ares, readable, writable); // may end this
    }
  };

  explicit Channel(Reactor &r) : reactor(r)
  {
    static std::once_flag once;
    std::call_once(once, [] { ares_library_init(ARES_LIB_INIT_ALL); });
    ares_options options{};
    options.sock_state_cb = &Channel::socketChanged;
    options.sock_state_cb_data = this;
    options.timeout = 2000; // ms a try
    options.tries = 3;
    char lookups[] = "fb"; // /etc/hosts, then DNS
    options.lookups = lookups;
    const int given = ARES_OPT_SOCK_STATE_CB | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_LOOKUPS;
    if (ares_init_options(&ares, &options, given) != ARES_SUCCESS) ares = nullptr;
  }
  ~Channel()
  {
    if (ares) ares_destroy(ares);
  }

  static void socketChanged(void *self, ares_socket_t fd, int readable, int writable)
  {
    auto &channel = *static_cast<Channel *>(self);
    const auto known = channel.sockets.find(fd);
    const bool change = known != channel.sockets.end();
    if (!readable && !writable) {
      if (!change) return;
      channel.reactor.unwatch(fd);
      channel.reactor.forget(known->second);
      channel.sockets.erase(known);
      return;
    }
    Socket &socket = channel.sockets[fd];
    socket.channel = &channel;
    socket.fd = fd;
    channel.reactor.watchLevel(fd, (readable ? EPOLLIN : 0u) | (writable ? EPOLLOUT : 0u), socket, change);
  }

  void keepTime()
  {
    if (pending > 0 && !isSet()) reactor.deadlines().set(*this, reactor.now() + rhythm);
  }
  void onDeadline() override
  {
    ares_process_fd(ares, ARES_SOCKET_BAD, ARES_SOCKET_BAD);
    keepTime();
  }

  struct Question
  {
    Channel &channel;
    std::shared_ptr<Lookup> lookup;
  };

  void ask(const std::string &host, std::shared_ptr<Lookup> lookup)
  {
    if (!ares) return lookup->finish(reactor, IoNameLookupFailed);
    ares_addrinfo_hints hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    ++pending;
    ares_getaddrinfo(ares, host.c_str(), nullptr, &hints, &Channel::answered, new Question{*this, std::move(lookup)});
    keepTime();
  }

  static void answered(void *asked, int status, int, ares_addrinfo *found)
  {
    const std::unique_ptr<Question> question(static_cast<Question *>(asked));
    --question->channel.pending;
    Lookup &lookup = *question->lookup;
    if (status == ARES_SUCCESS) {
      for (ares_addrinfo_node *node = found->nodes; node; node = node->ai_next)
        if (node->ai_family == AF_INET || node->ai_family == AF_INET6)
          lookup.addresses.push_back(Address::from(node->ai_addr));
      ares_freeaddrinfo(found);
    }
    lookup.finish(question->channel.reactor, lookup.addresses.empty() ? errorOf(status) : 0);
  }

  static int errorOf(int status)
  {
    switch (status) {
    case ARES_SUCCESS: case ARES_ENOTFOUND: case ARES_ENODATA: case ARES_EBADNAME: return IoNameNotFound;
    case ARES_EDESTRUCTION: case ARES_ECANCELLED: return IoCancelled;
    case ARES_ENOMEM: return -ENOMEM;
    default: return IoNameLookupFailed;
    }
  }

  Reactor &reactor;
  ares_channel ares = nullptr;
  std::map<int, Socket> sockets;
  int pending = 0;
};

Resolver::Resolver(Reactor &reactor) : m_reactor(reactor) {}
Resolver::~Resolver() = default;

std::shared_ptr<Resolver::Lookup> Resolver::lookupOf(const std::string &host)
{
  std::shared_ptr<Lookup> &lookup = m_lookups[host];
  if (lookup && (!lookup->isDone || lookup->keptUntil > m_reactor.now())) return lookup;
  lookup = std::make_shared<Lookup>();
  if (!m_channel) m_channel = std::make_unique<Channel>(m_reactor);
  auto asked = lookup; // the answer may come within the call
  m_channel->ask(host, asked);
  return asked;
}

Task<Resolved> Resolver::resolve(std::string host, uint16_t port, int64_t deadline, LookupTicket *ticket)
{
  if (const auto literal = Address::literal(host, port)) co_return Resolved{0, {*literal}};
  if (host == "localhost") co_return Resolved{0, {Address::loopback(port), *Address::literal("::1", port)}};
  const std::shared_ptr<Lookup> lookup = lookupOf(host);
  if (!lookup->isDone) {
    Waiter waiter(m_reactor, lookup);
    m_reactor.deadlines().set(waiter, deadline);
    LookupTicket unused;
    LookupTicket &held = ticket ? *ticket : unused;
    held.m_reactor = &m_reactor;
    held.m_waiter = &waiter;
    co_await waiter;
    held.m_waiter = nullptr;
    if (!lookup->isDone) co_return Resolved{IoTimedOut, {}};
  }
  Resolved resolved{lookup->error, {}};
  for (const Address &address : lookup->addresses) resolved.addresses.push_back(address.withPort(port));
  co_return resolved;
}

bool Resolver::useServers(const std::string &servers)
{
  if (!m_channel) m_channel = std::make_unique<Channel>(m_reactor);
  return m_channel->ares && ares_set_servers_ports_csv(m_channel->ares, servers.c_str()) == ARES_SUCCESS;
}

} // namespace engine
