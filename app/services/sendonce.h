// One request sent once, before it is put under load: the pass that debugging makes, with the same plan and the same engine
// as a run; kept in memory only. Lives in one thread.
#pragma once

#include "app/services/answerbook.h"
#include "app/services/debugservice.h"
#include "app/services/runservice.h"

namespace services {

struct SentOnce
{
    int status = 0;      ///< 0: no answer
    double ms = 0;       ///< response time
    quint64 bytes = 0;   ///< received
    QString failure;     ///< why there was no answer, in one sentence
    QString request, answer; ///< as text, as far as they were kept
    Answer seen;         ///< the answer as checks see it
};

class SendOnce : public QObject
{
    Q_OBJECT

public:
    explicit SendOnce(QObject *parent = nullptr);

    /// `context` gives variables and environments; its cases do not matter. One at a time: a second start is refused.
    domain::Result<> start(const domain::Message &message, const RunRequest &context);
    bool isBusy() const { return m_pass.isRunning(); }
    void cancel() { m_pass.stop(); } ///< finished() still comes

signals:
    void finished(const services::SentOnce &result);

private:
    void read();

    DebugService m_pass;
};

} // namespace services
