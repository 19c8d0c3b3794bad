// Earlier runs of a workspace by project and task, with the trend of one figure; opens, compares,
// exports, imports and deletes them. GUI thread.
#pragma once

#include "models/items/runhistorymodel.h"
#include <QWidget>
#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace services { class WorkspaceService; }

namespace ui {

class ChartCard;
class ElideLabel;
class Segmented;

class HistoryPage : public QWidget
{
    Q_OBJECT

public:
    /// null: runs come by setRuns() alone. Deleting asks first: undo does not bring a run back.
    explicit HistoryPage(services::WorkspaceService *workspace = nullptr, QWidget *parent = nullptr);

    void setRuns(QVector<items::RunSummary> runs); ///< newest first
    void refresh();                                ///< reads the workspace
    QVector<domain::RunId> selectedRuns() const;   ///< from top to bottom

    /// Says yes to the question of a deletion; replaced by tests.
    std::function<bool(const QString &question)> confirm;
    /// Deletes one run; by default WorkspaceService::deleteRun.
    std::function<domain::Result<>(domain::RunId)> remove;
    /// The whole run; by default WorkspaceService::loadRun.
    std::function<domain::Result<domain::RunRecord>(domain::RunId)> load;
    /// Keeps the run of a run file; by default WorkspaceService::importRun.
    std::function<domain::Result<domain::RunId>(const QString &path)> take;
    /// Pins a run as the baseline of its task, or lets it go; by default WorkspaceService::setBaseline.
    std::function<domain::Result<>(domain::RunId, bool)> pin;
    /// What a comparison of the selected runs takes, the baseline first: the pinned one if there is one, else the oldest.
    QVector<domain::RunId> comparedRuns() const;

    /// Writes the run in the form the suffix names; a failure is shown on the page and answered.
    domain::Result<> exportRun(domain::RunId run, const QString &path);
    /// Takes a run file; a failure is shown on the page and answered. The new run is selected.
    domain::Result<domain::RunId> importRun(const QString &path);

signals:
    void openRequested(domain::RunId run);
    void compareRequested(const QVector<domain::RunId> &runs); ///< 2 or 3, the baseline first
    void runsDeleted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void openCurrent();
    void deleteSelected();
    void pinCurrent();
    const items::RunSummary *summaryOf(domain::RunId id) const;
    const items::RunSummary *baselineOf(const items::RunSummary &run) const; ///< null: none is pinned
    void chooseExport();
    void chooseImport();
    void complain(const QString &sentence); ///< empty: nothing is wrong
    void updateActions();
    void updateFilters();
    void updateTrend();
    void retranslate();

    services::WorkspaceService *m_workspace;
    items::RunHistoryModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QStackedWidget *m_stack;
    QLabel *m_title, *m_emptyTitle, *m_emptyText, *m_failure;
    ElideLabel *m_caption;
    Segmented *m_figure;
    QLineEdit *m_search;
    QComboBox *m_task;
    QPushButton *m_open, *m_compare, *m_emptyImport;
    QToolButton *m_pin, *m_export, *m_import, *m_delete;
    ChartCard *m_trend;
    QTreeView *m_table;
};

} // namespace ui
