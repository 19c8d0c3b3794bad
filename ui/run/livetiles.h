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
    void show(const domain::RunRecord &run, const services::LiveStats &stats);

private:
    QVector<Tile *> m_tiles;
};

/// The limit of a case-wide rule on `metric`, if the run has one; rules of a run are known once they were looked at.
std::optional<double> limitOf(const domain::RunRecord &run, const QString &metric);

} // namespace ui
