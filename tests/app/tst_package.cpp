// What `cmake --install` puts where, and that desktop entry, MIME types and AppStream data agree with each other.
#include <QtTest>

using namespace Qt::StringLiterals;

class TestPackage : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString installed(const QString &path) const { return m_folder.filePath(path); }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QStringList matches(const QByteArray &text, const QString &pattern)
    {
        QStringList found;
        for (auto it = QRegularExpression(pattern).globalMatch(QString::fromUtf8(text)); it.hasNext();)
            found << it.next().captured(1);
        found.removeDuplicates();
        found.sort();
        return found;
    }
    QStringList desktopEntry(const QString &key) const
    {
        return matches(contents(installed(u"share/applications/crescendo.desktop"_s)), u"(?m)^"_s + key + u"=(.*)$"_s);
    }
    /// Exit code and what it wrote; -1 when it does not start.
    static std::pair<int, QString> run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        if (!process.waitForFinished(60'000))
            return {-1, process.errorString()};
        return {process.exitCode(), QString::fromUtf8(process.readAll())};
    }

private slots:
    void initTestCase()
    {
        const auto [code, output] = run(u"cmake"_s, {u"--install"_s, QStringLiteral(BIN_DIR) + u"/.."_s, u"--prefix"_s, m_folder.path()});
        QVERIFY2(code == 0, qPrintable(output));
    }

    void everythingIsInItsPlace()
    {
        for (const auto &path : {u"bin/crescendo"_s, u"bin/crescendo-cli"_s, u"share/applications/crescendo.desktop"_s,
                                 u"share/mime/packages/crescendo.xml"_s, u"share/metainfo/org.crescendo.Crescendo.metainfo.xml"_s,
                                 u"share/icons/hicolor/scalable/apps/crescendo.svg"_s, u"include/crescendo_plugin.h"_s})
            QVERIFY2(QFileInfo(installed(path)).isFile(), qPrintable(path));
    }

    void theInstalledProgramsStart()
    {
        for (const auto &name : {u"crescendo"_s, u"crescendo-cli"_s}) {
            const auto [code, output] = run(installed(u"bin/"_s + name), {u"--version"_s});
            QVERIFY2(code == 0 && output.contains(QStringLiteral(CRESCENDO_VERSION)), qPrintable(output));
        }
    }

    void theDesktopEntryStartsTheProgramWithAFile()
    {
        QCOMPARE(desktopEntry(u"Exec"_s), QStringList{u"crescendo %f"_s});
        QCOMPARE(desktopEntry(u"Icon"_s), QStringList{u"crescendo"_s});
        QCOMPARE(desktopEntry(u"Type"_s), QStringList{u"Application"_s});
        const QString validator = QStandardPaths::findExecutable(u"desktop-file-validate"_s);
        if (!validator.isEmpty()) {
            const auto [code, output] = run(validator, {installed(u"share/applications/crescendo.desktop"_s)});
            QVERIFY2(code == 0, qPrintable(output));
        }
    }

    void theSameMimeTypesStandInAllThreeFiles()
    {
        QStringList opened = desktopEntry(u"MimeType"_s).value(0).split(u';', Qt::SkipEmptyParts);
        opened.sort();
        QCOMPARE(opened.size(), 3);
        QCOMPARE(matches(contents(installed(u"share/mime/packages/crescendo.xml"_s)), u"<mime-type type=\"([^\"]+)\""_s), opened);
        QCOMPARE(matches(contents(installed(u"share/metainfo/org.crescendo.Crescendo.metainfo.xml"_s)), u"<mediatype>([^<]+)<"_s), opened);
    }

    void projectAndRunFilesAreToldFromOtherJson()
    {
        const QString database = QStandardPaths::findExecutable(u"update-mime-database"_s);
        if (database.isEmpty()) { // the rules are checked by what they say, then
            QVERIFY(contents(installed(u"share/mime/packages/crescendo.xml"_s)).contains("value=\"crescendo-run\""));
            return;
        }
        const auto [code, output] = run(database, {installed(u"share/mime"_s)});
        QVERIFY2(code == 0, qPrintable(output));
        const QByteArray globs = contents(installed(u"share/mime/globs2"_s));
        for (const QByteArray glob : {"*.crescendo\n", "*.crescendo.json\n", "*.crescendo-run.json\n"})
            QVERIFY2(globs.contains(glob), glob.constData());
    }

    void theMetadataNamesThisVersion()
    {
        const QString path = installed(u"share/metainfo/org.crescendo.Crescendo.metainfo.xml"_s);
        QVERIFY(contents(path).contains("<release version=\"" CRESCENDO_VERSION "\""));
        const QString validator = QStandardPaths::findExecutable(u"appstreamcli"_s);
        if (!validator.isEmpty()) {
            const auto [code, output] = run(validator, {u"validate"_s, u"--no-net"_s, path});
            QVERIFY2(code == 0, qPrintable(output));
        }
    }
};

QTEST_GUILESS_MAIN(TestPackage)
#include "tst_package.moc"
