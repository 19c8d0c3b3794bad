// Files that must come out as they are kept in tests/data/golden. A difference is shown as `diff -u` shows it; to accept
// new contents, run the test with CRESCENDO_UPDATE_GOLDEN=1 and look at the change git sees.
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryFile>

namespace golden {

/// Empty when `made` is what the file holds, else what differs. The program's version is not compared.
inline QString difference(const QString &name, QByteArray made)
{
    made.replace(CRESCENDO_VERSION, "VERSION");
    const QString path = QStringLiteral(TEST_DATA "/golden/") + name;
    if (qEnvironmentVariableIsSet("CRESCENDO_UPDATE_GOLDEN")) {
        QFile file(path);
        return QDir().mkpath(QStringLiteral(TEST_DATA "/golden")) && file.open(QIODevice::WriteOnly) && file.write(made) == made.size()
            ? QString() : path + QStringLiteral(" cannot be written");
    }
    QTemporaryFile actual;
    if (!actual.open() || actual.write(made) != made.size() || !actual.flush())
        return QStringLiteral("no temporary file can be written");
    QProcess diff;
    diff.start(QStringLiteral("diff"), {QStringLiteral("-u"), path, actual.fileName()});
    if (!diff.waitForFinished() || diff.exitStatus() != QProcess::NormalExit)
        return QStringLiteral("diff cannot be run");
    return diff.exitCode() == 0 ? QString() : QString::fromUtf8(diff.readAllStandardOutput() + diff.readAllStandardError());
}

} // namespace golden

#define COMPARE_GOLDEN(name, bytes)                                                                                             \
    do {                                                                                                                        \
        const QString difference = golden::difference(name, bytes);                                                             \
        QVERIFY2(difference.isEmpty(), qPrintable(u'\n' + difference));                                                         \
    } while (false)
