// The four linked charts of a live run; at most 600 points a series (LiveStats thins them). GUI thread.
#pragma once

#include "app/services/livestats.h"
#include <QWidget>

namespace ui {

class ChartCard;

class LiveCharts : public QWidget
{
    Q_OBJECT

public:
    LiveCharts();
    struct View
    {
        double seconds = 0; ///< length of the plan; the axis grows beyond it when the run does
        int percentile = 2; ///< index into ui::percentiles
        std::optional<double> limit; ///< of that percentile, ms
        QStringList alarms; ///< texts of the events that are broken rules
    };
    void show(const domain::RunRecord &run, const services::LiveStats &stats, const View &view);
    void retranslate();

private:
    ChartCard *m_tps, *m_times, *m_codes, *m_users;
};

/// Planned length: the longest case, stage by stage; 0 when a stage ends by count only.
double plannedSeconds(const domain::RunRecord &run);

} // namespace ui
