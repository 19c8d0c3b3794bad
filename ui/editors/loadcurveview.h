// The load a case asks for, drawn: stages as bands, the target as a line, the value under the pointer.
#pragma once

#include "models/domain/stage.h"
#include <QPointF>
#include <QWidget>

namespace ui {

class LoadCurveView : public QWidget
{
    Q_OBJECT

public:
    explicit LoadCurveView(QWidget *parent = nullptr);

    void setStages(const QVector<domain::Stage> &stages, int selected);
    QSize minimumSizeHint() const override { return {320, 150}; }

signals:
    void stageClicked(int stage);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRectF plot() const { return {48, 30, width() - 64.0, height() - 56.0}; }
    double timeAt(double x) const;
    int stageAt(double seconds) const;
    void drawLine(QPainter &p, const QVector<QPointF> &points, const QColor &colour, bool area) const;

    QVector<domain::Stage> m_stages;
    QVector<QPointF> m_users, m_rate;
    QVector<double> m_boundaries;
    double m_seconds = 1, m_top = 10, m_hover = -1;
    int m_selected = 0;
};

} // namespace ui
