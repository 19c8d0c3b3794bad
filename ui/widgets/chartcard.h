// A card with one quiet chart (PlotView) and a legend that shows the values under the crosshair and hides a series at a
// click. Linked cards share crosshair, zoom and left margin.
#pragma once

#include "ui/widgets/chartcontent.h"
#include "ui/widgets/tiles.h"
#include <QPointer>

namespace ui {

class LegendButton;
class PlotView;

class ChartCard : public Card
{
    Q_OBJECT

public:
    explicit ChartCard(const QString &name); ///< object name; legend entries are `name-key`

    void setHeading(const QString &title, const QString &caption = {});
    void setContent(ChartContent content); ///< what the user has hidden stays hidden, and the zoom stays
    const ChartContent &content() const { return m_content; }
    bool isSeriesHidden(const QString &key) const { return m_hidden.contains(key); }
    void setSeriesHidden(const QString &key, bool hidden);
    double top() const;                       ///< of the y axis
    PlotView *plot() const { return m_plot; } ///< made with the first content, so that a window opens quickly
    void holdBack(); ///< until draw() there is no plot: for cards that stand below what a page shows first
    void draw();
    /// Said in the middle while there is nothing to draw; empty: never.
    void setEmptyText(const QString &text);

    static void link(const QVector<ChartCard *> &cards); ///< one crosshair and one zoom for all
    void setCrosshair(std::optional<double> x);          ///< here and in all linked cards
    void setZoom(std::optional<ChartRange> range);       ///< here and in all linked cards; none: everything
    std::optional<double> crosshair() const { return m_cross; }
    std::optional<ChartRange> zoom() const { return m_zoom; }

signals:
    void seriesToggled(const QString &key, bool shown);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makePlot();
    void showCrosshair(std::optional<double> x);
    void showZoom(std::optional<ChartRange> range);
    void updateLegend();
    void updateEmpty();
    void fitLegend();
    void alignMargins();

    ChartContent m_content;
    QSet<QString> m_hidden;
    QVector<LegendButton *> m_legend;
    QVector<QPointer<ChartCard>> m_peers;
    std::optional<double> m_cross;
    std::optional<ChartRange> m_zoom;
    PlotView *m_plot = nullptr;
    bool m_heldBack = false;
    QWidget *m_legendRow;
    QToolButton *m_whole;
    QLabel *m_empty;
};

} // namespace ui
