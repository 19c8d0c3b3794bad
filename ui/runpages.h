// The pages on runs of the past: a run's report, the list of runs, a comparison. Each is made when first shown. GUI thread.
#pragma once

#include "models/domain/runrecord.h"
#include "ui/editors/lazypage.h"
#include <QObject>
#include <QVector>

namespace services { class WorkspaceService; }

namespace ui {

class ComparePage;
class HistoryPage;
class ReportPage;

class RunPages : public QObject
{
    Q_OBJECT

public:
    explicit RunPages(services::WorkspaceService &workspace, QObject *parent = nullptr);

    LazyPage<ReportPage> *report() const { return m_report; }
    LazyPage<HistoryPage> *history() const { return m_history; }
    LazyPage<ComparePage> *comparison() const { return m_comparison; }

    /// What the report page shows from now on; the page does not come to the front. `stored`: false offers to save elsewhere.
    void setRun(domain::RunRecord run, bool stored);
    void setRun(domain::RunId run);  ///< read when the page is first shown; one that is gone leaves the page empty
    domain::RunId run() const { return m_run; } ///< not valid: none
    void refresh();                  ///< the list reads the workspace again

    void open(domain::RunId run);
    void compare(const QVector<domain::RunId> &runs); ///< 2 or 3, the baseline first
    void openFile(const QString &path);               ///< takes a run file into the workspace and opens it

signals:
    void reportWanted();
    void historyWanted();
    void comparisonWanted();
    void failed(const QString &sentence);

private:
    ReportPage *makeReport();

    services::WorkspaceService &m_workspace;
    LazyPage<ReportPage> *m_report;
    LazyPage<HistoryPage> *m_history;
    LazyPage<ComparePage> *m_comparison;
    domain::RunId m_run;
};

} // namespace ui
