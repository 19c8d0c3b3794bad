#include "ui/report/reportmarks.h"
#include "app/services/slawatch.h"
#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Alarms are kept as text that names its rule in quotes.
bool isAlarm(const domain::RunRecord &run, const QString &text)
{
    return std::any_of(run.rules.cbegin(), run.rules.cend(), [&](const domain::RuleResult &result) {
        const domain::SlaRule &rule = result.rule;
        const QString name = rule.name.isEmpty() ? u"%1 %2 %3"_s.arg(rule.metric, rule.comparison).arg(rule.value) : rule.name;
        return !result.passed && text.contains(u'“' + name + u'”');
    });
}

} // namespace

QVector<ChartMarker> marksOf(const domain::RunRecord &run, const domain::CaseRecord &record)
{
    QVector<ChartMarker> marks;
    for (const domain::EventRecord &event : record.events)
        marks.append({event.at, event.text, isAlarm(run, event.text) ? theme::tk().bad : theme::tk().text2});
    std::stable_sort(marks.begin(), marks.end(), [](const ChartMarker &a, const ChartMarker &b) { return a.x < b.x; });
    return marks;
}

QVector<ChartBand> brokenWindows(const domain::RunRecord &run, int caseIndex)
{
    QVector<double> ends;
    for (const domain::RuleResult &result : run.rules)
        for (const domain::RuleEvent &event : result.events)
            if (event.caseIndex == caseIndex)
                ends.append(event.at);
    std::sort(ends.begin(), ends.end());
    QVector<ChartBand> bands;
    for (const double end : ends) {
        const double begin = std::max(0.0, end - services::SlaWatch::window);
        if (!bands.isEmpty() && begin <= bands.last().to)
            bands.last().to = end;
        else
            bands.append({begin, end, {}, false, theme::tk().badMark});
    }
    return bands;
}

} // namespace ui
