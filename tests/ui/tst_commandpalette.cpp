// Ctrl+K finds commands, cases and requests by name, by address and by what stands inside; the best first.
#include "tests/support/windowfixture.h"
#include "ui/commandpalette.h"
#include "ui/editorarea.h"
#include "ui/editors/caseeditor.h"
#include "ui/shell/commands.h"
#include <QElapsedTimer>
#include <QtTest>

using namespace Qt::StringLiterals;
using ui::Finding;

class TestCommandPalette : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> m;
    domain::CaseId m_case;
    domain::StepId m_pay;

    QVector<Finding> find(const QString &text) const
    {
        return ui::Finder(m->document(), *m->window().commands()).find(text);
    }
    static QStringList names(const QVector<Finding> &found)
    {
        QStringList all;
        for (const auto &f : found)
            all << f.name;
        return all;
    }
    QListWidget *open()
    {
        QTest::keyClick(&m->window(), Qt::Key_K, Qt::ControlModifier);
        return m->find<QListWidget>(u"paletteList"_s);
    }

private slots:
    void init()
    {
        m = std::make_unique<WindowFixture>();
        m->open();
        m->window().commands()->action(u"newProject"_s)->trigger();
        m_case = m->document().addCase(u"Checkout"_s);
        m->document().addStep(m_case, domain::newRequest(u"Home"_s, u"GET"_s, u"http://shop/start"_s));
        domain::Step pay = domain::newRequest(u"Pay"_s, u"POST"_s, u"http://shop/orders"_s);
        pay.message.headers << domain::KeyValue{u"X-Token"_s, u"sesame"_s};
        pay.message.body = QString(500, u'x') + u" \"method\": \"card\""_s;
        m_pay = m->document().addStep(m_case, pay);
    }
    void cleanup() { m.reset(); }

    void findsByNameAddressAndInside()
    {
        QCOMPARE(names(find(u"@pay"_s)), QStringList{u"Pay"_s});
        QCOMPARE(names(find(u"@orders"_s)), QStringList{u"Pay"_s});
        QCOMPARE(names(find(u"sesame"_s)), QStringList{u"Pay"_s});
        QVERIFY(find(u"sesame"_s)[0].detail.contains(u"X-Token"_s));
        QVERIFY(find(u"card method"_s)[0].detail.contains(u"\"card\""_s));
        QVERIFY(names(find(u"check"_s)).contains(u"Checkout"_s));
        QVERIFY(find(u"no such thing anywhere"_s).isEmpty());
    }

    void namesComeBeforeWhatStandsInside()
    {
        domain::Step other = domain::newRequest(u"Other"_s, u"GET"_s, u"http://shop/"_s);
        other.message.body = u"pay"_s;
        m->document().addStep(m_case, other);
        QCOMPARE(names(find(u"@pay"_s)), (QStringList{u"Pay"_s, u"Other"_s}));
    }

    void aPrefixKeepsOneKind()
    {
        for (const auto &f : find(u">run"_s))
            QCOMPARE(f.kind, Finding::Command);
        QVERIFY(names(find(u">run test"_s)).contains(u"Run test"_s));
        for (const auto &f : find(u"@"_s))
            QCOMPARE(f.kind, Finding::Request);
    }

    void enterOpensARequest()
    {
        auto *list = open();
        QVERIFY(list);
        auto *edit = m->find<QLineEdit>(u"paletteEdit"_s);
        QTest::keyClicks(edit, u"sesame"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m->window().editors()->currentCase(), m_case);
        QCOMPARE(m->window().openCase(m_case)->currentStep(), m_pay);
        QTRY_VERIFY(!m->find<QWidget>(u"commandPalette"_s));
    }

    void arrowsMoveAndACommandRuns()
    {
        auto *list = open();
        auto *edit = m->find<QLineEdit>(u"paletteEdit"_s);
        QTest::keyClicks(edit, u">history"_s);
        const auto found = find(u">history"_s);
        const int wanted = int(names(found).indexOf(u"History"_s));
        QVERIFY(wanted >= 0);
        for (int i = 0; i < wanted; ++i)
            QTest::keyClick(edit, Qt::Key_Down);
        QVERIFY(list->currentItem()->text().startsWith(u"History"_s));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m->window().page(), ui::MainWindow::History);
    }

    void escapeClosesItAndNothingHappens()
    {
        open();
        QTest::keyClick(m->find<QLineEdit>(u"paletteEdit"_s), Qt::Key_Escape);
        QTRY_VERIFY(!m->find<QWidget>(u"commandPalette"_s));
        QCOMPARE(m->window().page(), ui::MainWindow::Design);
    }

    void manyCasesAreSearchedOnceAndShownInPart()
    {
        domain::Project project = m->document().project();
        for (int i = 0; i < 2000; ++i) {
            domain::TestCase testCase;
            testCase.id = {1000 + i};
            testCase.name = u"Case %1"_s.arg(i);
            testCase.sort = i;
            testCase.steps << domain::newRequest(u"Request %1"_s.arg(i), u"GET"_s, u"http://shop/%1"_s.arg(i));
            project.cases << testCase;
        }
        m->document().replaceProject(project, u"Many"_s);
        QCOMPARE(find(u"request"_s).size(), ui::Finder::most);
        QCOMPARE(names(find(u"@request 1999"_s)), QStringList{u"Request 1999"_s});
    }
};

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
