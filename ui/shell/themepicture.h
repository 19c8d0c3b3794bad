// A choice of the theme as a small picture of the window.
#pragma once

#include <QAbstractButton>

namespace ui {

class ThemePicture : public QAbstractButton
{
    Q_OBJECT

public:
    enum Kind { System, Light, Dark };

    explicit ThemePicture(Kind kind, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintHalf(QPainter &painter, const QRectF &picture, const QRectF &half, bool dark) const;

    Kind m_kind;
};

} // namespace ui
