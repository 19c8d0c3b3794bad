#include "ui/report/historypage.h"
#include "app/report/figures.h"
#include "app/report/reportwriter.h"
#include "app/services/workspaceservice.h"
#include "ui/report/historydelegate.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

using items::RunHistoryModel;
using theme::tk;

namespace {

/// Runs of one task have it in common; of cases alone, their names.
QString keyOf(const items::RunSummary &run) { return run.projectName + u'\n' + run.taskName; }

/// Rows of one project or task (or all) whose name, project or environment holds the words looked for.
class RunFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    QString sought, chosen; ///< chosen: a project, or keyOf(); empty: all
    void changed() { invalidateFilter(); }

    /// Heads of numbers stand right, over their numbers.
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        const bool words = section == RunHistoryModel::NameColumn || section == RunHistoryModel::StatusColumn;
        if (role == Qt::TextAlignmentRole)
            return int((words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        return QSortFilterProxyModel::headerData(section, orientation, role);
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const items::RunSummary &run = static_cast<RunHistoryModel *>(sourceModel())->runs()[row];
        if (!chosen.isEmpty() && chosen != run.projectName && chosen != keyOf(run))
            return false;
        const QString name = sourceModel()->index(row, RunHistoryModel::NameColumn, parent).data().toString();
        return (name + u' ' + run.projectName + u' ' + run.environment).contains(sought, Qt::CaseInsensitive);
    }
};

} // namespace

HistoryPage::HistoryPage(services::WorkspaceService *workspace, QWidget *parent) : QWidget(parent), m_workspace(workspace)
{
    setObjectName(u"historyPage"_s);
    m_model = new RunHistoryModel(this);
    auto *filter = new RunFilter(this);
    m_filtered = filter;
    m_filtered->setSourceModel(m_model);
    m_filtered->setSortRole(Qt::EditRole);
    m_title = text({}, Type::Title);
    m_caption = new ElideLabel;
    m_caption->setObjectName(u"historyCaption"_s);
    m_figure = new Segmented({tr("p95"), tr("TPS"), tr("Success")}, 0);
    m_figure->setObjectName(u"historyFigure"_s);
    m_search = new QLineEdit;
    m_search->setObjectName(u"historySearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(150);
    m_task = new QComboBox;
    m_task->setObjectName(u"historyTask"_s);
    m_task->setFixedHeight(30);
    m_task->setFixedWidth(180);
    m_open = button(u" "_s, {}, u"file-chart-column"_s);
    m_compare = button(u" "_s, {}, u"git-compare"_s);
    m_pin = iconButton(u"pin"_s, u" "_s);
    m_pin->setObjectName(u"historyPin"_s);
    m_pin->setCheckable(true);
    m_export = iconButton(u"download"_s, tr("Export"));
    m_import = iconButton(u"upload"_s, tr("Import a run file"));
    m_delete = iconButton(u"x"_s, tr("Delete"));
    m_export->setObjectName(u"historyExport"_s);
    m_import->setObjectName(u"historyImport"_s);
    m_open->setObjectName(u"historyOpen"_s);
    m_compare->setObjectName(u"historyCompare"_s);
    m_delete->setObjectName(u"historyDelete"_s);
    auto *head = hbox(sp::s);
    head->addWidget(m_title);
    head->addWidget(m_caption, 1);
    for (QWidget *part : {static_cast<QWidget *>(m_figure), static_cast<QWidget *>(m_task), static_cast<QWidget *>(m_search),
                          static_cast<QWidget *>(m_open), static_cast<QWidget *>(m_compare), static_cast<QWidget *>(m_pin), static_cast<QWidget *>(m_export),
                          static_cast<QWidget *>(m_import), static_cast<QWidget *>(m_delete)})
        head->addWidget(part);
    auto *headRow = wrap(head);
    headRow->setFixedHeight(32);
    m_failure = text({}, Type::Body, u"bad"_s);
    m_failure->setObjectName(u"historyFailure"_s);
    m_failure->setWordWrap(true);
    m_failure->hide();
    m_trend = new ChartCard(u"historyTrend"_s);
    m_trend->setMinimumHeight(180);
    auto *table = new Tree(row::normal, 0);
    m_table = table;
    m_table->setObjectName(u"historyTable"_s);
    m_table->setHeader(new QuietHeader(m_table));
    m_table->setModel(m_filtered);
    m_table->setItemDelegate(new HistoryDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setRootIsDecorated(false);
    m_table->header()->setFixedHeight(row::dense);
    m_table->setUniformRowHeights(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunHistoryModel::StartedColumn, Qt::DescendingOrder);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setMinimumSectionSize(48);
    m_table->header()->setSectionResizeMode(RunHistoryModel::NameColumn, QHeaderView::Stretch);
    const int widths[] = {0, 150, 90, 110, 100, 100, 90, 90};
    for (int i = 1; i < RunHistoryModel::ColumnCount; ++i)
        m_table->setColumnWidth(i, widths[i]);
    auto *card = new Card;
    card->body->setContentsMargins(0, 0, 0, 2);
    card->body->addWidget(m_table);
    auto *root = vbox(sp::m, {sp::l, sp::m, sp::l, sp::m});
    root->addWidget(headRow);
    root->addWidget(m_failure);
    root->addWidget(m_trend, 4);
    root->addWidget(card, 7);
    m_emptyTitle = text({}, Type::Title);
    m_emptyText = text({}, Type::Body, u"3"_s);
    auto *empty = vbox(sp::s);
    empty->addStretch();
    for (QLabel *label : {m_emptyTitle, m_emptyText}) {
        label->setAlignment(Qt::AlignCenter);
        empty->addWidget(label);
    }
    m_emptyImport = button(u" "_s, {}, u"upload"_s);
    m_emptyImport->setObjectName(u"historyEmptyImport"_s);
    empty->addWidget(m_emptyImport, 0, Qt::AlignHCenter);
    empty->addStretch();
    m_stack = new QStackedWidget;
    m_stack->addWidget(wrap(empty, u"page"_s));
    m_stack->addWidget(wrap(root, u"page"_s));
    auto *all = vbox(0);
    all->addWidget(m_stack);
    setLayout(all);

    confirm = [this](const QString &question) {
        return QMessageBox::question(this, tr("Delete runs"), question, QMessageBox::Yes | QMessageBox::Cancel, QMessageBox::Cancel)
            == QMessageBox::Yes;
    };
    remove = [this](domain::RunId id) -> domain::Result<> {
        return m_workspace ? m_workspace->deleteRun(id) : domain::fail(tr("No workspace is open, so the run cannot be deleted."));
    };
    load = [this](domain::RunId id) -> domain::Result<domain::RunRecord> {
        return m_workspace ? m_workspace->loadRun(id) : domain::fail(tr("No workspace is open, so the run cannot be read."));
    };
    take = [this](const QString &path) -> domain::Result<domain::RunId> {
        return m_workspace ? m_workspace->importRun(path) : domain::fail(tr("No workspace is open, so the run cannot be kept."));
    };
    pin = [this](domain::RunId id, bool on) -> domain::Result<> {
        return m_workspace ? m_workspace->setBaseline(id, on) : domain::fail(tr("No workspace is open, so no run can be pinned."));
    };
    connect(m_pin, &QToolButton::clicked, this, &HistoryPage::pinCurrent);
    connect(m_export, &QToolButton::clicked, this, &HistoryPage::chooseExport);
    connect(m_import, &QToolButton::clicked, this, &HistoryPage::chooseImport);
    connect(m_emptyImport, &QPushButton::clicked, this, &HistoryPage::chooseImport);
    connect(m_search, &QLineEdit::textChanged, this, [this, filter](const QString &words) {
        filter->sought = words.trimmed();
        filter->changed();
        updateTrend();
    });
    connect(m_task, &QComboBox::currentIndexChanged, this, [this, filter] {
        filter->chosen = m_task->currentData().toString();
        filter->changed();
        updateTrend();
    });
    connect(m_figure, &Segmented::chosen, this, &HistoryPage::updateTrend);
    connect(m_open, &QPushButton::clicked, this, &HistoryPage::openCurrent);
    connect(m_table, &QTreeView::activated, this, &HistoryPage::openCurrent);
    connect(m_delete, &QToolButton::clicked, this, &HistoryPage::deleteSelected);
    connect(m_compare, &QPushButton::clicked, this, [this] { emit compareRequested(comparedRuns()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPage::updateActions);
    auto *deleteKey = new QShortcut(QKeySequence::Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(deleteKey, &QShortcut::activated, this, &HistoryPage::deleteSelected);
    if (m_workspace)
        connect(m_workspace, &services::WorkspaceService::runsChanged, this, &HistoryPage::refresh);
    retranslate();
    refresh();
}

void HistoryPage::refresh()
{
    if (!m_workspace)
        return;
    QVector<items::RunSummary> runs;
    for (const services::RunInfo &run : m_workspace->runs()) {
        items::RunSummary summary;
        summary.id = run.id;
        summary.task = run.task;
        summary.baseline = run.baseline;
        summary.projectName = run.projectName;
        summary.taskName = run.taskName;
        summary.environment = run.environment;
        summary.started = run.started.toLocalTime();
        summary.durationSeconds = run.ended.isValid() ? double(run.started.msecsTo(run.ended)) / 1000 : 0;
        summary.status = run.status;
        summary.requests = run.requests;
        summary.successPercent = report::successPercent(run.requests, run.successes);
        summary.p95Ms = double(run.p95) / 1e6;
        summary.tps = run.tps;
        runs.append(summary);
    }
    setRuns(std::move(runs));
}

void HistoryPage::setRuns(QVector<items::RunSummary> runs)
{
    m_model->setRuns(std::move(runs));
    m_stack->setCurrentIndex(m_model->runs().isEmpty() ? 0 : 1);
    updateFilters();
    updateTrend();
    updateActions();
}

void HistoryPage::updateFilters()
{
    const QString chosen = m_task->currentData().toString();
    const QSignalBlocker quiet(m_task);
    m_task->clear();
    m_task->addItem(tr("All tasks"), QString());
    QVector<std::pair<QString, QStringList>> projects; ///< name, its tasks; the last run first
    for (const items::RunSummary &run : m_model->runs()) {
        auto project = std::find_if(projects.begin(), projects.end(), [&](const auto &known) { return known.first == run.projectName; });
        if (project == projects.end())
            project = projects.insert(projects.end(), {run.projectName, {}});
        if (!project->second.contains(run.taskName))
            project->second.append(run.taskName);
    }
    for (const auto &[project, tasks] : projects) {
        if (tasks.size() > 1 && projects.size() > 1)
            m_task->addItem(tr("%1: all tasks").arg(project), project);
        for (const QString &task : tasks)
            m_task->addItem(tr("%1: %2").arg(project, task.isEmpty() ? tr("cases alone") : task), project + u'\n' + task);
    }
    m_task->setCurrentIndex(std::max(0, m_task->findData(chosen)));
    auto *filter = static_cast<RunFilter *>(m_filtered);
    filter->chosen = m_task->currentData().toString();
    filter->changed();
}

void HistoryPage::updateTrend()
{
    struct Shown { QDateTime at; double value; domain::RunStatus status; };
    QVector<Shown> shown;
    std::optional<double> pinned; ///< figure of the baseline
    QString single;               ///< the one task whose runs are shown; empty: several
    for (int row = 0; row < m_filtered->rowCount(); ++row) {
        const int source = m_filtered->mapToSource(m_filtered->index(row, 0)).row();
        const items::RunSummary &run = m_model->runs()[source];
        const double values[] = {run.p95Ms, run.tps, run.successPercent};
        shown.append({run.started, values[std::clamp(m_figure->current(), 0, 2)], run.status});
        if (run.baseline)
            pinned = shown.last().value;
        const QString key = keyOf(run);
        single = row == 0 || single == key ? key : QString();
    }
    std::sort(shown.begin(), shown.end(), [](const Shown &a, const Shown &b) { return a.at < b.at; });
    ChartContent content;
    content.isTime = false;
    content.fromZero = false;
    content.least = 0.01;
    content.x0 = -0.5;
    content.x1 = std::max(0.5, double(shown.size()) - 0.5);
    content.unit = m_figure->current() == 0 ? tr("ms") : m_figure->current() == 1 ? u"/s"_s : u"%"_s;
    ChartSeries line{u"trend"_s, tr("Runs"), tk().text3, {}, false, false, 1.3};
    for (int i = 0; i < shown.size(); ++i) {
        line.points.append({double(i), shown[i].value});
        content.ticks.append({double(i), QLocale().toString(shown[i].at.date(), tr("d MMM", "day"))});
        content.dots.append({line.points.last(), shown[i].status == domain::RunStatus::Finished  ? tk().okMark
                                                     : shown[i].status == domain::RunStatus::Aborted ? tk().badMark
                                                                                                     : tk().warnMark});
    }
    if (pinned && !single.isEmpty())
        content.levels.append({*pinned, tr("Baseline"), tk().accent});
    content.series = {line};
    m_trend->setContent(content);
    const QString names[] = {tr("Response time p95, run by run"), tr("Transactions per second, run by run"), tr("Success, run by run")};
    m_trend->setHeading(names[std::clamp(m_figure->current(), 0, 2)]);
    m_caption->setText(tr("%n run(s)", nullptr, int(shown.size())));
}

QVector<domain::RunId> HistoryPage::selectedRuns() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QVector<domain::RunId> runs;
    for (const QModelIndex &index : rows)
        runs.append(m_model->runAt(m_filtered->mapToSource(index)));
    return runs;
}

void HistoryPage::updateActions()
{
    const qsizetype count = selectedRuns().size();
    m_open->setEnabled(count == 1);
    const qsizetype compared = comparedRuns().size();
    m_compare->setEnabled(compared == 2 || compared == 3);
    const items::RunSummary *only = count == 1 ? summaryOf(selectedRuns().first()) : nullptr;
    m_pin->setEnabled(only);
    m_pin->setChecked(only && only->baseline);
    m_pin->setToolTip(only && only->baseline ? tr("No longer the baseline of its task") : tr("Pin as the baseline of its task"));
    m_pin->setAccessibleName(m_pin->toolTip());
    m_export->setEnabled(count == 1);
    m_delete->setEnabled(count > 0);
    m_compare->setToolTip(m_compare->isEnabled() ? QString() : tr("Choose two or three runs to compare them, or one of a task with a pinned baseline."));
}

QVector<domain::RunId> HistoryPage::comparedRuns() const
{
    QVector<domain::RunId> runs = selectedRuns();
    std::sort(runs.begin(), runs.end()); // ids grow with time
    if (runs.size() == 1) {
        const items::RunSummary *run = summaryOf(runs.first()), *baseline = run ? baselineOf(*run) : nullptr;
        if (baseline && baseline != run)
            runs.prepend(baseline->id);
    } else {
        std::stable_partition(runs.begin(), runs.end(), [this](domain::RunId id) {
            const items::RunSummary *run = summaryOf(id);
            return run && run->baseline;
        });
    }
    return runs;
}

const items::RunSummary *HistoryPage::summaryOf(domain::RunId id) const
{
    const auto found = std::find_if(m_model->runs().begin(), m_model->runs().end(), [id](const auto &run) { return run.id == id; });
    return found == m_model->runs().end() ? nullptr : &*found;
}

const items::RunSummary *HistoryPage::baselineOf(const items::RunSummary &run) const
{
    const auto found = std::find_if(m_model->runs().begin(), m_model->runs().end(),
                                    [&](const auto &other) { return other.baseline && other.task == run.task && keyOf(other) == keyOf(run); });
    return found == m_model->runs().end() ? nullptr : &*found;
}

void HistoryPage::pinCurrent()
{
    const QVector<domain::RunId> chosen = selectedRuns();
    const items::RunSummary *run = chosen.size() == 1 ? summaryOf(chosen.first()) : nullptr;
    if (!run)
        return updateActions();
    const bool on = !run->baseline;
    const QString key = keyOf(*run);
    const domain::Result<> done = pin(chosen.first(), on);
    complain(done ? QString() : done.error().message);
    if (!done)
        return updateActions();
    QVector<items::RunSummary> runs = m_model->runs();
    for (items::RunSummary &other : runs) {
        if (other.id == chosen.first())
            other.baseline = on;
        else if (on && keyOf(other) == key)
            other.baseline = false;
    }
    setRuns(std::move(runs));
}

void HistoryPage::openCurrent()
{
    const QVector<domain::RunId> runs = selectedRuns();
    if (runs.size() == 1)
        emit openRequested(runs.first());
}

void HistoryPage::deleteSelected()
{
    const QVector<domain::RunId> runs = selectedRuns();
    if (runs.isEmpty() || !confirm(tr("Delete %n run(s) with all figures? This cannot be undone.", nullptr, int(runs.size()))))
        return;
    complain({});
    QVector<items::RunSummary> left = m_model->runs();
    for (const domain::RunId id : runs) {
        const domain::Result<> done = remove(id);
        if (!done) {
            complain(done.error().message);
            break;
        }
        left.removeIf([id](const items::RunSummary &run) { return run.id == id; });
    }
    setRuns(left);
    emit runsDeleted();
}

void HistoryPage::complain(const QString &sentence)
{
    m_failure->setText(sentence);
    m_failure->setVisible(!sentence.isEmpty());
}

domain::Result<> HistoryPage::exportRun(domain::RunId id, const QString &path)
{
    const auto run = load(id);
    const domain::Result<> done = run ? report::writeReport(*run, path) : domain::Result<>(tl::unexpected(run.error()));
    complain(done ? QString() : done.error().message);
    return done;
}

domain::Result<domain::RunId> HistoryPage::importRun(const QString &path)
{
    const auto id = take(path);
    complain(id ? QString() : id.error().message);
    if (!id)
        return id;
    refresh();
    m_stack->setCurrentIndex(m_model->runs().isEmpty() ? 0 : 1);
    if (const QModelIndex row = m_filtered->mapFromSource(m_model->indexOf(*id)); row.isValid())
        m_table->setCurrentIndex(row);
    return id;
}

void HistoryPage::chooseExport()
{
    const QVector<domain::RunId> runs = selectedRuns();
    if (runs.size() != 1)
        return;
    const QString kinds[] = {tr("Run file, the whole run (*.json)"), tr("HTML page (*.html)"), tr("PDF (*.pdf)"), tr("XLSX workbook (*.xlsx)"),
                             tr("CSV folder (*.csv)"), tr("JUnit XML (*.xml)")};
    QString chosen = kinds[0];
    const QStringList filters(std::begin(kinds), std::end(kinds));
    QString path = QFileDialog::getSaveFileName(this, tr("Export the run"), tr("run %1.json").arg(runs.first().value), filters.join(u";;"_s), &chosen);
    if (path.isEmpty())
        return;
    const QString suffix = chosen.section(u"(*"_s, -1).chopped(1);
    const bool known = filters.filter(u"(*."_s + QFileInfo(path).suffix() + u')').size() == 1;
    exportRun(runs.first(), known ? path : path + suffix);
}

void HistoryPage::chooseImport()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import a run file"), {}, tr("Run files (*.json);;All files (*)"));
    if (!path.isEmpty())
        importRun(path);
}

void HistoryPage::retranslate()
{
    m_title->setText(tr("History"));
    m_figure->setTexts({tr("p95"), tr("TPS"), tr("Success")});
    m_figure->setAccessibleName(tr("Figure of the trend"));
    m_search->setPlaceholderText(tr("Find a run"));
    m_search->setAccessibleName(tr("Find a run"));
    m_task->setAccessibleName(tr("Task shown"));
    m_table->setAccessibleName(tr("Earlier runs"));
    m_open->setText(tr("Open"));
    m_compare->setText(tr("Compare"));
    for (const auto &[part, words] : {std::pair(m_export, tr("Export the run")), std::pair(m_import, tr("Import a run file")), std::pair(m_delete, tr("Delete the runs"))}) {
        part->setToolTip(words);
        part->setAccessibleName(words);
    }
    m_emptyImport->setText(tr("Import a run file"));
    m_emptyTitle->setText(tr("No runs yet"));
    m_emptyText->setText(tr("Run a test: its report is kept here, second by second."));
    updateFilters();
    updateTrend();
    updateActions();
}

void HistoryPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ui
