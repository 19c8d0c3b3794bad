// Rows of the project tree and of the card list, drawn from the roles of the models over the document.
#pragma once

#include "ui/widgets/cells.h"

namespace ui {

class NodeDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    Cell cell(const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Cell stepCell(const QModelIndex &index, bool enabled) const;
    Cell groupCell(const QModelIndex &index) const;
};

} // namespace ui
