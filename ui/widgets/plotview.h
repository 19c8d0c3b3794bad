// The one chart of the window, on Qt Charts: lines, areas, stacks, dots or bars on value, logarithmic or category axes,
// themed from the tokens. Labels, stage bands, limits, marks and the crosshair are painted around the plot area, so that
// all charts of a page have the same margins. All but crosshair, drag and focus is kept as a picture until it changes: a
// page of charts scrolls, and a crosshair crosses them all, without one curve being stroked anew. GUI thread.
//
// Drag marks a stretch of the x axis, the wheel (with Ctrl where the page itself scrolls) zooms around the pointer, a
// double click shows everything again. Keys: Left and Right move the crosshair, + and − zoom, 0 shows everything.
#pragma once

#include "ui/widgets/chartcontent.h"
#include <QSet>
#include <QtCharts>

namespace ui {

class PlotView : public QChartView
{
    Q_OBJECT

public:
    static constexpr int mostPoints = 600, leastMargin = 44, mostPieces = 64;

    explicit PlotView(QWidget *parent = nullptr);

    void setContent(const ChartContent *content, const QSet<QString> *hidden); ///< both outlive this
    void refresh(); ///< after the content or what is hidden changed; series that stay get new points, nothing is rebuilt
    void setCrosshair(std::optional<double> x);
    void setZoom(std::optional<ChartRange> range); ///< none: all of the content
    ChartRange shownRange() const;
    double top() const { return m_top; } ///< of the y axis
    double bottom() const { return m_bottom; }
    int neededMargin() const; ///< left of the plot, for its labels
    void setLeftMargin(int margin);

    /// What Qt Charts was given for one series, its pieces one after another; for tests.
    QVector<QVector<QPointF>> drawnPieces(const QString &key) const;
    bool isDrawn(const QString &key) const;
    QSize minimumSizeHint() const override { return {120, 70}; }
    QSize sizeHint() const override { return {240, 120}; }

signals:
    void crosshairMoved(std::optional<double> x);
    void zoomAsked(std::optional<ui::ChartRange> range);

protected:
    void drawBackground(QPainter *p, const QRectF &) override;
    void drawForeground(QPainter *p, const QRectF &) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Axis { Value, Log, Category };
    /// One series of the content: an unbroken line is one piece.
    struct Drawn
    {
        QString key;
        bool area = false, stacked = false, dots = false;
        QVector<QLineSeries *> lines;
        QVector<QAreaSeries *> areas;
        QScatterSeries *points = nullptr; ///< of Dots, and single points between gaps
    };

    QRectF plot() const;
    double xAt(double x) const;
    double yAt(double y) const;
    double valueOf(double px) const; ///< x of a place
    void useAxis(Axis kind);
    void build();
    bool fits() const; ///< the series that are there are those the content wants
    template <class S> S *add(S *series);
    void fillLine(Drawn &drawn, const ChartSeries &series, bool shown);
    void fillDots(Drawn &drawn, const ChartSeries &series, bool shown);
    void fillStack();
    void fillBars();
    void placePlot();
    void measure();
    QString axisText(int interval) const;
    QVector<QPair<double, QString>> xTicks() const;
    void paintBands(QPainter *p) const;
    void paintYLabels(QPainter *p) const;
    void paintXLabels(QPainter *p) const;
    void paintBarLabels(QPainter *p) const;
    void paintLevels(QPainter *p) const;
    void paintMarkers(QPainter *p) const;
    void paintCrosshair(QPainter *p) const;
    void paintDrag(QPainter *p) const;
    void drop(); ///< the kept picture
    void askZoom(double from, double to);
    bool pageScrolls() const;

    const ChartContent *m_content = nullptr;
    const QSet<QString> *m_hidden = nullptr;
    QVector<Drawn> m_drawn;
    QBarSeries *m_bars = nullptr;
    QAbstractAxis *m_x = nullptr;
    QValueAxis *m_y;
    Axis m_kind = Axis::Value;
    std::optional<double> m_cross;
    std::optional<ChartRange> m_zoom;
    std::optional<double> m_dragFrom, m_dragTo; ///< px
    double m_bottom = 0, m_top = 1;
    int m_intervals = 4, m_left = leastMargin;
    QPixmap m_picture; ///< null: to be painted
};

/// Upper end of an axis of `intervals` round steps that holds `most`.
double axisTop(double most, int intervals);

} // namespace ui
