// Numbers say what they have to and no more.
#include "ui/widgets/format.h"
#include <QTest>
#include <limits>

using namespace Qt::StringLiterals;
using namespace ui;

class TestFormat : public QObject
{
    Q_OBJECT

private slots:
    void smallTimesAreNotZero()
    {
        QCOMPARE(format::ms(0.16), u"0.16"_s);
        QCOMPARE(format::ms(0.016), u"0.016"_s);
        QCOMPARE(format::ms(8.4), u"8.4"_s);
        QCOMPARE(format::ms(1284.2), u"1,284"_s);
        QCOMPARE(format::ms(0), u"0"_s);
    }

    void aFigureHasTheDecimalsItsSizeNeeds_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << 0.0 << u"0"_s;
        QTest::newRow("whole") << 30.0 << u"30"_s;
        QTest::newRow("large") << 12'345.6 << u"12,346"_s;
        QTest::newRow("tens") << 98.46 << u"98.5"_s;
        QTest::newRow("ones") << 1.5 << u"1.5"_s;
        QTest::newRow("tenths") << 0.16 << u"0.16"_s;
        QTest::newRow("hundredths") << 0.0163 << u"0.016"_s;
        QTest::newRow("below") << -2.9 << u"−2.9"_s;
        QTest::newRow("no value") << std::numeric_limits<double>::quiet_NaN() << u"—"_s;
    }
    void aFigureHasTheDecimalsItsSizeNeeds()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(format::figure(value), text);
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
