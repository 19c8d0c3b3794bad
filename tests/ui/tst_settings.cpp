// Each control of the settings page does what it says, at once, and it holds after a restart.
#include "tests/support/windowfixture.h"
#include "ui/shell/commands.h"
#include "ui/shell/shortcutmodel.h"
#include <QtTest>

using namespace Qt::StringLiterals;
using ui::MainWindow;

class TestSettings : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowFixture> m;

    services::Settings &settings() { return m->application().settings(); }
    void choose(const QString &combo, int index)
    {
        auto *box = m->find<QComboBox>(combo);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(box, Qt::Key_Down);
    }
    QModelIndex keysOf(const QString &command)
    {
        auto *table = m->find<QTableView>(u"shortcutTable"_s);
        const auto *model = table->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data(ui::ShortcutModel::IdRole) == command)
                return model->index(row, ui::ShortcutModel::Keys);
        }
        return {};
    }
    void typeKeys(const QString &command, Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        auto *table = m->find<QTableView>(u"shortcutTable"_s);
        table->setCurrentIndex(keysOf(command));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F2);
        auto *edit = table->findChild<QKeySequenceEdit *>(u"shortcutEdit"_s);
        QVERIFY(edit);
        QTest::keyClick(edit, key, modifiers);
        QTRY_VERIFY(!table->findChild<QKeySequenceEdit *>(u"shortcutEdit"_s));
    }

private slots:
    void init()
    {
        m = std::make_unique<WindowFixture>();
        m->open();
        m->window().showPage(MainWindow::Settings);
    }
    void cleanup()
    {
        m.reset();
        ui::theme::apply(false);
    }

    void theThemeChangesAtOnceAndStays()
    {
        QVERIFY(m->click(u"theme_dark"_s));
        QVERIFY(ui::theme::tk().dark);
        QCOMPARE(settings().theme(), u"dark"_s);
        QVERIFY(m->click(u"themeButton"_s)); // the button of the top bar: the other one
        QVERIFY(!ui::theme::tk().dark);
        QVERIFY(m->find<QAbstractButton>(u"theme_light"_s)->isChecked());
        QVERIFY(m->click(u"theme_system"_s));
        QCOMPARE(settings().theme(), u"system"_s);
    }

    void theLanguageChangesAtOnceAndStays()
    {
        choose(u"settingLanguage"_s, 2);
        QCOMPARE(settings().language(), u"zh_CN"_s);
        QCOMPARE(QLocale().language(), QLocale::Chinese);
        QCOMPARE(m->find<QComboBox>(u"settingLanguage"_s)->currentIndex(), 2);
        QTRY_COMPARE(m->find<QToolButton>(u"languageButton"_s)->text(), u"简体中文"_s); // Qt posts the event
        m->find<QAction>(u"statusLanguage_en"_s)->trigger();
        QCOMPARE(m->find<QComboBox>(u"settingLanguage"_s)->currentIndex(), 1);
        QCOMPARE(settings().language(), u"en"_s);
    }

    void theStartIsTheLastProjectOrTheWelcomePage()
    {
        m->window().commands()->action(u"newProject"_s)->trigger();
        m->reopen();
        QVERIFY(m->workspace().currentProject().isValid());
        m->window().showPage(MainWindow::Settings);
        choose(u"settingStart"_s, 1);
        QVERIFY(!settings().openLastProject());
        m->reopen();
        QCOMPARE(m->window().page(), MainWindow::Welcome);
        QVERIFY(!m->workspace().currentProject().isValid());
    }

    void threadsAndTheQuestionAreKept()
    {
        choose(u"settingThreads"_s, 1);
        QCOMPARE(settings().threads(), 1);
        QCOMPARE(m->application().requestFor({}).threads, 1);
        auto *ask = m->find<QCheckBox>(u"settingAskBeforeStop"_s);
        ask->setFocus();
        QTest::keyClick(ask, Qt::Key_Space);
        QVERIFY(!settings().askBeforeStop());
        m->reopen();
        m->window().showPage(MainWindow::Settings);
        QCOMPARE(m->find<QComboBox>(u"settingThreads"_s)->currentIndex(), 1);
        QVERIFY(!m->find<QCheckBox>(u"settingAskBeforeStop"_s)->isChecked());
    }

    void aTypedShortcutHoldsAtOnceAndAfterARestart()
    {
        typeKeys(u"goHistory"_s, Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
        QTest::keyClick(&m->window(), Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(m->window().page(), MainWindow::History);
        m->reopen();
        m->window().showPage(MainWindow::Settings);
        QTest::keyClick(&m->window(), Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(m->window().page(), MainWindow::History);
        m->window().showPage(MainWindow::Settings);
        m->find<QTableView>(u"shortcutTable"_s)->setCurrentIndex(keysOf(u"goHistory"_s));
        QVERIFY(m->click(u"shortcutStandard"_s));
        QCOMPARE(m->window().commands()->action(u"goHistory"_s)->shortcut(), QKeySequence(u"Alt+4"_s));
        QVERIFY(!settings().shortcuts(u"goHistory"_s));
    }

    void keysOfAnotherCommandAreRefusedWithASentence()
    {
        typeKeys(u"goHistory"_s, Qt::Key_K, Qt::ControlModifier);
        auto *refusal = m->find<QLabel>(u"shortcutRefusal"_s);
        QVERIFY(refusal->isVisible());
        QVERIFY(refusal->text().contains(u"Search everything"_s));
        QCOMPARE(m->window().commands()->action(u"goHistory"_s)->shortcut(), QKeySequence(u"Alt+4"_s));
    }

    void aShortcutCanBeTakenAwayAndAllCanBeReset()
    {
        m->find<QTableView>(u"shortcutTable"_s)->setCurrentIndex(keysOf(u"search"_s));
        QVERIFY(m->click(u"shortcutClear"_s));
        QVERIFY(m->window().commands()->action(u"search"_s)->shortcuts().isEmpty());
        QVERIFY(!m->find<QWidget>(u"shortcutClear"_s)->isEnabled());
        QVERIFY(m->click(u"shortcutsAllStandard"_s));
        QCOMPARE(m->window().commands()->action(u"search"_s)->shortcut(), QKeySequence(u"Ctrl+K"_s));
        QVERIFY(!m->find<QWidget>(u"shortcutsAllStandard"_s)->isEnabled());
    }

    void theModelOfShortcutsKeepsItsPromises()
    {
        auto *table = m->find<QTableView>(u"shortcutTable"_s);
        const auto *proxy = qobject_cast<const QAbstractProxyModel *>(table->model());
        QVERIFY(proxy);
        QAbstractItemModelTester source(proxy->sourceModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester filtered(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        typeKeys(u"goHistory"_s, Qt::Key_J, Qt::ControlModifier | Qt::AltModifier);
        m->find<QLineEdit>(u"shortcutFilter"_s)->setText(u"history"_s);
        QVERIFY(m->click(u"shortcutsAllStandard"_s));
        m->find<QLineEdit>(u"shortcutFilter"_s)->clear();
    }

    void whatOthersHaveAsShortcutsIsThere_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("keys");
        const std::initializer_list<std::pair<const char *, const char *>> all{
            {"runTest", "F5"}, {"runTest", "Ctrl+R"}, {"runWithoutThinkTime", "Ctrl+Shift+N"}, {"stopTest", "Ctrl+."},
            {"stopNow", "Ctrl+Shift+."}, {"debugRequest", "Ctrl+Return"}, {"clearDebug", "Ctrl+L"}, {"replace", "Ctrl+Shift+H"},
            {"quickAddRequest", "Ctrl+1"}, {"quickAddPlugin", "Ctrl+9"}, {"search", "Ctrl+K"}, {"toggleNode", "Ctrl+T"}, {"duplicateNode", "Ctrl+D"}, {"renameNode", "F2"},
            {"expandTree", "Ctrl+Shift+-"}, {"collapseTree", "Ctrl+-"}, {"nextTab", "Ctrl+Tab"}, {"closeTab", "Ctrl+W"},
            {"reopenTab", "Ctrl+Shift+T"}, {"undo", "Ctrl+Z"}, {"redo", "Ctrl+Y"}, {"redo", "Ctrl+Shift+Z"}};
        for (const auto &[command, keys] : all)
            QTest::addRow("%s %s", command, keys) << QString::fromLatin1(command) << QString::fromLatin1(keys);
    }

    void whatOthersHaveAsShortcutsIsThere()
    {
        QFETCH(QString, command);
        QFETCH(QString, keys);
        const QModelIndex row = keysOf(command);
        QVERIFY(row.isValid()); // listed, so that it can be changed
        QVERIFY(m->window().commands()->action(command)->shortcuts().contains(QKeySequence(keys)));
    }

    void shortcutsAreFoundByName()
    {
        auto *filter = m->find<QLineEdit>(u"shortcutFilter"_s);
        QTest::keyClicks(filter, u"reopen"_s);
        QCOMPARE(m->find<QTableView>(u"shortcutTable"_s)->model()->rowCount(), 1);
    }

    void standardShortcutsDoNotClash()
    {
        QHash<QKeySequence, QString> taken;
        for (const auto &command : m->window().commands()->all()) {
            QVERIFY2(!command.name().isEmpty(), qPrintable(command.action->objectName()));
            for (const auto &keys : command.standard) {
                QVERIFY2(!taken.contains(keys), qPrintable(keys.toString() + u": "_s + command.name() + u", "_s + taken.value(keys)));
                taken.insert(keys, command.name());
            }
        }
        QVERIFY(taken.size() > 20);
    }

    void theWorkspaceInUseIsNamed()
    {
        QVERIFY(m->find<QWidget>(u"settingWorkspacePath"_s)->accessibleName().contains(u"work.crescendo"_s));
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
