#include "app/services/loadcurve.h"
#include "ui/editors/curvehandles.h"
#include "ui/editors/edittable.h"
#include "ui/editors/loadcurveview.h"
#include "ui/editors/presets.h"
#include "ui/editors/stageeditor.h"
#include "ui/editors/stagefields.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/theme.h"
#include <QTest>

using namespace Qt::StringLiterals;
using domain::PressureMode;
using domain::Stage;

class TestStageEditor : public QObject
{
    Q_OBJECT

    const Stage &stage(int i = 0) const { return m_document->testCase(m_case)->stages[i]; }
    template <class T> T *find(const QString &name) const
    {
        T *found = m_editor->findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

private slots:
    void init()
    {
        ui::theme::apply(false);
        m_document = std::make_unique<document::ProjectDocument>();
        m_case = m_document->addCase(u"Shop"_s);
        m_editor = std::make_unique<ui::StageEditor>(*m_document);
        m_editor->resize(1100, 760);
        m_editor->setCase(m_case);
        m_editor->show();
        m_editor->addStage();
        m_document->undoStack().clear();
    }
    void cleanup()
    {
        m_editor.reset();
        m_document.reset();
    }

    void whetherThisComputerCanMakeTheLoadIsSaidBeforeTheStart()
    {
        m_document->addStep(m_case, domain::newRequest(u"Home"_s, u"GET"_s, u"http://127.0.0.1:1/"_s));
        find<QSpinBox>(u"stageUsers"_s)->setValue(5);
        auto *computer = find<QLabel>(u"expectedComputer"_s);
        QTRY_VERIFY_WITH_TIMEOUT(computer->isVisible(), 30'000);
        QCOMPARE(computer->text(), u"This computer can make this load."_s);
        find<QSpinBox>(u"stageUsers"_s)->setValue(2'000'000); // more than any computer has local ports to one address
        QTRY_VERIFY_WITH_TIMEOUT(computer->text().contains(u"local ports"_s), 30'000);
    }

    void stagesAreAddedChangedMovedAndUndone()
    {
        m_editor->addStage();
        QCOMPARE(m_document->testCase(m_case)->stages.size(), 2);
        QCOMPARE(m_editor->currentStage(), 1);
        auto *users = find<QSpinBox>(u"stageUsers"_s);
        users->setValue(77);
        QCOMPARE(stage(1).users, 77);
        QCOMPARE(stage(0).users, 10);
        m_document->undoStack().undo();
        QCOMPARE(stage(1).users, 10);
        QCOMPARE(users->value(), 10);
        const QString second = stage(1).name;
        QTest::keyClick(find<ui::EditTable>(u"stageTable"_s), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(stage(0).name, second);
        m_editor->duplicateStage();
        QCOMPARE(m_document->testCase(m_case)->stages.size(), 3);
        m_editor->removeStage();
        QCOMPARE(m_document->testCase(m_case)->stages.size(), 2);
        while (m_document->undoStack().canUndo())
            m_document->undoStack().undo();
        QCOMPARE(m_document->testCase(m_case)->stages.size(), 1);
    }

    void eachModeShowsOnlyItsOwnFields_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("hidden");
        QTest::newRow("concurrency") << 0 << u"stageUsers stageStartUsers stageRampUp stageSeconds"_s << u"stageTps stageMinimum stageCeiling"_s;
        QTest::newRow("tps") << 1 << u"stageTps stageCeiling stageStartTps stageRampUp"_s << u"stageUsers stageMinimum"_s;
        QTest::newRow("peak") << 2 << u"stageUsers stageStartUsers stageRampUp stageGoalTime"_s << u"stageTps stageLoops"_s;
        QTest::newRow("surge users") << 3 << u"stageMinimum stageMaximum stageLoops stageMaxDuration"_s << u"stageUsers stageCeiling"_s;
        QTest::newRow("surge tps") << 4 << u"stageMinimum stageMaximum stageLoops stageMaxDuration stageCeiling"_s << u"stageUsers"_s;
        QTest::newRow("oscillation users") << 5 << u"stageMinimum stageMaximum stageLoops"_s << u"stageMaxDuration stageCeiling"_s;
        QTest::newRow("oscillation tps") << 6 << u"stageMinimum stageMaximum stageLoops stageCeiling"_s << u"stageMaxDuration"_s;
        QTest::newRow("smart peak") << 7 << u"stageMinimum stageMaximum stageStepSize stageStepDuration stageGoalSuccess"_s
                                    << u"stageUsers stageLoops"_s;
    }
    void eachModeShowsOnlyItsOwnFields()
    {
        QFETCH(int, mode);
        QFETCH(QString, shown);
        QFETCH(QString, hidden);
        find<QComboBox>(u"stageMode"_s)->setCurrentIndex(mode);
        QCOMPARE(int(stage().mode), mode);
        for (const QString &name : shown.split(u' '))
            QVERIFY2(find<QWidget>(name)->isVisible(), qPrintable(name));
        for (const QString &name : hidden.split(u' '))
            QVERIFY2(!find<QWidget>(name)->isVisible(), qPrintable(name));
        QCOMPARE(ui::stageProblem(stage()), QString()); // what a new mode starts with is valid
        m_document->undoStack().undo();
        QCOMPARE(int(stage().mode), 0);
    }

    void aSmartPeakMayEndAtItsKnee()
    {
        auto *atKnee = find<QCheckBox>(u"stageStopAtKnee"_s);
        QVERIFY(!atKnee->isVisible());
        find<QComboBox>(u"stageMode"_s)->setCurrentIndex(int(PressureMode::SmartPeak));
        QVERIFY(atKnee->isVisible());
        atKnee->click();
        QVERIFY(stage().stopAtKnee);
        m_document->undoStack().undo();
        QVERIFY(!stage().stopAtKnee);
        QVERIFY(!atKnee->isChecked());
    }

    void theWarmUpIsKeptDrawnAndUndone()
    {
        auto *warmUp = find<QSpinBox>(u"warmUp"_s);
        const QImage without = m_editor->curve()->grab().toImage();
        warmUp->setValue(20);
        QCOMPARE(m_document->testCase(m_case)->warmUp, 20);
        QVERIFY(m_editor->curve()->grab().toImage() != without);
        m_document->undoStack().undo();
        QCOMPARE(m_document->testCase(m_case)->warmUp, 0);
        QCOMPARE(warmUp->value(), 0);
        QVERIFY(m_editor->curve()->grab().toImage() == without);
    }

    void ratesAreDecimal()
    {
        find<QComboBox>(u"stageMode"_s)->setCurrentIndex(int(PressureMode::Tps));
        auto *tps = find<QDoubleSpinBox>(u"stageTps"_s);
        tps->setFocus();
        tps->selectAll();
        QTest::keyClicks(tps, u"12.5"_s);
        QCOMPARE(stage().tps, 12.5);
        QCOMPARE(m_document->undoStack().count(), 2); // the mode, and one for all keys
    }

    void aStageEndsByCountOrIsSetByHand()
    {
        find<ui::Segmented>(u"stageEnds"_s)->at(1)->click();
        QVERIFY(stage().byCount);
        QVERIFY(find<QSpinBox>(u"stageCount"_s)->isVisible());
        QVERIFY(!find<QSpinBox>(u"stageSeconds"_s)->isVisible());
        QVERIFY(!find<QWidget>(u"stageManual"_s)->isVisible());
        QCOMPARE(ui::stageProblem(stage()), QString());
        find<QSpinBox>(u"stageCount"_s)->setValue(2);
        QVERIFY(find<QLabel>(u"stageProblem"_s)->isVisible()); // fewer passes than users
        find<ui::Segmented>(u"stageEnds"_s)->at(0)->click();
        find<ui::Segmented>(u"stageManual"_s)->at(1)->click();
        QVERIFY(stage().manual);
        QVERIFY(!find<QSpinBox>(u"stageRampUp"_s)->isVisible());
    }

    void goalsOfThePeakAreKept()
    {
        find<QComboBox>(u"stageMode"_s)->setCurrentIndex(int(PressureMode::Peak));
        find<QCheckBox>(u"stageGoalTime"_s)->click();
        QCOMPARE(stage().kpiResponseTime->value, 2000);
        find<QDoubleSpinBox>(u"stageGoalTimeValue"_s)->setValue(350);
        find<QComboBox>(u"stageGoalTimeSign"_s)->setCurrentIndex(1);
        QCOMPARE(stage().kpiResponseTime->value, 350);
        QCOMPARE(stage().kpiResponseTime->comparison, u"<"_s);
        find<QCheckBox>(u"stageGoalTime"_s)->click();
        QVERIFY(!stage().kpiResponseTime);
    }

    void everyPresetIsValid_data()
    {
        QTest::addColumn<int>("preset");
        for (int i = 0; i < ui::presetCount; ++i)
            QTest::addRow("%d", i) << i;
    }
    void everyPresetIsValid()
    {
        QFETCH(int, preset);
        find<QToolButton>(u"preset%1"_s.arg(preset))->click();
        QCOMPARE(ui::stageProblem(stage()), QString());
        if (preset != int(ui::Preset::Steps)) // steps are a smart peak
            QCOMPARE(int(ui::presetOf(stage())), preset);
        QVERIFY(m_document->undoStack().count() <= 1);
        for (int load : {1, 2, 1'000'000}) {
            Stage odd = stage();
            odd.users = odd.maximum = load;
            odd.tps = load;
            odd.seconds = 1;
            QCOMPARE(ui::stageProblem(ui::shaped(odd, ui::Preset(preset))), QString());
        }
    }

    void handlesStandOnTheCurve_data()
    {
        QTest::addColumn<int>("mode");
        for (int i = 0; i < 8; ++i)
            QTest::addRow("%d", i) << i;
    }
    void handlesStandOnTheCurve()
    {
        QFETCH(int, mode);
        const Stage s = ui::stageOf(PressureMode(mode));
        const auto curve = services::stageCurve(s, 2000);
        for (const ui::CurveHandle &handle : ui::handlesOf(s, 0)) {
            if (handle.kind == ui::HandleKind::PeakEdge || handle.kind == ui::HandleKind::End)
                continue;
            double nearest = 1e9;
            for (const QPointF &p : curve)
                nearest = std::min(nearest, std::abs(p.x() - handle.at.x()) < .2 ? std::abs(p.y() - handle.at.y()) : 1e9);
            QVERIFY2(nearest < .6, qPrintable(u"%1 at %2"_s.arg(int(handle.kind)).arg(handle.at.x())));
        }
    }

    void draggingKeepsAStageValid_data() { handlesStandOnTheCurve_data(); }
    void draggingKeepsAStageValid()
    {
        QFETCH(int, mode);
        const Stage s = ui::stageOf(PressureMode(mode));
        for (const ui::CurveHandle &handle : ui::handlesOf(s, 0)) {
            for (const QPointF to : {QPointF(0, 0), QPointF(-50, -50), QPointF(1e7, 1e9), QPointF(20, 35)}) {
                const Stage after = ui::dragged(s, handle, to);
                QVERIFY2(ui::stageProblem(after).isEmpty(), qPrintable(ui::stageProblem(after)));
            }
        }
    }

    void aDragIsOneUndoStep()
    {
        auto *curve = m_editor->curve();
        QTest::qWait(0);
        const auto handles = curve->handles();
        const auto top = std::find_if(handles.begin(), handles.end(), [](const auto &h) { return h.kind == ui::HandleKind::Top; });
        QVERIFY(top != handles.end());
        const QPoint at = curve->positionOf(*top).toPoint();
        QTest::mousePress(curve, Qt::LeftButton, {}, at);
        QTest::mouseMove(curve, at + QPoint(0, 10));
        QTest::mouseMove(curve, at + QPoint(0, 40));
        QTest::mouseRelease(curve, Qt::LeftButton, {}, at + QPoint(0, 40));
        QVERIFY(stage().users < 10);
        QCOMPARE(m_document->undoStack().count(), 1);
        QCOMPARE(m_document->undoStack().undoText(), u"Drag the curve"_s);
        const auto now = curve->handles();
        const auto end = std::find_if(now.begin(), now.end(), [](const auto &h) { return h.kind == ui::HandleKind::End; });
        const QPoint last = curve->positionOf(*end).toPoint();
        QTest::mousePress(curve, Qt::LeftButton, {}, last);
        QTest::mouseMove(curve, last - QPoint(120, 0));
        QTest::mouseRelease(curve, Qt::LeftButton, {}, last - QPoint(120, 0));
        QVERIFY(stage().seconds < 60);
        QCOMPARE(m_document->undoStack().count(), 2); // another drag is another step
        m_document->undoStack().undo();
        m_document->undoStack().undo();
        QCOMPARE(stage().users, 10);
        QCOMPARE(stage().seconds, 60);
    }

    void whatIsExpectedFollowsTheLoad()
    {
        QCOMPARE(find<ui::Number>(u"expectedDuration"_s)->value(), u"01:00"_s);
        QCOMPARE(find<ui::Number>(u"expectedStarts"_s)->value(), u"≈ 600"_s); // ten users, a pass a second
        m_editor->setPassSeconds(2);
        QCOMPARE(find<ui::Number>(u"expectedStarts"_s)->value(), u"≈ 300"_s);
        QCOMPARE(find<ui::Number>(u"expectedNeeded"_s)->value(), u"–"_s);
        find<QComboBox>(u"stageMode"_s)->setCurrentIndex(int(PressureMode::Tps)); // 50 a second, at most 100 users
        QCOMPARE(find<ui::Number>(u"expectedNeeded"_s)->value(), u"100"_s);
        QVERIFY(!find<QLabel>(u"expectedVerdict"_s)->isVisible());
        m_editor->setPassSeconds(2.5);
        QCOMPARE(find<ui::Number>(u"expectedNeeded"_s)->value(), u"125"_s);
        QVERIFY(find<QLabel>(u"expectedVerdict"_s)->isVisible());
    }

    void aGradientGoesBeforeTheStages()
    {
        auto *add = find<QPushButton>(u"addGradient"_s);
        add->click();
        QVERIFY(!add->isVisible());
        const auto *testCase = m_document->testCase(m_case);
        QCOMPARE(services::gradientStages(*testCase).size(), 11); // 10, 20 … 110 users
        QCOMPARE(find<ui::Number>(u"expectedDuration"_s)->value(), u"12:00"_s);
        find<QSpinBox>(u"gradientStart"_s)->setValue(20);
        find<QDoubleSpinBox>(u"gradientPercent"_s)->setValue(50);
        QCOMPARE(services::gradientOf(*m_document->testCase(m_case))->startUsers, 20);
        QCOMPARE(services::gradientStages(*m_document->testCase(m_case)).last().users, 120);
        QCOMPARE(services::gradientStages(*m_document->testCase(m_case)).size(), 3);
        find<QToolButton>(u"removeGradient"_s)->click();
        QVERIFY(services::gradientStages(*m_document->testCase(m_case)).isEmpty());
        m_document->undoStack().undo();
        QCOMPARE(services::gradientStages(*m_document->testCase(m_case)).size(), 3);
    }

private:
    std::unique_ptr<document::ProjectDocument> m_document;
    std::unique_ptr<ui::StageEditor> m_editor;
    domain::CaseId m_case;
};

QTEST_MAIN(TestStageEditor)
#include "tst_stageeditor.moc"
