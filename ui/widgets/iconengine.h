// An icon that is drawn when it is shown: in the colours of the theme of that moment, sharp at any size.
#pragma once

#include <QColor>
#include <QIconEngine>

namespace ui {

class IconEngine : public QIconEngine
{
public:
    /// An invalid colour follows the theme: text2, and the accent while the button is on.
    IconEngine(QString name, QColor colour, int px);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override;
    QString iconName() override { return m_name; }
    bool isNull() override { return m_name.isEmpty(); }
    QIconEngine *clone() const override { return new IconEngine(*this); }

private:
    QString m_name;
    QColor m_colour;
    int m_px;
};

} // namespace ui
