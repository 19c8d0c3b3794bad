#include "app/report/svgchart.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace report {

using namespace Qt::StringLiterals;

namespace {

constexpr int left = 52, right = 12, top = 12, bottom = 22;

QString coordinate(double value) { return QString::number(value, 'f', 1); }

QString clock(qint64 seconds)
{
    return u"%1:%2"_s.arg(seconds / 60, 2, 10, QChar(u'0')).arg(seconds % 60, 2, 10, QChar(u'0'));
}

struct Frame
{
    const ChartSpec &spec;
    Axis axis;
    double firstX = 0, lastX = 1;

    double x(double value) const
    {
        return left + (spec.width - left - right) * (value - firstX) / std::max(1e-9, lastX - firstX);
    }
    double y(double value) const { return spec.height - bottom - (spec.height - top - bottom) * value / axis.top; }
    double xAt(qsizetype index) const { return x(index < spec.x.size() ? spec.x[index] : double(index)); }
};

QString text(double x, double y, const QString &anchor, const QString &content)
{
    return u"<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>"_s.arg(coordinate(x), coordinate(y), anchor, content.toHtmlEscaped());
}

QString grid(const Frame &frame)
{
    QString svg;
    const auto &spec = frame.spec;
    for (double value = 0; value <= frame.axis.top * 1.0001; value += frame.axis.step) {
        const QString y = coordinate(frame.y(value));
        svg += u"<line x1=\"%1\" x2=\"%2\" y1=\"%3\" y2=\"%3\" stroke=\"var(--border,#E4E7EC)\"/>"_s.arg(left).arg(spec.width - right).arg(y);
        const bool highest = value + frame.axis.step > frame.axis.top * 1.0001;
        svg += text(left - 8, frame.y(value) + 4, u"end"_s, axisNumber(value) + (highest && !spec.unit.isEmpty() ? u' ' + spec.unit : QString()));
    }
    return svg;
}

QString xAxis(const Frame &frame)
{
    QString svg;
    const auto &spec = frame.spec;
    const double y = spec.height - 6;
    if (!spec.xLabels.isEmpty()) {
        for (qsizetype i = 0; i < spec.xLabels.size(); ++i)
            svg += text(frame.xAt(i), y, u"middle"_s, spec.xLabels[i]);
        return svg;
    }
    static constexpr int steps[] = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400};
    const double span = frame.lastX - frame.firstX;
    const auto *step = std::find_if(std::begin(steps), std::end(steps) - 1, [&](int s) { return span / s <= 7; });
    for (qint64 second = 0; double(second) <= frame.lastX; second += *step)
        svg += text(frame.x(double(second)), y, u"middle"_s, clock(second));
    return svg;
}

QString path(const Frame &frame, const QVector<double> &values)
{
    QString d;
    for (qsizetype i = 0; i < values.size(); ++i)
        d += QLatin1Char(i ? 'L' : 'M') + coordinate(frame.xAt(i)) + u' ' + coordinate(frame.y(values[i]));
    return d;
}

QString closed(const Frame &frame, const QVector<double> &upper, const QVector<double> &lower)
{
    QString d = path(frame, upper);
    for (qsizetype i = lower.size() - 1; i >= 0; --i)
        d += u'L' + coordinate(frame.xAt(i)) + u' ' + coordinate(frame.y(lower[i]));
    return d + u'Z';
}

} // namespace

Axis niceAxis(double maximum, double most)
{
    if (!(maximum > 0) || !std::isfinite(maximum))
        return {1, 0.5};
    const double raw = maximum / 4, power = std::pow(10, std::floor(std::log10(raw)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= raw * 0.999) {
            step = factor * power;
            break;
        }
    const double end = std::ceil(maximum / step - 1e-9) * step;
    return most > 0 && end > most ? Axis{most, most / 4} : Axis{end, step};
}

QString axisNumber(double value)
{
    const double size = std::abs(value);
    QString text = QLocale(QLocale::English, QLocale::UnitedStates).toString(value, 'f', size >= 10 || value == std::floor(value) ? 0 : size >= 1 ? 1 : 3);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text;
}

QString svgChart(const ChartSpec &spec)
{
    qsizetype points = 0;
    for (const auto &series : spec.series)
        points = std::max(points, series.values.size());
    QVector<QVector<double>> tops;
    QVector<double> base(points, 0.0);
    double maximum = spec.limit;
    for (const auto &series : spec.series) {
        QVector<double> values = series.values;
        for (qsizetype i = 0; i < values.size(); ++i) {
            values[i] = std::isfinite(values[i]) ? values[i] : 0;
            if (spec.stacked)
                values[i] = base[i] += values[i];
            maximum = std::max(maximum, values[i]);
        }
        if (spec.stacked && values.size() < points)
            values = base;
        tops.append(values);
    }
    Frame frame{spec, niceAxis(maximum, spec.unit == "%"_L1 ? 100 : 0)};
    frame.firstX = spec.x.isEmpty() ? 0 : spec.x.first();
    frame.lastX = spec.x.isEmpty() ? double(std::max<qsizetype>(1, points - 1)) : spec.x.last();

    QString svg = u"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"%3\">"_s
                      .arg(spec.width).arg(spec.height).arg(spec.title.toHtmlEscaped());
    svg += grid(frame) + xAxis(frame);
    const QVector<double> ground(points, 0.0);
    for (qsizetype i = 0; i < spec.series.size(); ++i) {
        const auto &series = spec.series[i];
        const QString colour = series.colour.toHtmlEscaped();
        if (spec.stacked || series.filled)
            svg += u"<path d=\"%1\" fill=\"%2\" opacity=\"%3\"/>"_s.arg(
                closed(frame, tops[i], spec.stacked && i ? tops[i - 1] : ground.mid(0, tops[i].size())), colour,
                spec.stacked ? u"0.85"_s : u"0.12"_s);
        if (!spec.stacked)
            svg += u"<path d=\"%1\" fill=\"none\" stroke=\"%2\" stroke-width=\"%3\"%4><title>%5</title></path>"_s.arg(
                path(frame, tops[i]), colour, series.dashed ? u"1.4"_s : u"1.8"_s,
                series.dashed ? u" stroke-dasharray=\"5 4\""_s : QString(), series.name.toHtmlEscaped());
    }
    if (spec.limit > 0)
        svg += u"<line x1=\"%1\" x2=\"%2\" y1=\"%3\" y2=\"%3\" stroke=\"var(--badMark,#D63A3F)\" stroke-dasharray=\"5 4\"/>"_s
                   .arg(left).arg(spec.width - right).arg(coordinate(frame.y(spec.limit)));
    return svg + "</svg>"_L1;
}

} // namespace report
