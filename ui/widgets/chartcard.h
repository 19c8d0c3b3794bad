// A card with one quiet chart: lines or a stack over time (or bars), stage bands, limits, a crosshair shared by the
// charts of a page, and a legend that shows the values under it and hides a series at a click. Colours are tokens.
#pragma once

#include "ui/widgets/tiles.h"
#include <QPointer>
#include <optional>

namespace ui {

class LegendButton;
class PlotArea;

struct ChartSeries
{
    QString key, name; ///< key: stays the same over languages and refreshes
    QColor color;
    QVector<QPointF> points; ///< ascending x; NaN ends a line
    bool dashed = false, area = false;
    double width = 1.6;
};

struct ChartBand
{
    double from = 0, to = 0;
    QString label;
    bool strong = false;
};

struct ChartLevel
{
    double y = 0;
    QString label; ///< empty: the value as a flag on the axis
    QColor color;
};

struct ChartMarker
{
    double x = 0;
    QString label;
    QColor color;
};

struct ChartBar
{
    QString label, value;
    double height = 0;
};

struct ChartDot
{
    QPointF at;
    QColor color;
};

struct ChartContent
{
    QVector<ChartSeries> series;
    bool stacked = false; ///< the first series at the base line
    double x0 = 0, x1 = 0;
    QVector<QPair<double, QString>> ticks; ///< empty: times
    bool isTime = true;                    ///< x in seconds; else only ticks name it
    QString unit;                          ///< stands at the top tick
    int decimals = 0;                      ///< of legend values
    double least = 1;                      ///< y reaches at least this high
    bool fromZero = true;                  ///< y starts at 0; false: close below the smallest value
    QVector<ChartBand> bands;
    QVector<ChartLevel> levels;
    QVector<ChartMarker> markers;
    QVector<ChartBar> bars; ///< instead of series
    QVector<ChartDot> dots;
};

class ChartCard : public Card
{
    Q_OBJECT

public:
    explicit ChartCard(const QString &name); ///< object name; legend entries are `name-key`

    void setHeading(const QString &title, const QString &caption = {});
    void setContent(ChartContent content); ///< what the user has hidden stays hidden
    const ChartContent &content() const { return m_content; }
    bool isSeriesHidden(const QString &key) const { return m_hidden.contains(key); }
    void setSeriesHidden(const QString &key, bool hidden);
    double top() const; ///< of the y axis

    static void link(const QVector<ChartCard *> &cards); ///< one crosshair for all
    void setCrosshair(std::optional<double> x);          ///< here and in all linked cards

signals:
    void seriesToggled(const QString &key, bool shown);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showCrosshair(std::optional<double> x);
    void updateLegend();
    void fitLegend();

    ChartContent m_content;
    QSet<QString> m_hidden;
    QVector<LegendButton *> m_legend;
    QVector<QPointer<ChartCard>> m_peers;
    std::optional<double> m_cross;
    PlotArea *m_plot;
    QWidget *m_legendRow;
};

/// At most `most` points: neighbours merged by their mean, or their largest.
QVector<QPointF> thinned(const QVector<double> &values, int most = 600, bool largest = false);

} // namespace ui
