// The painted part of a ChartCard: grid, bands, series, limits, crosshair. Left and Right move the crosshair.
#pragma once

#include "ui/widgets/chartcard.h"

namespace ui {

class PlotArea : public QWidget
{
    Q_OBJECT

public:
    explicit PlotArea(QWidget *parent = nullptr);
    void setContent(const ChartContent *content, const QSet<QString> *hidden); ///< both outlive this
    void refresh(); ///< after the content or what is hidden changed
    void setCrosshair(std::optional<double> x);
    double top() const { return m_top; }
    QSize minimumSizeHint() const override { return {120, 70}; }

signals:
    void crosshairMoved(std::optional<double> x);

protected:
    void paintEvent(QPaintEvent *) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF plot() const;
    double xAt(double x) const;
    double yAt(double y) const;
    void paintGrid(QPainter &p) const;
    void paintAxis(QPainter &p) const;
    void paintLines(QPainter &p) const;
    void paintStack(QPainter &p) const;
    void paintBars(QPainter &p) const;
    void paintMarks(QPainter &p) const;
    void paintCrosshair(QPainter &p) const;

    const ChartContent *m_content = nullptr;
    const QSet<QString> *m_hidden = nullptr;
    std::optional<double> m_cross;
    double m_bottom = 0, m_top = 1;
    int m_intervals = 4;
};

} // namespace ui
