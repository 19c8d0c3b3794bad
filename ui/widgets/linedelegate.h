// A cell of a plain table: its text stands where the head's does, a quiet line goes under each row.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class LineDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
