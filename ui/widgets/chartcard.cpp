#include "ui/widgets/chartcard.h"
#include "ui/widgets/format.h"
#include "ui/widgets/legendbutton.h"
#include "ui/widgets/plotview.h"
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
    m_whole = iconButton(u"rotate-ccw"_s, tr("Show everything"), 14);
    m_whole->setObjectName(name + u"-whole"_s);
    m_whole->setFixedSize(22, 22);
    m_whole->hide();
    addHeaderWidget(m_whole);
    connect(m_whole, &QToolButton::clicked, this, [this] { setZoom({}); });
    m_empty = text({}, Type::Small, u"3"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->hide();
    body->addWidget(m_empty, 1);
}

void ChartCard::makePlot()
{
    if (m_plot)
        return;
    m_plot = new PlotView;
    m_plot->setObjectName(objectName() + u"-plot"_s);
    m_plot->setAccessibleName(accessibleName());
    body->addWidget(m_plot, 1);
    connect(m_plot, &PlotView::crosshairMoved, this, &ChartCard::setCrosshair);
    connect(m_plot, &PlotView::zoomAsked, this, &ChartCard::setZoom);
    m_plot->setCrosshair(m_cross);
    m_plot->setZoom(m_zoom);
    m_plot->setContent(&m_content, &m_hidden);
}

void ChartCard::setHeading(const QString &title, const QString &caption)
{
    setTitle(title);
    setCaption(caption);
    setAccessibleName(title);
    if (m_plot)
        m_plot->setAccessibleName(title);
}

void ChartCard::setEmptyText(const QString &sentence)
{
    m_empty->setText(sentence);
    updateEmpty();
}

void ChartCard::setContent(ChartContent content)
{
    m_content = std::move(content);
    if (m_plot)
        m_plot->refresh();
    else if (!m_heldBack)
        makePlot();
    updateEmpty();
    alignMargins();
    updateLegend();
}

void ChartCard::holdBack() { m_heldBack = !m_plot; }

void ChartCard::draw()
{
    if (!std::exchange(m_heldBack, false))
        return;
    makePlot();
    updateEmpty();
    alignMargins();
}

void ChartCard::updateEmpty()
{
    const bool nothing = m_content.bars.isEmpty()
        && std::all_of(m_content.series.cbegin(), m_content.series.cend(), [](const ChartSeries &s) { return s.points.isEmpty(); });
    const bool say = nothing && m_plot && !m_empty->text().isEmpty();
    m_empty->setVisible(say);
    if (m_plot)
        m_plot->setVisible(!say);
}

/// The widest labels of the page decide where all its plots begin.
void ChartCard::alignMargins()
{
    if (!m_plot)
        return;
    int widest = m_plot->neededMargin();
    for (const QPointer<ChartCard> &peer : m_peers) {
        if (peer && peer->m_plot)
            widest = std::max(widest, peer->m_plot->neededMargin());
    }
    m_plot->setLeftMargin(widest);
    for (const QPointer<ChartCard> &peer : m_peers) {
        if (peer && peer->m_plot)
            peer->m_plot->setLeftMargin(widest);
    }
}

void ChartCard::setSeriesHidden(const QString &key, bool hidden)
{
    if (hidden == m_hidden.contains(key))
        return;
    if (hidden)
        m_hidden.insert(key);
    else
        m_hidden.remove(key);
    if (m_plot)
        m_plot->refresh();
    updateLegend();
    emit seriesToggled(key, !hidden);
}

double ChartCard::top() const { return m_plot ? m_plot->top() : 0; }

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
    if (x == m_cross)
        return;
    m_cross = x;
    if (m_plot)
        m_plot->setCrosshair(x);
    updateLegend();
}

void ChartCard::setZoom(std::optional<ChartRange> range)
{
    showZoom(range);
    for (const QPointer<ChartCard> &peer : m_peers) {
        if (peer)
            peer->showZoom(range);
    }
}

void ChartCard::showZoom(std::optional<ChartRange> range)
{
    m_zoom = range;
    m_whole->setVisible(range.has_value());
    if (!m_plot)
        return;
    m_plot->setZoom(range);
    alignMargins();
    fitLegend();
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
    // A stack is read from its top, so its legend begins there.
    static_cast<QBoxLayout *>(m_legendRow->layout())->setDirection(m_content.stacked ? QBoxLayout::RightToLeft : QBoxLayout::LeftToRight);
    for (int i = 0; i < m_legend.size(); ++i) {
        const ChartSeries &series = m_content.series[i];
        LegendButton *entry = m_legend[i];
        entry->setObjectName(objectName() + u'-' + series.key);
        entry->setProperty("series", series.key);
        entry->setChecked(!m_hidden.contains(series.key));
        entry->setToolTip(m_hidden.contains(series.key) ? tr("Show %1").arg(series.name) : tr("Hide %1").arg(series.name));
        entry->set(series.name, series.color, series.dashed, m_content.stacked || series.shape == ChartSeries::Dots);
        QString value;
        if (!series.points.isEmpty() && m_content.hasCrosshair() && (m_content.isTime || m_cross)) {
            auto at = series.points.cend() - 1;
            if (m_cross) {
                at = std::min(at, std::lower_bound(series.points.cbegin(), series.points.cend(), *m_cross,
                                                   [](const QPointF &p, double x) { return p.x() < x; }));
                if (at != series.points.cbegin() && *m_cross - (at - 1)->x() < at->x() - *m_cross)
                    --at;
            }
            value = m_content.decimals == ChartContent::adaptive ? format::figure(at->y()) : format::number(at->y(), m_content.decimals);
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
    const QWidget *title = header->itemAt(0)->widget();
    const int left = width() - 2 * sp::m - title->sizeHint().width() - sp::s - (m_zoom ? m_whole->width() + sp::s : 0);
    for (LegendButton *entry : m_legend)
        entry->setCompact(needed > left);
}

void ChartCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    fitLegend();
}

void ChartCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_whole->setToolTip(tr("Show everything"));
    m_whole->setAccessibleName(tr("Show everything"));
    updateLegend();
}

QVector<QPointF> thinned(const QVector<double> &values, int most, bool largest)
{
    QVector<QPointF> points;
    const qsizetype each = std::max<qsizetype>(1, (values.size() + most - 1) / most);
    points.reserve(values.size() / each + 1);
    for (qsizetype from = 0; from < values.size(); from += each) {
        const qsizetype to = std::min(values.size(), from + each);
        double sum = 0, top = 0;
        int count = 0;
        for (qsizetype i = from; i < to; ++i) {
            if (!std::isfinite(values[i]))
                continue;
            sum += values[i];
            top = std::max(top, values[i]);
            ++count;
        }
        points.append({double(from) + double(to - from - 1) / 2.0, !count ? qQNaN() : largest ? top : sum / count});
    }
    return points;
}

} // namespace ui
