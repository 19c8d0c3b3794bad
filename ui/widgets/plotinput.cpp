// How PlotView is used: crosshair under the pointer, zoom by drag, wheel and keys.
#include "ui/widgets/plotview.h"
#include <cmath>

namespace ui {

namespace {

constexpr double leastDrag = 5; ///< px; less is a click

} // namespace

/// Whether a scroll area around the page wants the wheel for itself.
bool PlotView::pageScrolls() const
{
    for (const QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        const auto *area = qobject_cast<const QScrollArea *>(above);
        if (area && area->verticalScrollBar()->maximum() > 0)
            return true;
    }
    return false;
}

/// At least a hundredth of all, never beyond it; nearly all is all.
void PlotView::askZoom(double from, double to)
{
    if (m_content->logX)
        return; // a percentile curve has no stretches to look at
    const double x0 = m_content->x0, x1 = m_content->x1, least = (x1 - x0) / 100;
    from = std::max(from, x0);
    to = std::min(to, x1);
    if (to - from < least) {
        const double middle = (from + to) / 2;
        from = std::max(x0, middle - least / 2);
        to = from + least;
    }
    if (to - from > (x1 - x0) * .98)
        emit zoomAsked({});
    else
        emit zoomAsked(ChartRange(from, to));
}

void PlotView::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    if (event->button() == Qt::LeftButton && m_content && m_content->hasCrosshair() && plot().contains(event->position()))
        m_dragFrom = event->position().x();
}

void PlotView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_content || !m_content->hasCrosshair())
        return;
    if (m_dragFrom && (event->buttons() & Qt::LeftButton)) {
        if (m_dragTo || std::abs(event->position().x() - *m_dragFrom) > leastDrag)
            m_dragTo = event->position().x();
        viewport()->update();
    }
    if (plot().contains(event->position()))
        emit crosshairMoved(valueOf(event->position().x()));
    else if (!m_dragFrom)
        emit crosshairMoved({});
}

void PlotView::mouseReleaseEvent(QMouseEvent *event)
{
    const auto from = std::exchange(m_dragFrom, std::nullopt), to = std::exchange(m_dragTo, std::nullopt);
    viewport()->update();
    if (event->button() == Qt::LeftButton && from && to)
        askZoom(valueOf(std::min(*from, *to)), valueOf(std::max(*from, *to)));
}

void PlotView::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
    m_dragFrom.reset();
    emit zoomAsked({});
}

void PlotView::leaveEvent(QEvent *) { emit crosshairMoved({}); }

void PlotView::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / 120.0;
    const bool wanted = (event->modifiers() & Qt::ControlModifier) || !pageScrolls();
    if (!m_content || !m_content->hasCrosshair() || !wanted || notches == 0 || !plot().contains(event->position())) {
        event->ignore(); // the page scrolls
        return;
    }
    event->accept();
    const auto [from, to] = shownRange();
    if (event->modifiers() & Qt::ShiftModifier) {
        const double by = std::clamp(-notches * (to - from) / 8, m_content->x0 - from, m_content->x1 - to);
        return askZoom(from + by, to + by);
    }
    const double factor = std::pow(0.8, notches), at = valueOf(event->position().x());
    askZoom(at - (at - from) * factor, at + (to - at) * factor);
}

void PlotView::keyPressEvent(QKeyEvent *event)
{
    if (!m_content || !m_content->hasCrosshair())
        return QWidget::keyPressEvent(event);
    const auto [from, to] = shownRange();
    const double middle = m_cross.value_or((from + to) / 2);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const double by = (event->key() == Qt::Key_Right ? 1 : -1) * plot().width() / 100;
        emit crosshairMoved(valueOf(xAt(m_cross.value_or(from)) + by));
        return;
    }
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return askZoom(middle - (middle - from) * .8, middle + (to - middle) * .8);
    case Qt::Key_Minus:
        return askZoom(middle - (middle - from) * 1.25, middle + (to - middle) * 1.25);
    case Qt::Key_0:
        emit zoomAsked({});
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PlotView::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void PlotView::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

} // namespace ui
