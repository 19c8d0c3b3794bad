#include "engine/serve/demotarget.h"

#include "engine/io/descriptors.h"
#include "engine/io/listener.h"
#include "engine/serve/demosession.h"
#include "engine/serve/echo.h"

#include <atomic>
#include <list>
#include <utility>
#include <thread>

namespace engine {

struct DemoTarget::Parts
{
  Reactor reactor;
  Listener listener{reactor};
  Sleeper pause{reactor};
  DemoSite site;
  UdpEcho datagrams{reactor, site.echoes};
  std::list<DemoSession> sessions;
  uint16_t port = 0;
  bool accepting = false, leaving = false;
  std::thread thread;

  int listen(uint16_t wanted); ///< 0 or -errno
  Task<> acceptAll();
  Task<> serve(std::list<DemoSession>::iterator session);
  void leave();
  void stopWhenEmpty()
  {
    if (leaving && !accepting && sessions.empty()) reactor.stop();
  }
};

int DemoTarget::Parts::listen(uint16_t wanted)
{
  int error = 0;
  for (int turn = 0; turn < 20; ++turn) { // a port that is free for TCP may be taken for UDP
    error = listener.listen(Address::loopback(wanted));
    if (error) return error;
    port = listener.port();
    error = datagrams.start(Address::loopback(port));
    if (error == 0 || wanted != 0) return error;
    listener.close();
  }
  return error;
}

Task<> DemoTarget::Parts::acceptAll()
{
  accepting = true;
  while (!leaving) {
    const int fd = co_await listener.accept();
    if (leaving) {
      if (fd >= 0) DemoSession(reactor, site).adopt(fd);
      break;
    }
    if (fd < 0) { // no descriptor left, most likely: somebody may close one meanwhile
      co_await pause.until(reactor.readClock() + 20 * oneMs);
      continue;
    }
    sessions.emplace_front(reactor, site);
    if (sessions.front().adopt(fd) == 0) serve(sessions.begin()).detach();
    else sessions.pop_front();
  }
  accepting = false;
  stopWhenEmpty();
}

Task<> DemoTarget::Parts::serve(std::list<DemoSession>::iterator session)
{
  co_await session->run();
  sessions.erase(session);
  stopWhenEmpty();
}

void DemoTarget::Parts::leave()
{
  leaving = true;
  listener.close();
  datagrams.stop();
  pause.cancel();
  for (DemoSession &session : sessions) session.cancel();
  stopWhenEmpty();
}

DemoTarget::DemoTarget(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

std::unique_ptr<DemoTarget> DemoTarget::start(uint16_t port, std::string &why)
{
  raiseDescriptorLimit(); // ten thousand users may come
  auto parts = std::make_unique<Parts>();
  const std::string place = "127.0.0.1:" + std::to_string(port);
  if (!parts->reactor.isValid()) {
    why = "The demo target cannot start: no file descriptor is left.";
    return nullptr;
  }
  if (const int error = parts->listen(port)) {
    why = "The demo target cannot listen on " + place + ": " + errorText(error) + ".";
    return nullptr;
  }
  Parts *shared = parts.get();
  shared->thread = std::thread([shared] {
    shared->acceptAll().detach();
    shared->reactor.run();
  });
  return std::unique_ptr<DemoTarget>(new DemoTarget(std::move(parts)));
}

DemoTarget::~DemoTarget()
{
  m_parts->reactor.post([parts = m_parts.get()] { parts->leave(); });
  m_parts->thread.join();
}

uint16_t DemoTarget::port() const { return m_parts->port; }
uint64_t DemoTarget::requests() const { return m_parts->site.requests.load(std::memory_order_relaxed); }

} // namespace engine
