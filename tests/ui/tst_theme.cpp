#include "ui/shell/systemtheme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/theme.h"
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void everyTextPairReachesItsContrast()
    {
        for (bool dark : {false, true}) {
            for (const auto &pair : theme::contrasts(dark))
                QVERIFY2(pair.ratio >= pair.needed, qPrintable(pair.name + u' ' + QString::number(pair.ratio)));
        }
    }
    void aThemeChangeRecoloursIconsOfOneThemeToTheOther()
    {
        theme::apply(false);
        const QColor light = theme::tk().accentText;
        theme::apply(true);
        QCOMPARE(theme::recoloured(light), theme::tk().accentText);
        QCOMPARE(theme::choice(), theme::Choice::Dark);
    }
    void theThemeOfTheSystemFollowsTheDesktop()
    {
        SystemTheme system;
        const auto desktopTurns = [&](uint value) {
            system.take(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(value));
        };
        theme::apply(theme::Choice::System);
        desktopTurns(2);
        QVERIFY(!theme::tk().dark);
        desktopTurns(1);
        QVERIFY(theme::tk().dark);
        desktopTurns(0); // no preference: as it is
        QVERIFY(theme::tk().dark);
        system.take(u"org.freedesktop.appearance"_s, u"contrast"_s, QDBusVariant(2u));
        QVERIFY(theme::tk().dark);
        theme::apply(theme::Choice::Light); // chosen by hand: it stays
        desktopTurns(2);
        desktopTurns(1);
        QVERIFY(!theme::tk().dark);
        theme::apply(theme::Choice::System);
        QVERIFY(theme::tk().dark);
        desktopTurns(2);
    }
    void aTileTakesNewValuesWithoutBeingRebuilt()
    {
        Tile tile({u"TPS"_s, u"1"_s, {}, {}});
        const auto children = tile.findChildren<QWidget *>();
        tile.setValue(u"42"_s, u"1/s"_s);
        QCOMPARE(tile.spec().value, u"42"_s);
        QCOMPARE(tile.findChildren<QWidget *>(), children);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
