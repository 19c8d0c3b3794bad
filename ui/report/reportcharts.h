// The charts of a report: curves over time with one crosshair and one zoom, percentile curve on a logarithmic axis,
// response times by range and against throughput. GUI thread.
#pragma once

#include "app/report/figures.h"
#include <QTimer>
#include <QWidget>

namespace ui {

class ChartCard;
struct ChartContent;

class ReportCharts : public QWidget
{
    Q_OBJECT

public:
    explicit ReportCharts(QWidget *parent = nullptr);
    /// Curves are thinned to 600 points; both arguments are only read. `item`: index in CaseRecord::items of the request
    /// or transaction whose times are shown; 0: those of the case.
    void show(const report::CaseFigures &figures, const domain::RunRecord &run, int item = 0);
    void retranslate();
    QWidget *lower() const { return m_lower; } ///< a page places it on its own; owned by this until then

private:
    void showTps(const ChartContent &base, const report::CaseFigures &figures, const domain::CaseRecord &record, int item);
    void showTimes(const ChartContent &base, const report::CaseFigures &figures, const domain::RunRecord &run, int item);
    void showSpread(const engine::Histogram &times);
    void showAnswers(const ChartContent &base, const report::Curves &curves);
    void showErrors(const ChartContent &base, const report::Curves &curves);
    void showLoad(const ChartContent &base, const report::CaseFigures &figures);
    void showAgainst(const report::Curves &curves);
    void drawNext();
    void showHealth(const ChartContent &base, const domain::RunRecord &run, const domain::CaseRecord &record);

    QTimer m_idle;                ///< a page is read from its top: the charts below are made one after another once it stands
    QVector<ChartCard *> m_below; ///< not made yet
    ChartCard *m_tps, *m_times, *m_percentiles, *m_ranges;
    ChartCard *m_codes, *m_users, *m_bandwidth, *m_sides, *m_causes, *m_against, *m_cpu, *m_lateness;
    QWidget *m_lower;
};

} // namespace ui
