// The yardstick of the message protocols: the least a loop can do over epoll for COUNT users that each send a message of
// SIZE bytes and wait for the answer, for SECONDS. Prints messages a CPU-second of its own.
//
//   messageloop tcp|ws|mqtt PORT COUNT SIZE SECONDS
//
// ws: the bytes of an upgrade first, then masked text frames, echoed. mqtt: CONNECT first, then PUBLISH of QoS 0, which is not
// answered, so the loop goes on as soon as the socket takes more.
#include <arpa/inet.h>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <netinet/tcp.h>
#include <string>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

struct User
{
    int fd;
    size_t awaited; // bytes of the answer still to come
};

double now()
{
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return double(t.tv_sec) + double(t.tv_nsec) / 1e9;
}

double cpu()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &t) { return double(t.tv_sec) + double(t.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::string frame(const std::string &payload) // RFC 6455 5.2; a mask of zeros leaves the payload as it is
{
    std::string out = "\x81";
    if (payload.size() < 126) out += char(0x80 | payload.size());
    else out.append(1, char(0xfe)).append(1, char(payload.size() >> 8)).append(1, char(payload.size() & 255));
    return out.append(4, '\0') + payload;
}

std::string publish(const std::string &payload)
{
    const std::string topic("\0\5bench", 7);
    std::string out = "\x30";
    for (size_t length = topic.size() + payload.size(), more = 1; more; length /= 128) {
        more = length >= 128;
        out += char(length % 128 + (more ? 128 : 0));
    }
    return out + topic + payload;
}

int connected(uint16_t port)
{
    const int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) < 0) std::exit(1);
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return fd;
}

/// Sends and waits for the first answer.
void greet(int fd, const std::string &bytes)
{
    char answer[4096];
    if (send(fd, bytes.data(), bytes.size(), 0) < 0 || recv(fd, answer, sizeof answer, 0) <= 0) std::exit(1);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 6) return 2;
    const std::string kind = argv[1], payload(size_t(std::atoi(argv[4])), 'x');
    const int count = std::atoi(argv[3]);
    const double seconds = std::atof(argv[5]);
    const std::string message = kind == "ws" ? frame(payload) : kind == "mqtt" ? publish(payload) : payload;
    const size_t answer = kind == "mqtt" ? 0 : kind == "ws" ? message.size() - 4 : message.size();
    const int poll = epoll_create1(0);
    std::vector<User> users;
    users.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        const int fd = connected(uint16_t(std::atoi(argv[2])));
        if (kind == "ws")
            greet(fd, "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        if (kind == "mqtt") greet(fd, std::string("\x10\x12\0\4MQTT\4\2\0\0\0\6user", 18) + char('A' + i / 26 % 26) + char('A' + i % 26));
        users.push_back({fd, 0});
        epoll_event interest{};
        interest.events = (answer ? EPOLLIN : EPOLLOUT);
        interest.data.u64 = uint64_t(i);
        epoll_ctl(poll, EPOLL_CTL_ADD, fd, &interest);
    }
    uint64_t messages = 0;
    const auto say = [&](User &user) {
        if (send(user.fd, message.data(), message.size(), 0) < 0) std::exit(1);
        user.awaited = answer;
        ++messages;
    };
    if (answer)
        for (User &user : users) say(user);
    const double before = cpu(), end = now() + seconds;
    static char buffer[65536];
    epoll_event events[256];
    while (now() < end) {
        const int ready = epoll_wait(poll, events, 256, 100);
        for (int i = 0; i < ready; ++i) {
            User &user = users[size_t(events[i].data.u64)];
            if (answer) {
                const ssize_t got = recv(user.fd, buffer, sizeof buffer, 0);
                if (got <= 0) return 1;
                user.awaited -= size_t(got) < user.awaited ? size_t(got) : user.awaited;
                if (user.awaited) continue;
            }
            say(user);
        }
    }
    std::printf("%.0f\n", double(messages) / (cpu() - before));
    return 0;
}
