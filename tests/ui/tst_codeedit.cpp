// The field for code: folding, search, and variables that nobody knows.
#include "ui/widgets/codeedit.h"
#include "ui/widgets/codefolds.h"

#include <QTest>

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
};

QTEST_MAIN(CodeEditTest)
#include "tst_codeedit.moc"
