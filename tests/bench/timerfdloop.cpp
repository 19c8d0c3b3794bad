// A bare absolute-timerfd loop at RATE starts a second for SECONDS: prints its lateness p50 and p99 in µs, the yardstick
// for the engine's own lateness measured at the same time.
#include "engine/stats/histogram.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

static int64_t now()
{
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return int64_t(t.tv_sec) * 1'000'000'000 + t.tv_nsec;
}

int main(int argc, char **argv)
{
    const double rate = argc > 1 ? std::atof(argv[1]) : 2000;
    const double seconds = argc > 2 ? std::atof(argv[2]) : 2;
    const int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
    const int poll = epoll_create1(0);
    epoll_event interest{.events = EPOLLIN | EPOLLET, .data = {}};
    epoll_ctl(poll, EPOLL_CTL_ADD, timer, &interest);

    engine::Histogram lateness;
    const int64_t start = now() + 20'000'000;
    for (int64_t i = 0; double(i) < rate * seconds; ++i) {
        const int64_t due = start + int64_t(double(i) * 1e9 / rate);
        itimerspec at{.it_interval = {}, .it_value = {due / 1'000'000'000, due % 1'000'000'000}};
        timerfd_settime(timer, TFD_TIMER_ABSTIME, &at, nullptr);
        epoll_event event{};
        while (now() < due)
            epoll_wait(poll, &event, 1, -1);
        lateness.record(now() - due);
    }
    std::printf("%.1f %.1f\n", double(lateness.percentile(50)) / 1e3, double(lateness.percentile(99)) / 1e3);
    close(timer);
    close(poll);
}
