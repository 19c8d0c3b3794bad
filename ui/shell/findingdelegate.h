// A row of the palette: icon or method, name with the searched letters marked, detail, where it is, keys. Rows without a
// Finding are heads.
#pragma once

#include "ui/shell/findings.h"
#include <QStyledItemDelegate>

namespace ui {

class FindingDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setWords(const QStringList &words) { m_words = words; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    double paintMarked(QPainter &painter, double x, const QRectF &room, const QString &text, const QFont &font, const QColor &colour) const;

    QStringList m_words;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::Finding)
