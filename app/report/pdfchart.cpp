#include "app/report/pdfpage.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <cmath>

namespace report {

using namespace Qt::StringLiterals;

namespace {

constexpr double left = 40, right = 16, head = 22, bottom = 18; // right: half the last label

struct Plot
{
    QRectF area;
    Axis axis;
    qsizetype points = 0;

    double x(qsizetype index) const { return area.left() + area.width() * double(index) / double(std::max<qsizetype>(1, points - 1)); }
    double y(double value) const { return area.bottom() - area.height() * value / axis.top; }
};

void legend(PdfPage &page, const QRectF &box, const ChartSpec &spec)
{
    const QFont small = PdfPage::font(7);
    double x = box.right() - 8;
    for (qsizetype i = spec.series.size() - 1; i >= 0; --i) {
        const auto &series = spec.series[i];
        if (spec.stacked && std::all_of(series.values.begin(), series.values.end(), [](double value) { return value == 0; }))
            continue; // nothing of it is drawn
        const double width = QFontMetricsF(small, page.painter().device()).horizontalAdvance(series.name) + 2;
        x -= width;
        page.text(QRectF(x, box.top() + 5, width + 2, 12), series.name, small, ink::text2);
        x -= 14;
        QPen pen(QColor(series.colour), spec.stacked ? 5 : 1.4);
        pen.setCapStyle(Qt::FlatCap);
        if (series.dashed)
            pen.setDashPattern({3, 2});
        page.painter().setPen(pen);
        page.painter().drawLine(QPointF(x, box.top() + 11), QPointF(x + (spec.stacked ? 6 : 11), box.top() + 11));
        x -= 6;
    }
}

void axes(PdfPage &page, const Plot &plot, const ChartSpec &spec)
{
    const QFont small = PdfPage::font(7);
    for (double value = 0; value <= plot.axis.top * 1.0001; value += plot.axis.step) {
        page.painter().setPen(QPen(ink::border, 0.6));
        page.painter().drawLine(QPointF(plot.area.left(), plot.y(value)), QPointF(plot.area.right(), plot.y(value)));
        const bool highest = value + plot.axis.step > plot.axis.top * 1.0001;
        page.text(QRectF(plot.area.left() - left, plot.y(value) - 5, left - 4, 10),
                  axisNumber(value) + (highest && !spec.unit.isEmpty() ? u' ' + spec.unit : QString()), small, ink::text3, Qt::AlignRight);
    }
    if (!spec.xLabels.isEmpty()) {
        for (qsizetype i = 0; i < spec.xLabels.size(); ++i) {
            const double slot = plot.area.width() / double(spec.xLabels.size());
            page.text(QRectF(plot.area.left() + slot * double(i), plot.area.bottom() + 3, slot, 10), spec.xLabels[i], small, ink::text3,
                      Qt::AlignHCenter);
        }
        return;
    }
    static constexpr int steps[] = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400};
    const auto *step = std::find_if(std::begin(steps), std::end(steps) - 1, [&](int s) { return double(plot.points) / s <= 6; });
    for (qsizetype second = 0; second < plot.points; second += *step) {
        const QString label = u"%1:%2"_s.arg(second / 60, 2, 10, QChar(u'0')).arg(second % 60, 2, 10, QChar(u'0'));
        page.text(QRectF(plot.x(second) - 20, plot.area.bottom() + 3, 40, 10), label, small, ink::text3, Qt::AlignHCenter);
    }
}

void bars(PdfPage &page, const Plot &plot, const ChartSpec &spec)
{
    const auto &series = spec.series.first();
    const double slot = plot.area.width() / double(std::max<qsizetype>(1, series.values.size()));
    for (qsizetype i = 0; i < series.values.size(); ++i) {
        const double height = plot.area.bottom() - plot.y(series.values[i]);
        const double x = plot.area.left() + slot * (double(i) + 0.5);
        page.painter().fillRect(QRectF(x - slot * 0.33, plot.area.bottom() - height, slot * 0.66, height), QColor(series.colour));
        page.text(QRectF(x - slot / 2, plot.area.bottom() - height - 11, slot, 10), QString::number(series.values[i], 'f', 1),
                  PdfPage::font(7), ink::text2, Qt::AlignHCenter);
    }
}

/// At most two points a drawn point: the highest of each span, so that peaks stay and the file small.
QVector<QPointF> traced(const Plot &plot, const QVector<double> &values)
{
    const auto every = std::max<qsizetype>(1, qsizetype(double(values.size()) / (plot.area.width() * 2)));
    QVector<QPointF> points;
    for (qsizetype from = 0; from < values.size(); from += every) {
        qsizetype best = from;
        for (qsizetype i = from; i < std::min(from + every, values.size()); ++i)
            if (values[i] > values[best])
                best = i;
        points.append({plot.x(best), plot.y(values[best])});
    }
    return points;
}

void lines(PdfPage &page, const Plot &plot, const ChartSpec &spec)
{
    QVector<double> base(plot.points, 0.0);
    QVector<QPointF> below = traced(plot, base);
    for (const auto &series : spec.series) {
        QVector<double> values = series.values;
        values.resize(plot.points);
        if (spec.stacked)
            for (qsizetype i = 0; i < plot.points; ++i)
                values[i] = base[i] += values[i];
        const QVector<QPointF> line = traced(plot, values);
        if (line.isEmpty())
            continue;
        if (spec.stacked || series.filled) {
            QPolygonF area(line);
            for (auto point = below.rbegin(); point != below.rend(); ++point)
                area.append(*point);
            QColor fill(series.colour);
            fill.setAlphaF(spec.stacked ? 0.85f : 0.12f);
            page.painter().setPen(Qt::NoPen);
            page.painter().setBrush(fill);
            page.painter().drawPolygon(area);
            page.painter().setBrush(Qt::NoBrush);
        }
        if (spec.stacked) {
            below = line;
            continue;
        }
        QPen pen(QColor(series.colour), series.dashed ? 0.8 : 1.1);
        pen.setJoinStyle(Qt::RoundJoin);
        if (series.dashed)
            pen.setDashPattern({4, 3});
        page.painter().setPen(pen);
        page.painter().drawPolyline(line.constData(), int(line.size()));
    }
}

} // namespace

void drawChart(PdfPage &page, const QRectF &box, const ChartSpec &spec)
{
    const bool isBars = !spec.xLabels.isEmpty();
    page.card(box, Qt::white, ink::border);
    page.text(QRectF(box.left() + 8, box.top() + 5, box.width() * (isBars ? 0.95 : 0.5), 12), spec.title,
              PdfPage::font(8.5, QFont::DemiBold), ink::text);
    if (!isBars)
        legend(page, box, spec);
    Plot plot;
    plot.area = box.adjusted(left, isBars ? head + 8 : head, -right, -bottom); // above a bar stands its value
    double maximum = spec.limit;
    for (const auto &series : spec.series)
        plot.points = std::max(plot.points, series.values.size());
    for (qsizetype i = 0; i < plot.points; ++i) {
        double sum = 0;
        for (const auto &series : spec.series) {
            const double value = i < series.values.size() ? series.values[i] : 0;
            sum = spec.stacked ? sum + value : std::max(sum, value);
        }
        maximum = std::max(maximum, sum);
    }
    plot.axis = niceAxis(isBars ? maximum * 1.15 : maximum, spec.unit == "%"_L1 ? 100 : 0);
    axes(page, plot, spec);
    if (isBars)
        bars(page, plot, spec);
    else
        lines(page, plot, spec);
    if (spec.limit > 0) {
        QPen pen(ink::bad, 0.8);
        pen.setDashPattern({4, 3});
        page.painter().setPen(pen);
        page.painter().drawLine(QPointF(plot.area.left(), plot.y(spec.limit)), QPointF(plot.area.right(), plot.y(spec.limit)));
    }
}

} // namespace report
