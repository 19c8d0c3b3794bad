#include "ui/editors/loadcurveview.h"
#include "app/services/loadcurve.h"
#include "ui/editors/presets.h"
#include "ui/widgets/charts.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

using theme::tk;

LoadCurveView::LoadCurveView(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void LoadCurveView::setStages(const QVector<domain::Stage> &stages, int selected, const QVector<domain::Stage> &lead)
{
    m_stages = stages;
    m_selected = selected;
    m_bands.clear();
    m_handles.clear();
    double begin = 0, whole = 0;
    for (const auto &list : {lead, stages}) {
        for (const auto &stage : list)
            whole += services::stageSeconds(stage);
    }
    const auto add = [&](const domain::Stage &stage, Band &band) {
        const double length = services::stageSeconds(stage);
        const int points = std::clamp(int(500 * length / std::max(1.0, whole)), 2, 500);
        for (const QPointF &p : services::stageCurve(stage, points))
            band.points << QPointF(begin + p.x(), p.y());
        band.length += length;
        begin += length;
    };
    if (!lead.isEmpty()) {
        Band band;
        for (const auto &stage : lead)
            add(stage, band);
        m_bands << band;
    }
    for (int i = 0; i < stages.size(); ++i) {
        Band band{begin, 0, i, stages[i].isRate(), {}};
        add(stages[i], band);
        m_bands << band;
        m_handles += handlesOf(stages[i], i);
    }
    if (m_held < 0) // the axes stand still under a drag
        rescale();
    update();
}

void LoadCurveView::rescale()
{
    m_seconds = 1;
    double most = 1;
    for (const Band &band : std::as_const(m_bands)) {
        m_seconds = std::max(m_seconds, band.begin + band.length);
        for (const QPointF &p : band.points)
            most = std::max(most, p.y());
    }
    m_top = niceTop(most * 1.12, 4);
}

void LoadCurveView::setWarmUp(int seconds)
{
    m_warmUp = seconds;
    update();
}

double LoadCurveView::xOf(double seconds) const { return plot().left() + seconds / m_seconds * plot().width(); }

double LoadCurveView::yOf(double value) const { return plot().bottom() - value / m_top * plot().height(); }

double LoadCurveView::timeAt(double x) const { return (x - plot().left()) / plot().width() * m_seconds; }

QPointF LoadCurveView::positionOf(const CurveHandle &handle) const
{
    for (const Band &band : m_bands) {
        if (band.stage == handle.stage)
            return {xOf(band.begin + handle.at.x()), yOf(handle.at.y())};
    }
    return {};
}

int LoadCurveView::stageAt(double seconds) const
{
    for (qsizetype i = m_bands.size() - 1; i >= 0; --i) {
        if (seconds >= m_bands[i].begin)
            return m_bands[i].stage;
    }
    return -1;
}

int LoadCurveView::handleAt(QPointF position) const
{
    int best = -1;
    double nearest = 11; // px
    for (int i = 0; i < m_handles.size(); ++i) {
        const double away = QLineF(position, positionOf(m_handles[i])).length() - (m_handles[i].stage == m_selected ? 2 : 0);
        if (away < nearest) {
            nearest = away;
            best = i;
        }
    }
    return best;
}

void LoadCurveView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_held >= 0) {
        double begin = 0;
        for (const Band &band : std::as_const(m_bands)) {
            if (band.stage == m_grip.stage)
                begin = band.begin;
        }
        const double value = (plot().bottom() - event->position().y()) / plot().height() * m_top;
        const QPointF to(m_grip.movesTime ? timeAt(event->position().x()) - begin : m_grip.at.x(),
                         m_grip.movesLoad ? std::clamp(value, 0.0, m_top) : m_grip.at.y());
        emit stageDragged(m_grip.stage, dragged(m_gripped, m_grip, to), m_drags);
        return;
    }
    m_hot = handleAt(event->position());
    const bool sideways = m_hot >= 0 && m_handles[m_hot].movesTime, upright = m_hot >= 0 && m_handles[m_hot].movesLoad;
    setCursor(m_hot < 0 ? Qt::ArrowCursor : sideways && upright ? Qt::SizeAllCursor : sideways ? Qt::SizeHorCursor : Qt::SizeVerCursor);
    m_hover = plot().adjusted(0, -8, 0, 0).contains(event->position()) ? std::clamp(timeAt(event->position().x()), 0.0, m_seconds) : -1;
    update();
}

void LoadCurveView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int handle = handleAt(event->position());
    const int stage = handle >= 0 ? m_handles[handle].stage : stageAt(std::clamp(timeAt(event->position().x()), 0.0, m_seconds));
    if (stage >= 0)
        emit stageClicked(stage);
    if (handle < 0 || handle >= m_handles.size() || stage < 0)
        return;
    m_held = handle;
    m_grip = m_handles[handle];
    m_gripped = m_stages[stage];
    ++m_drags;
}

void LoadCurveView::mouseReleaseEvent(QMouseEvent *)
{
    if (m_held < 0)
        return;
    m_held = -1;
    rescale();
    update();
}

void LoadCurveView::leaveEvent(QEvent *)
{
    m_hover = -1;
    m_hot = -1;
    update();
}

void LoadCurveView::drawBands(QPainter &p) const
{
    for (const Band &band : m_bands) {
        const double left = band.begin > 0 ? xOf(band.begin) : 0;
        const QRectF r(left, 0, xOf(band.begin + band.length) - left, plot().bottom());
        const bool on = band.stage >= 0 && band.stage == m_selected;
        if (on)
            p.fillRect(r, theme::alpha(tk().accent, tk().dark ? .13 : .07));
        else if (band.stage % 2)
            p.fillRect(r, theme::alpha(tk().text, tk().dark ? .022 : .018));
        if (band.begin > 0) {
            p.setPen(QPen(tk().axis, 1, Qt::DotLine));
            p.drawLine(r.topLeft(), r.bottomLeft());
        }
        if (on)
            p.fillRect(QRectF(r.left(), 0, r.width(), 2), tk().accent);
        if (r.width() < 26)
            continue;
        QFont font = theme::font(on ? Type::Heading : Type::Small);
        font.setPixelSize(12);
        p.setFont(font);
        const QColor colour = on ? tk().accentText : tk().text2;
        const QString icon = band.stage < 0 ? u"trending-up"_s : modeIcon(m_stages[band.stage].mode);
        p.drawPixmap(QPointF(r.left() + 8, 9), theme::pix(icon, 14, colour));
        p.setPen(colour);
        const QString given = band.stage < 0 ? tr("Gradient") : m_stages[band.stage].name;
        const QString name = band.stage < 0 ? given : given.isEmpty() ? tr("Stage %1").arg(band.stage + 1) : u"%1  %2"_s.arg(band.stage + 1).arg(given);
        p.drawText(QRectF(r.left() + 28, 7, r.width() - 32, 18), Qt::AlignVCenter | Qt::AlignLeft,
                   QFontMetricsF(font).elidedText(name, Qt::ElideRight, r.width() - 34));
    }
    p.setPen(QPen(tk().border, 1));
    p.drawLine(QPointF(0, 31.5), QPointF(width(), 31.5));
}

void LoadCurveView::drawWarmUp(QPainter &p) const
{
    if (m_warmUp <= 0)
        return;
    const QRectF r = plot();
    const double end = xOf(std::min(double(m_warmUp), m_seconds));
    p.fillRect(QRectF(r.left(), r.top(), end - r.left(), r.height()), theme::alpha(tk().text3, tk().dark ? .22 : .14));
    p.setPen(QPen(tk().text3, 1, Qt::DashLine));
    p.drawLine(QPointF(end, r.top()), QPointF(end, r.bottom()));
    p.setFont(theme::font(Type::Caption));
    const QString label = tr("Warm-up, not counted");
    const double width = QFontMetricsF(p.font()).horizontalAdvance(label);
    p.drawText(QRectF(end - r.left() > width + 8 ? r.left() + 4 : end + 4, r.top() + 2, width + 2, 14), Qt::AlignLeft | Qt::AlignVCenter, label);
}

void LoadCurveView::drawAxes(QPainter &p) const
{
    const QRectF r = plot();
    QFont font = theme::font(Type::Caption);
    font.setWeight(QFont::Normal);
    p.setFont(font);
    int decimals = 0; // as many as the step has: 2.5 is not 3
    for (double step = m_top / 4; decimals < 2 && std::abs(step - std::round(step)) > 1e-6; step *= 10)
        ++decimals;
    for (int i = 0; i <= 4; ++i) {
        const double y = std::round(yOf(m_top * i / 4)) + .5;
        p.setPen(QPen(i ? tk().grid : tk().axis, 1));
        p.drawLine(QPointF(r.left(), y), QPointF(r.right(), y));
        p.setPen(tk().text3);
        theme::drawTabular(&p, QRectF(0, y - 8 + (i == 4 ? 4 : 0), 46, 16), Qt::AlignRight | Qt::AlignVCenter,
                           num(m_top * i / 4, decimals));
    }
    // Round times only, as many as there is room for.
    static constexpr int steps[] = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400};
    int step = steps[0];
    for (int candidate : steps) {
        step = candidate;
        if (m_seconds / candidate <= std::max(3.0, r.width() / 90))
            break;
    }
    for (int t = 0; t <= m_seconds + .5; t += step) {
        const QString label = clock(t);
        const double w = theme::tabularWidth(font, label);
        p.setPen(tk().text3);
        theme::drawTabular(&p, QRectF(std::min(xOf(t) - w / 2, width() - w - 2), r.bottom() + 6, w + 2, 14),
                           Qt::AlignLeft | Qt::AlignVCenter, label);
    }
}

void LoadCurveView::drawLine(QPainter &p, bool rate, const QColor &colour, bool area) const
{
    const QRectF r = plot();
    QPainterPath path;
    bool pen = false;
    double first = 0, last = 0;
    const auto close = [&] {
        if (!pen)
            return;
        if (area) {
            QPainterPath under = path;
            under.lineTo(last, r.bottom());
            under.lineTo(first, r.bottom());
            QLinearGradient fade(r.topLeft(), r.bottomLeft());
            fade.setColorAt(0, theme::alpha(tk().accent, tk().dark ? .34 : .22));
            fade.setColorAt(1, theme::alpha(tk().accent, .03));
            p.fillPath(under, fade);
        }
        p.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        p.setBrush(Qt::NoBrush);
        p.drawPath(path);
        path = {};
        pen = false;
    };
    for (const Band &band : m_bands) {
        if (band.rate != rate) {
            close();
            continue;
        }
        for (const QPointF &point : band.points) {
            const QPointF q(xOf(point.x()), std::max(r.top() - 2, yOf(point.y())));
            if (pen) {
                path.lineTo(q);
            } else {
                path.moveTo(q);
                first = q.x();
            }
            pen = true;
            last = q.x();
        }
    }
    close();
}

void LoadCurveView::drawHandles(QPainter &p) const
{
    for (int i = 0; i < m_handles.size(); ++i) {
        const bool on = m_handles[i].stage == m_selected, hot = i == m_hot || i == m_held;
        if (!on && !hot && m_handles[i].kind == HandleKind::End)
            continue;
        const QPointF at = positionOf(m_handles[i]);
        p.setPen(QPen(on ? tk().accent : tk().accentText, on ? 2.5 : 1.6));
        p.setBrush(hot ? tk().accent : tk().surface);
        const double radius = (on ? 5.5 : 4.5) + (hot ? 1 : 0);
        if (m_handles[i].movesLoad)
            p.drawEllipse(at, radius, radius);
        else
            p.drawRoundedRect(QRectF(at.x() - 3.5, at.y() - 7, 7, 14), 3, 3);
    }
}

void LoadCurveView::drawHover(QPainter &p) const
{
    const QRectF r = plot();
    const Band *band = nullptr;
    for (const Band &one : m_bands) {
        if (m_hover >= one.begin)
            band = &one;
    }
    if (!band || band->points.isEmpty())
        return;
    double value = band->points.constLast().y();
    for (const QPointF &q : band->points) {
        if (q.x() >= m_hover) {
            value = q.y();
            break;
        }
    }
    const double x = std::round(xOf(m_hover)) + .5, y = yOf(value);
    p.setPen(QPen(tk().text3, 1));
    p.drawLine(QPointF(x, r.top() - 2), QPointF(x, r.bottom()));
    p.setPen(QPen(tk().surface, 2));
    p.setBrush(tk().accentText);
    p.drawEllipse(QPointF(x, y), 5, 5);
    const QString figure = band->rate ? tr("%1 a second").arg(num(value, 1)) : tr("%1 users").arg(num(value));
    const QString where = clock(int(m_hover)) + u" · "_s
        + (band->stage < 0                        ? tr("Gradient")
               : m_stages[band->stage].name.isEmpty() ? tr("Stage %1").arg(band->stage + 1)
                                                      : m_stages[band->stage].name);
    p.setFont(theme::font(Type::Strong));
    const double w = std::max(theme::tabularWidth(p.font(), figure), QFontMetricsF(theme::font(Type::Caption)).horizontalAdvance(where)) + 22;
    const QRectF box(x + 12 + w > r.right() ? x - 12 - w : x + 12, y < r.top() + 56 ? y + 12 : y - 50, w, 44);
    p.setPen(QPen(tk().borderStrong, 1));
    p.setBrush(tk().raised);
    p.drawRoundedRect(box, 6, 6);
    p.setPen(tk().text);
    theme::drawTabular(&p, box.adjusted(10, 4, 0, -20), Qt::AlignLeft | Qt::AlignVCenter, figure);
    p.setFont(theme::font(Type::Caption));
    p.setPen(tk().text3);
    p.drawText(box.adjusted(10, 22, 0, -4), Qt::AlignLeft | Qt::AlignVCenter, where);
}

void LoadCurveView::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (m_bands.isEmpty()) {
        p.setFont(theme::font(Type::Body));
        p.setPen(tk().text3);
        p.drawText(plot(), Qt::AlignCenter, tr("No stage yet: add one to say how much load the case makes."));
        return;
    }
    drawBands(p);
    drawAxes(p);
    const auto has = [&](bool rate) {
        return std::any_of(m_bands.begin(), m_bands.end(), [&](const Band &band) { return band.rate == rate; });
    };
    const bool both = has(true) && has(false);
    drawLine(p, false, tk().accentText, true);
    drawLine(p, true, both ? tk().series[1] : tk().accentText, !both);
    drawWarmUp(p);
    if (m_held < 0 && m_hot < 0 && m_hover >= 0)
        drawHover(p);
    drawHandles(p);
}

} // namespace ui
