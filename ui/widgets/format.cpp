#include "ui/widgets/format.h"
#include <QLocale>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui::format {

QString number(double value, int decimals)
{
    if (!std::isfinite(value))
        return u"—"_s;
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    QString text = locale.toString(std::abs(value), 'f', decimals);
    const bool isZero = std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'1' && c <= u'9'; });
    return value < 0 && !isZero ? u'\u2212' + text : text;
}

QString number(quint64 value)
{
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale.toString(qulonglong(value));
}

QString signedNumber(double value, int decimals)
{
    const QString text = number(std::abs(value), decimals);
    const bool isZero = std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'1' && c <= u'9'; });
    return (isZero ? u"±"_s : value < 0 ? u"\u2212"_s : u"+"_s) + text;
}

QString ms(double milliseconds)
{
    const double size = std::abs(milliseconds);
    return number(milliseconds, size < 0.0005 || size >= 100 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : 3);
}

QString figure(double value)
{
    const double size = std::abs(value);
    if (size < 1e-6 || (size == std::floor(size) && size < 1e15))
        return number(value, 0);
    // Three digits that say something, but never a tail of zeros.
    QString text = number(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 2 : size >= 0.01 ? 3 : 4);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text;
}

double percentCut(double value) { return std::floor(value * 100 + 1e-9) / 100; }

QString percent(double value) { return number(percentCut(value), 2); }

QString rate(double perSecond) { return number(perSecond, std::abs(perSecond) < 1000 ? 1 : 0); }

QString bytes(double size)
{
    static const char16_t *const units[] = {u"B", u"kB", u"MB", u"GB", u"TB"};
    int unit = 0;
    while (std::abs(size) >= 999.5 && unit < 4) {
        size /= 1000;
        ++unit;
    }
    return number(size, unit == 0 || size >= 100 ? 0 : 1) + u' ' + QString::fromUtf16(units[unit]);
}

QString clock(double seconds)
{
    const qint64 s = std::max<qint64>(0, qint64(std::floor(seconds)));
    const auto two = [](qint64 v) { return QString::number(v).rightJustified(2, u'0'); };
    if (s >= 3600)
        return QString::number(s / 3600) + u':' + two(s / 60 % 60) + u':' + two(s % 60);
    return two(s / 60) + u':' + two(s % 60);
}

} // namespace ui::format
