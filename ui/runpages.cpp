#include "ui/runpages.h"
#include "app/services/workspaceservice.h"
#include "ui/report/comparepage.h"
#include "ui/report/historypage.h"
#include "ui/report/reportpage.h"

namespace ui {

RunPages::RunPages(services::WorkspaceService &workspace, QObject *parent) : QObject(parent), m_workspace(workspace)
{
    m_report = new LazyPage<ReportPage>([this] { return makeReport(); });
    m_history = new LazyPage<HistoryPage>([this] {
        auto *page = new HistoryPage(&m_workspace);
        connect(page, &HistoryPage::openRequested, this, &RunPages::open);
        connect(page, &HistoryPage::compareRequested, this, &RunPages::compare);
        page->refresh();
        return page;
    });
    m_comparison = new LazyPage<ComparePage>([] { return new ComparePage; });
}

ReportPage *RunPages::makeReport()
{
    auto *page = new ReportPage;
    connect(page, &ReportPage::compareRequested, this, &RunPages::historyWanted);
    if (m_run.isValid()) {
        if (auto record = m_workspace.loadRun(m_run))
            page->setRun(*record);
    }
    return page;
}

void RunPages::setRun(domain::RunRecord run, bool stored)
{
    m_run = run.id;
    if (m_report->made() || !stored) // what is stored is read when the page is made
        m_report->get()->setRun(std::move(run), stored);
}

void RunPages::setRun(domain::RunId run)
{
    m_run = run;
    if (auto *page = m_report->made(); page && page->run().id != run) {
        if (auto record = m_workspace.loadRun(run))
            page->setRun(*record);
    }
}

void RunPages::refresh()
{
    if (auto *page = m_history->made())
        page->refresh();
}

void RunPages::open(domain::RunId run)
{
    auto record = m_workspace.loadRun(run);
    if (!record) {
        emit failed(record.error().message);
        return;
    }
    m_run = {}; // read already
    m_report->get()->setRun(std::move(*record));
    m_run = run;
    emit reportWanted();
}

void RunPages::compare(const QVector<domain::RunId> &runs)
{
    QVector<domain::RunRecord> records;
    for (domain::RunId id : runs) {
        auto record = m_workspace.loadRun(id);
        if (!record) {
            emit failed(record.error().message);
            return;
        }
        records << *record;
    }
    m_comparison->get()->setRuns(records);
    emit comparisonWanted();
}

void RunPages::openFile(const QString &path)
{
    const auto run = m_history->get()->importRun(path);
    if (!run) {
        emit failed(run.error().message);
        return;
    }
    open(*run);
}

} // namespace ui
