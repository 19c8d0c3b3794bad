// What Run and Stop do: chooses what is run, starts it, tells of its course. GUI thread.
#pragma once

#include "app/services/application.h"

namespace ui {

class RunControl : public QObject
{
    Q_OBJECT

public:
    explicit RunControl(services::Application &application, QObject *parent = nullptr);

    bool isRunning() const;
    /// `cases` of the open project; empty: every enabled one.
    domain::Result<> start(QVector<domain::CaseId> cases, const QString &environment, bool withoutThinkTime = false);
    domain::Result<> startTask(domain::TaskId id, const QString &environment);
    void stop();    ///< gently; again: at once
    void stopNow();

signals:
    void changed(); ///< began or ended
    void ended(services::RunSession *session);
    void noticed(const QString &text); ///< a sentence for the status line

private:
    domain::Result<> started(services::RunRequest request);

    services::Application &m_application;
};

} // namespace ui
