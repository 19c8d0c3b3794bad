// The whole window through the accessibility interface: every control that takes the focus has a name and a stable object
// name, and the keyboard reaches it.
#include "tests/support/windowfixture.h"
#include "ui/shell/commands.h"
#include "ui/widgets/tabs.h"
#include <QAccessible>
#include <QtTest>

using namespace Qt::StringLiterals;
using ui::MainWindow;

class TestAccessibility : public QObject
{
    Q_OBJECT

    WindowFixture m;

    static QString pathOf(const QObject *object)
    {
        QStringList parts;
        for (; object; object = object->parent())
            parts.prepend(QString::fromLatin1(object->metaObject()->className()) + (object->objectName().isEmpty() ? QString() : u'#' + object->objectName()));
        return parts.mid(std::max<qsizetype>(0, parts.size() - 4)).join(u" > "_s);
    }

    /// Every interface below, once.
    static void walk(QAccessibleInterface *at, const std::function<void(QAccessibleInterface *)> &visit, int depth = 0)
    {
        if (!at || depth > 60)
            return;
        visit(at);
        // Rows of tables and trees are named by their models; their number is the data's.
        if (at->role() == QAccessible::Table || at->role() == QAccessible::Tree || at->role() == QAccessible::List)
            return;
        for (int i = 0; i < at->childCount(); ++i)
            walk(at->child(i), visit, depth + 1);
    }

    QStringList nameless()
    {
        QStringList found;
        walk(QAccessible::queryAccessibleInterface(&m.window()), [&](QAccessibleInterface *each) {
            auto *widget = qobject_cast<QWidget *>(each->object());
            if (!widget || !widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                return;
            if (each->text(QAccessible::Name).trimmed().isEmpty())
                found << u"no name: "_s + pathOf(widget);
        });
        return found;
    }

    QStringList withoutObjectName()
    {
        QStringList found;
        for (auto *widget : m.window().findChildren<QWidget *>()) {
            const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget)
                || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QAbstractItemView *>(widget) || qobject_cast<QPlainTextEdit *>(widget);
            if (qobject_cast<ui::Segmented *>(widget->parentWidget()))
                continue; // one control of several buttons: its own name counts
            if (isControl && widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) && widget->objectName().isEmpty())
                found << u"no object name: "_s + pathOf(widget);
        }
        return found;
    }

private slots:
    void initTestCase()
    {
        m.open();
        QVERIFY(m.isOpen());
        QVERIFY(m.application().openSample());
        m.window().openCase(m.document().project().cases.first().id);
    }

    void everyControlHasAName_data()
    {
        QTest::addColumn<int>("page");
        QTest::newRow("design") << int(MainWindow::Design);
        QTest::newRow("live") << int(MainWindow::Live);
        QTest::newRow("report") << int(MainWindow::Report);
        QTest::newRow("history") << int(MainWindow::History);
        QTest::newRow("compare") << int(MainWindow::Compare);
        QTest::newRow("welcome") << int(MainWindow::Welcome);
        QTest::newRow("settings") << int(MainWindow::Settings);
        QTest::newRow("data") << int(MainWindow::Data);
        QTest::newRow("library") << int(MainWindow::Library);
        QTest::newRow("tasks") << int(MainWindow::Tasks);
        QTest::newRow("full-link") << int(MainWindow::FullLink);
        QTest::newRow("debug") << int(MainWindow::Debug);
        QTest::newRow("manual") << int(MainWindow::Manual);
        QTest::newRow("problem") << int(MainWindow::Problem);
    }

    void everyControlHasAName()
    {
        QFETCH(int, page);
        if (page == MainWindow::Problem)
            m.window().showProblem(u"/nowhere/w.crescendo"_s, u"It is gone."_s);
        m.window().showPage(MainWindow::Page(page));
        QCoreApplication::processEvents();
        const QStringList wrong = nameless() + withoutObjectName();
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }

    void everyPartOfACaseHasNames()
    {
        m.window().showPage(MainWindow::Design);
        auto *parts = m.find<QTabBar>(u"caseParts"_s);
        auto *request = m.find<QTabBar>(u"requestTabs"_s);
        for (int i = parts->count() - 1; i >= 0; --i) {
            parts->setCurrentIndex(i);
            QCoreApplication::processEvents();
            const QStringList wrong = nameless() + withoutObjectName();
            QVERIFY2(wrong.isEmpty(), qPrintable(parts->tabText(i) + u'\n' + wrong.join(u'\n')));
        }
        for (int i = 0; request && i < request->count(); ++i) {
            request->setCurrentIndex(i);
            QCoreApplication::processEvents();
            const QStringList wrong = nameless() + withoutObjectName();
            QVERIFY2(wrong.isEmpty(), qPrintable(request->tabText(i) + u'\n' + wrong.join(u'\n')));
        }
    }

    void tabReachesEveryControlOfThePage_data()
    {
        QTest::addColumn<int>("page");
        QTest::newRow("design") << int(MainWindow::Design);
        QTest::newRow("welcome") << int(MainWindow::Welcome);
        QTest::newRow("settings") << int(MainWindow::Settings);
    }

    void tabReachesEveryControlOfThePage()
    {
        QFETCH(int, page);
        m.window().showPage(MainWindow::Page(page));
        QCoreApplication::processEvents();
        QSet<QWidget *> reached;
        m.find<QWidget>(u"searchButton"_s)->setFocus();
        for (int i = 0; i < 200; ++i) {
            if (QWidget *at = QApplication::focusWidget())
                reached << at;
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &m.window(), Qt::Key_Tab);
        }
        QStringList missed;
        for (auto *button : m.window().findChildren<QAbstractButton *>()) {
            const bool wanted = button->isVisible() && button->isEnabled() && (button->focusPolicy() & Qt::TabFocus) && !button->focusProxy();
            // Of buttons of which one is on, Tab goes to that one and arrows to the others.
            const bool inGroup = button->group() || button->autoExclusive();
            if (wanted && !inGroup && !reached.contains(button))
                missed << pathOf(button);
        }
        QVERIFY2(missed.isEmpty(), qPrintable(u'\n' + missed.join(u'\n')));
        QVERIFY(reached.size() > 8);
    }

    void iconButtonsHaveToolTips()
    {
        QStringList wrong;
        for (auto *button : m.window().findChildren<QToolButton *>()) {
            const bool iconOnly = !button->icon().isNull() && button->toolButtonStyle() == Qt::ToolButtonIconOnly;
            // The clear button of a line edit is Qt's own.
            if (iconOnly && button->toolTip().isEmpty() && button->text().isEmpty() && !qobject_cast<QLineEdit *>(button->parentWidget())
                && !qobject_cast<QTabBar *>(button->parentWidget()) && !qobject_cast<QMenuBar *>(button->parentWidget()))
                wrong << pathOf(button);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }

    void aFocusedControlLooksDifferent()
    {
        m.window().showPage(MainWindow::Design);
        for (const auto &name : {u"searchButton"_s, u"themeButton"_s, u"environment"_s, u"runButton"_s, u"projectFilter"_s, u"rail1"_s}) {
            auto *widget = m.find<QWidget>(name);
            m.find<QWidget>(u"homeButton"_s)->setFocus();
            const QImage without = widget->grab().toImage();
            widget->setFocus(Qt::TabFocusReason);
            QVERIFY2(widget->grab().toImage() != without, qPrintable(name));
        }
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
