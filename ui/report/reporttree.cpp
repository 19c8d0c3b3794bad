#include "ui/report/reporttree.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/format.h"
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

constexpr int caseRole = Qt::UserRole + 1, itemRole = Qt::UserRole + 2, orderRole = Qt::UserRole + 3;

/// Whether a rule about this row and one of these metrics did not hold.
bool isBroken(const domain::RunRecord &run, const report::ItemFigures &figures, const QStringList &metrics)
{
    for (const domain::RuleResult &result : run.rules) {
        if (result.passed || !metrics.contains(result.rule.metric))
            continue;
        const bool ofCase = result.rule.scope == u"case"_s && figures.kind == report::ItemFigures::Case
            && (result.rule.target.isEmpty() || result.rule.target == figures.name);
        if (ofCase || (result.rule.scope != u"case"_s && result.rule.target == figures.name))
            return true;
    }
    return false;
}

QList<QStandardItem *> rowOf(Cell name, int caseIndex, const report::ItemFigures &f, const domain::RunRecord &run)
{
    const auto mark = [&](const QStringList &metrics) { return isBroken(run, f, metrics) ? tk().bad : QColor(); };
    const QColor failed = mark({u"success_rate"_s, u"errors"_s});
    const double failedPercent = report::failedPercent(f);
    const auto ms = [&](double value, const QString &metric) { return Cell::number(f.requests ? format::ms(value) : u"—"_s, mark({metric})); };
    auto row = cells({name, Cell::number(format::number(f.requests)), Cell::number(format::number(f.errorCount), failed),
                      Cell::number(format::number(failedPercent, 2), failed), Cell::number(format::rate(f.tps), mark({u"rps"_s})),
                      ms(f.times.average, u"avg"_s), ms(f.times.tp50, u"p50"_s), ms(f.times.tp95, u"p95"_s), ms(f.times.tp99, u"p99"_s),
                      Cell::number(format::figure(std::round(f.avgRecBytes / 10) / 100))});
    const QVariant order[] = {name.s, f.requests, f.errorCount, failedPercent, f.tps, f.times.average, f.times.tp50, f.times.tp95, f.times.tp99,
                              f.avgRecBytes};
    for (int column = 0; column < row.size(); ++column)
        row[column]->setData(order[column], orderRole);
    row[0]->setData(caseIndex, caseRole);
    row[0]->setData(f.item, itemRole);
    row[0]->setToolTip(f.url.isEmpty() ? f.name : f.name + u'\n' + f.method + u' ' + f.url);
    return row;
}

} // namespace

ReportTree::ReportTree()
{
    body->setContentsMargins(0, 0, 0, 2);
    setMinimumWidth(0);
}

void ReportTree::show(const QVector<report::CaseFigures> &cases, const domain::RunRecord &run)
{
    delete m_tree; // takes its model along: makeTable gives it away
    m_model = new QStandardItemModel;
    for (const report::CaseFigures &figures : cases) {
        auto row = rowOf(Cell::iconText(u"file-code"_s, figures.name, tk().accentText).bold(), figures.index, figures.performance, run);
        row[0]->setData(0, itemRole);
        for (const report::ItemFigures &transaction : figures.transactions)
            row[0]->appendRow(rowOf(Cell::iconText(u"blocks"_s, transaction.name, tk().series[3]).bold(), figures.index, transaction, run));
        for (const report::ItemFigures &request : figures.requests)
            row[0]->appendRow(rowOf(Cell::method(request.method, request.name, request.setup ? tr("setup") : QString()), figures.index, request, run));
        m_model->appendRow(row);
    }
    m_tree = makeTable(m_model,
                       {{tr("Case, transaction, request"), 200, false, true}, {tr("Count"), 80, true}, {tr("Failed"), 66, true},
                        {tr("Failed %"), 66, true}, {tr("req/s"), 66, true}, {tr("Mean ms"), 66, true}, {u"p50 ms"_s, 58, true},
                        {u"p95"_s, 60, true}, {u"p99"_s, 60, true}, {tr("kB each"), 60, true}},
                       row::dense, true);
    m_tree->setObjectName(u"reportTree"_s);
    m_tree->setAccessibleName(tr("Statistics"));
    m_tree->expandAll();
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const QModelIndex first = index.siblingAtColumn(0);
        if (first.isValid())
            emit rowChosen(first.data(caseRole).toInt(), first.data(itemRole).toInt());
    });
    connect(m_tree->header(), &QHeaderView::sectionClicked, this, [this](int column) {
        const bool turn = column == m_sortColumn;
        const Qt::SortOrder first = column == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
        sortBy(column, !turn ? first : m_order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    m_model->setSortRole(orderRole);
    writeHeader();
    if (m_sortColumn >= 0)
        m_model->sort(m_sortColumn, m_order);
    body->addWidget(m_tree);
    m_tree->show(); // else the layout shows it a turn later, and the card is empty meanwhile
}

void ReportTree::sortBy(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    writeHeader();
    m_model->sort(column, order);
}

void ReportTree::writeHeader()
{
    QStringList titles{tr("Case, transaction, request"), tr("Count"), tr("Failed"), tr("Failed %"), tr("req/s"), tr("Mean ms"), u"p50"_s, u"p95"_s,
                       u"p99"_s, tr("kB each")};
    if (m_sortColumn >= 0)
        titles[m_sortColumn] += m_order == Qt::AscendingOrder ? u" ↑"_s : u" ↓"_s;
    m_model->setHorizontalHeaderLabels(titles);
}

int ReportTree::wantedHeight() const
{
    int rows = 0;
    for (int i = 0; m_model && i < m_model->rowCount(); ++i)
        rows += 1 + m_model->item(i)->rowCount();
    return 28 + row::dense * rows + 6;
}

} // namespace ui
