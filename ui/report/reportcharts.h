// The charts of a report: curves over time with one crosshair, percentile curve, response times by range. GUI thread.
#pragma once

#include "app/report/figures.h"
#include <QWidget>

namespace ui {

class ChartCard;

class ReportCharts : public QWidget
{
    Q_OBJECT

public:
    explicit ReportCharts(QWidget *parent = nullptr);
    /// Curves are thinned to 600 points; both arguments are only read.
    void show(const report::CaseFigures &figures, const domain::RunRecord &run);
    void retranslate();
    QWidget *lower() const { return m_lower; } ///< a page places it on its own; owned by this until then

private:
    void showUpper(const report::CaseFigures &figures, const domain::RunRecord &run);
    void showLower(const report::CaseFigures &figures, const domain::RunRecord &run);

    ChartCard *m_tps, *m_times, *m_percentiles, *m_ranges;
    ChartCard *m_codes, *m_users, *m_bandwidth, *m_errors, *m_cpu, *m_lateness;
    QWidget *m_lower;
};

} // namespace ui
