// The field for code: folding, search, and variables that nobody knows.
#include "ui/widgets/codeedit.h"
#include "ui/widgets/codefolds.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextLayout>

using namespace Qt::StringLiterals;
using ui::CodeEdit;
namespace folds = ui::folds;

class CodeEditTest : public QObject
{
    Q_OBJECT

    const QString m_json = u"{\n  \"a\": {\n    \"b\": \"}{\",\n    \"c\": [\n      1\n    ]\n  },\n  \"d\": 2\n}"_s;

    static QList<int> visible(const CodeEdit &edit)
    {
        QList<int> lines;
        for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next())
            if (block.isVisible())
                lines << block.blockNumber();
        return lines;
    }
    static QLineEdit *search(CodeEdit &edit)
    {
        QTest::keySequence(&edit, QKeySequence::Find);
        return edit.findChild<QLineEdit *>(u"codeFind"_s);
    }

private slots:
    void initTestCase() { ui::theme::apply(false); }

    void bracketsInTextsDoNotCount()
    {
        CodeEdit edit(m_json);
        QCOMPARE(folds::closing(*edit.document(), 0), 8);
        QCOMPARE(folds::closing(*edit.document(), 1), 6);
        QCOMPARE(folds::closing(*edit.document(), 2), -1);
        QCOMPARE(folds::closing(*edit.document(), 3), 5);
        QCOMPARE(folds::closing(*edit.document(), 7), -1);
    }

    void aFoldHidesWhatIsBetween()
    {
        CodeEdit edit(m_json);
        folds::setFolded(*edit.document(), 1, true);
        QCOMPARE(visible(edit), (QList<int>{0, 1, 6, 7, 8}));
        QVERIFY(folds::isFolded(*edit.document(), 1));
        folds::setFolded(*edit.document(), 1, false);
        QCOMPARE(visible(edit).size(), 9);
        folds::setAllFolded(*edit.document(), true);
        QCOMPARE(visible(edit), (QList<int>{0, 1, 6, 7, 8}));
    }

    void theGutterAndTheKeysFold()
    {
        CodeEdit edit(m_json);
        edit.resize(400, 300);
        edit.show();
        QVERIFY(QTest::qWaitForWindowActive(&edit));
        QTextCursor cursor(edit.document()->findBlockByNumber(1));
        edit.setTextCursor(cursor);
        const int y = edit.cursorRect().center().y();
        edit.pressGutter({35, y});
        QCOMPARE(visible(edit), (QList<int>{0, 1, 6, 7, 8}));
        edit.pressGutter({35, y});
        QCOMPARE(visible(edit).size(), 9);
        cursor = QTextCursor(edit.document()->findBlockByNumber(4));
        edit.setTextCursor(cursor);
        QTest::keyClick(&edit, Qt::Key_BracketLeft, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(visible(edit), (QList<int>{0, 1, 2, 3, 5, 6, 7, 8}));
        QCOMPARE(edit.textCursor().blockNumber(), 3);
        QTest::keyClick(&edit, Qt::Key_BracketRight, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(visible(edit).size(), 9);
    }

    void whoTypesALineNeverLosesOne()
    {
        CodeEdit edit(m_json);
        folds::setFolded(*edit.document(), 1, true);
        QTextCursor cursor(edit.document()->findBlockByNumber(0));
        cursor.insertText(u"\n"_s);
        QCOMPARE(visible(edit).size(), 10);
    }

    void jsonIsColouredInOneReading_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("kinds"); // of each character: Key, Text, Number, Word, Punctuation, Variable
        QTest::newRow("members") << u"{\"a\" : -1.5e-3, \"b\":[true]}"_s << u"PKKK.P.NNNNNNNP.KKKPPWWWWPP"_s;
        QTest::newRow("an escaped quotation mark") << u"\"a\\\"1\", 2"_s << u"TTTTTTP.N"_s;
        QTest::newRow("an open text") << u"1 \"tru"_s << u"N.TTTT"_s;
        QTest::newRow("variables") << u"\"${v}\": ${w}"_s << u"KVVVVKP.VVVV"_s;
        QTest::newRow("no words of JSON") << u"nul truely _1"_s << QString(13, u'.');
    }

    void jsonIsColouredInOneReading()
    {
        QFETCH(QString, line);
        CodeEdit edit(line);
        const auto &t = ui::theme::tk();
        const QList<QPair<QColor, QChar>> kinds{{t.synKey, u'K'}, {t.synStr, u'T'}, {t.synNum, u'N'}, {t.synKw, u'W'}, {t.synPunct, u'P'}, {t.chipText, u'V'}};
        QString found(line.size(), u'.');
        for (const auto &range : edit.document()->begin().layout()->formats())
            for (const auto &[colour, kind] : kinds)
                if (range.format.foreground().color() == colour)
                    found.replace(range.start, range.length, QString(range.length, kind));
        QTEST(found, "kinds");
    }

    void aMegabyteIsFoldedAndSearchedWithoutReadingItAllAnew()
    {
        QString text = u"[\n"_s;
        while (text.size() < 1'000'000)
            text += u"  {\n    \"name\": \"value ${x}\",\n    \"n\": 1\n  },\n"_s;
        text += u"  {}\n]"_s;
        CodeEdit edit({});
        edit.setObjectName(u"code"_s);
        edit.resize(400, 300);
        edit.show();
        QVERIFY(QTest::qWaitForWindowActive(&edit));
        edit.setTextSilently(text);
        const int lines = edit.document()->blockCount();
        int changed = 0; // characters that were laid out and coloured again
        connect(edit.document(), &QTextDocument::contentsChange, this, [&](int, int removed, int added) { changed += removed + added; });
        folds::setFolded(*edit.document(), 0, true);
        QCOMPARE(visible(edit).size(), 2);
        QCOMPARE(edit.document()->lineCount(), 2); // what the scroll bar counts
        edit.grab();
        folds::setFolded(*edit.document(), 0, false);
        folds::setFolded(*edit.document(), 1, true);
        QCOMPARE(visible(edit).size(), lines - 2);
        QCOMPARE(changed, 0);
        QTextCursor cursor(edit.document()->findBlockByNumber(lines / 2));
        cursor.insertText(u"\n"_s);
        QCOMPARE(visible(edit).size(), lines + 1);
        QVERIFY2(changed < 1000, qPrintable(QString::number(changed)));
        QLineEdit *field = search(edit);
        QVERIFY(field);
        field->setText(u"name"_s);
        QCOMPARE(edit.extraSelections().size(), 1000); // of all that there are
        field->setText(u"nowhere"_s);
        QCOMPARE(edit.extraSelections().size(), 0);
        QVERIFY2(changed < 1000, qPrintable(QString::number(changed)));
    }

    void searchGoesRoundAndOpensWhatIsFolded()
    {
        CodeEdit edit(m_json);
        edit.setObjectName(u"code"_s);
        edit.resize(400, 300);
        edit.show();
        QVERIFY(QTest::qWaitForWindowActive(&edit));
        folds::setFolded(*edit.document(), 1, true);
        QLineEdit *field = search(edit);
        QVERIFY(field && field->hasFocus());
        QTest::keyClicks(field, u"\"c\""_s);
        QCOMPARE(edit.textCursor().blockNumber(), 3);
        QCOMPARE(edit.textCursor().selectedText(), u"\"c\""_s);
        QCOMPARE(visible(edit).size(), 9);
        QCOMPARE(edit.extraSelections().size(), 1);
        field->setText(u"\""_s);
        const int first = edit.textCursor().position();
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(edit.textCursor().position() > first);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(edit.textCursor().hasSelection());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QVERIFY(edit.extraSelections().isEmpty());
        QCOMPARE(edit.toPlainText(), m_json);
    }

    void replacesOneAndThenAll()
    {
        CodeEdit edit(u"one One\ntwo one\none"_s);
        edit.setObjectName(u"code"_s);
        edit.resize(500, 300);
        edit.show();
        QVERIFY(QTest::qWaitForWindowActive(&edit));
        QSignalSpy edits(&edit, &CodeEdit::textEdited);
        QTest::keyClick(&edit, Qt::Key_H, Qt::ControlModifier);
        auto *field = edit.findChild<QLineEdit *>(u"codeFind"_s), *with = edit.findChild<QLineEdit *>(u"codeReplaceWith"_s);
        QVERIFY(field && field->hasFocus() && with->isVisible());
        QTest::keyClicks(field, u"one"_s);
        QTest::keyClick(field, Qt::Key_Tab);
        QVERIFY(with->hasFocus());
        QTest::keyClicks(with, u"1"_s);
        QTest::keyClick(with, Qt::Key_Return);
        QCOMPARE(edit.toPlainText(), u"1 One\ntwo one\none"_s);
        QCOMPARE(edit.textCursor().selectedText(), u"One"_s); // the next stands ready
        QCOMPARE(edits.count(), 1);
        QTest::mouseClick(edit.findChild<QPushButton *>(u"codeReplaceAll"_s), Qt::LeftButton);
        QCOMPARE(edit.toPlainText(), u"1 1\ntwo 1\n1"_s);
        QCOMPARE(edits.count(), 2); // all of them are one edit
        QVERIFY(!edit.findChild<QPushButton *>(u"codeReplaceAll"_s)->isEnabled()); // nothing is left to find
    }

    void whatIsPutInIsNotSoughtAgain()
    {
        CodeEdit edit(u"aa"_s);
        edit.setObjectName(u"code"_s);
        edit.show();
        QTest::keyClick(&edit, Qt::Key_H, Qt::ControlModifier);
        edit.findChild<QLineEdit *>(u"codeFind"_s)->setText(u"a"_s);
        auto *with = edit.findChild<QLineEdit *>(u"codeReplaceWith"_s);
        with->setText(u"aXa"_s);
        QTest::keyClick(with, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(edit.toPlainText(), u"aXaaXa"_s);
    }

    void aTextThatIsReadOnlyIsNotReplacedIn()
    {
        CodeEdit edit(u"one"_s);
        edit.setObjectName(u"code"_s);
        edit.setReadOnly(true);
        edit.show();
        QTest::keyClick(&edit, Qt::Key_H, Qt::ControlModifier);
        QVERIFY(!edit.findChild<QWidget *>(u"codeSearch"_s));
        QVERIFY(search(edit)); // finding is offered
        QVERIFY(!edit.findChild<QWidget *>(u"codeShowReplace"_s)->isVisible());
        QCOMPARE(edit.toPlainText(), u"one"_s);
    }
};

QTEST_MAIN(CodeEditTest)
#include "tst_codeedit.moc"
