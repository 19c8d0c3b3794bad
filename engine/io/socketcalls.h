// recv() and send() as bare system calls. Those of the C library are cancellation points, which costs a threaded program
// some 45 instructions a call; nobody cancels a thread of ours. Sanitizers watch the library's functions and get those.
#pragma once

#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define CRESCENDO_LIBRARY_CALLS
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(SYS_recvfrom) || !defined(SYS_sendto)
#define CRESCENDO_LIBRARY_CALLS
#endif

namespace engine {

/// As recv(): bytes, or -1 and errno.
inline ssize_t receiveNow(int fd, void *to, size_t size)
{
#ifdef CRESCENDO_LIBRARY_CALLS
  return ::recv(fd, to, size, 0);
#else
  return ::syscall(SYS_recvfrom, fd, to, size, 0, nullptr, nullptr);
#endif
}

/// As send(), without SIGPIPE.
inline ssize_t sendNow(int fd, const void *from, size_t size)
{
#ifdef CRESCENDO_LIBRARY_CALLS
  return ::send(fd, from, size, MSG_NOSIGNAL);
#else
  return ::syscall(SYS_sendto, fd, from, size, MSG_NOSIGNAL, nullptr, 0);
#endif
}

} // namespace engine
