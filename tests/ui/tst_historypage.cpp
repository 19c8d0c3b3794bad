// The list of earlier runs: what it shows, filters, and deletes only after a yes.
#include "app/report/figures.h"
#include "app/services/workspaceservice.h"
#include "tests/support/samplerun.h"
#include "ui/report/historypage.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chartcard.h"
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

items::RunSummary summary(int id, const QString &task, double p95)
{
    items::RunSummary run;
    run.id.value = id;
    run.projectName = u"Shop"_s;
    run.taskName = task;
    run.started = QDateTime(QDate(2026, 11, id), QTime(21, 4));
    run.durationSeconds = 720;
    run.status = domain::RunStatus::Finished;
    run.requests = 775'622;
    run.successPercent = 98.16;
    run.p95Ms = p95;
    run.tps = 119.7;
    return run;
}

QVector<items::RunSummary> three() { return {summary(3, u"Checkout"_s, 257), summary(2, u"Search"_s, 90), summary(1, u"Checkout"_s, 182)}; }

QTreeView *tableOf(const HistoryPage &page) { return page.findChild<QTreeView *>(u"historyTable"_s); }

} // namespace

class TestHistoryPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { theme::apply(false); }

    void theTrendRunsFromTheOldestToTheNewest()
    {
        HistoryPage page;
        page.setRuns(three());
        const auto &points = page.findChild<ChartCard *>(u"historyTrend"_s)->content().series[0].points;
        QCOMPARE(points, (QVector<QPointF>{{0, 182}, {1, 90}, {2, 257}}));
    }

    void aFilterLeavesTheRunsOfOneTask()
    {
        HistoryPage page;
        page.setRuns(three());
        page.findChild<QLineEdit *>(u"historySearch"_s)->setText(u"check"_s);
        QCOMPARE(tableOf(page)->model()->rowCount(), 2);
        page.findChild<QLineEdit *>(u"historySearch"_s)->clear();
        auto *task = page.findChild<QComboBox *>(u"historyTask"_s);
        task->setCurrentIndex(task->findText(u"Shop: Search"_s));
        QCOMPARE(tableOf(page)->model()->rowCount(), 1);
    }

    void aProjectStandsForAllItsTasksAndItsCasesAlone()
    {
        HistoryPage page;
        QVector<items::RunSummary> runs = three();
        runs.append(summary(4, u""_s, 12));
        runs.append(summary(5, u"Login"_s, 20));
        runs.last().projectName = u"Bank"_s;
        page.setRuns(runs);
        auto *task = page.findChild<QComboBox *>(u"historyTask"_s);
        const auto shown = [&](const QString &text) {
            task->setCurrentIndex(task->findText(text));
            return task->currentIndex() < 0 ? -1 : tableOf(page)->model()->rowCount();
        };
        QCOMPARE(shown(u"Shop: all tasks"_s), 4);
        QCOMPARE(shown(u"Shop: Checkout"_s), 2);
        QCOMPARE(shown(u"Shop: cases alone"_s), 1);
        QCOMPARE(shown(u"Bank: Login"_s), 1);
        QCOMPARE(shown(u"Bank: all tasks"_s), -1); // it has but one
        QCOMPARE(shown(u"All tasks"_s), 5);
    }

    void deletingAsksAndANoKeepsTheRun()
    {
        HistoryPage page;
        page.setRuns(three());
        QVector<domain::RunId> removed;
        page.remove = [&](domain::RunId id) -> domain::Result<> { removed.append(id); return {}; };
        page.confirm = [](const QString &) { return false; };
        tableOf(page)->selectionModel()->setCurrentIndex(tableOf(page)->model()->index(0, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        page.findChild<QToolButton *>(u"historyDelete"_s)->click();
        QVERIFY(removed.isEmpty());
        QCOMPARE(tableOf(page)->model()->rowCount(), 3);
        page.confirm = [](const QString &) { return true; };
        page.findChild<QToolButton *>(u"historyDelete"_s)->click();
        QCOMPARE(removed, QVector<domain::RunId>{domain::RunId{3}});
        QCOMPARE(tableOf(page)->model()->rowCount(), 2);
    }

    void aFailedDeletionKeepsTheRunAndSaysWhy()
    {
        HistoryPage page;
        page.setRuns(three());
        page.confirm = [](const QString &) { return true; };
        page.remove = [](domain::RunId) -> domain::Result<> { return domain::fail(u"The disk is full."_s); };
        tableOf(page)->selectionModel()->setCurrentIndex(tableOf(page)->model()->index(0, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        page.findChild<QToolButton *>(u"historyDelete"_s)->click();
        QCOMPARE(tableOf(page)->model()->rowCount(), 3);
        QCOMPARE(page.findChild<QLabel *>(u"historyFailure"_s)->text(), u"The disk is full."_s);
    }

    void aRunIsWrittenToAFileAndComesBackFromIt()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"run.json"_s);
        const domain::RunRecord run = samplerun::run(30);
        services::WorkspaceService workspace;
        QVERIFY(workspace.open(folder.filePath(u"w.crescendo"_s)));
        HistoryPage page(&workspace);
        const auto first = workspace.addRun(run);
        QVERIFY(first && page.exportRun(*first, path));
        const auto second = page.importRun(path);
        QVERIFY(second && *second != *first);
        auto kept = workspace.loadRun(*second);
        QVERIFY(kept && kept->cases.size() == run.cases.size());
        for (qsizetype i = 0; i < run.cases.size(); ++i)
            kept->cases[i].caseRunId = run.cases[i].caseRunId; // its own, and new
        QCOMPARE(report::figuresOf(*kept), report::figuresOf(run));
        QCOMPARE(page.selectedRuns(), QVector<domain::RunId>{*second});
    }

    void aDamagedRunFileIsRefusedWithOneSentence()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"run.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"format\":\"crescendo-run\",");
        file.close();
        services::WorkspaceService workspace;
        QVERIFY(workspace.open(folder.filePath(u"w.crescendo"_s)));
        HistoryPage page(&workspace);
        const auto taken = page.importRun(file.fileName());
        QVERIFY(!taken);
        QVERIFY(workspace.runs().isEmpty());
        const auto *failure = page.findChild<QLabel *>(u"historyFailure"_s);
        QCOMPARE(failure->text(), taken.error().message);
        QVERIFY(failure->text().contains(u"run.json"_s));
    }

    void aPinnedRunIsTheBaselineOfItsTask()
    {
        HistoryPage page;
        QVector<QPair<int, bool>> asked;
        page.pin = [&](domain::RunId id, bool on) -> domain::Result<> {
            asked.append({id.value, on});
            return {};
        };
        page.setRuns(three());
        auto *pin = page.findChild<QToolButton *>(u"historyPin"_s);
        auto *compare = page.findChild<QPushButton *>(u"historyCompare"_s);
        const auto select = [&](int id) {
            auto *model = tableOf(page)->model();
            for (int row = 0; row < model->rowCount(); ++row)
                if (model->index(row, 0).data(items::RunHistoryModel::RunIdRole).toInt() == id)
                    tableOf(page)->setCurrentIndex(model->index(row, 0));
        };
        select(1);
        QVERIFY(!compare->isEnabled());
        pin->click();
        QCOMPARE(asked, (QVector<QPair<int, bool>>{{1, true}}));
        QVERIFY(pin->isChecked());
        select(3); // of the same task
        QVERIFY(!pin->isChecked());
        QVERIFY(compare->isEnabled());
        QCOMPARE(page.comparedRuns(), (QVector<domain::RunId>{{1}, {3}}));
        select(2); // of another
        QVERIFY(!compare->isEnabled());
        select(3);
        pin->click(); // takes the pin over
        select(1);
        QVERIFY(!pin->isChecked());
        QCOMPARE(page.comparedRuns(), (QVector<domain::RunId>{{3}, {1}}));
        auto *task = page.findChild<QComboBox *>(u"historyTask"_s);
        task->setCurrentIndex(task->findText(u"Shop: Checkout"_s));
        const auto levels = page.findChild<ChartCard *>(u"historyTrend"_s)->content().levels;
        QCOMPARE(levels.size(), 1);
        QCOMPARE(levels[0].y, 257.0);
        select(3);
        pin->click();
        QCOMPARE(asked.last(), qMakePair(3, false));
        QVERIFY(page.findChild<ChartCard *>(u"historyTrend"_s)->content().levels.isEmpty());
    }

    void aPinThatFailsSaysWhy()
    {
        HistoryPage page;
        page.setRuns(three());
        tableOf(page)->setCurrentIndex(tableOf(page)->model()->index(0, 0));
        page.findChild<QToolButton *>(u"historyPin"_s)->click();
        QVERIFY(page.findChild<QLabel *>(u"historyFailure"_s)->text().startsWith(u"No workspace"_s));
        QVERIFY(!page.findChild<QToolButton *>(u"historyPin"_s)->isChecked());
    }

    void twoRunsAreComparedTheOldestFirst()
    {
        HistoryPage page;
        page.setRuns(three());
        QSignalSpy asked(&page, &HistoryPage::compareRequested);
        QVERIFY(!page.findChild<QPushButton *>(u"historyCompare"_s)->isEnabled());
        for (const int row : {0, 2})
            tableOf(page)->selectionModel()->select(tableOf(page)->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        page.findChild<QPushButton *>(u"historyCompare"_s)->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<QVector<domain::RunId>>(), (QVector<domain::RunId>{domain::RunId{1}, domain::RunId{3}}));
    }
};

QTEST_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
