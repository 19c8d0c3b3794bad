// SIGINT and SIGTERM as a Qt signal while an object of this lives. The signals are blocked for this thread and those it
// starts meanwhile, and read from a descriptor.
#pragma once

#include <QObject>
#include <signal.h>

namespace cli {

class Interrupts : public QObject
{
    Q_OBJECT

public:
    explicit Interrupts(QObject *parent = nullptr);
    ~Interrupts() override;

signals:
    void interrupted();

private:
    int m_descriptor = -1;
    sigset_t m_before{};
};

} // namespace cli
