#include "app/cli/interrupts.h"

#include <QSocketNotifier>
#include <sys/signalfd.h>
#include <unistd.h>

namespace cli {

Interrupts::Interrupts(QObject *parent) : QObject(parent)
{
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGINT);
    sigaddset(&wanted, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &wanted, &m_before);
    m_descriptor = signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
    auto *notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo info;
        while (read(m_descriptor, &info, sizeof info) == ssize_t(sizeof info))
            emit interrupted();
    });
}

Interrupts::~Interrupts()
{
    qDeleteAll(children()); // the notifier goes before its descriptor
    close(m_descriptor);
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

} // namespace cli
