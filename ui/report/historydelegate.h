// Draws the run list: status as a pill with an icon, numbers in equal digits. Reads the roles of RunHistoryModel.
#pragma once

#include "ui/widgets/cells.h"

namespace ui {

class HistoryDelegate : public CellDelegate
{
public:
    explicit HistoryDelegate(QObject *parent = nullptr) : CellDelegate(row::normal, parent) {}
    Cell cell(const QModelIndex &index) const override;
};

} // namespace ui
