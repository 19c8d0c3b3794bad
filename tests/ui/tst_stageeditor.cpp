#include "ui/editors/stageeditor.h"
#include "ui/widgets/theme.h"
#include <QTest>

using namespace Qt::StringLiterals;

class TestStageEditor : public QObject
{
    Q_OBJECT

private slots:
    void stagesAreAddedChangedAndUndone()
    {
        ui::theme::apply(false);
        document::ProjectDocument document;
        const auto id = document.addCase(u"Shop"_s);
        ui::StageEditor editor(document);
        editor.setCase(id);
        editor.addStage();
        editor.addStage();
        QCOMPARE(document.testCase(id)->stages.size(), 2);
        editor.selectStage(1);
        auto *users = editor.findChild<QSpinBox *>(u"stageUsers"_s);
        QVERIFY(users);
        users->setValue(77);
        QCOMPARE(document.testCase(id)->stages[1].users, 77);
        QCOMPARE(document.testCase(id)->stages[0].users, 10);
        document.undoStack().undo();
        QCOMPARE(document.testCase(id)->stages[1].users, 10);
        QCOMPARE(users->value(), 10);
        editor.removeStage();
        QCOMPARE(document.testCase(id)->stages.size(), 1);
    }
    void eachModeShowsOnlyItsOwnFields()
    {
        document::ProjectDocument document;
        const auto id = document.addCase(u"Shop"_s);
        ui::StageEditor editor(document);
        editor.setCase(id);
        editor.addStage();
        editor.show();
        auto *mode = editor.findChild<QComboBox *>(u"stageMode"_s);
        mode->setCurrentIndex(int(domain::PressureMode::SmartPeak));
        QVERIFY(editor.findChild<QSpinBox *>(u"stageStepSize"_s)->isVisible());
        QVERIFY(!editor.findChild<QSpinBox *>(u"stageUsers"_s)->isVisible());
        QCOMPARE(document.testCase(id)->stages[0].stepSize, 10);
    }
};

QTEST_MAIN(TestStageEditor)
#include "tst_stageeditor.moc"
