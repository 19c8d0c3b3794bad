// The layer rule of ARCHITECTURE.md, read off the #includes: no room may reach up.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class LayersTest : public QObject
{
    Q_OBJECT

    /// What each room may include, itself apart.
    static QMap<QString, QStringList> rules()
    {
        const QStringList engineLow{u"engine/stats"_s, u"engine/io"_s, u"engine/load"_s, u"engine/plan"_s};
        const QStringList engineHigh = engineLow + QStringList{u"engine/check"_s, u"engine/protocol"_s};
        const QStringList below{u"models/domain"_s, u"engine/stats"_s};
        const QStringList files{u"models/domain"_s, u"engine/stats"_s, u"engine/load"_s};
        const QStringList services = below
            + QStringList{u"models/document"_s, u"models/store"_s, u"models/items"_s, u"app/exchange"_s, u"app/report"_s,
                          u"engine/run"_s, u"engine/serve"_s, u"engine/plugin"_s, u"app/http"_s} + engineHigh;
        const QStringList ui{u"app/services"_s, u"app/report"_s, u"app/exchange"_s, u"models/domain"_s, u"models/items"_s,
                             u"models/document"_s, u"engine/stats"_s, u"ui/widgets"_s};
        return {
            {u"engine/stats"_s, {}},
            {u"engine/io"_s, {}},
            {u"engine/load"_s, {}},
            {u"engine/plan"_s, {u"engine/load"_s}},
            {u"engine/check"_s, engineLow},
            {u"engine/plugin"_s, {u"engine/plan"_s}},
            {u"engine/protocol"_s, engineLow + QStringList{u"engine/check"_s}},
            {u"engine/serve"_s, engineHigh},
            {u"engine/run"_s, engineHigh},
            {u"models/domain"_s, {u"engine/stats"_s}},
            {u"models/document"_s, below},
            {u"models/items"_s, below + QStringList{u"models/document"_s}},
            {u"models/store"_s, below},
            {u"app/report"_s, files},
            {u"app/exchange"_s, files},
            {u"app/metrics"_s, below},
            {u"app/http"_s, {}},
            {u"app/services"_s, services},
            {u"app/cli"_s, {u"app/services"_s, u"app/report"_s, u"app/exchange"_s, u"app/metrics"_s, u"app/api"_s, u"models/domain"_s, u"engine/stats"_s}},
            {u"app/api"_s, {u"app/services"_s, u"app/report"_s, u"app/exchange"_s, u"app/http"_s, u"models/domain"_s, u"models/document"_s}},
            {u"ui/widgets"_s, {u"models/domain"_s}},
            {u"ui/editors"_s, ui},
            {u"ui/run"_s, ui},
            {u"ui/report"_s, ui},
            {u"ui/debug"_s, ui},
            {u"ui/shell"_s, ui},
        };
    }

private slots:
    void noRoomReachesUp()
    {
        const QDir root(QStringLiteral(SOURCE_ROOT));
        const QRegularExpression include(u"^\\s*#include \"([a-z]+(?:/[a-z]+)?)/[^/\"]+\""_s, QRegularExpression::MultilineOption);
        QStringList wrong;
        int looked = 0;
        const auto allowed = rules();
        for (auto rule = allowed.begin(); rule != allowed.end(); ++rule) {
            QDirIterator files(root.filePath(rule.key()), {u"*.h"_s, u"*.cpp"_s}, QDir::Files);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                ++looked;
                auto matches = include.globalMatch(QString::fromUtf8(file.readAll()));
                while (matches.hasNext()) {
                    const QString room = matches.next().captured(1);
                    if (room != rule.key() && !rule.value().contains(room))
                        wrong << u"%1 includes %2"_s.arg(root.relativeFilePath(file.fileName()), room);
                }
            }
        }
        QVERIFY2(looked > 50, "The layer test found hardly any file: is SOURCE_ROOT right?");
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void theEngineKnowsNoQt()
    {
        QStringList wrong;
        QDirIterator files(QStringLiteral(SOURCE_ROOT) + u"/engine"_s, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        const QRegularExpression qt(u"#include <Q[A-Za-z/]*>"_s);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            if (qt.match(QString::fromUtf8(file.readAll())).hasMatch())
                wrong << file.fileName();
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void topLevelFoldersAreTheAgreedSix()
    {
        const QDir root(QStringLiteral(SOURCE_ROOT));
        QStringList folders = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        folders.removeAll(u"build"_s);
        QCOMPARE(folders, QStringList({u"app"_s, u"engine"_s, u"models"_s, u"resources"_s, u"tests"_s, u"ui"_s}));
    }
};

QTEST_GUILESS_MAIN(LayersTest)
#include "tst_layers.moc"
