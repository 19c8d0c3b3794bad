// Some hundred random acts leave the window whole: the short form of ./dev monkey, with seeds that do not change.
#include "tests/ui/monkey.h"
#include "tests/support/windowfixture.h"

class TestMonkey : public QObject
{
    Q_OBJECT

private slots:
    void randomActsBreakNothing_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed : {1u, 20u, 77u})
            QTest::addRow("seed %u", seed) << seed;
    }
    void randomActsBreakNothing()
    {
        QFETCH(quint32, seed);
        WindowFixture fixture;
        fixture.open();
        QVERIFY(fixture.application().openSample());
        fixture.window().showPage(ui::MainWindow::Design);
        fixture.window().confirm = [](const QString &, const QString &) { return false; };
        Monkey monkey(fixture.window(), seed);
        while (monkey.acts() < 250)
            QVERIFY(monkey.act());
        QVERIFY(fixture.document().project().id.isValid() || fixture.window().page() != ui::MainWindow::Design);
    }
};

QTEST_MAIN(TestMonkey)
#include "tst_monkey.moc"
