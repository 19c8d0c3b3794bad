#include "app/report/text.h"

#include <QLocale>
#include <cmath>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/// Grouped by thousands: a report reads the same on every computer.
QLocale plain() { return QLocale(QLocale::English, QLocale::UnitedStates); }

QString number(double value, int decimals) { return plain().toString(value, 'f', decimals); }

} // namespace

QString countText(quint64 value) { return plain().toString(value); }

QString timeText(double ms)
{
    const double size = std::abs(ms);
    return number(ms, size == 0 ? 0 : size < 1 ? 3 : size < 10 ? 2 : size < 100 ? 1 : 0);
}

QString rateText(double perSecond) { return number(perSecond, perSecond >= 1000 || perSecond == 0 ? 0 : perSecond >= 10 ? 1 : 2); }

QString clockText(double seconds)
{
    const auto all = qint64(std::max(0.0, seconds));
    const QString tail = u"%1:%2"_s.arg(all / 60 % 60, 2, 10, QChar(u'0')).arg(all % 60, 2, 10, QChar(u'0'));
    return all >= 3600 ? QString::number(all / 3600) + u':' + tail : tail;
}

QString unitOf(const QString &metric)
{
    if (metric == "rps"_L1 || metric == "tps"_L1)
        return u"/s"_s;
    if (metric == "success_rate"_L1)
        return u"%"_s;
    return metric == "errors"_L1 ? QString() : u"ms"_s;
}

QString metricText(const QString &metric, double value)
{
    if (metric == "errors"_L1)
        return countText(quint64(std::max(0.0, value)));
    if (metric == "success_rate"_L1)
        return number(std::floor(value * 100 + 1e-9) / 100, 2);
    return metric == "rps"_L1 || metric == "tps"_L1 ? rateText(value) : timeText(value);
}

QString actualText(const domain::RuleResult &result)
{
    return result.judged ? metricText(result.rule.metric, result.actual) : u"–"_s;
}

QString ruleText(const domain::SlaRule &rule)
{
    return u"%1 %2 %3 %4"_s.arg(rule.metric, rule.comparison, QString::number(rule.value, 'g', 10), unitOf(rule.metric)).trimmed();
}

} // namespace report
