#include "ui/report/reporttree.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

namespace {

constexpr int caseRole = Qt::UserRole + 1;

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

QList<QStandardItem *> rowOf(Cell name, const report::ItemFigures &f, const domain::RunRecord &run)
{
    const auto mark = [&](const QStringList &metrics) { return isBroken(run, f, metrics) ? tk().bad : QColor(); };
    const QColor failed = mark({u"success_rate"_s, u"errors"_s});
    const double failedPercent = f.requests ? 100 - f.rawSuccessRate : 0;
    return cells({name, Cell::number(format::number(f.requests)), Cell::number(format::number(f.errorCount), failed),
                  Cell::number(format::number(failedPercent, 2), failed),
                  Cell::number(format::rate(f.tps), mark({u"rps"_s})),
                  Cell::number(format::ms(f.times.average), mark({u"avg"_s})),
                  Cell::number(format::ms(f.times.tp50), mark({u"p50"_s})),
                  Cell::number(format::ms(f.times.tp95), mark({u"p95"_s})),
                  Cell::number(format::ms(f.times.tp99), mark({u"p99"_s})),
                  Cell::number(format::number(f.avgRecBytes / 1000, 1))});
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
        auto row = rowOf(Cell::iconText(u"file-code"_s, figures.name, tk().accentText).bold(), figures.performance, run);
        for (const report::ItemFigures &transaction : figures.transactions)
            row[0]->appendRow(rowOf(Cell::iconText(u"blocks"_s, transaction.name, tk().series[3]).bold(), transaction, run));
        for (const report::ItemFigures &request : figures.requests)
            row[0]->appendRow(rowOf(Cell::method(request.method, request.name, request.setup ? tr("setup") : QString()), request, run));
        row[0]->setData(figures.index, caseRole);
        m_model->appendRow(row);
    }
    m_tree = makeTable(m_model,
                       {{tr("Case, transaction, request"), 200, false, true}, {tr("Count"), 80, true}, {tr("Failed"), 66, true},
                        {tr("Failed %"), 66, true}, {tr("req/s"), 66, true}, {tr("Mean ms"), 66, true}, {u"p50"_s, 58, true},
                        {u"p95"_s, 60, true}, {u"p99"_s, 60, true}, {tr("kB"), 56, true}},
                       row::dense, true);
    m_tree->setObjectName(u"reportTree"_s);
    m_tree->setAccessibleName(tr("Statistics"));
    m_tree->expandAll();
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        QModelIndex top = index.siblingAtColumn(0);
        while (top.parent().isValid())
            top = top.parent();
        if (top.isValid())
            emit caseChosen(top.data(caseRole).toInt());
    });
    body->addWidget(m_tree);
}

} // namespace ui
