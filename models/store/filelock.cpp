#include "models/store/filelock.h"

#include <QCoreApplication>
#include <QFile>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

namespace store {

using namespace Qt::StringLiterals;

namespace {

/// What lupdate takes the texts of this file under.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(store::FileLock)
};

QByteArray lockFileOf(const QString &path)
{
    return QFile::encodeName(path + u".lock"_s);
}

} // namespace

domain::Result<std::unique_ptr<FileLock>> FileLock::take(const QString &path)
{
    const int descriptor = ::open(lockFileOf(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        const QString why = QString::fromStdString(std::generic_category().message(errno));
        return domain::fail(Words::tr("“%1” cannot be opened for writing: %2.").arg(path, why));
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return domain::fail(Words::tr("“%1” is open in another Crescendo.").arg(path));
    }
    return std::unique_ptr<FileLock>(new FileLock(descriptor));
}

bool FileLock::isHeld(const QString &path)
{
    const int descriptor = ::open(lockFileOf(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool held = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0;
    ::close(descriptor);
    return held;
}

/// The file stays: removing it could take it away from under a program that has just opened it.
FileLock::~FileLock()
{
    ::close(m_descriptor);
}

} // namespace store
