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
};

} // namespace ui
