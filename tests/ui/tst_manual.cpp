// The manual: every page in both languages with the same sections, every link leads somewhere, every page of the window
// has its place in it, and F1 goes there.
#include "tests/support/windowfixture.h"
#include "ui/projectdock.h"
#include "ui/shell/commands.h"
#include "ui/shell/helptargets.h"
#include "ui/shell/manualpage.h"
#include "ui/shell/manualview.h"
#include <QtTest>

using namespace Qt::StringLiterals;

class TestManual : public QObject
{
    Q_OBJECT

    static bool leadsSomewhere(const QString &language, const QString &target)
    {
        const ui::ManualText page = ui::manual::read(language, target.section(u'#', 0, 0));
        const QString section = target.section(u'#', 1);
        return !page.name.isEmpty() && (section.isEmpty() || page.headings.contains(section));
    }

private slots:
    void everyPageIsThereInBothLanguagesWithTheSameSections()
    {
        for (const QString &name : ui::manual::pages()) {
            const auto english = ui::manual::read(u"en"_s, name), chinese = ui::manual::read(u"zh"_s, name);
            QVERIFY2(!english.title.isEmpty() && !chinese.title.isEmpty(), qPrintable(name));
            QCOMPARE(chinese.headings.size(), english.headings.size());
            for (qsizetype i = 0; i < english.sections.size(); ++i)
                QVERIFY2(english.sections[i].text.isEmpty() == chinese.sections[i].text.isEmpty(), qPrintable(name));
        }
        const QDir folder(QStringLiteral(SOURCE_ROOT) + u"/resources/manual/en"_s);
        QStringList files = folder.entryList({u"*.md"_s}), pages;
        for (const QString &name : ui::manual::pages())
            pages << name + u".md"_s;
        pages.sort();
        files.sort();
        QCOMPARE(files, pages); // none that cannot be reached
    }

    void everyLinkLeadsSomewhere()
    {
        static const QRegularExpression link(u"(!?)\\[[^\\]]*\\]\\(([^)]+)\\)"_s);
        int links = 0;
        for (const auto &language : {u"en"_s, u"zh"_s}) {
            for (const QString &name : ui::manual::pages()) {
                const auto page = ui::manual::read(language, name);
                for (auto it = link.globalMatch(page.markdown); it.hasNext();) {
                    const auto match = it.next();
                    QString target = match.captured(2);
                    if (target.startsWith("http"_L1))
                        continue;
                    ++links;
                    if (!match.captured(1).isEmpty())
                        QVERIFY2(QFile::exists(u":/manual/"_s + target.remove(u"../"_s)), qPrintable(target));
                    else
                        QVERIFY2(leadsSomewhere(language, target.remove(u".md"_s)), qPrintable(language + u'/' + name + u" to "_s + target));
                }
            }
        }
        QVERIFY(links > 40);
    }

    void everyHelpTargetLeadsSomewhere()
    {
        for (auto it = ui::help::targets().cbegin(); it != ui::help::targets().cend(); ++it) {
            for (const auto &language : {u"en"_s, u"zh"_s})
                QVERIFY2(leadsSomewhere(language, it.value()), qPrintable(it.key() + u" to "_s + it.value()));
        }
    }

    void everyPageOfTheWindowHasATarget()
    {
        static const QRegularExpression page(u"class (\\w+) : public (?:QWidget|QDialog|Card|StepPage|InstructionPage)\\b"_s);
        int seen = 0;
        for (const auto &room : {u"editors"_s, u"run"_s, u"report"_s}) {
            QDirIterator files(QStringLiteral(SOURCE_ROOT) + u"/ui/"_s + room, {u"*.h"_s});
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                for (auto it = page.globalMatch(text); it.hasNext();) {
                    const auto match = it.next();
                    const bool inherits = match.captured(0).endsWith("StepPage"_L1) || match.captured(0).endsWith("InstructionPage"_L1);
                    const QString name = u"ui::"_s + match.captured(1);
                    ++seen;
                    QVERIFY2(inherits || name == "ui::LazyPage"_L1 || ui::help::targets().contains(name), qPrintable(name));
                }
            }
        }
        QVERIFY(seen > 25);
    }

    void theGlossaryFixesTheWordsOfMeasurement()
    {
        for (const auto &language : {u"en"_s, u"zh"_s}) {
            for (const auto &id : {u"open-load"_s, u"closed-load"_s, u"virtual-user"_s, u"rate"_s, u"percentile"_s})
                QVERIFY2(leadsSomewhere(language, u"glossary#"_s + id), qPrintable(id));
        }
    }

    void theApiPageShowsEveryCall()
    {
        QFile file(u":/api/openapi.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject paths = QJsonDocument::fromJson(file.readAll()).object()["paths"_L1].toObject();
        int calls = 0;
        for (const QJsonValue &path : paths) {
            for (const QJsonValue &call : path.toObject()) {
                const QString id = call["operationId"_L1].toString();
                if (id.isEmpty())
                    continue;
                ++calls;
                for (const auto &language : {u"en"_s, u"zh"_s}) {
                    const QString text = ui::manual::read(language, u"api"_s).markdown;
                    const qsizetype at = text.indexOf(u"### "_s + id + u'\n');
                    QVERIFY2(at > 0 && text.mid(at, 700).contains(u"curl "_s), qPrintable(id));
                }
            }
        }
        QCOMPARE(calls, 48);
    }

    void f1OpensThePageOfWhatHasTheFocus()
    {
        WindowFixture fixture;
        fixture.open();
        QVERIFY(fixture.application().openSample());
        auto *editor = fixture.window().openCase(fixture.document().project().cases.first().id);
        QVERIFY(editor);
        QCOMPARE(ui::help::targetFor(fixture.find<QWidget>(u"requestUrl"_s)), u"cases#request"_s);
        QCOMPARE(ui::help::targetFor(fixture.window().projectDock()->filter()), u"window#tree"_s);
        QCursor::setPos(fixture.window().mapToGlobal(fixture.window().projectDock()->geometry().center()));
        QTest::mouseMove(fixture.window().projectDock());
        QTest::keyClick(&fixture.window(), Qt::Key_F1);
        QCOMPARE(fixture.window().page(), ui::MainWindow::Manual);
        auto *page = fixture.find<ui::ManualPage>(u"manualPage"_s);
        QVERIFY(page);
        QVERIFY(ui::manual::pages().contains(page->page()));
        QVERIFY(fixture.click(u"manualClose"_s));
        QCOMPARE(fixture.window().page(), ui::MainWindow::Design);
    }

    void searchingShowsThePagesThatHoldTheWords()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window().showManual(u"start"_s);
        auto *page = fixture.find<ui::ManualPage>(u"manualPage"_s);
        auto *contents = fixture.find<QTreeWidget>(u"manualContents"_s);
        QCOMPARE(contents->topLevelItemCount(), int(ui::manual::pages().size()));
        fixture.find<QLineEdit>(u"manualSearch"_s)->setText(u"coordinated omission"_s);
        QCOMPARE(contents->topLevelItemCount(), 1);
        QTest::keyClick(fixture.find<QLineEdit>(u"manualSearch"_s), Qt::Key_Return);
        QCOMPARE(page->page(), u"glossary"_s);
        fixture.find<QLineEdit>(u"manualSearch"_s)->setText(u"zzzz"_s);
        QCOMPARE(contents->topLevelItemCount(), 1);
        QVERIFY(!(contents->topLevelItem(0)->flags() & Qt::ItemIsEnabled));
    }

    void linksAndTheWayBackWork()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window().showManual(u"start"_s);
        auto *view = fixture.find<ui::ManualView>(u"manualText"_s);
        view->setSource(QUrl(u"glossary.md#percentile"_s));
        QCOMPARE(view->page(), u"glossary"_s);
        QTRY_VERIFY(view->verticalScrollBar()->value() > 0);
        QVERIFY(fixture.click(u"manualBack"_s));
        QCOMPARE(view->page(), u"start"_s);
    }

    void theLanguageTurnsThePageItself()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window().showManual(u"load"_s);
        auto *view = fixture.find<ui::ManualView>(u"manualText"_s);
        QVERIFY(view->toPlainText().contains(u"open load"_s));
        fixture.window().setLanguage(u"zh_CN"_s);
        QTRY_VERIFY(view->toPlainText().contains(u"开放式负载"_s));
        QCOMPARE(view->page(), u"load"_s);
    }

    void theTableOfShortcutsIsThatOfTheCommands()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window().showManual(u"shortcuts"_s);
        const QString text = fixture.find<ui::ManualView>(u"manualText"_s)->toPlainText();
        for (const auto &command : fixture.window().commands()->all()) {
            if (!command.action->shortcut().isEmpty())
                QVERIFY2(text.contains(command.action->shortcut().toString(QKeySequence::NativeText)), qPrintable(command.name()));
        }
    }
};

QTEST_MAIN(TestManual)
#include "tst_manual.moc"
