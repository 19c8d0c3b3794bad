#include "ui/report/reportpeak.h"
#include "ui/widgets/cells.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

ReportPeak::ReportPeak() : Card(u" "_s)
{
    setObjectName(u"reportPeak"_s);
    body->setContentsMargins(0, 4, 0, 2);
    header->setContentsMargins(sp::m, 0, sp::s, 0);
}

void ReportPeak::show(const QVector<report::CaseFigures> &cases)
{
    setTitle(tr("Peak"));
    delete m_tree; // takes its model along: makeTable gives it away
    m_model = new QStandardItemModel;
    for (const report::CaseFigures &figures : cases) {
        const auto &peak = figures.performance.peak;
        if (!peak)
            continue;
        const auto steps = figures.peakSteps.isEmpty() ? QVector<report::PeakFigures>{*peak} : figures.peakSteps;
        for (const report::PeakFigures &step : steps)
            m_model->appendRow(cells({Cell(figures.name), Cell::number(format::clock(step.second)), Cell::number(format::number(quint64(step.users))),
                                      Cell::number(format::rate(step.rps)), Cell::number(format::ms(step.averageMs)),
                                      Cell::number(format::percent(step.successRate), step.successRate < 100 ? theme::tk().bad : QColor()),
                                      Cell(step.second == peak->second ? tr("the peak") : QString())}));
    }
    m_tree = makeTable(m_model, {{tr("Case"), 160, false, true}, {tr("From"), 70, true}, {tr("Users"), 80, true}, {tr("Requests/s"), 100, true},
                                 {tr("Mean ms"), 90, true}, {tr("Success %"), 90, true}, {u" "_s, 100, false}}, row::dense);
    m_tree->setObjectName(u"peakTree"_s);
    m_tree->setAccessibleName(tr("Peak"));
    body->addWidget(m_tree);
    setFixedHeight(40 + 28 + row::dense * std::min(12, m_model->rowCount()) + 4);
    setVisible(m_model->rowCount() > 0);
}

} // namespace ui
