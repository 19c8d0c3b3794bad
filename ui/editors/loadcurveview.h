// The load a case asks for, drawn: stages as bands, the target as a line with handles to drag, the value under the pointer.
#pragma once

#include "models/domain/stage.h"
#include "ui/editors/curvehandles.h"
#include <QWidget>

namespace ui {

class LoadCurveView : public QWidget
{
    Q_OBJECT

public:
    explicit LoadCurveView(QWidget *parent = nullptr);

    /// `lead`: stages of the gradient before them, shown but not to be dragged.
    void setStages(const QVector<domain::Stage> &stages, int selected, const QVector<domain::Stage> &lead = {});
    /// So many seconds from the start are drawn as the warm-up.
    void setWarmUp(int seconds);
    QSize minimumSizeHint() const override { return {320, 170}; }
    QPointF positionOf(const CurveHandle &handle) const; ///< in the widget
    QVector<CurveHandle> handles() const { return m_handles; } ///< of all stages; x within the stage

signals:
    void stageClicked(int stage);
    /// While a handle is dragged; `drag` counts drags, so that one is one undo step.
    void stageDragged(int stage, const domain::Stage &after, int drag);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRectF plot() const { return {52, 34, width() - 68.0, height() - 60.0}; }
    double xOf(double seconds) const;
    double yOf(double value) const;
    double timeAt(double x) const;
    int stageAt(double seconds) const;
    int handleAt(QPointF position) const;
    void rescale();
    void drawBands(QPainter &p) const;
    void drawWarmUp(QPainter &p) const;
    void drawAxes(QPainter &p) const;
    void drawLine(QPainter &p, bool rate, const QColor &colour, bool area) const;
    void drawHandles(QPainter &p) const;
    void drawHover(QPainter &p) const;

    /// A stage on the axis; the gradient is one band.
    struct Band
    {
        double begin = 0, length = 0;
        int stage = -1; ///< -1: gradient
        bool rate = false;
        QVector<QPointF> points; ///< x from the case's start
    };
    QVector<domain::Stage> m_stages;
    QVector<Band> m_bands;
    QVector<CurveHandle> m_handles;
    double m_seconds = 1, m_top = 10, m_hover = -1;
    int m_warmUp = 0, m_selected = 0, m_hot = -1, m_held = -1, m_drags = 0;
    CurveHandle m_grip;      ///< as it was when it was taken
    domain::Stage m_gripped; ///< the stage then
};

} // namespace ui
