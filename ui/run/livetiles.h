// The six figures on top of a live run. GUI thread.
#pragma once

#include "app/report/figures.h"
#include "app/services/livestats.h"
#include <QWidget>

namespace ui {

class Tile;

class LiveTiles : public QWidget
{
    Q_OBJECT

public:
    LiveTiles();
    /// `percentile`: index into ui::percentiles; `limit`: of that percentile, ms.
    void show(const domain::RunRecord &run, const services::LiveStats &stats, int percentile, std::optional<double> limit);

private:
    QVector<Tile *> m_tiles;
};

} // namespace ui
