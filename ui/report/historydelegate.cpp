#include "ui/report/historydelegate.h"
#include "models/items/runhistorymodel.h"
#include "ui/widgets/format.h"

using namespace Qt::StringLiterals;

namespace ui {

using items::RunHistoryModel;

Cell HistoryDelegate::cell(const QModelIndex &index) const
{
    const QString shown = index.data(Qt::DisplayRole).toString();
    const double number = index.data(Qt::EditRole).toDouble();
    switch (index.column()) {
    case RunHistoryModel::NameColumn: {
        const bool baseline = index.data(RunHistoryModel::BaselineRole).toBool();
        Cell name = (baseline ? Cell::iconText(u"pin"_s, shown, theme::tk().accentText) : Cell(shown)).bold();
        name.s2 = index.data(RunHistoryModel::ProjectRole).toString();
        return name;
    }
    case RunHistoryModel::StatusColumn: {
        const auto status = domain::RunStatus(index.data(RunHistoryModel::StatusRole).toInt());
        if (status == domain::RunStatus::Finished)
            return Cell::pill(shown, Tone::Ok, u"check"_s);
        if (status == domain::RunStatus::Aborted)
            return Cell::pill(shown, Tone::Bad, u"x"_s);
        if (status == domain::RunStatus::Stopped || status == domain::RunStatus::Stopping)
            return Cell::pill(shown, Tone::Warn, u"square"_s);
        return Cell::pill(shown, Tone::Accent, u"activity"_s);
    }
    case RunHistoryModel::StartedColumn:
    case RunHistoryModel::DurationColumn:
        return Cell::number(shown);
    case RunHistoryModel::RequestsColumn:
        return Cell::number(format::number(number));
    case RunHistoryModel::SuccessColumn:
        return Cell::number(format::percent(number), number < 99 ? theme::tk().bad : QColor());
    case RunHistoryModel::P95Column:
        return Cell::number(format::ms(number));
    default:
        return Cell::number(format::rate(number));
    }
}

} // namespace ui
