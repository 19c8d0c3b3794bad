#include "app/services/backups.h"

#include "app/services/workspaceservice.h"
#include "models/store/database.h"
#include "models/store/filelock.h"
#include "models/store/workspace.h"
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

namespace services {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds afterOpening = 3s, between = 1h;

const QString nameFormat = u"yyyy-MM-dd'T'HHmmss"_s;

QDir folderOf(const QString &workspace) { return QDir(workspace + u".backups"_s); }

void removeOld(const QString &workspace)
{
    qint64 bytes = 0;
    int kept = 0;
    for (const Backup &backup : Backups::of(workspace)) {
        bytes += QFileInfo(backup.path).size();
        if (++kept > 1 && (kept > Backups::mostKept || bytes > Backups::mostBytes))
            QFile::remove(backup.path);
    }
}

/// Over `to`, in one step; readable by its owner only.
domain::Result<> copyOver(const QString &from, const QString &to)
{
    QFile source(from);
    QSaveFile target(to);
    const auto failed = [](const QFileDevice &file) {
        return domain::fail(Backups::tr("%1: %2.").arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
    };
    if (!source.open(QIODevice::ReadOnly))
        return failed(source);
    if (!target.open(QIODevice::WriteOnly))
        return failed(target);
    target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    while (!source.atEnd()) {
        const QByteArray part = source.read(1 << 20);
        if (part.isEmpty() && source.error() != QFile::NoError)
            return failed(source);
        if (target.write(part) != part.size())
            return failed(target);
    }
    if (!target.commit())
        return failed(target);
    return {};
}

} // namespace

Backups::Backups(WorkspaceService &workspace, Clock clock, QObject *parent) : QObject(parent), m_workspace(workspace), m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        makeDue();
        m_timer.start(between);
    });
    connect(&workspace, &WorkspaceService::workspaceOpened, this, [this] { m_timer.start(afterOpening); });
    m_timer.start(afterOpening);
}

bool Backups::isDue() const
{
    if (!m_workspace.isOpen() || m_workspace.projects().isEmpty())
        return false;
    const auto all = of(m_workspace.path());
    return all.isEmpty() || all.first().made.date() != m_clock().date();
}

void Backups::makeDue()
{
    if (m_busy || !isDue())
        return;
    m_busy = true;
    QThreadPool::globalInstance()->start([self = QPointer(this), path = m_workspace.path(), now = m_clock()] {
        const auto result = make(path, now);
        const QString problem = result ? QString() : result.error().message;
        QMetaObject::invokeMethod(qApp, [self, problem] {
            if (!self)
                return;
            self->m_busy = false;
            if (problem.isEmpty())
                emit self->made();
            else
                emit self->failed(problem);
        });
    });
}

QVector<Backup> Backups::of(const QString &workspace)
{
    QVector<Backup> all;
    for (const QFileInfo &file : folderOf(workspace).entryInfoList({u"*.crescendo"_s}, QDir::Files, QDir::Name | QDir::Reversed)) {
        if (const auto made = QDateTime::fromString(file.completeBaseName(), nameFormat); made.isValid())
            all << Backup{file.absoluteFilePath(), made};
    }
    return all;
}

domain::Result<Backup> Backups::make(const QString &workspace, const QDateTime &now)
{
    const QDir folder = folderOf(workspace);
    if (!folder.mkpath(u"."_s))
        return domain::fail(tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder.path())));
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const Backup backup{folder.absoluteFilePath(now.toString(nameFormat) + u".crescendo"_s), now};
    const QString half = backup.path + u".part"_s;
    QFile::remove(half);
    const auto written = store::Database::open(workspace, store::Database::Access::ReadOnly).and_then([&](const auto &database) {
        return database->run(u"VACUUM INTO ?"_s, {half});
    });
    if (!written) {
        QFile::remove(half);
        return domain::fail(tr("The workspace could not be backed up: %1").arg(written.error().message));
    }
    QFile::setPermissions(half, QFile::ReadOwner | QFile::WriteOwner);
    QFile::remove(backup.path); // of the same second
    if (!QFile::rename(half, backup.path))
        return domain::fail(tr("%1 cannot be made.").arg(QDir::toNativeSeparators(backup.path)));
    removeOld(workspace);
    return backup;
}

domain::Result<> Backups::restore(const QString &workspace, const QString &backup, const QDateTime &now)
{
    if (store::FileLock::isHeld(workspace))
        return domain::fail(tr("The workspace is open in another program: close it there first."));
    if (const auto readable = store::Workspace::openReadOnly(backup); !readable)
        return domain::fail(readable.error().message);
    // Held apart first: to keep what there is may send the oldest backup away, and that may be this one.
    const QString chosen = workspace + u".restored"_s;
    if (auto copied = copyOver(backup, chosen); !copied)
        return copied;
    const QString damaged = workspace + u".damaged"_s;
    if (QFile::exists(workspace) && !make(workspace, now) && !copyOver(workspace, damaged)) {
        QFile::remove(chosen);
        return domain::fail(tr("What the workspace holds now could not be kept as %1, so nothing was changed.").arg(QDir::toNativeSeparators(damaged)));
    }
    for (const QString &rest : {u"-wal"_s, u"-shm"_s}) // of the file that goes
        QFile::remove(workspace + rest);
    auto placed = copyOver(chosen, workspace);
    QFile::remove(chosen);
    return placed;
}

} // namespace services
