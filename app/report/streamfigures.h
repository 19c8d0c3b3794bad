// StreamingMediaReport of the reference, figure by figure, in the order every form of a report shows them. Pure functions.
#pragma once

#include "app/report/figures.h"
#include <QJsonValue>

namespace report {

struct StreamFigure
{
    QString name;     ///< member of StreamingMediaReport, or of ours: stalls, stallTime, …FirstFrameDelay
    QString heading;  ///< of a column, in English
    QJsonValue value; ///< count, bytes, %, 1/s or ms
};

/// Empty for what is no stream. Rates are of the seconds with traffic.
QVector<StreamFigure> streamFiguresOf(const ItemFigures &figures);
QString streamFailureName(size_t failure); ///< by engine::StreamFailure, not None, e.g. tcpConnectFailed

} // namespace report
