#include "ui/widgets/chartcard.h"
#include "ui/widgets/format.h"
#include "ui/widgets/legendbutton.h"
#include "ui/widgets/plotarea.h"
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

ChartCard::ChartCard(const QString &name) : Card(u" "_s)
{
    setObjectName(name);
    body->setContentsMargins(sp::m, 4, 0, 4);
    body->setSpacing(0);
    header->setContentsMargins(0, 0, sp::m, 0);
    m_legendRow = new QWidget;
    auto *row = hbox(6);
    m_legendRow->setLayout(row);
    m_legendRow->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    addHeaderWidget(m_legendRow);
    m_plot = new PlotArea;
    m_plot->setObjectName(name + u"-plot"_s);
    m_plot->setContent(&m_content, &m_hidden);
    body->addWidget(m_plot, 1);
    connect(m_plot, &PlotArea::crosshairMoved, this, &ChartCard::setCrosshair);
}

void ChartCard::setHeading(const QString &title, const QString &caption)
{
    setTitle(title);
    setCaption(caption);
    setAccessibleName(title);
    m_plot->setAccessibleName(title);
}

void ChartCard::setContent(ChartContent content)
{
    m_content = std::move(content);
    m_plot->refresh();
    updateLegend();
}

void ChartCard::setSeriesHidden(const QString &key, bool hidden)
{
    if (hidden == m_hidden.contains(key))
        return;
    if (hidden)
        m_hidden.insert(key);
    else
        m_hidden.remove(key);
    m_plot->refresh();
    updateLegend();
    emit seriesToggled(key, !hidden);
}

double ChartCard::top() const { return m_plot->top(); }

void ChartCard::link(const QVector<ChartCard *> &cards)
{
    for (ChartCard *card : cards) {
        card->m_peers.clear();
        for (ChartCard *peer : cards) {
            if (peer != card)
                card->m_peers.append(peer);
        }
    }
}

void ChartCard::setCrosshair(std::optional<double> x)
{
    showCrosshair(x);
    for (const QPointer<ChartCard> &peer : m_peers) {
        if (peer)
            peer->showCrosshair(x);
    }
}

void ChartCard::showCrosshair(std::optional<double> x)
{
    m_cross = x;
    m_plot->setCrosshair(x);
    updateLegend();
}

void ChartCard::updateLegend()
{
    while (m_legend.size() > m_content.series.size())
        delete m_legend.takeLast();
    while (m_legend.size() < m_content.series.size()) {
        auto *entry = new LegendButton;
        connect(entry, &QAbstractButton::clicked, this, [this, entry](bool shown) {
            setSeriesHidden(entry->property("series").toString(), !shown);
        });
        m_legendRow->layout()->addWidget(entry);
        m_legend.append(entry);
    }
    for (int i = 0; i < m_legend.size(); ++i) {
        const ChartSeries &series = m_content.series[i];
        LegendButton *entry = m_legend[i];
        entry->setObjectName(objectName() + u'-' + series.key);
        entry->setProperty("series", series.key);
        entry->setChecked(!m_hidden.contains(series.key));
        entry->setToolTip(m_hidden.contains(series.key) ? tr("Show %1").arg(series.name) : tr("Hide %1").arg(series.name));
        entry->set(series.name, series.color, series.dashed, m_content.stacked);
        QString value;
        if (!series.points.isEmpty() && m_content.isTime) {
            auto at = series.points.cend() - 1;
            if (m_cross)
                at = std::min(at, std::lower_bound(series.points.cbegin(), series.points.cend(), *m_cross,
                                                   [](const QPointF &p, double x) { return p.x() < x; }));
            if (std::isfinite(at->y()))
                value = format::number(at->y(), m_content.decimals);
        }
        entry->setValue(value);
    }
    fitLegend();
}

void ChartCard::fitLegend()
{
    int needed = 0;
    for (const LegendButton *entry : m_legend)
        needed += entry->fullWidth() + 6;
    QLabel *title = findChild<QLabel *>();
    const int left = width() - 2 * sp::m - (title ? title->sizeHint().width() : 0) - sp::s;
    for (LegendButton *entry : m_legend)
        entry->setCompact(needed > left);
}

void ChartCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    m_plot->refresh();
    fitLegend();
}

void ChartCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        updateLegend();
}

QVector<QPointF> thinned(const QVector<double> &values, int most, bool largest)
{
    QVector<QPointF> points;
    const int each = std::max(1, int((values.size() + most - 1) / most));
    points.reserve(values.size() / each + 1);
    for (int from = 0; from < values.size(); from += each) {
        const int to = std::min(int(values.size()), from + each);
        double sum = 0, top = 0;
        for (int i = from; i < to; ++i) {
            sum += values[i];
            top = std::max(top, values[i]);
        }
        points.append({from + (to - from - 1) / 2.0, largest ? top : sum / (to - from)});
    }
    return points;
}

} // namespace ui
