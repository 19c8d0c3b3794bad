// Copies of a workspace, in the folder NAME.backups beside it: one on each day it is open, and one before it is put back to an
// earlier one. The oldest go. A copy holds all that the file holds; the key of sensitive values stays where it is.
#pragma once

#include "models/domain/result.h"
#include <QDateTime>
#include <QObject>
#include <QTimer>
#include <QVector>
#include <functional>

namespace services {

class WorkspaceService;

struct Backup
{
    QString path;
    QDateTime made; ///< local time, to the second
};

class Backups : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostKept = 7;
    static constexpr qint64 mostBytes = 1'000'000'000; ///< of all together; the newest is kept even if it is larger

    using Clock = std::function<QDateTime()>; ///< local time

    /// Makes the copy of the day a moment after a workspace was opened, beside the GUI's thread, and looks again each hour.
    explicit Backups(WorkspaceService &workspace, Clock clock = [] { return QDateTime::currentDateTime(); }, QObject *parent = nullptr);

    bool isDue() const; ///< a workspace with a project is open, and has no copy of today
    void makeDue();     ///< if one is due; made() or failed() tells

    static QVector<Backup> of(const QString &workspace); ///< newest first
    /// A consistent copy, also while the file is being written. Any thread.
    static domain::Result<Backup> make(const QString &workspace, const QDateTime &now);
    /// Puts `backup` in the place of the workspace, which nobody may have open. What it held until now is a backup then; if it
    /// cannot be read it is kept as NAME.damaged.
    static domain::Result<> restore(const QString &workspace, const QString &backup, const QDateTime &now);

signals:
    void made();
    void failed(const QString &sentence);

private:
    WorkspaceService &m_workspace;
    Clock m_clock;
    QTimer m_timer;
    bool m_busy = false;
};

} // namespace services
